"""The lists of enterprises and of what they sell."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dure.frozen import frozen
from dure.views.enterprise import product_views
from dure.views.listing import (
    Columns,
    Item,
    ListView,
    Sort,
    facet,
    grouped,
    in_order,
    labels,
    ranks,
    region_order,
    unique,
    used,
)
from dure.views.offices import help_offices
from dure.views.reader import once
from dure.views.tile_maps import count_maps

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dure.render import Phrase
    from dure.views.enterprise import ProductView
    from dure.views.listing import Facet
    from dure.views.reader import Reader, TermView

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
    groups = grouped(
        items, lambda item: item.view.region.id, lambda key: reader.term("regions", key).label
    )
    return ListView(
        used(_enterprise_facets(items, reader)),
        groups,
        len(items),
        sorts=(Sort("name", reader.words["sort_name"]),),
        maps=count_maps(Counter(item.view.region.id for item in items), reader),
        asked=help_offices(reader),
    )


class _Same(dict[tuple[str, ...], tuple[str, ...]]):
    """Ids → just these, one value for all that have them: thousands name the same few."""

    def __missing__(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        self[ids] = ids
        return ids


@once
def _wider(region: str, reader: Reader) -> tuple[str, ...]:
    """A region and those it lies in."""
    return reader.catalogue.above(region)


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
    found = sorted(reader.catalogue.enterprises.items())
    names = [reader.say(record.name) for _, record in found]
    order = in_order([name.text for name in names])
    same = _Same()
    items = [
        _enterprise_item(i, name, rank, same, reader)
        for (i, _), name, rank in zip(found, names, ranks(order), strict=True)
    ]
    regions = region_order(reader)
    return sorted((items[at] for at in order), key=lambda item: regions[item.view.region.id])


def _enterprise_item(
    enterprise_id: str, name: Phrase, rank: str, same: _Same, reader: Reader
) -> Item[EnterpriseCard]:
    found = reader.catalogue.enterprises[enterprise_id]
    sold = [reader.say(product.name) for product in found.products]
    card = EnterpriseCard(
        reader.terms("enterprise-kinds", found.kinds),
        reader.term("regions", found.region),
        reader.terms("sectors", found.sectors),
        tuple(sold[:SOLD]),
        len(sold) > SOLD,
        reader.maybe(found.summary),
    )
    return Item(
        enterprise_id,
        card,
        {
            "kind": same[found.kinds],
            "region": _wider(found.region, reader),
            "sector": same[found.sectors],
            "class": same[unique([p.procurement_class for p in found.products])],
            "need": same[unique([need for p in found.products for need in p.needs])],
            "certificate": same[unique([held.kind for held in found.certificates])],
        },
        " ".join((found.name.ko, found.name.en or "", *found.aliases)),
        name,
        f"enterprises/{enterprise_id}/",
        " · ".join([term.label.text for term in (card.region, *card.kinds, *card.sectors)]),
        {"name": rank},
        " ".join([card.summary.text if card.summary else "", *[name.text for name in sold]]),
    )


def product_list(reader: Reader) -> ListView[ProductView]:
    """Products in name order, by procurement class."""
    items = _product_items(reader)
    groups = grouped(
        items,
        lambda item: item.view.procurement_class.id,
        lambda key: reader.term("procurement-classes", key).label,
    )
    columns = Columns.of(items)
    facets = (
        facet("class", columns, reader, labels("procurement-classes", reader)),
        facet("need", columns, reader, labels("needs", reader)),
        facet("kind", columns, reader, labels("enterprise-kinds", reader)),
        facet("region", columns, reader, labels("regions", reader)),
        facet("sector", columns, reader, labels("sectors", reader)),
    )
    sorts = (Sort("name", reader.words["sort_name"]), Sort("maker", reader.words["sort_maker"]))
    return ListView(used(facets), groups, len(items), sorts=sorts, asked=help_offices(reader))


def _product_items(reader: Reader) -> list[Item[ProductView]]:
    same = _Same()
    sold = sorted(_sold(same, reader), key=lambda pair: pair[0].id)
    order = in_order([view.name.text for view, _ in sold])
    makers = in_order([view.maker.label.text for view, _ in sold])
    items = [
        _product_item(view, shared, {"name": rank, "maker": maker}, same)
        for (view, shared), rank, maker in zip(sold, ranks(order), ranks(makers), strict=True)
    ]
    terms = reader.catalogue.terms.get("procurement-classes", {})
    classes = {term: at for at, term in enumerate(terms)}
    return sorted(
        (items[at] for at in order), key=lambda item: classes[item.view.procurement_class.id]
    )


def _sold(
    same: _Same, reader: Reader
) -> Iterator[tuple[ProductView, Mapping[str, tuple[str, ...]]]]:
    """Every product with what it is filtered by because of its maker."""
    for maker_id, maker in reader.catalogue.enterprises.items():
        shared = {
            "kind": same[maker.kinds],
            "region": _wider(maker.region, reader),
            "sector": same[maker.sectors],
        }
        for view in product_views(maker_id, reader):
            yield view, shared


def _product_item(
    view: ProductView,
    shared: Mapping[str, tuple[str, ...]],
    order: Mapping[str, str],
    same: _Same,
) -> Item[ProductView]:
    return Item(
        view.id,
        view,
        {
            "class": same[(view.procurement_class.id,)],
            "need": same[tuple([need.id for need in view.needs])],
            **shared,
        },
        view.name.text,
        view.name,
        view.maker.path,
        f"{view.maker.label.text} · {view.region.label.text}",
        order,
        view.note.text if view.note else "",
    )
