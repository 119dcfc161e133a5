"""The lists of enterprises and of what they sell."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dure.korean.collation import sort_key
from dure.views.enterprise import enterprise_view, product_views
from dure.views.listing import (
    Item,
    ListView,
    Sort,
    facet,
    grouped,
    labels,
    name_ranks,
    region_order,
    unique,
    used,
)
from dure.views.offices import help_offices
from dure.views.tile_maps import count_maps

if TYPE_CHECKING:
    from dure.views.enterprise import EnterpriseView, ProductView
    from dure.views.listing import Facet
    from dure.views.reader import Reader


def enterprise_list(reader: Reader) -> ListView[EnterpriseView]:
    """Enterprises in name order, by region."""
    views = [enterprise_view(i, reader) for i in reader.catalogue.enterprises]
    order = region_order(reader)
    views.sort(key=lambda v: (order[v.region.id], sort_key(str(v.name)), v.id))
    ranks = name_ranks({v.id: str(v.name) for v in views})
    items = [_enterprise_item(view, ranks[view.id], reader) for view in views]
    groups = grouped(
        items, lambda item: item.view.region.id, lambda key: reader.term("regions", key).label
    )
    return ListView(
        used(_enterprise_facets(items, reader)),
        groups,
        len(items),
        sorts=(Sort("name", reader.words["sort_name"]),),
        maps=count_maps(Counter(v.region.id for v in views), reader),
        asked=help_offices(reader),
    )


def _enterprise_facets(items: list[Item[EnterpriseView]], reader: Reader) -> tuple[Facet, ...]:
    return (
        facet("kind", items, reader, labels("enterprise-kinds", reader)),
        facet("region", items, reader, labels("regions", reader)),
        facet("sector", items, reader, labels("sectors", reader)),
        facet("class", items, reader, labels("procurement-classes", reader)),
        facet("need", items, reader, labels("needs", reader)),
        facet("certificate", items, reader, labels("enterprise-kinds", reader)),
    )


def _enterprise_item(view: EnterpriseView, rank: str, reader: Reader) -> Item[EnterpriseView]:
    found = reader.catalogue.enterprises[view.id]
    words = (found.name.ko, found.name.en or "", *found.aliases)
    gives = (str(view.summary or ""), *(str(p.name) for p in view.products))
    return Item(
        view.id,
        view,
        {
            "kind": found.kinds,
            "region": reader.catalogue.above(found.region),
            "sector": found.sectors,
            "class": unique(p.procurement_class.id for p in view.products),
            "need": unique(n.id for p in view.products for n in p.needs),
            "certificate": unique(held.kind for held in found.certificates),
        },
        " ".join(words),
        view.name,
        f"enterprises/{view.id}/",
        " · ".join(str(term.label) for term in (view.region, *view.kinds, *view.sectors)),
        {"name": rank},
        " ".join(gives),
    )


def product_list(reader: Reader) -> ListView[ProductView]:
    """Products in name order, by procurement class."""
    views = [p for i in reader.catalogue.enterprises for p in product_views(i, reader)]
    classes = list(reader.catalogue.terms.get("procurement-classes", {}))
    views.sort(key=lambda v: (classes.index(v.procurement_class.id), sort_key(str(v.name)), v.id))
    ranks = name_ranks({v.id: str(v.name) for v in views})
    makers = name_ranks({v.id: str(v.maker.label) for v in views})
    items = [_product_item(v, {"name": ranks[v.id], "maker": makers[v.id]}, reader) for v in views]
    groups = grouped(
        items,
        lambda item: item.view.procurement_class.id,
        lambda key: reader.term("procurement-classes", key).label,
    )
    facets = (
        facet("class", items, reader, labels("procurement-classes", reader)),
        facet("need", items, reader, labels("needs", reader)),
        facet("kind", items, reader, labels("enterprise-kinds", reader)),
        facet("region", items, reader, labels("regions", reader)),
        facet("sector", items, reader, labels("sectors", reader)),
    )
    sorts = (Sort("name", reader.words["sort_name"]), Sort("maker", reader.words["sort_maker"]))
    return ListView(used(facets), groups, len(items), sorts=sorts, asked=help_offices(reader))


def _product_item(view: ProductView, order: dict[str, str], reader: Reader) -> Item[ProductView]:
    maker = view.maker.path.split("/")[1]
    return Item(
        view.id,
        view,
        {
            "class": (view.procurement_class.id,),
            "need": tuple(n.id for n in view.needs),
            "kind": tuple(k.id for k in view.maker_kinds),
            "region": reader.catalogue.above(view.region.id),
            "sector": reader.catalogue.enterprises[maker].sectors,
        },
        str(view.name),
        view.name,
        view.maker.path,
        f"{view.maker.label} · {view.region.label}",
        order,
        str(view.note or ""),
    )
