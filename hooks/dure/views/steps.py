"""When a program happens: its steps, courses and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.views import figures

if TYPE_CHECKING:
    from dure.records.program import Flow, Phase
    from dure.records.program import Session as Course
    from dure.render import Phrase
    from dure.views.reader import Reader, TermView


class PhaseView(Struct, frozen=True):
    """A step with its time in words and the months it fills (1–12 of the program's year)."""

    name: Phrase
    kind: TermView
    when: tuple[Phrase, ...]
    detail: Phrase | None
    months: tuple[int, ...]
    starts: str
    ends: str


class FlowView(Struct, frozen=True):
    """A step flow in order."""

    name: Phrase | None
    phases: tuple[PhaseView, ...]


class CourseView(Struct, frozen=True):
    """A course or event with its dates."""

    name: Phrase
    when: tuple[Phrase, ...]
    place: Phrase | None
    audience: Phrase | None
    topics: Phrase | None
    counts: tuple[Phrase, ...]


def flow_view(flow: Flow, year: int, reader: Reader) -> FlowView:
    """A flow to show; `year` is the program's."""
    phases = tuple(phase_view(phase, year, reader) for phase in flow.phases)
    return FlowView(reader.maybe(flow.name), phases)


def phase_view(phase: Phase, year: int, reader: Reader) -> PhaseView:
    """A phase to show; months of other years than the program's are told in words only."""
    exact = [period for period in phase.when if period.start.month is not None]
    return PhaseView(
        reader.say(phase.name),
        reader.term("phases", phase.kind),
        _phase_words(phase, reader),
        reader.maybe(phase.detail),
        tuple(sorted({m for p in phase.when for y, m in p.months() if y == year})),
        str(min(p.start.first() for p in exact)) if exact else "",
        str(max(p.end.last() for p in exact)) if exact else "",
    )


def _phase_words(phase: Phase, reader: Reader) -> tuple[Phrase, ...]:
    """The document's own words where it has them, else the months, else "at any time"."""
    if phase.printed is not None:
        return (reader.say(phase.printed),)
    if phase.rolling and not phase.when:
        return (reader.own(reader.words["rolling"]),)
    return tuple(reader.own(reader.period(period)) for period in phase.when)


def course_view(course: Course, reader: Reader) -> CourseView:
    """A course or event to show: its dates, then what the document adds about them."""
    printed = (reader.say(course.printed),) if course.printed else ()
    return CourseView(
        reader.say(course.name),
        tuple(reader.own(reader.period(period)) for period in course.when) + printed,
        reader.maybe(course.place),
        reader.maybe(course.audience),
        reader.maybe(course.topics),
        tuple(figures.count(count, reader) for count in course.counts),
    )
