"""The program guidebook: programs by section, then offices, history and contacts."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from dure.booklets.paging.blocks import Block, Chapter, Entry, Section
from dure.booklets.paging.book import Look, bound
from dure.booklets.paging.matter import matter_chapters
from dure.booklets.paging.units import Unit, unit_leaves
from dure.booklets.select import centre_ids, program_ids
from dure.booklets.works.common import badge, base, matters, strip, text_height
from dure.booklets.works.directory import office_chapters
from dure.booklets.works.indexes import Item, by_letter, by_term
from dure.booklets.works.pieces import SECTION_DYES, program_piece
from dure.booklets.works.programs import program_blocks, target
from dure.views.program import program_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dure.booklets.works.common import Values, Work
    from dure.booklets.works.indexes import Index
    from dure.views.program import ProgramView

KEY = ("program_patch", "program", "months", "program_code")
BAND_MM = 16.0
"""Height of the patchwork above a section's first program."""


def guidebook_work(work: Work) -> Values:
    """Everything the guidebook prints."""
    reader = work.reader
    ids = program_ids(work.booklet, reader.catalogue)
    views = [program_view(i, reader) for i in ids]
    programs = reader.catalogue.programs
    chapters = [
        *matter_chapters(matters(work.booklet.front, work), "front", work),
        _programs(views, work),
        *office_chapters(centre_ids(work.booklet, reader.catalogue), work),
        *matter_chapters(matters(work.booklet.back, work), "back", work),
    ]
    indexes = [_index(name, views, work) for name in work.booklet.indexes]
    return {
        **base(work, [program_piece(i, programs[i], reader) for i in ids]),
        "key": _key(views, work),
        "overview": [
            {"title": g.section.title, "dye": g.section.dye, "count": len(g.views)}
            for g in _groups(views, work)
        ],
        **bound(work, chapters, indexes, Look(work)),
    }


def _key(views: Sequence[ProgramView], work: Work) -> Values:
    used = {p.kind.id for v in views for f in v.flows for p in f.phases}
    terms = work.reader.catalogue.terms["phases"].values()
    return {
        "lines": [work.words[f"key_{name}"] for name in KEY],
        "phases": [badge(work.reader.shown(t)) for t in terms if t.id in used],
    }


class Group(Struct, frozen=True):
    """Programs of one section of the source document."""

    section: Section
    about: object
    views: tuple[ProgramView, ...]

    @property
    def label(self) -> str:
        """Its heading's."""
        return f"section-{self.section.at}"


def _programs(views: Sequence[ProgramView], work: Work) -> Chapter:
    """All sections, a band before each; short programs share a page."""
    known = frozenset(view.id for view in views)
    units, entries = [], []
    for group in _groups(views, work):
        units.append(Unit((_band(group, work),), lead=True))
        entries.append(Entry(1, group.label, group.section.title))
        for view in group.views:
            units.append(Unit(tuple(program_blocks(view, group.section, known, work))))
            entries.append(Entry(2, target(view.id), view.name))
    return Chapter(tuple(entries), tuple(unit_leaves(units, text_height(work))))


def _groups(views: Sequence[ProgramView], work: Work) -> Iterator[Group]:
    """Sections of the source document, in its order."""
    reader, programs = work.reader, work.reader.catalogue.programs
    titles = {s.id: s for d in reader.catalogue.documents.values() for s in d.sections}
    for at, (name, inside) in enumerate(groupby(views, lambda v: programs[v.id].section or "")):
        found = titles.get(name)
        title = reader.say(found.title) if found else work.words["programs"]
        section = Section(at, title, SECTION_DYES[at % len(SECTION_DYES)])
        yield Group(section, reader.maybe(found.description) if found else None, tuple(inside))


def _band(group: Group, work: Work) -> Block:
    programs = work.reader.catalogue.programs
    pieces = [program_piece(v.id, programs[v.id], work.reader) for v in group.views]
    return Block(
        "band",
        {
            "title": group.section.title,
            "about": group.about,
            "number": group.section.at + 1,
            "dye": group.section.dye,
            "height": BAND_MM,
            "label": group.label,
            "patches": strip(pieces, work.width, BAND_MM),
        },
        BAND_MM,
        lead=True,
        section=group.section,
    )


def _index(name: str, views: Sequence[ProgramView], work: Work) -> Index:
    words = work.words
    if name == "name":
        return by_letter(words["index_program"], (Item(v.name, target(v.id)) for v in views))
    vocabulary = {"applicant": "applicants", "support": "supports"}[name]
    terms = work.reader.catalogue.terms[vocabulary]
    labels = {i: str(work.reader.say(t.label)) for i, t in terms.items()}
    found = [
        (t.id, Item(v.name, target(v.id)))
        for v in views
        for t in (v.applicants if name == "applicant" else v.supports)
    ]
    return by_term(words[f"index_{name}"], labels, found)
