"""What happens in each month, as past documents have it: the browser picks the month."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from dure.korean.periods import Day
from dure.views.around import steps_of
from dure.views.calendar import month_names
from dure.views.calendar_lines import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dure.render import Phrase
    from dure.views.outline import Step
    from dure.views.reader import LinkView, Reader

NEWEST, OLDER = 6, 3
"""Entries of the newest year that has any in the month, and of the year before it."""
SHORT = 16
"""Letters of a step's name that stand well beside a program's."""
FIRST = ("application", "rolling")
"""Kinds of step that readers can act on."""


class Happening(Struct, frozen=True):
    """A program's step in the month."""

    program: LinkView
    step: Step

    @property
    def words(self) -> Phrase:
        """The step's name, or its kind where the name is a sentence."""
        return self.step.name if len(self.step.name.text) <= SHORT else self.step.kind.label


class MonthOfYear(Struct, frozen=True):
    """A month of one year with what happened in it."""

    year: int
    heading: str
    happenings: tuple[Happening, ...]


class Month(Struct, frozen=True):
    """A month with the years that tell of it, the newest first."""

    number: int
    label: str
    years: tuple[MonthOfYear, ...]


class Closing(Struct, frozen=True):
    """A program with its last day of applications; shown only while that day is near."""

    program: LinkView
    closes: str
    day: str


def months(reader: Reader) -> tuple[Month, ...]:
    """January to December."""
    names = month_names(reader.lang)
    found = {(year, month): happenings for year, month, happenings in _found(reader)}
    made = []
    for month in MONTHS:
        years = sorted((y for y, m in found if m == month), reverse=True)[:2]
        made.append(
            Month(
                month,
                names[month - 1],
                tuple(
                    MonthOfYear(y, _heading(y, month, reader), found[y, month][:most])
                    for y, most in zip(years, (NEWEST, OLDER), strict=False)
                ),
            )
        )
    return tuple(made)


def _heading(year: int, month: int, reader: Reader) -> str:
    """`2022년 11월에 있던 일`: the year is said, so that nobody takes it for this year's."""
    said = f"{year}년 {month}월" if reader.lang == "ko" else reader.day(Day(year, month))
    return reader.words["home_month_past"].format(month=said)


def _found(reader: Reader) -> Iterator[tuple[int, int, tuple[Happening, ...]]]:
    """Year, month and what happened; what begins in the month and can be applied for first."""
    entries = sorted(_entries(reader), key=lambda entry: entry[:2] + entry[2])
    for (year, month), group in groupby(entries, key=lambda entry: entry[:2]):
        by_program = {
            program_id: (program_id, step) for _, _, (*_, program_id), step in reversed(list(group))
        }
        ordered = reversed(list(by_program.values()))
        yield year, month, tuple(Happening(reader.program(i), step) for i, step in ordered)


def _entries(reader: Reader) -> Iterator[tuple[int, int, tuple[bool, bool, str], Step]]:
    for program_id, program in reader.catalogue.programs.items():
        if program.access == "internal":
            continue
        for step in steps_of(program_id, reader):
            months_ = step.months(program.year)
            for month in months_:
                rank = (step.kind.id not in FIRST, month != months_[0], program_id)
                yield program.year, month, rank, step


def closings(reader: Reader) -> tuple[Closing, ...]:
    """Programs whose last day is known to the day, the latest first."""
    found = []
    for program_id, program in reader.catalogue.programs.items():
        asked = program.application
        if asked and asked.closes and asked.closes.day and program.access != "internal":
            day = asked.closes
            found.append(Closing(reader.program(program_id), str(day.last()), reader.day(day)))
    return tuple(sorted(found, key=lambda one: one.closes, reverse=True)[:30])
