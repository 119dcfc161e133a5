"""The product catalogue: what can be bought, by procurement class and by need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.booklets.paging.blocks import Block, Chapter, Entry, Record, Section
from dure.booklets.paging.book import Look, bound
from dure.booklets.paging.breaks import Filling, leaves
from dure.booklets.paging.matter import matter_chapters
from dure.booklets.patches import Area, Piece, patchwork
from dure.booklets.select import product_ids
from dure.booklets.works.common import (
    badge,
    base,
    matters,
    record_code,
    strip,
    text_height,
    text_width,
)
from dure.booklets.works.entryfit import BADGE_MM, BADGE_PT
from dure.booklets.works.indexes import Item, by_letter, by_term
from dure.booklets.works.lines import (
    BOLD,
    LEADING_PT,
    SMALL_LEADING_PT,
    SMALL_PT,
    stacked,
    tall,
    width_mm,
)
from dure.booklets.works.pieces import enterprise_piece
from dure.booklets.works.placing import placed
from dure.views.enterprise import product_views

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dure.booklets.patches import Patch
    from dure.booklets.works.common import Values, Work
    from dure.booklets.works.indexes import Index
    from dure.records import Term
    from dure.render import Phrase
    from dure.views.enterprise import ProductView
    from dure.views.reader import TermView

BAND_MM = 20.0
"""Height of the patchwork above a procurement class."""
PATCH_MM = 13.0
"""Side of the little patchwork that stands in for a photograph."""
GUTTER_MM = 7.0
"""Between two cards."""
FILLING = Filling(gap=4.0, most=6.0)
CLASS_DYES = {"goods": "jjok", "services": "ok", "works": "chija"}
"""Classes have no colour of their own in the data."""


def products_work(work: Work) -> Values:
    """Everything the catalogue prints."""
    reader = work.reader
    views = [
        product_views(maker, reader)[at]
        for maker, at in product_ids(work.booklet, reader.catalogue)
    ]
    found = [
        _section(at, term, inside, work) for at, (term, inside) in enumerate(_classes(views, work))
    ]
    blocks = [block for section, _ in found for block in section]
    entries = tuple(entry for _, lines in found for entry in lines)
    inside = Chapter(entries, tuple(leaves("", blocks, text_height(work), FILLING)))
    chapters = [
        *matter_chapters(matters(work.booklet.front, work), "front", work),
        inside,
        *matter_chapters(matters(work.booklet.back, work), "back", work),
    ]
    indexes = [_index(name, views, work) for name in work.booklet.indexes]
    return {
        **base(work, [_piece(v, work) for v in views]),
        "key": _key(views, work),
        "overview": _overview(views, work),
        **bound(work, chapters, indexes, Look(work)),
    }


def _key(views: Sequence[ProductView], work: Work) -> Values:
    used = {kind.id: kind for v in views for kind in v.maker_kinds}
    lines = [work.words[f"key_{n}"] for n in ("product_patch", "product", "maker_code")]
    return {"lines": lines, "kinds": [badge(kind) for kind in used.values()]}


def _overview(views: Sequence[ProductView], work: Work) -> list[Values]:
    """How many there are of each class for each need."""
    return [
        {
            "title": need.label if need else work.words["not_stated"],
            "count": len(inside),
            "dye": CLASS_DYES.get(term.id, "jae"),
        }
        for term, of_class in _classes(views, work)
        for need, inside in _needs(of_class, work)
    ]


def _maker(view: ProductView) -> str:
    return view.id.partition(".")[0]


def _piece(view: ProductView, work: Work) -> Piece:
    maker = _maker(view)
    known = work.reader.catalogue.enterprises[maker]
    found = enterprise_piece(maker, known, work.reader)
    return Piece(view.id, found.dye, found.pale)


def _classes(views: Sequence[ProductView], work: Work) -> Iterator[tuple[Term, list[ProductView]]]:
    for term in work.reader.catalogue.terms["procurement-classes"].values():
        inside = [v for v in views if v.procurement_class.id == term.id]
        if inside:
            yield term, inside


def _section(
    at: int, term: Term, views: Sequence[ProductView], work: Work
) -> tuple[list[Block], list[Entry]]:
    """A band, then each need's title with its cards, two side by side."""
    title = work.reader.say(term.label)
    section = Section(at, title, CLASS_DYES.get(term.id, "jae"))
    label = f"section-{at}"
    band = Block(
        "band",
        {
            "title": title,
            "about": work.reader.maybe(term.description),
            "number": at + 1,
            "dye": section.dye,
            "height": BAND_MM,
            "label": label,
            "patches": strip([_piece(v, work) for v in views], work.width, BAND_MM),
        },
        BAND_MM,
        lead=True,
        section=section,
    )
    blocks, lines = [band], [Entry(1, label, title)]
    for number, (need, inside) in enumerate(_needs(views, work)):
        name = f"{label}-{number}"
        head = need.label if need else work.words["not_stated"]
        lines.append(Entry(2, name, head))
        blocks.append(_group(name, head, need.description if need else None, section, work))
        blocks += [_pair(inside[n : n + 2], section, work) for n in range(0, len(inside), 2)]
    return blocks, lines


def _needs(
    views: Sequence[ProductView], work: Work
) -> Iterator[tuple[TermView | None, list[ProductView]]]:
    """Needs in their vocabulary's order; each product stands under its first need."""
    terms = work.reader.catalogue.terms["needs"]
    for need in (*terms, ""):
        inside = [v for v in views if (v.needs[0].id if v.needs else "") == need]
        if inside:
            yield (work.reader.shown(terms[need]) if need else None), inside


def _group(
    label: str, title: Phrase | str, about: Phrase | None, section: Section, work: Work
) -> Block:
    width, size = text_width(work), SMALL_PT[work.reader.lang]
    said = tall(str(about or ""), size, SMALL_LEADING_PT, width)
    whole = tall(str(title), 12, LEADING_PT, width, BOLD) + (said + 0.8 if said else 0.0)
    what = {"title": title, "about": about, "label": label}
    return Block("group", what, whole, lead=True, section=section)


def _pair(views: Sequence[ProductView], section: Section, work: Work) -> Block:
    cards = [_card(view, work) for view in views]
    records = tuple(Record(f"product/{view.id}", target(view), view.name) for view in views)
    whole = max(_card_mm(view, work) for view in views)
    return Block("pair", cards, whole, section=section, records=records)


def _card_mm(view: ProductView, work: Work) -> float:
    """A card's height: its words beside a patchwork and a code."""
    room = (text_width(work) - GUTTER_MM) / 2 - 2 * (PATCH_MM + 3)
    size = SMALL_PT[work.reader.lang]
    also = ", ".join(str(need.label) for need in view.needs[1:])
    said = [
        f"{view.maker.label}  {view.region.label}",
        str(view.note or ""),
        f"{work.words['also_for']} {also}" if also else "",
    ]
    parts = [found for text in said if (found := tall(text, size, SMALL_LEADING_PT, room))]
    parts += [_badges_mm(view, room)] if view.maker_kinds else []
    head = tall(str(view.name), 9.4, LEADING_PT, room, BOLD) + 1.0
    return 3.0 + max(PATCH_MM, head + sum(parts) + 1.2 * (len(parts) - 1))


def _badges_mm(view: ProductView, room: float) -> float:
    """Lines of badges; one breaks only where a line cannot hold it."""
    lines, used = 1, 0.0
    for kind in view.maker_kinds:
        wide = width_mm(str(kind.label), BADGE_PT, BOLD) + BADGE_MM
        if used and used + wide > room:
            lines, used = lines + 1, 0.0
        used += wide
        lines += int(wide > room)
    return stacked(lines, 8.6, LEADING_PT)


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
        return by_letter(
            words["index_maker"], (Item(v.maker.label, target(v), v.name) for v in views)
        )
    vocabulary = {"region": "regions", "kind": "enterprise-kinds", "need": "needs"}[name]
    found = [
        (i, Item(v.name, target(v), v.maker.label))
        for v in views
        for i in _term_ids(name, v) or ("",)
    ]
    return by_term(words[f"index_{name}"], _labels(terms[vocabulary], work), found)


def _term_ids(name: str, view: ProductView) -> tuple[str, ...]:
    named = {"region": (view.region,), "kind": view.maker_kinds, "need": view.needs}
    return tuple(term.id for term in named[name])


def _labels(terms: Mapping[str, Term], work: Work) -> dict[str, str]:
    labels = {i: str(work.reader.say(t.label)) for i, t in terms.items()}
    return {**labels, "": work.words["not_stated"]}
