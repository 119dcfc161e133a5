"""Lists that run on: indexes one after another in even columns, and the contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.booklets.paging.columns import Line, even, filled, grouped, tall
from dure.booklets.works.lines import BOLD, LEADING_PT, POINT_MM, SMALL_LEADING_PT, lines, stacked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dure.booklets.paging.blocks import Entry
    from dure.booklets.paging.columns import Column
    from dure.booklets.works.indexes import Group, Item
    from dure.render import Phrase

TITLE_MM = 12.7
"""A title with its rule and the white below it."""
BETWEEN_MM = 9.0
"""Between two lists on one page."""
LEAST_PART = 0.25
"""A list begins on a page where so much of it is left."""
GUTTER_MM, HANGING_MM = 6.0, 2.0
GROUP_MM, UNDER_GROUP_MM, RULED_MM = 3.0, 1.4, 0.7


class Run(Struct, frozen=True):
    """A list with its title."""

    title: Phrase | str
    label: str
    lines: tuple[Line, ...]


class Part(Struct, frozen=True):
    """What of a list stands on one page; `first` where it begins there."""

    run: Run
    first: bool
    columns: tuple[Column, ...]
    tall: float


def run_on(runs: Sequence[Run], count: int, room: float) -> list[list[Part]]:
    """Pages of lists in `count` columns, each list beginning where the one before ends."""
    pages: list[list[Part]] = [[]]
    left = room
    for run in runs:
        rest = list(run.lines)
        while rest:
            first = len(rest) == len(run.lines)
            above = (BETWEEN_MM if pages[-1] else 0.0) + (TITLE_MM if first else 0.0)
            columns = even(rest, count, left - above)
            if columns is None and pages[-1] and left - above < LEAST_PART * room:
                pages.append([])
                left = room
                continue
            columns = columns or filled(rest, left - above)[:count]
            part = Part(run, first, tuple(columns), tall(columns) + (TITLE_MM if first else 0.0))
            pages[-1].append(part)
            left -= above + tall(columns)
            rest = rest[sum(map(len, columns)) :]
            if rest:
                pages.append([])
                left = room
    return [page for page in pages if page]


class Type(Struct, frozen=True):
    """How an index is set: size of type in points, between lines in mm, width of a column."""

    size: float
    between: float
    width: float


def index_lines(
    groups: Sequence[Group], places: Mapping[str, tuple[int, float]], kind: Type
) -> tuple[Line, ...]:
    """Titles and lines of an index; `places` has page and height on it for each target."""
    found: list[Line] = []
    for group in groups:
        ruled = (
            stacked(lines(group.title, kind.size, kind.width, BOLD), kind.size, SMALL_LEADING_PT)
            + RULED_MM
        )
        title = Line({"t": group.title}, ruled, GROUP_MM)
        items = [_item(item, at, places, kind) for at, item in enumerate(group.items)]
        found.extend(grouped(title, items))
    return tuple(found)


def _item(item: Item, at: int, places: Mapping[str, tuple[int, float]], kind: Type) -> Line:
    page, y = places[item.target]
    told = " ".join(str(words) for words in (item.name, item.note, "   888") if words)
    count = lines(told, kind.size, kind.width)
    if count > 1:
        count = lines(told, kind.size, kind.width - HANGING_MM)
    what = {"n": item.name, "o": item.note, "p": page, "y": y}
    above = kind.between if at else UNDER_GROUP_MM
    return Line(what, stacked(count, kind.size, SMALL_LEADING_PT), above)


CONTENTS_PT = {1: 8.6, 2: 7.6}
CONTENTS_LEADING_PT = 2.2
"""Lines of one name stand closer than names do."""
ABOVE_MM = {1: 2.6, 2: 1.5}
INDENT_MM = 3.0


def contents_lines(entries: Sequence[Entry], width: float) -> tuple[Line, ...]:
    """Lines of the contents; a part's name stays with the first of what is in it."""
    found = []
    for at, entry in enumerate(entries):
        size = CONTENTS_PT[entry.level]
        room = width - (INDENT_MM if entry.level == 2 else 0.0)
        weight = BOLD if entry.level == 1 else 400
        count = lines(f"{entry.words}  888", size, room, weight)
        keeps = entry.level == 1 and at + 1 < len(entries) and entries[at + 1].level == 2
        height = stacked(count, size, CONTENTS_LEADING_PT)
        found.append(Line(entry.label, height, ABOVE_MM[entry.level], keeps))
    return tuple(found)


def title_mm(title: Phrase | str, width: float) -> float:
    """Height of a page's title with its rule and the white below it."""
    return TITLE_MM + (lines(str(title), 16, width, BOLD) - 1) * (16 + LEADING_PT) * POINT_MM
