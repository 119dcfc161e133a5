"""The outline of a program's year: its steps in time, and its row of the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dure.korean.periods import Period
from dure.messages import texts
from dure.views.calendar_facets import tokens
from dure.views.calendar_lines import MONTHS, lines, width
from dure.views.reader import TermView
from dure.views.steps import course_view, phase_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dure.records import Program
    from dure.records.program import Application, Flow
    from dure.records.program import Session as Course
    from dure.render import Phrase
    from dure.views.calendar_lines import Line
    from dure.views.reader import LinkView, Reader

NAME = 220
"""Width of a line in the first and last column, in pixels."""
REST = 4
"""Steps without a month that a row has room for; a program of many notices would fill a page."""


class Step(Struct, frozen=True):
    """One thing that happens, in its printed order."""

    key: str
    """Stays the same when dates or translations change: flow, Korean name and kind."""
    name: Phrase
    kind: TermView
    when: tuple[Phrase, ...]
    periods: tuple[Period, ...]
    rolling: bool
    detail: Phrase | None

    @property
    def dated(self) -> tuple[Period, ...]:
        """The periods whose days or months are known; a bare year is no date."""
        return tuple(period for period in self.periods if period.months())

    def months(self, year: int) -> tuple[int, ...]:
        """The months of one year that it fills; none where no month is printed."""
        return tuple(sorted({m for p in self.periods for y, m in p.months() if y == year}))


class Row(Struct, frozen=True):
    """A program of a sheet: its lines of patches, and the steps that have no month there."""

    id: str
    program: LinkView
    internal: bool
    child: bool
    """Whether the program it is part of stands above it in the same list."""
    months: tuple[int, ...]
    lines: tuple[Line, ...]
    rest: tuple[Step, ...]
    more: int
    """How many further steps without a month the program's page tells."""
    steps: tuple[Step, ...]
    period: str
    facets: str
    """What it can be found by besides its place on the page: see `calendar_facets`."""
    events: int
    """How many days, months or spans of these are known of it."""


def program_steps(program_id: str, reader: Reader) -> tuple[Step, ...]:
    """All steps of a program; what two fields tell of the same days is told once."""
    program = reader.catalogue.programs[program_id]
    phases = tuple(_sharpened(_phases(program.flows, program.year, reader), program, reader))
    asked = tuple(_application(program, phases, reader))
    known = {period for step in (*asked, *phases) for period in step.periods}
    courses = (_course(c, reader) for c in program.sessions if not known.issuperset(c.when))
    return (*asked, *phases, *courses)


def _phases(flows: Iterable[Flow], year: int, reader: Reader) -> Iterator[Step]:
    for flow in flows:
        above = flow.name.ko if flow.name else ""
        for found in flow.phases:
            shown = phase_view(found, year, reader)
            yield Step(
                f"{above}/{found.name.ko}/{found.kind}",
                shown.name,
                shown.kind,
                shown.when,
                found.when,
                found.rolling,
                shown.detail,
            )


def _sharpened(phases: Iterable[Step], program: Program, reader: Reader) -> Iterator[Step]:
    """Applications told by month get their days, where the program says them elsewhere."""
    days = _asked(program.application) if program.application else None
    for step in phases:
        same = days is not None and [p.months() for p in step.periods] == [days.months()]
        if same and days is not None and step.kind.id == "application":
            yield replace(step, when=(reader.own(reader.period(days)),), periods=(days,))
        else:
            yield step


def _application(program: Program, phases: Iterable[Step], reader: Reader) -> Iterator[Step]:
    """Applications count as a step where the step flow says nothing of them."""
    asked = program.application
    if asked is None or any(step.kind.id in {"application", "rolling"} for step in phases):
        return
    period = _asked(asked)
    if period is None and not asked.rolling:
        return
    word = texts("calendar", reader.lang)[f"applications{'' if period else '_any_time'}"]
    periods = (period,) if period else ()
    yield Step(
        "/application",
        reader.own(word),
        reader.term("phases", "application"),
        tuple(reader.own(reader.period(p)) for p in periods),
        periods,
        asked.rolling,
        None,
    )


def _asked(asked: Application) -> Period | None:
    """From the first to the last day; the one day that is printed where the other is not."""
    first, last = asked.opens or asked.closes, asked.closes or asked.opens
    return Period(first, last) if first and last else None


def _course(course: Course, reader: Reader) -> Step:
    """A course or event; it has no phase of its own, so it gets a word and a dye here."""
    word = reader.own(texts("calendar", reader.lang)["course"])
    kind = TermView("course", word, "jaju", "course", None)
    shown = course_view(course, reader)
    return Step(
        f"/{course.name.ko}/course", shown.name, kind, shown.when, course.when, False, shown.topics
    )


def program_row(program_id: str, year: int, reader: Reader) -> Row:
    """A program's row in the calendar of one year; what is at any time fills the whole of it."""
    program = reader.catalogue.programs[program_id]
    steps = program_steps(program_id, reader)
    rest = tuple(step for step in steps if not step.months(year))
    always = bool(steps) and all(step.rolling and not step.periods for step in steps)
    drawn = [(s, MONTHS if always else s.months(year)) for s in steps if always or s not in rest]
    return Row(
        program_id,
        reader.program(program_id),
        program.access == "internal",
        False,
        tuple(sorted({m for _, months in drawn for m in months})),
        lines(drawn, texts("calendar", reader.lang)["times"]),
        () if always else rest[:REST],
        0 if always else max(len(rest) - REST, 0),
        steps,
        reader.period(program.period) if program.period else "",
        tokens(program_id, reader),
        sum(len(step.dated) for step in steps),
    )


def row_height(row: Row) -> int:
    """Lines of text that a row takes."""
    rest = sum(width(step.name.text) + sum(width(w.text) for w in step.when) for step in row.rest)
    name = width(row.program.label.text)
    return max(1 + name // NAME, 1 + rest // NAME, sum(line.height for line in row.lines))
