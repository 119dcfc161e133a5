"""The enterprise booklet for public buyers: enterprises by sector, and five ways to find one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict

from dure.booklets.paging.blocks import Block, Chapter, Entry, Record, Section
from dure.booklets.paging.book import Look, bound
from dure.booklets.paging.breaks import Filling, leaves
from dure.booklets.paging.matter import matter_chapters
from dure.booklets.select import enterprise_ids
from dure.booklets.works.common import (
    badge,
    base,
    matter_of,
    matters,
    strip,
    text_height,
    text_width,
)
from dure.booklets.works.entries import entry, target
from dure.booklets.works.entryfit import entry_fit
from dure.booklets.works.indexes import Item, by_letter, by_term, marked
from dure.booklets.works.pieces import enterprise_piece
from dure.render import Phrase
from dure.views.enterprise import enterprise_view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dure.booklets.works.common import (
        Values,
        Work,
    )
    from dure.booklets.works.indexes import Index
    from dure.views.enterprise import EnterpriseView
    from dure.views.reader import TermView

BAND_MM = 16.0
"""Height of the patchwork above a sector."""
FILLING = Filling(gap=5.0, most=9.0)


def enterprises_work(work: Work) -> Values:
    """Everything the booklet prints."""
    made = made_up(work)
    look = Look(work)
    return {**made.values, **bound(work, chapters(made, work), made.indexes, look)}


class MadeUp(Struct, frozen=True):
    """The booklet in one language before it has pages."""

    values: Values
    """What is inside its covers."""
    front: Sequence[Values]
    back: Sequence[Values]
    blocks: tuple[Block, ...]
    """Sectors with their enterprises."""
    entries: tuple[Entry, ...]
    """Their lines in the contents."""
    indexes: tuple[Index, ...]


def made_up(work: Work, mark: str = "") -> MadeUp:
    """What it prints in the work's language; `mark` ends the labels of a second one."""
    ids = enterprise_ids(work.booklet, work.reader.catalogue, work.volume)
    views = [enterprise_view(i, work.reader) for i in ids]
    known = work.reader.catalogue.enterprises
    pieces = [enterprise_piece(i, known[i], work.reader) for i in ids]
    hand_written = matter_of(work)
    found = [_section(at, *group, mark, work) for at, group in enumerate(sections(views, work))]
    return MadeUp(
        {**base(work, pieces), "key": key(views, work), "overview": overview(found)},
        matters(hand_written.front, work),
        matters(hand_written.back, work),
        tuple(block for blocks, _ in found for block in blocks),
        tuple(entry for _, entries in found for entry in entries),
        tuple(_index(name, views, mark, work) for name in work.booklet.indexes),
    )


def overview(found: Iterable[tuple[Sequence[Block], Sequence[Entry]]]) -> list[Values]:
    """Each part's name and dye, and how many records are in it."""
    parts = [
        (blocks[0].section, sum(len(block.records) for block in blocks)) for blocks, _ in found
    ]
    return [
        {"title": section.title, "dye": section.dye, "count": count}
        for section, count in parts
        if section
    ]


def chapters(made: MadeUp, work: Work) -> list[Chapter]:
    """Hand-written pages, the sectors, hand-written pages."""
    room = text_height(work)
    inside = Chapter(made.entries, tuple(leaves("", made.blocks, room, FILLING)))
    return [
        *matter_chapters(made.front, "front", work),
        inside,
        *matter_chapters(made.back, "back", work),
    ]


def key(views: Sequence[EnterpriseView], work: Work) -> Values:
    """How to read the booklet; only kinds that occur are explained."""
    used = {k.id for v in views for k in v.kinds}
    terms = work.reader.catalogue.terms
    return {
        "lines": [work.words[f"key_{n}"] for n in ("patch", "table", "code", "contact")],
        "kinds": [
            badge(work.reader.shown(t)) for t in terms["enterprise-kinds"].values() if t.id in used
        ],
        "classes": [work.reader.shown(t) for t in terms["procurement-classes"].values()],
    }


VOCABULARIES = {"sector": "sectors", "kind": "enterprise-kinds", "region": "regions"}
"""What a booklet may be grouped by; anything else is grouped by sector."""


def sections(
    views: Sequence[EnterpriseView], work: Work
) -> list[tuple[TermView | None, list[EnterpriseView]]]:
    """Groups in their vocabulary's order; each enterprise stands in the first it belongs to."""
    reader = work.reader
    by = work.booklet.group_by if work.booklet.group_by in VOCABULARIES else "sector"
    terms: dict[str, TermView | None] = {
        t.id: reader.shown(t) for t in reader.catalogue.terms[VOCABULARIES[by]].values()
    }
    groups: dict[str, list[EnterpriseView]] = {group: [] for group in (*terms, "")}
    for view in views:
        groups[_first(view, by)].append(view)
    return [(terms.get(group), inside) for group, inside in groups.items() if inside]


def _first(view: EnterpriseView, by: str) -> str:
    terms = {"sector": view.sectors, "kind": view.kinds, "region": (view.region,)}[by]
    return terms[0].id if terms else ""


def _section(
    at: int, term: TermView | None, views: Sequence[EnterpriseView], mark: str, work: Work
) -> tuple[list[Block], list[Entry]]:
    """A band with the entries under it, and their lines in the contents."""
    known = work.reader.catalogue.enterprises
    pieces = [enterprise_piece(v.id, known[v.id], work.reader) for v in views]
    title = term.label if term else work.words["sector_missing"]
    section = Section(at, title, term.colour if term else "jae")
    label = f"section-{at}{mark}"
    band = Block(
        "band",
        {
            "title": title,
            "about": term.description if term else work.words["sector_missing_about"],
            "number": at + 1,
            "dye": section.dye,
            "height": BAND_MM,
            "label": label,
            "patches": strip(pieces, work.width, BAND_MM),
        },
        BAND_MM,
        lead=True,
        section=section,
    )
    items = [_entry(view, section, mark, work) for view in views]
    lines = [Entry(2, record.target, record.name) for b in items for record in b.records]
    return [band, *items], [Entry(1, label, title), *lines]


def _entry(view: EnterpriseView, section: Section, mark: str, work: Work) -> Block:
    said = entry(view, section.dye, work)
    fit = entry_fit(said, work.words, work.type_of or work.reader.lang, text_width(work))
    what = {
        **asdict(said),
        "short": fit.short,
        "one": fit.one,
        "rows": fit.rows,
        "target": said.target + mark,
    }
    record = Record(f"enterprise/{view.id}", said.target + mark, view.name)
    return Block("entry", what, fit.tall, section=section, records=(record,))


def _index(name: str, views: Sequence[EnterpriseView], mark: str, work: Work) -> Index:
    found = _INDEXES[name](views, work)
    return marked(found, mark) if mark else found


def _names(views: Sequence[EnterpriseView], work: Work) -> Index:
    own = [Item(v.name, target(v.id)) for v in views]
    others = [
        Item(Phrase(alias, "ko", work.reader.lang), target(v.id))
        for v in views
        for alias in v.aliases
    ]
    return by_letter(work.words["index_name"], [*own, *others])


def _products(views: Sequence[EnterpriseView], work: Work) -> Index:
    items = [Item(p.name, target(v.id), v.name) for v in views for p in v.products]
    return by_letter(work.words["index_product"], items)


def _by(
    vocabulary: str,
    title: str,
    terms_of: Callable[[EnterpriseView], Sequence[str]],
    views: Sequence[EnterpriseView],
    work: Work,
) -> Index:
    terms = work.reader.catalogue.terms[vocabulary]
    labels = {i: str(work.reader.say(t.label)) for i, t in terms.items()}
    missing = work.words["not_stated"]
    found = [(i, Item(v.name, target(v.id))) for v in views for i in (terms_of(v) or ("",))]
    return by_term(work.words[title], {**labels, "": missing}, found)


def _regions(views: Sequence[EnterpriseView], work: Work) -> Index:
    return _by("regions", "index_region", lambda v: (v.region.id,), views, work)


def _kinds(views: Sequence[EnterpriseView], work: Work) -> Index:
    return _by("enterprise-kinds", "index_kind", lambda v: [k.id for k in v.kinds], views, work)


def _needs(views: Sequence[EnterpriseView], work: Work) -> Index:
    return _by(
        "needs",
        "index_need",
        lambda v: list(dict.fromkeys(n.id for p in v.products for n in p.needs)),
        views,
        work,
    )


_INDEXES: Mapping[str, Callable[[Sequence[EnterpriseView], Work], Index]] = {
    "name": _names,
    "product": _products,
    "region": _regions,
    "kind": _kinds,
    "need": _needs,
}
