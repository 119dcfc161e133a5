"""The list of what enterprises sell."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from dure.korean.collation import sort_key
from dure.render import Phrase
from dure.views.enterprise import product_views
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
    used,
)  # fmt: skip
from dure.views.offices import help_offices
from dure.views.rows import rows, same, wider

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dure.views.enterprise import ProductView
    from dure.views.reader import Reader
    from dure.views.rows import Made, Row, Rows


def product_list(reader: Reader) -> ListView[ProductView]:
    """Products in name order, by procurement class."""
    items = _product_items(reader)
    groups = grouped(items, _class, lambda key: reader.term("procurement-classes", key).label)
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


def product_rows(reader: Reader) -> Rows:
    """All that the list of products shows of enterprises."""
    return rows("products", _product_rows, reader)


def _class(item: Item[ProductView]) -> str:
    return item.facets["class"][0]


def _product_items(reader: Reader) -> list[Item[ProductView]]:
    found = product_rows(reader).all
    sold = sorted(
        (row, maker_id, maker) for maker_id, (maker, *own) in found.items() for row in own
    )
    order = by_key([row[1] for row, *_ in sold])
    makers = by_key([maker for *_, maker in sold])

    def show(product_id: str) -> ProductView:
        return _product_view(product_id, reader)

    placed = zip(sold, ranks(order), ranks(makers), strict=True)
    items = [
        _product_item(row, f"enterprises/{maker_id}/", {"name": rank, "maker": by_maker},
                      cast("ProductView", Late(show, row[0])), reader.lang)
        for (row, maker_id, _), rank, by_maker in placed
    ]  # fmt: skip
    terms = reader.catalogue.terms.get("procurement-classes", {})
    classes = {term: at for at, term in enumerate(terms)}
    return sorted((items[at] for at in order), key=lambda item: classes[_class(item)])


def _product_item(
    row: Row, path: str, order: Mapping[str, str], view: ProductView, page_lang: str
) -> Item[ProductView]:
    product_id, _, name, lang, facets, line, note = row
    return Item(
        product_id, view, facets, name, Phrase(name, lang, page_lang), path, line, order, note
    )


def _product_rows(maker_id: str, reader: Reader) -> Made:
    """Key of the maker's name, then a row for each product."""
    maker = reader.catalogue.enterprises[maker_id]
    shared = {
        "kind": same(maker.kinds, reader),
        "region": wider(maker.region, reader),
        "sector": same(maker.sectors, reader),
    }
    views, name = product_views(maker_id, reader), reader.say(maker.name)
    made = [_product_row(view, shared, reader) for view in views]
    languages = [view.note.lang for view in views if view.note]
    return (sort_key(name.text), *made), (name.text, name.lang, *languages)


def _product_row(view: ProductView, shared: Mapping[str, tuple[str, ...]], reader: Reader) -> Row:
    """Its id, key of its name, the name and its language, facets, a line, a note."""
    return (
        view.id,
        sort_key(view.name.text),
        view.name.text,
        view.name.lang,
        {
            "class": same((view.procurement_class.id,), reader),
            "need": same(tuple([need.id for need in view.needs]), reader),
            **shared,
        },
        f"{view.maker.label.text} · {view.region.label.text}",
        view.note.text if view.note else "",
    )


def _product_view(product_id: str, reader: Reader) -> ProductView:
    maker_id = product_id.partition(".")[0]
    return next(view for view in product_views(maker_id, reader) if view.id == product_id)
