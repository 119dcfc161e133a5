"""The year's calendar on one sheet: fields as bands, steps as patches over the months."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from dure.booklets.patches import Area, patchwork
from dure.booklets.select import centre_ids, program_ids
from dure.booklets.works.calendarfit import HEAD_MM, cells, halves, row_mm
from dure.booklets.works.common import BLEED_MM, base, page_code
from dure.booklets.works.months import runs
from dure.booklets.works.offices import city_rows, team_rows
from dure.booklets.works.pieces import SECTION_DYES, program_piece
from dure.views.lists import tile_maps
from dure.views.program import program_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dure.booklets.patches import Patch, Piece
    from dure.booklets.works.common import (
        Values,
        Work,
    )
    from dure.render import Phrase
    from dure.views.program import ProgramView
    from dure.views.steps import PhaseView


class Step(Struct, frozen=True):
    """A step over months, in a lane of its row."""

    name: Phrase
    kind: Phrase
    first: int
    last: int
    dye: str
    lane: int


class Undated(Struct, frozen=True):
    """A step whose months the document does not tell."""

    name: Phrase
    dye: str


def calendar_work(work: Work) -> Values:
    """Everything the sheet prints."""
    reader = work.reader
    ids = program_ids(work.booklet, reader.catalogue)
    views = [program_view(i, reader) for i in ids]
    pieces = [program_piece(i, reader.catalogue.programs[i], reader) for i in ids]
    centres = centre_ids(work.booklet, reader.catalogue)
    sections = _sections(views, work)
    return {
        **base(work, pieces),
        "halves": halves(sections, work),
        "cells": cells(work),
        "head": HEAD_MM,
        "legend": _legend(views, work),
        "calendar_code": page_code(work, "calendar/"),
        "districts": city_rows(centres, reader),
        "teams": team_rows(centres, reader),
        "map": _map(work),
        "summaries": sections,
        "face": face(pieces, work.width / 4, work.height / 2, 17.0),
    }


def _legend(views: Sequence[ProgramView], work: Work) -> list[object]:
    used = {p.kind.id for v in views for f in v.flows for p in f.phases}
    terms = work.reader.catalogue.terms["phases"].values()
    return [work.reader.shown(t) for t in terms if t.id in used]


def face(pieces: Sequence[Piece], width: float, height: float, size: float) -> Values:
    """The panel that is in front once the sheet is folded; it bleeds to the right and below."""
    label = Area(0.0, round(height * 0.5, 2), round(width * 0.82, 2), round(height * 0.4, 2))
    areas = (
        Area(0.0, 0.0, width + BLEED_MM, label.y),
        Area(label.w, label.y, width + BLEED_MM - label.w, label.h),
        Area(0.0, label.y + label.h, width + BLEED_MM, height + BLEED_MM - label.y - label.h),
    )
    patches: tuple[Patch, ...] = patchwork(pieces, areas)
    return {"patches": patches, "label": label, "size": size}


def _sections(views: Sequence[ProgramView], work: Work) -> list[Values]:
    programs = work.reader.catalogue.programs
    titles = {s.id: s for d in work.reader.catalogue.documents.values() for s in d.sections}
    found: list[Values] = []
    for at, (name, inside) in enumerate(groupby(views, lambda v: programs[v.id].section or "")):
        section = titles.get(name)
        found.append(
            {
                "title": work.reader.say(section.title) if section else work.words["programs"],
                "dye": SECTION_DYES[at % len(SECTION_DYES)],
                "items": [_row(v, work) for v in inside],
            }
        )
    return found


def _row(view: ProgramView, work: Work) -> dict[str, Any]:
    phases = [p for flow in view.flows for p in flow.phases]
    steps = _steps(phases)
    row = {
        "id": view.id,
        "name": view.name,
        "plain": view.plain_name,
        "summary": view.summary,
        "for_whom": ", ".join(str(t.label) for t in view.applicants),
        "steps": steps,
        "lanes": max((s.lane for s in steps), default=0) + 1,
        "undated": [Undated(p.name, p.kind.colour) for p in phases if not p.months],
        "size": view.places or [f for b in view.benefits[:2] for f in b.figures[:1]],
        "contact": _contact(view),
    }
    return {**row, "tall": row_mm(row, cells(work))}


def _steps(phases: Sequence[PhaseView]) -> list[Step]:
    """Each span in the first lane that is free from its first month on."""
    ends: list[int] = []
    found = []
    spans = sorted(
        ((first, last, p) for p in phases for first, last in runs(p.months)),
        key=lambda span: span[0],
    )
    for first, last, phase in spans:
        lane = next((at for at, end in enumerate(ends) if end < first), len(ends))
        ends[lane : lane + 1] = [last]
        found.append(Step(phase.name, phase.kind.label, first, last, phase.kind.colour, lane))
    return found


def _contact(view: ProgramView) -> Values:
    """The first office to ask; the operator where none is named."""
    if view.contacts:
        return {"office": view.contacts[0].office.label, "phones": view.contacts[0].phones}
    return {"office": view.operators[0].label, "phones": []}


def _map(work: Work) -> Values | None:
    """The cities or districts with how many offices answer for each, where there is a map."""
    regions = {r for s in work.booklet.select for r in s.regions}
    found = next((m for m in tile_maps(work.reader) if m.region.id in regions), None)
    if found is None:
        return None
    return {
        "label": found.region.label,
        "dye": "jjok",
        "tiles": [
            {
                "id": t.term.id,
                "label": t.term.label,
                "column": t.column,
                "row": t.row,
                "count": len(t.centres),
                "figure": "",
            }
            for t in found.tiles
        ],
    }
