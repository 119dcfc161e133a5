"""Indicators as pictures: bars, stacked bars and lines, laid out before they are drawn.

Lengths across are shares of the width, so that a chart is as wide as its place and its words
keep their size; lengths down are pixels.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import accumulate
from typing import TYPE_CHECKING

from msgspec import Struct

from dure.korean.amounts import format_number
from dure.messages import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dure.records import Indicator
    from dure.render import Phrase
    from dure.views.reader import Reader

PATTERNS = 6
"""How many fillings there are; a chart of more series starts again."""
LINE = 20
BAR = 22
GAP = 14
"""Heights of a line of text and of a bar, and the space after a group."""
FULL = Decimal(76)
"""Share of the width that the largest bar takes: its value stands beside it."""
INSIDE = Decimal(13)
"""Share of the width from which a value has room inside its part of a bar."""
LABEL = 40
"""Width of a line of a label in half-width characters: what a phone has room for."""
PLOT = 150
_YEAR = re.compile(r"y?[12][0-9]{3}([^0-9].*)?")


class Mark(Struct, frozen=True):
    """A bar or a part of one; `at` and `width` are shares of the chart's width."""

    y: int
    at: str
    width: str
    series: int
    value: str
    value_at: str
    inside: bool


class Words(Struct, frozen=True):
    """A line of text of the chart."""

    y: int
    text: str
    lang: str


class Point(Struct, frozen=True):
    """A value of a line chart; the words of the outer ones lean inwards."""

    x: str
    lean: str
    y: int
    value: str
    label: str
    lang: str


class ChartView(Struct, frozen=True):
    """A chart ready to draw; `series` are the fillings to explain, none where there is one."""

    kind: str
    height: int
    series: tuple[Phrase, ...]
    labels: tuple[Words, ...]
    marks: tuple[Mark, ...]
    points: tuple[Point, ...]
    line: str
    summary: str


class _Grid(Struct, frozen=True):
    """What is drawn: bars by series; totals and rows without a figure are left to the table."""

    bars: tuple[Phrase, ...]
    series: tuple[Phrase, ...]
    values: tuple[tuple[Decimal | None, ...], ...]
    suffix: str
    lang: str

    def shown(self, value: Decimal) -> str:
        """The value in words."""
        return format_number(value, self.lang) + self.suffix


def chart_view(found: Indicator, reader: Reader) -> ChartView | None:
    """The chart of an indicator; none where it wants none or has fewer than two values."""
    grid = _grid(found, reader)
    known = [v for values in grid.values for v in values if v is not None]
    if found.chart == "none" or len(known) < 2 or min(known) < 0 or max(known) == 0:
        return None
    if found.chart == "line" and len(grid.series) == 1 and len(known) == len(grid.bars):
        return _line(grid, known)
    return _stacked(grid) if found.chart == "stacked" else _bars(grid, max(known))


def _grid(found: Indicator, reader: Reader) -> _Grid:
    """Years become bars whichever way the table lies; columns of another unit stay in the table."""
    columns = [
        at for at, c in enumerate(found.columns) if not c.sum_of and c.unit in {None, found.unit}
    ]
    rows = [row for row in found.rows if not row.sum_of and row.id != "total"]
    values = [[row.values[at] for at in columns] for row in rows]
    heads = [reader.say(found.columns[at].label) for at in columns]
    sides = [reader.say(row.label) for row in rows]
    suffix = "%" if found.unit == "percent" else ""
    if all(_YEAR.fullmatch(found.columns[at].id) for at in columns):
        heads, sides = sides, heads
        values = [list(column) for column in zip(*values, strict=True)]
    drawn = [(bar, tuple(row)) for bar, row in zip(sides, values, strict=True) if any(row)]
    return _Grid(
        tuple(bar for bar, _ in drawn),
        tuple(heads),
        tuple(row for _, row in drawn),
        suffix,
        reader.lang,
    )


def _bars(grid: _Grid, largest: Decimal) -> ChartView:
    labels: list[Words] = []
    marks: list[Mark] = []
    y = 0
    for label, values in zip(grid.bars, grid.values, strict=True):
        labels += _label(label, y)
        y = labels[-1].y + LINE
        for series, value in enumerate(values):
            if value is not None:
                width = value / largest * FULL
                marks.append(
                    Mark(
                        y,
                        "0%",
                        _share(width),
                        series % PATTERNS,
                        grid.shown(value),
                        _share(width),
                        inside=False,
                    )
                )
                y += BAR + 3
        y += GAP
    return ChartView("bar", y, _legend(grid), tuple(labels), tuple(marks), (), "", _summary(grid))


def _stacked(grid: _Grid) -> ChartView:
    labels: list[Words] = []
    marks: list[Mark] = []
    largest = max(sum((v for v in values if v), Decimal(0)) for values in grid.values)
    y = 0
    for label, values in zip(grid.bars, grid.values, strict=True):
        labels += _label(label, y)
        y = labels[-1].y + LINE
        widths = [(value or Decimal(0)) / largest * 98 for value in values]
        starts = [Decimal(0), *accumulate(widths)]
        marks += [
            _part(y, starts[at], widths[at], at, grid.shown(value))
            for at, value in enumerate(values)
            if value
        ]
        y += BAR + GAP
    return ChartView(
        "stacked", y, _legend(grid), tuple(labels), tuple(marks), (), "", _summary(grid)
    )


def _part(y: int, at: Decimal, width: Decimal, series: int, value: str) -> Mark:
    """A value stands in the middle of its part, or nowhere: the table tells it."""
    return Mark(
        y,
        _share(at),
        _share(width),
        series % PATTERNS,
        value if width >= INSIDE else "",
        _share(at + width / 2),
        inside=True,
    )


def _line(grid: _Grid, known: Sequence[Decimal]) -> ChartView:
    """The scale is that of the values, not from zero; the summary says so."""
    low, high = min(known), max(known)
    span = (high - low) or Decimal(1)
    step = Decimal(92) / (len(known) - 1)
    ys = [int(30 + (PLOT - 60) * (high - value) / span) for value in known]
    leans = ["start", *["middle"] * (len(known) - 2), "end"]
    points = tuple(
        Point(_share(4 + step * at), leans[at], y, grid.shown(value), label.text, label.lang)
        for at, (y, value, label) in enumerate(zip(ys, known, grid.bars, strict=True))
    )
    path = " ".join(f"{point.x.removesuffix('%')},{point.y}" for point in points)
    words = texts("calendar", grid.lang)["chart_summary_line"]
    summary = words.format(
        first=grid.bars[0],
        first_value=points[0].value,
        last=grid.bars[-1],
        last_value=points[-1].value,
    )
    return ChartView("line", PLOT, (), (), (), points, path, summary)


def _legend(grid: _Grid) -> tuple[Phrase, ...]:
    return grid.series if len(grid.series) > 1 else ()


def _summary(grid: _Grid) -> str:
    """The largest and the smallest value with their names."""
    values = [
        (value, _named(grid, bar, series))
        for bar, row in enumerate(grid.values)
        for series, value in enumerate(row)
        if value is not None
    ]
    top, low = max(values, key=lambda v: v[0]), min(values, key=lambda v: v[0])
    return texts("calendar", grid.lang)["chart_summary"].format(
        top=top[1], top_value=grid.shown(top[0]), low=low[1], low_value=grid.shown(low[0])
    )


def _named(grid: _Grid, bar: int, series: int) -> str:
    names = (grid.bars[bar].text, grid.series[series].text if len(grid.series) > 1 else "")
    return " ".join(name for name in names if name)


def _label(label: Phrase, y: int) -> Iterator[Words]:
    """A label over its bars, in as many lines as it takes on a phone."""
    for at, line in enumerate(wrapped(label.text, LABEL)):
        yield Words(y + at * LINE, line, label.lang)


def wrapped(text: str, room: int) -> tuple[str, ...]:
    """Words in lines of at most `room` half-width characters; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and sum(2 if ord(c) > 0x10FF else 1 for c in longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _share(number: Decimal) -> str:
    return f"{number:.2f}%"
