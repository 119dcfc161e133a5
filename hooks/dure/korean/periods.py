"""Dates as precise as the document gives them: a year, a month or a day, and spans of these.

Announcements say `2022. 4.` as often as `2022. 4. 5.`; filling in a day would be inventing one.
Korean follows official style (a space after each point, `~` for a span), English follows British.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

_MONTH_NAMES = (
    "January February March April May June July August September October November December"
).split()
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class PeriodError(ValueError):
    """A date that is not in the calendar, or a span that ends before it starts."""


@total_ordering
@dataclass(frozen=True)
class Day:
    """A year, a month of it or a day of that; sorts before the more precise ones it contains."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise PeriodError(f"expected a month with day {self.day!r}, got none")
        parts = [part for part in (self.month, self.day) if part is not None]
        try:
            date(self.year, *parts, *[1] * (2 - len(parts)))
        except (ValueError, OverflowError) as error:
            raise PeriodError(f"expected a real date, got {self!r}") from error

    def __lt__(self, other: Day) -> bool:
        return self._order() < other._order()

    def _order(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    def first(self) -> date:
        """Return the first calendar day this covers."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """Return the last calendar day this covers."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True)
class Period:
    """From the first day of `start` to the last day of `end`, both included."""

    start: Day
    end: Day

    def __post_init__(self) -> None:
        if self.end.last() < self.start.first():
            raise PeriodError(f"expected an end on or after {self.start!r}, got {self.end!r}")

    def months(self) -> tuple[tuple[int, int], ...]:
        """Return each (year, month) covered; none if either end is a bare year.

        '2022년' says that it happens in 2022, not that it happens in each month of it.
        """
        if self.start.month is None or self.end.month is None:
            return ()
        first = self.start.year * 12 + self.start.month - 1
        last = self.end.year * 12 + self.end.month - 1
        return tuple((index // 12, index % 12 + 1) for index in range(first, last + 1))


def parse_day(text: str) -> Day:
    """Return the day of '2022', '2022-04' or '2022-04-05'; raises PeriodError for all else."""
    match = _DAY.fullmatch(text)
    if not match:
        raise PeriodError(f"expected YYYY, YYYY-MM or YYYY-MM-DD, got {text!r}")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # the pattern requires it
    return Day(year, month, day)


def format_day(day: Day, lang: str) -> str:
    """Return '2022. 4. 5.' (ko) or '5 April 2022' (en); raises ValueError for another language."""
    return _join(_parts(day, lang), lang)


def format_period(period: Period, lang: str) -> str:
    """Return '2022. 4.~6.' (ko) or 'April to June 2022' (en), naming what both ends share once.

    Only ends of equal precision share: '2022. 4. 5.~6.' means the 6th, never June.
    Raises ValueError for a language other than ko and en.
    """
    start, end = _parts(period.start, lang), _parts(period.end, lang)
    if start == end:
        return _join(start, lang)
    shared = _shared(start, end)
    if lang == "ko":
        return _span_ko(start, end, shared)
    return _span_en(start, end, shared)


def _parts(day: Day, lang: str) -> tuple[str, ...]:
    """Return year, month and day as words, largest first, as far as they are given."""
    if lang not in ("ko", "en"):
        raise ValueError(f"expected language ko or en, got {lang!r}")
    words = [f"{day.year}"]
    if day.month is not None:
        words.append(f"{day.month}" if lang == "ko" else _MONTH_NAMES[day.month - 1])
    if day.day is not None:
        words.append(f"{day.day}")
    return tuple(words)


def _shared(start: tuple[str, ...], end: tuple[str, ...]) -> int:
    """Count the leading parts both ends have in common; 0 if their precision differs."""
    if len(start) != len(end):
        return 0
    return next(i for i, (one, other) in enumerate(zip(start, end, strict=True)) if one != other)


def _join(parts: tuple[str, ...], lang: str) -> str:
    if lang == "en":
        return " ".join(reversed(parts))
    return f"{parts[0]}년" if len(parts) == 1 else _points(parts)


def _points(parts: tuple[str, ...]) -> str:
    return " ".join(f"{part}." for part in parts)


def _span_ko(start: tuple[str, ...], end: tuple[str, ...], shared: int) -> str:
    if len(start) == len(end) == 1:
        return f"{start[0]}~{end[0]}년"
    if shared:
        return f"{_points(start)}~{_points(end[shared:])}"
    return f"{_join(start, 'ko')}~{_join(end, 'ko')}"


def _span_en(start: tuple[str, ...], end: tuple[str, ...], shared: int) -> str:
    if len(start) == len(end) == 1:
        return f"{start[0]}–{end[0]}"
    return f"{_join(start[shared:], 'en')} to {_join(end, 'en')}"
