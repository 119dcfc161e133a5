"""Lines in columns of even height: titles stay with their lines, no line stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FINENESS = 0.25
"""Columns are made even to a quarter of a millimetre."""


class Line(Struct, frozen=True):
    """A line of a list; `tall` and `above` in millimetres."""

    what: object
    tall: float
    above: float
    """White above it, unless it begins a column."""
    keeps: bool = False
    """Whether the next line must follow in the same column."""


Column = tuple[Line, ...]


def filled(lines: Iterable[Line], room: float) -> list[Column]:
    """Columns filled to `room`, as many as it takes."""
    columns: list[list[Line]] = []
    used = 0.0
    for unit in _units(lines):
        tall = sum(line.tall + line.above for line in unit)
        if columns and used + tall <= room:
            columns[-1].extend(unit)
            used += tall
        else:
            columns.append(list(unit))
            used = tall - unit[0].above
    return [tuple(column) for column in columns]


def _units(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines that stay together."""
    units: list[list[Line]] = []
    joined = False
    for line in lines:
        if joined:
            units[-1].append(line)
        else:
            units.append([line])
        joined = line.keeps
    return units


def tall(columns: Iterable[Column]) -> float:
    """Height of the tallest column."""
    return max(
        (
            sum(line.tall + line.above for line in column) - column[0].above
            for column in columns
            if column
        ),
        default=0.0,
    )


def even(lines: Sequence[Line], count: int, room: float) -> list[Column] | None:
    """The lines in `count` columns as low as can be; `None` where they do not fit in `room`."""
    most = filled(lines, room)
    if len(most) > count or tall(most) > room:
        return None
    low, high = max(tall([(line,)]) for line in lines), room
    while high - low > FINENESS:
        middle = (low + high) / 2
        if len(filled(lines, middle)) > count:
            low = middle
        else:
            high = middle
    return filled(lines, high)


def grouped(title: Line, lines: Sequence[Line], together: int = 4) -> list[Line]:
    """A title with its lines: short groups stay whole, long ones leave two lines on either side."""
    last = len(lines) - 1
    kept = [at < last and (last < together or at in {0, last - 1}) for at in range(len(lines))]
    return [
        Line(title.what, title.tall, title.above, keeps=True),
        *(
            Line(line.what, line.tall, line.above, keep)
            for line, keep in zip(lines, kept, strict=True)
        ),
    ]
