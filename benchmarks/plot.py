"""How time and memory grow with the number of records: two panels, both axes logarithmic.

Lines differ in dashes and marks, not in colour, so that they can be told apart in black.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape
from itertools import starmap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 52, 150, 36, 44
"""Room around a panel; at its right stand the names of the lines."""
APART = 14
"""Between two names, one below the other."""
MARKS = {
    "dot": '<circle cx="{x}" cy="{y}" r="4"/>',
    "square": '<path d="M{x} {y}m-4-4h8v8h-8z"/>',
    "triangle": '<path d="M{x} {y}m0-5l5 9h-10z"/>',
    "diamond": '<path d="M{x} {y}m0-5l5 5-5 5-5-5z"/>',
    "cross": '<path d="M{x} {y}m-4-4l8 8m0-8l-8 8" fill="none"/>',
    "ring": '<circle cx="{x}" cy="{y}" r="4" fill="#fff"/>',
}
STYLES = (("", "dot"), ("7 3", "square"), ("2 3", "triangle"), ("9 3 2 3", "diamond"),
          ("12 4", "cross"), ("1 2", "ring"))  # fmt: skip
Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Scale:
    """A logarithmic axis: from one value to another, along so many points."""

    low: float
    high: float
    start: float
    length: float

    def at(self, value: float) -> float:
        """Where a value stands."""
        share = math.log10(value / self.low) / math.log10(self.high / self.low)
        return round(self.start + share * self.length, 1)


def panel(title: str, about: str, series: Mapping[str, Line]) -> str:
    """One drawing: a title, a description for who cannot see it, and a line for each name."""
    points = [point for line in series.values() for point in line]
    sizes = sorted({size for size, _ in points})
    values = [value for _, value in points]
    low, high = (10.0 ** r(math.log10(v)) for r, v in (
        (math.floor, min(values)), (math.ceil, max(values))))  # fmt: skip
    x = Scale(sizes[0], sizes[-1], LEFT + 12, WIDTH - LEFT - RIGHT - 24)
    y = Scale(low, high, HEIGHT - BOTTOM, -(HEIGHT - TOP - BOTTOM))
    lines = [*_grid(sizes, x, y), *_lines(series, x, y)]
    head = (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            'aria-labelledby="title about" font-family="sans-serif" font-size="12">')  # fmt: skip
    return "\n".join((
        head, f'<title id="title">{escape(title)}</title>',
        f'<desc id="about">{escape(about)}</desc>',
        f'<path d="M0 0h{WIDTH}v{HEIGHT}H0z" fill="#fff"/>',
        f'<text x="{LEFT}" y="20" font-size="14" font-weight="bold">{escape(title)}</text>',
        *lines, "</svg>\n",
    ))  # fmt: skip


def _grid(sizes: Sequence[float], x: Scale, y: Scale) -> Iterator[str]:
    powers = range(round(math.log10(y.low)), round(math.log10(y.high)) + 1)
    for value in (10.0**power for power in powers):
        top = y.at(value)
        yield f'<path d="M{LEFT} {top}H{WIDTH - RIGHT}" stroke="#bbb"/>'
        yield f'<text x="{LEFT - 6}" y="{top + 4:.1f}" text-anchor="end">{value:,g}</text>'
    for size in sizes:
        left, below = x.at(size), HEIGHT - BOTTOM
        yield f'<path d="M{left} {TOP}V{below}" stroke="#ddd"/>'
        yield f'<text x="{left}" y="{below + 20}" text-anchor="middle">{size:,}</text>'


def _lines(series: Mapping[str, Line], x: Scale, y: Scale) -> Iterator[str]:
    ends = _spread({name: y.at(line[-1][1]) for name, line in series.items()})
    for (name, line), (dashes, mark) in zip(series.items(), STYLES, strict=False):
        places = [(x.at(size), y.at(value)) for size, value in line]
        path = " ".join(starmap("{},{}".format, places))
        yield (f'<polyline points="{path}" fill="none" stroke="#000" stroke-width="1.5" '
               f'stroke-dasharray="{dashes}"/>')  # fmt: skip
        marks = "".join(MARKS[mark].format(x=left, y=top) for left, top in places)
        end = WIDTH - RIGHT + 8
        yield f'<g stroke="#000">{marks}{MARKS[mark].format(x=end + 4, y=ends[name])}</g>'
        yield f'<text x="{end + 14}" y="{ends[name] + 4:.1f}">{escape(name)}</text>'


def _spread(wanted: Mapping[str, float]) -> dict[str, float]:
    """Where names stand: as near their lines' ends as they can without covering each other."""
    found: dict[str, float] = {}
    last = -math.inf
    for name in sorted(wanted, key=lambda name: wanted[name]):
        last = max(wanted[name], last + APART)
        found[name] = round(last, 1)
    return found
