"""The product catalogue: what can be bought, by procurement class and by need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.booklets.patches import Area, Piece, patchwork
from dure.booklets.select import product_ids
from dure.booklets.works.common import (
    badge,
    base,
    enterprise_piece,
    matters,
    record_code,
    strip,
)
from dure.booklets.works.indexes import Item, by_letter, by_term
from dure.booklets.works.placing import placed
from dure.views.enterprise import product_views

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dure.booklets.patches import Patch
    from dure.booklets.works.common import Values, Work
    from dure.booklets.works.indexes import Index
    from dure.records import Term
    from dure.views.enterprise import ProductView

BAND_MM = 20.0
"""Height of the patchwork above a procurement class."""
PATCH_MM = 13.0
"""Side of the little patchwork that stands in for a photograph."""
CLASS_DYES = {"goods": "jjok", "services": "ok", "works": "chija"}
"""Classes have no colour of their own in the data."""


def products_work(work: Work) -> Values:
    """Everything the catalogue prints."""
    reader = work.reader
    views = [product_views(maker, reader)[at]
             for maker, at in product_ids(work.booklet, reader.catalogue)]
    return {
        **base(work, [_piece(v, work) for v in views]),
        "front": matters(work.booklet.front, work),
        "back": matters(work.booklet.back, work),
        "sections": _sections(views, work),
        "indexes": [_index(name, views, work) for name in work.booklet.indexes],
        "key": _key(views, work),
    }


def _key(views: Sequence[ProductView], work: Work) -> Values:
    used = {kind.id: kind for v in views for kind in v.maker_kinds}
    lines = [work.words[f"key_{n}"] for n in ("product_patch", "product", "code")]
    return {"lines": lines, "kinds": [badge(kind) for kind in used.values()]}


def _maker(view: ProductView) -> str:
    return view.id.partition(".")[0]


def _piece(view: ProductView, work: Work) -> Piece:
    maker = _maker(view)
    known = work.reader.catalogue.enterprises[maker]
    found = enterprise_piece(maker, known, work.reader)
    return Piece(view.id, found.dye, found.pale)


def _sections(views: Sequence[ProductView], work: Work) -> list[Values]:
    terms = work.reader.catalogue.terms["procurement-classes"].values()
    found = []
    for term in terms:
        inside = [v for v in views if v.procurement_class.id == term.id]
        if inside:
            found.append(_section(term, inside, work))
    return found


def _section(term: Term, views: Sequence[ProductView], work: Work) -> Values:
    pieces = [_piece(v, work) for v in views]
    return {
        "title": work.reader.say(term.label),
        "about": work.reader.maybe(term.description),
        "dye": CLASS_DYES.get(term.id, "jae"),
        "height": BAND_MM,
        "patches": strip(pieces, work.width, BAND_MM),
        "groups": _groups(views, work),
    }


def _groups(views: Sequence[ProductView], work: Work) -> list[Values]:
    """Needs in their vocabulary's order; each product stands under its first need."""
    terms: dict[str, Term | None] = {**work.reader.catalogue.terms["needs"], "": None}
    found: list[Values] = []
    for need, term in terms.items():
        inside = [v for v in views if (v.needs[0].id if v.needs else "") == need]
        if inside:
            title = work.reader.say(term.label) if term else work.words["not_stated"]
            about = work.reader.maybe(term.description) if term else None
            items = [_card(v, work) for v in inside]
            found.append({"title": title, "about": about, "items": items})
    return found


def _card(view: ProductView, work: Work) -> Values:
    piece = _piece(view, work)
    return {
        "id": view.id,
        "name": view.name,
        "maker": view.maker.label,
        "region": view.region.label,
        "note": view.note,
        "also": [need.label for need in view.needs[1:]],
        "kinds": [badge(kind) for kind in view.maker_kinds],
        "dye": piece.dye,
        "patches": _stand_in(piece),
        "picture": placed(_maker(view), work),
        "target": target(view),
        "code": record_code(work, f"enterprises/{_maker(view)}/"),
    }


def _stand_in(piece: Piece) -> tuple[Patch, ...]:
    """Four patches sewn from the id: no photograph is made up."""
    four = [Piece(f"{piece.id} {n}", piece.dye, pale=n % 2 == 0 or piece.pale) for n in range(4)]
    return patchwork(four, (Area(0.0, 0.0, PATCH_MM, PATCH_MM),))


def target(view: ProductView) -> str:
    """The label a card bears in the template."""
    return f"product-{view.id.replace('.', '--')}"


def _index(name: str, views: Sequence[ProductView], work: Work) -> Index:
    words, terms = work.words, work.reader.catalogue.terms
    if name == "product":
        return by_letter(words["index_product"], (Item(v.name, target(v)) for v in views))
    if name == "name":
        return by_letter(words["index_maker"],
                         (Item(v.maker.label, target(v), v.name) for v in views))
    vocabulary = {"region": "regions", "kind": "enterprise-kinds", "need": "needs"}[name]
    found = [(i, Item(v.name, target(v), v.maker.label))
             for v in views for i in _term_ids(name, v) or ("",)]
    return by_term(words[f"index_{name}"], _labels(terms[vocabulary], work), found)


def _term_ids(name: str, view: ProductView) -> tuple[str, ...]:
    named = {"region": (view.region,), "kind": view.maker_kinds, "need": view.needs}
    return tuple(term.id for term in named[name])


def _labels(terms: Mapping[str, Term], work: Work) -> dict[str, str]:
    labels = {i: str(work.reader.say(t.label)) for i, t in terms.items()}
    return {**labels, "": work.words["not_stated"]}
