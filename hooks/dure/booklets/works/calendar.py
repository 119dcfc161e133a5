"""The year's calendar on one sheet: fields as bands, steps as patches over the months."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from dure.booklets.patches import Area, patchwork
from dure.booklets.select import centre_ids, program_ids
from dure.booklets.typeset import Unprintable, reason
from dure.booklets.works.common import BLEED_MM, base, page_code
from dure.booklets.works.lines import (
    BOLD,
    LEAST_WIDTH,
    REGULAR,
    lines,
    stacked,
    tall,
    width_mm,
)
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

LEAST_PT = {"name": 6.4, "for_whom": 5.2, "steps": 5.0, "size": 5.2, "contact": 5.2}
"""The smallest type of each cell, which the template gives to what has little room."""
TIGHT_PT = 1.6
"""Between two lines in a cell."""
AROUND_NAME_MM, AROUND_STEP_MM, SLACK_MM = 1.2, 1.6, 0.3
"""White above and below a name; before and behind a step; above and below any cell."""
LEAST_LANE_MM, MOST_LANE_MM = 2.7, 12.0
"""A lower lane holds no line; a higher one is empty."""
MOST_UNLIKE = 1.3
"""How much higher the lanes of one half may be than those of the other."""
HEAD_MM = 34.0
"""Title and legend above the first months; the second half starts under the fold."""
MONTHS_MM = 6.0
SECTION_MM = 5.0
EDGE_MM = 10.0


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


class Half(Struct, frozen=True):
    """What stands above or below the fold: no row lies across it."""

    y: float
    height: float
    sections: list[Values]


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
        "halves": _halves(sections, work),
        "cells": _cells(work),
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
    return {**row, "tall": _tall(row, _cells(work))}


def _tall(row: dict[str, Any], cells: Cells) -> float:
    """Height of a row whose cells are set in the smallest type (mm)."""
    steps = [str(step.name) for step in row["undated"]]
    phones = [line.calls[0].shown for line in row["contact"]["phones"]]
    name = f"{row['name']} {row['plain'] or ''}"
    words = {
        "name": (name, cells.name),
        "for_whom": (row["for_whom"], cells.for_whom),
        "size": (", ".join(map(str, row["size"])), cells.size),
        "contact": (" ".join([str(row["contact"]["office"]), *phones]), cells.contact),
    }
    heights = {
        cell: tall(said, LEAST_PT[cell], TIGHT_PT, room, BOLD if cell == "name" else REGULAR)
        for cell, (said, room) in words.items()
    }
    packed = stacked(_packed(steps, cells.steps), LEAST_PT["steps"], TIGHT_PT)
    return max(heights["name"] + AROUND_NAME_MM, packed, *heights.values()) + SLACK_MM


def _packed(steps: Sequence[str], room: float) -> int:
    """Lines that steps take one after another; none is divided unless it is longer than a line."""
    size, room = LEAST_PT["steps"], room * LEAST_WIDTH
    count, used = (1, 0.0) if steps else (0, 0.0)
    for step in steps:
        wide = width_mm(step, size) + AROUND_STEP_MM
        if used and used + wide > room:
            count, used = count + 1, 0.0
        if wide > room:
            count += lines(step, size, room - AROUND_STEP_MM) - 1
        used = min(room, used + wide + width_mm(" › ", size))
    return count


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


class Cells(Struct, frozen=True):
    """Widths of the columns beside the months (mm)."""

    name: float
    for_whom: float
    steps: float
    size: float
    contact: float


def _cells(work: Work) -> Cells:
    """Their shares of the outer quarters of the sheet, less the margins and the gutters."""
    room = work.width / 4 - EDGE_MM
    left, right = room - 4.6 - 3, room - 3 - 2 * 2
    return Cells(left * 0.66, left * 0.34, right * 0.41, right * 0.26, right * 0.33)


def _halves(sections: Sequence[Values], work: Work) -> list[Half]:
    """Sections above and below the fold; lanes are about as high, and no row is too low.

    Raises `Unprintable` where the sheet is too small.
    """
    fold = work.height / 2
    rooms = (fold - HEAD_MM - 2, fold - EDGE_MM - 2)
    parts = max(
        ((sections[:at], sections[at:]) for at in range(1, max(len(sections), 2))),
        key=lambda parts: min(map(_lane, parts, rooms)),
    )
    lane = min(map(_lane, parts, rooms))
    if lane < LEAST_LANE_MM:
        count = sum(len(_items(s)) for s in sections)
        size = {"width": f"{work.width:g}", "height": f"{work.height:g}"}
        raise Unprintable(reason("too_many_programs", count=count, **size))
    halves = []
    for top, room, part in zip((HEAD_MM, fold + 2), rooms, parts, strict=True):
        own = min(_lane(part, room), lane * MOST_UNLIKE)
        halves.append(Half(top, room, [_with_rows(section, own) for section in part]))
    return halves


def _lane(sections: Sequence[Values], room: float) -> float:
    """Height of a lane with which rows fill a room (mm); 0 where they are taller than that."""
    rows = [(float(i["tall"]), int(i["lanes"])) for s in sections for i in _items(s)]
    left = room - MONTHS_MM - SECTION_MM * len(sections)
    while rows:
        lane = left / sum(lanes for _, lanes in rows)
        fixed = [row for row in rows if row[0] > row[1] * lane]
        if not fixed:
            return min(lane, MOST_LANE_MM)
        left -= sum(tall for tall, _ in fixed)
        rows = [row for row in rows if row not in fixed]
    return MOST_LANE_MM if left >= 0 else 0.0


def _with_rows(section: Values, lane: float) -> Values:
    rows = [{**i, "height": round(max(i["tall"], i["lanes"] * lane), 3)} for i in _items(section)]
    return {**section, "items": rows}


def _items(section: Values) -> list[dict[str, Any]]:
    items = section["items"]
    assert isinstance(items, list)
    return items


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
