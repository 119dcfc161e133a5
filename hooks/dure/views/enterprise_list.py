"""The list of enterprises."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

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
    region_order,
    unique,
    used,
)
from dure.views.offices import help_offices
from dure.views.rows import makers, rows, shown
from dure.views.tile_maps import count_maps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dure.catalogue import Catalogue
    from dure.render import Phrase
    from dure.views.entries import Places
    from dure.views.listing import Facet
    from dure.views.reader import Reader, TermView
    from dure.views.rows import Row, Rows

SOLD = 4
"""Products that a card names."""


class EnterpriseCard(Struct, frozen=True):
    """An enterprise as its card in the list shows it."""

    kinds: tuple[TermView, ...]
    region: TermView
    sectors: tuple[TermView, ...]
    products: Sequence[Phrase | str]
    more: bool
    """Whether it sells more than these."""
    summary: Phrase | str


def enterprise_list(reader: Reader) -> ListView[EnterpriseCard]:
    """Enterprises in name order, by region."""
    ids, found = list(rows(reader).all), list(rows(reader).all.values())
    columns = rows(reader).shared(_columns, reader.catalogue)
    facets = used(_facets(columns, reader))
    by_name = by_key([row.keys[LANGUAGES.index(reader.lang)] for row in found])
    regions, placed = [row.region for row in found], region_order(reader)
    order = sorted(by_name, key=[placed[region] for region in regions].__getitem__)
    entries = Entries(
        reader.lang,
        [ids[at] for at in order],
        order,
        columns,
        _told(places(facets, columns), ranks(by_name), reader),
        lambda some: _cards([found[at] for at in some], reader),
        (Sort("name", reader.words["sort_name"]),),
    )
    groups = by_term(entries, [regions[at] for at in order], "regions", reader)
    maps = count_maps(Counter(regions), reader)
    return ListView(facets, groups, entries, maps=maps, asked=help_offices(reader))


def _facets(columns: Columns, reader: Reader) -> tuple[Facet, ...]:
    return (
        facet("kind", columns, reader, labels("enterprise-kinds", reader)),
        facet("region", columns, reader, labels("regions", reader)),
        facet("sector", columns, reader, labels("sectors", reader)),
        facet("class", columns, reader, labels("procurement-classes", reader)),
        facet("need", columns, reader, labels("needs", reader)),
        facet("certificate", columns, reader, labels("enterprise-kinds", reader)),
    )


def _columns(found: Rows, catalogue: Catalogue) -> Columns:
    """What each is filtered by."""
    sold = [row.sold for row in found.all.values()]
    return Columns({
        **found.shared(makers, catalogue),
        "class": Column.of(unique([one.procurement_class for one in own]) for own in sold),
        "need": Column.of(unique([need for one in own for need in one.needs]) for own in sold),
        "certificate": Column.of(row.certificates for row in found.all.values()),
    })  # fmt: skip


def _told(where: Sequence[Places], by_name: Sequence[str], reader: Reader) -> list[Told]:
    """What the list tells of each besides its card."""
    found, at = rows(reader).all, LANGUAGES.index(reader.lang)
    regions, kinds, sectors = labels("regions", reader), "enterprise-kinds", "sectors"

    @cache
    def more(vocabulary: str, ids: tuple[str, ...]) -> str:
        return "".join([f" · {term.label}" for term in reader.terms(vocabulary, ids)])

    return [
        Told(
            f"enterprises/{i}/",
            row.name[at],
            row.name[2] if at else "",
            regions[row.region] + more(kinds, row.kinds) + more(sectors, row.sectors),
            row.words,
            " ".join([row.summary[at], *[sold.name[at] for sold in row.sold]]),
            own,
            (rank,),
        )
        for (i, row), own, rank in zip(found.items(), where, by_name, strict=True)
    ]


def _cards(found: Iterable[Row], reader: Reader) -> list[EnterpriseCard]:
    regions, several = reader.term_views["regions"], reader.several
    kinds, sectors = several["enterprise-kinds"], several["sectors"]
    return [
        EnterpriseCard(
            kinds[row.kinds],
            regions[row.region],
            sectors[row.sectors],
            shown([sold.name for sold in row.sold[:SOLD]], reader.lang),
            len(row.sold) > SOLD,
            *shown([row.summary], reader.lang),
        )
        for row in found
    ]
