"""The list of enterprises."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

from dure.frozen import frozen
from dure.korean.collation import sort_key
from dure.render import Phrase
from dure.views.listing import (
    Columns,
    Item,
    Late,
    ListView,
    Sort,
    by_key,
    facet,
    grouped,
    labels,
    ranks,
    region_order,
    unique,
    used,
)
from dure.views.offices import help_offices
from dure.views.reader import once
from dure.views.rows import rows, same, wider
from dure.views.tile_maps import count_maps

if TYPE_CHECKING:
    from dure.records import Enterprise
    from dure.views.listing import Facet
    from dure.views.reader import Reader, TermView
    from dure.views.rows import Made, Row, Rows

SOLD = 4
"""Products that a card names."""


@frozen
class EnterpriseCard:
    """An enterprise as its card in the list shows it."""

    kinds: tuple[TermView, ...]
    region: TermView
    sectors: tuple[TermView, ...]
    products: tuple[Phrase, ...]
    more: bool
    """Whether it sells more than these."""
    summary: Phrase | None


def enterprise_list(reader: Reader) -> ListView[EnterpriseCard]:
    """Enterprises in name order, by region."""
    items = _enterprise_items(reader)
    groups = grouped(items, _region, lambda key: reader.term("regions", key).label)
    return ListView(
        used(_enterprise_facets(items, reader)),
        groups,
        len(items),
        sorts=(Sort("name", reader.words["sort_name"]),),
        maps=count_maps(Counter(map(_region, items)), reader),
        asked=help_offices(reader),
    )


def enterprise_rows(reader: Reader) -> Rows:
    """All that the list of enterprises shows of them."""
    return rows("enterprises", _enterprise_row, reader)


def _region(item: Item[EnterpriseCard]) -> str:
    """The narrowest of its regions."""
    return item.facets["region"][0]


def _enterprise_facets(items: list[Item[EnterpriseCard]], reader: Reader) -> tuple[Facet, ...]:
    columns = Columns.of(items)
    return (
        facet("kind", columns, reader, labels("enterprise-kinds", reader)),
        facet("region", columns, reader, labels("regions", reader)),
        facet("sector", columns, reader, labels("sectors", reader)),
        facet("class", columns, reader, labels("procurement-classes", reader)),
        facet("need", columns, reader, labels("needs", reader)),
        facet("certificate", columns, reader, labels("enterprise-kinds", reader)),
    )


def _enterprise_items(reader: Reader) -> list[Item[EnterpriseCard]]:
    found = enterprise_rows(reader).all
    order = by_key([key for key, *_ in found.values()])

    def show(enterprise_id: str) -> EnterpriseCard:
        return _enterprise_card(enterprise_id, reader)

    items = [
        _enterprise_item(i, row, rank, cast("EnterpriseCard", Late(show, i)), reader.lang)
        for (i, row), rank in zip(found.items(), ranks(order), strict=True)
    ]
    regions = region_order(reader)
    return sorted((items[at] for at in order), key=lambda item: regions[_region(item)])


def _enterprise_item(
    enterprise_id: str, row: Row, rank: str, card: EnterpriseCard, page_lang: str
) -> Item[EnterpriseCard]:
    _, name, lang, facets, words, note, gives = row
    return Item(
        enterprise_id,
        card,
        facets,
        words,
        Phrase(name, lang, page_lang),
        f"enterprises/{enterprise_id}/",
        note,
        {"name": rank},
        gives,
    )


def _enterprise_row(enterprise_id: str, reader: Reader) -> Made:
    """Key of its name, the name and its language, facets, other names, a line, what it sells."""
    found = reader.catalogue.enterprises[enterprise_id]
    name = reader.say(found.name)
    terms = (
        reader.term("regions", found.region),
        *reader.terms("enterprise-kinds", found.kinds),
        *reader.terms("sectors", found.sectors),
    )
    sold = [reader.say(product.name) for product in found.products]
    summary = reader.say(found.summary) if found.summary else Phrase("", "", "")
    row = (
        sort_key(name.text),
        name.text,
        name.lang,
        _enterprise_values(found, reader),
        " ".join((found.name.ko, found.name.en or "", *found.aliases)),
        " · ".join([term.label.text for term in terms]),
        " ".join([summary.text, *[name.text for name in sold]]),
    )
    return row, ((summary.text, summary.lang), *((name.text, name.lang) for name in sold))


def _enterprise_values(found: Enterprise, reader: Reader) -> dict[str, tuple[str, ...]]:
    """What it is filtered by."""
    return {
        "kind": same(found.kinds, reader),
        "region": wider(found.region, reader),
        "sector": same(found.sectors, reader),
        "class": same(unique([p.procurement_class for p in found.products]), reader),
        "need": same(unique([need for p in found.products for need in p.needs]), reader),
        "certificate": same(unique([held.kind for held in found.certificates]), reader),
    }


@once
def _enterprise_card(enterprise_id: str, reader: Reader) -> EnterpriseCard:
    found = reader.catalogue.enterprises[enterprise_id]
    sold = [reader.say(product.name) for product in found.products[:SOLD]]
    return EnterpriseCard(
        reader.terms("enterprise-kinds", found.kinds),
        reader.term("regions", found.region),
        reader.terms("sectors", found.sectors),
        tuple(sold),
        len(found.products) > SOLD,
        reader.maybe(found.summary),
    )
