"""How tall the rows of the calendar sheet are, and which of them stand above the fold.

It follows `calendar.typ` cell by cell. All measures in millimetres.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from dure.booklets.unprintable import Unprintable, reason
from dure.booklets.works.lines import (
    BOLD,
    LEAST_WIDTH,
    REGULAR,
    lines,
    stacked,
    tall,
    width_mm,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dure.booklets.works.common import Values, Work

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

Parts = tuple[list["Values"], list["Values"]]


class Cells(Struct, frozen=True):
    """Widths of the columns beside the months."""

    name: float
    for_whom: float
    steps: float
    size: float
    contact: float


class Half(Struct, frozen=True):
    """What stands above or below the fold: no row lies across it."""

    y: float
    height: float
    sections: list[Values]


def cells(work: Work) -> Cells:
    """Their shares of the outer quarters of the sheet, less the margins and the gutters."""
    room = work.width / 4 - EDGE_MM
    left, right = room - 4.6 - 3, room - 3 - 2 * 2
    return Cells(left * 0.66, left * 0.34, right * 0.41, right * 0.26, right * 0.33)


def row_mm(row: dict[str, Any], room: Cells) -> float:
    """Height of a row whose cells are set in the smallest type."""
    steps = [str(step.name) for step in row["undated"]]
    phones = [line.calls[0].shown for line in row["contact"]["phones"]]
    name = f"{row['name']} {row['plain'] or ''}"
    words = {
        "name": (name, room.name),
        "for_whom": (row["for_whom"], room.for_whom),
        "size": (", ".join(map(str, row["size"])), room.size),
        "contact": (" ".join([str(row["contact"]["office"]), *phones]), room.contact),
    }
    heights = {
        cell: tall(said, LEAST_PT[cell], TIGHT_PT, wide, BOLD if cell == "name" else REGULAR)
        for cell, (said, wide) in words.items()
    }
    packed = stacked(_packed(steps, room.steps), LEAST_PT["steps"], TIGHT_PT)
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


def halves(sections: Sequence[Values], work: Work) -> list[Half]:
    """Sections above and below the fold; lanes are about as high, and no row is too low.

    A section is divided only where the sheet is too small otherwise. Raises `Unprintable` where
    it is too small even so.
    """
    fold = work.height / 2
    rooms = (fold - HEAD_MM - 2, fold - EDGE_MM - 2)

    def lane(parts: Parts) -> float:
        return min(map(_lane, parts, rooms))

    parts = max(_between_sections(sections), key=lane)
    if lane(parts) < LEAST_LANE_MM:
        parts = max(_between_rows(sections), key=lane, default=parts)
    if (least := lane(parts)) < LEAST_LANE_MM:
        count = sum(len(_items(s)) for s in sections)
        size = {"width": f"{work.width:g}", "height": f"{work.height:g}"}
        raise Unprintable(reason("too_many_programs", count=count, **size))
    found = []
    for top, room, part in zip((HEAD_MM, fold + 2), rooms, parts, strict=True):
        own = min(_lane(part, room), least * MOST_UNLIKE)
        found.append(Half(top, room, [_with_rows(section, own) for section in part]))
    return found


def _between_sections(sections: Sequence[Values]) -> Iterator[Parts]:
    for at in range(1, len(sections) + 1):
        yield [*sections[:at]], [*sections[at:]]


def _between_rows(sections: Sequence[Values]) -> Iterator[Parts]:
    """A section that lies on both sides has its title on each."""
    for at, section in enumerate(sections):
        items = _items(section)
        for row in range(1, len(items)):
            first, second = ({**section, "items": part} for part in (items[:row], items[row:]))
            yield [*sections[:at], first], [second, *sections[at + 1 :]]


def _lane(sections: Sequence[Values], room: float) -> float:
    """Height of a lane with which rows fill a room; 0 where they are taller than that."""
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
