"""How tall the parts of a program are, worked out from the widths of their letters.

It follows `programs.typ` part by part; a test compares the two. All heights in millimetres.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.booklets.works.lines import (
    BODY_PT,
    BOLD,
    LEADING_PT,
    POINT_MM,
    SMALL_LEADING_PT,
    SMALL_PT,
    lines,
    stacked,
    tall,
    width_mm,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dure.views.common import PhoneView
    from dure.views.outcomes import ResultView, SelectedView
    from dure.views.program import ProgramView
    from dure.views.steps import CourseView, FlowView, PhaseView
    from dure.views.support import BenefitView

TITLE_MM = 8 * POINT_MM + 1.6
"""A part's title and the white below it."""
CELL_X_MM, CELL_Y_MM, COURSE_Y_MM = 3.2, 2.0, 1.8
GLANCE_MM, FIGURES_MM, COURSE_MM = 24.0, 44.0, 46.0
"""Columns of the tables that do not take what is left."""
DOT_MM, DOT_PT, DOT_LEADING_PT = 2.6, 8.2, 3.8
BELOW_DOT_MM, BELOW_LINE_MM, BELOW_RESULT_MM = 1.2, 0.8, 1.4
STEP_PT, STEP_SMALL_PT, STEP_LEADING_PT = 7.6, 7.0, 3.0
STEP_X_MM, STEP_Y_MM, STEP_GUTTER_MM, STEP_ROW_MM = 3.2, 2.8, 2.0, 1.8
NUMBER_MM = 5.2
"""The number before a step's name."""
BAR_MM, LANE_MM = 2.4 + 6.4 * POINT_MM + 1.4 + 1.0, 4.0
FLOW_NAME_MM = 1.6
CODE_MM, GUTTER_MM, FOOT_X_MM, FOOT_Y_MM = 16.0, 3.0, 6.0, 3.4
SOURCE_PT, SOURCE_LEADING_PT = 6.2, 2.0


class Column(Struct, frozen=True):
    """Where a program is set: the language of its type and the width of the text."""

    lang: str
    width: float

    def small(self, text: str, room: float | None = None, weight: int = 400) -> float:
        """A paragraph in small type."""
        return tall(
            text,
            SMALL_PT[self.lang],
            SMALL_LEADING_PT,
            self.width if room is None else room,
            weight,
        )

    def each(self, texts: Iterable[object], room: float) -> float:
        """Several texts in small type, each on lines of its own."""
        size = SMALL_PT[self.lang]
        count = sum(lines(str(text), size, room, BOLD) for text in texts if text)
        return stacked(count, size, SMALL_LEADING_PT)


def beginning(
    view: ProgramView, glance: Sequence[tuple[str, Sequence[object]]], official: str, column: Column
) -> float:
    """Name, plain name, official name, what it is, and the table of main facts."""
    size = BODY_PT[column.lang]
    parts = tall(str(view.name), 12, LEADING_PT, column.width, BOLD)
    if view.plain_name:
        parts += 0.8 + tall(str(view.plain_name), 9, 4, column.width)
    if official:
        parts += 0.6 + column.small(official)
    parts += 2.0 + tall(str(view.summary), size, LEADING_PT, column.width)
    room = column.width - GLANCE_MM - CELL_X_MM
    rows = [
        max(column.small(name, GLANCE_MM - CELL_X_MM, BOLD), column.each(values, room)) + CELL_Y_MM
        for name, values in glance
    ]
    return parts + (1.8 + sum(rows) if rows else 0.0)


def paragraph(text: object, column: Column) -> float:
    """Under a title."""
    return TITLE_MM + tall(str(text), DOT_PT, DOT_LEADING_PT, column.width)


def dotted(item: object, column: Column) -> float:
    """A line of a list with the white below it."""
    return tall(str(item), DOT_PT, DOT_LEADING_PT, column.width - DOT_MM) + BELOW_DOT_MM


def support(benefits: Sequence[BenefitView], words: Sequence[str], column: Column) -> float:
    """The table of what is given."""
    figures = any(b.figures for b in benefits)
    room = column.width - CELL_X_MM - (FIGURES_MM if figures else 0.0)
    head = column.small(words[0], room, BOLD) + CELL_Y_MM
    rows = [
        max(column.each((b.label, b.detail), room), column.each(b.figures, FIGURES_MM - CELL_X_MM))
        + CELL_Y_MM
        for b in benefits
    ]
    return TITLE_MM + head + sum(rows)


def per_row(count: int) -> int:
    """Steps side by side."""
    return 2 if count <= 2 else 3 if count in {3, 5, 6, 9} else 4


def flow(found: FlowView, lanes: int, column: Column) -> float:
    """Its name, its steps in rows, and the bar of months."""
    across = per_row(len(found.phases))
    room = (column.width - STEP_GUTTER_MM * (across - 1)) / across - STEP_X_MM
    rows = [
        max(_step(step, room) for step in found.phases[at : at + across])
        for at in range(0, len(found.phases), across)
    ]
    name = column.small(str(found.name), weight=BOLD) + FLOW_NAME_MM if found.name else 0.0
    bar = BAR_MM + LANE_MM * lanes if lanes else 0.0
    return name + sum(rows) + STEP_ROW_MM * (len(rows) - 1) + bar


def _step(step: PhaseView, room: float) -> float:
    when = ", ".join(map(str, step.when))
    indent = "x" * round(NUMBER_MM / width_mm("x", STEP_PT, BOLD))
    names = lines(f"{indent} {step.name}", STEP_PT, room, BOLD)
    told = [lines(text, STEP_SMALL_PT, room) for text in (when, str(step.detail or "")) if text]
    points = names * STEP_PT + sum(told) * STEP_SMALL_PT
    return (points + STEP_LEADING_PT * (names + sum(told) - 1)) * POINT_MM + STEP_Y_MM


def course(found: CourseView, column: Column) -> float:
    """A row of the table of courses."""
    room = column.width - COURSE_MM - CELL_X_MM
    what = column.each((found.name, found.topics, found.audience, found.place), room)
    when = column.each((*found.when, *found.counts), COURSE_MM - CELL_X_MM)
    return max(what, when) + COURSE_Y_MM


def course_head(word: str, column: Column) -> float:
    """The head of the table of courses."""
    return column.small(word, column.width - COURSE_MM - CELL_X_MM, BOLD) + COURSE_Y_MM


def result(found: ResultView, partners: str, column: Column) -> float:
    """What came of a round, with those who were chosen."""
    figures = ", ".join(f"{f.label} {f.value}" for f in found.figures)
    head = column.each((f"{found.title}    {found.period}", found.text, figures), column.width)
    chosen = [
        column.small(told, column.width - DOT_MM, BOLD) + BELOW_LINE_MM
        for told in (selected(s, partners) for s in found.selected)
    ]
    return head + BELOW_RESULT_MM + sum(chosen)


def selected(found: SelectedView, partners: str) -> str:
    """A chosen team in one line."""
    words = [
        str(found.topic or ""),
        str(found.lead.label) if found.lead else "",
        f"{partners} {', '.join(str(p.label) for p in found.partners)}" if found.partners else "",
        *(f"{f.label} {f.value}" for f in found.figures),
        str(found.note or ""),
    ]
    return "  |  ".join(word for word in words if word)


def reference(labels: Iterable[object], page_ref: str, column: Column) -> float:
    """Names with the numbers of their pages, one after another."""
    told = "  ·  ".join(f"{label} {page_ref.replace('{n}', '888')}" for label in labels)
    return column.small(told)


def foot(contacts: Sequence[str], before: str, sources: str, column: Column) -> tuple[float, float]:
    """Height of the box with the contacts, and of all that stands at a program's end."""
    room = column.width - FOOT_X_MM - CODE_MM - GUTTER_MM
    told = column.each([before, *contacts], room)
    box = max(CODE_MM, column.small("x") + 0.4 + told) + FOOT_Y_MM
    return box, box + 1.0 + tall(sources, SOURCE_PT, SOURCE_LEADING_PT, column.width)


def calls(phones: Sequence[PhoneView]) -> str:
    """Numbers in a line as wide as they are set: narrow letters stand for the white between."""
    return "iii ".join(f"{line.label or ''}i {line.calls[0].shown}" for line in phones)


def chunks(heights: Sequence[float], most: float) -> Iterator[tuple[int, int]]:
    """Parts of a list none of which is taller than `most`, unless one thing alone is."""
    start, used = 0, 0.0
    for at, height in enumerate(heights):
        if used and used + height > most:
            yield start, at
            start, used = at, 0.0
        used += height
    if heights:
        yield start, len(heights)


def office(name: object, numbers: str, duties: Iterable[object], room: float) -> float:
    """A box of the chart of offices."""
    names = lines(str(name), 8, room, BOLD)
    told = sum(lines(text, 7, room, BOLD) for text in (numbers, *map(str, duties)) if text)
    points = names * 8 + told * 7 + SMALL_LEADING_PT * (names + told - 1)
    return points * POINT_MM + 4.0
