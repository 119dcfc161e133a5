"""The list of what enterprises sell."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from dure.messages import LANGUAGES
from dure.views.entries import Column, Columns, Entries, Told
from dure.views.listing import (
    ListView,
    Sort,
    by_key,
    by_term,
    facet,
    labels,
    places,
    ranks,
    used,
)
from dure.views.offices import help_offices
from dure.views.rows import makers, rows, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dure.catalogue import Catalogue
    from dure.render import Phrase
    from dure.views.entries import Places
    from dure.views.listing import Facet
    from dure.views.reader import Reader, TermView
    from dure.views.rows import Row, Rows, Sold


class ProductCard(Struct, frozen=True):
    """A product as its card in the list shows it."""

    procurement_class: TermView
    needs: tuple[TermView, ...]
    note: Phrase | str
    maker: Phrase | str
    maker_kinds: tuple[TermView, ...]
    region: TermView


class _Goods(NamedTuple):
    """A product of an enterprise."""

    id: str
    sold: Sold
    maker: Row
    at: int
    """Where its maker stands among all rows."""


def product_list(reader: Reader) -> ListView[ProductCard]:
    """Products in name order, by procurement class."""
    found = rows(reader).shared(_goods, reader.catalogue)
    columns = rows(reader).shared(_columns, reader.catalogue)
    facets = used(_facets(columns, reader))
    by_name = by_key([one.sold.keys[LANGUAGES.index(reader.lang)] for one in found])
    terms = list(reader.catalogue.terms.get("procurement-classes", {}))
    classes = [one.sold.procurement_class for one in found]
    placed = {term: terms.index(term) for term in set(classes)}
    order = sorted(by_name, key=[placed[term] for term in classes].__getitem__)
    entries = Entries(
        reader.lang,
        [found[at].id for at in order],
        order,
        columns,
        _told(places(facets, columns), ranks(by_name), reader),
        lambda some: _cards([found[at] for at in some], reader),
        (Sort("name", reader.words["sort_name"]), Sort("maker", reader.words["sort_maker"])),
    )
    groups = by_term(entries, [classes[at] for at in order], "procurement-classes", reader)
    return ListView(facets, groups, entries, asked=help_offices(reader))


def _facets(columns: Columns, reader: Reader) -> tuple[Facet, ...]:
    return (
        facet("class", columns, reader, labels("procurement-classes", reader)),
        facet("need", columns, reader, labels("needs", reader)),
        facet("kind", columns, reader, labels("enterprise-kinds", reader)),
        facet("region", columns, reader, labels("regions", reader)),
        facet("sector", columns, reader, labels("sectors", reader)),
    )


def _goods(found: Rows, _: Catalogue) -> Sequence[_Goods]:
    """All products by their ids."""
    goods = [
        _Goods(f"{maker_id}.{sold.id}", sold, maker, at)
        for at, (maker_id, maker) in enumerate(found.all.items())
        for sold in maker.sold
    ]
    return sorted(goods, key=itemgetter(0))


def _told(where: Sequence[Places], by_name: Sequence[str], reader: Reader) -> list[Told]:
    """What the list tells of each besides its card."""
    found, at = rows(reader), LANGUAGES.index(reader.lang)
    goods = found.shared(_goods, reader.catalogue)
    by_maker = ranks(by_key([one.maker.keys[at] for one in goods]))
    regions = labels("regions", reader)
    lines = [f"{row.name[at]} · {regions[row.region]}" for row in found.all.values()]
    paths = [f"enterprises/{i}/" for i in found.all]
    return [
        Told(
            paths[maker],
            sold.name[at],
            sold.name[2] if at else "",
            lines[maker],
            sold.name[at],
            sold.note[at],
            own,
            own_ranks,
        )
        for (_, sold, _, maker), own, own_ranks in zip(
            goods, where, zip(by_name, by_maker, strict=True), strict=True
        )
    ]


def _columns(found: Rows, catalogue: Catalogue) -> Columns:
    """What each is filtered by."""
    goods = found.shared(_goods, catalogue)
    of_makers = found.shared(makers, catalogue)
    return Columns({
        "class": Column.of([(one.sold.procurement_class,) for one in goods]),
        "need": Column.of([one.sold.needs for one in goods]),
        **{
            key: Column(column.distinct, [column.numbers[one.at] for one in goods])
            for key, column in of_makers.items()
        },
    })  # fmt: skip


def _cards(found: Sequence[_Goods], reader: Reader) -> list[ProductCard]:
    classes, regions = reader.term_views["procurement-classes"], reader.term_views["regions"]
    needs, kinds = reader.several["needs"], reader.several["enterprise-kinds"]
    notes = shown([one.sold.note for one in found], reader.lang)
    names = shown([one.maker.name for one in found], reader.lang)
    return [
        ProductCard(
            classes[sold.procurement_class],
            needs[sold.needs],
            note,
            name,
            kinds[maker.kinds],
            regions[maker.region],
        )
        for (_, sold, maker, _), note, name in zip(found, notes, names, strict=True)
    ]
