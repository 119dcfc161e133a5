"""Spans of months as rows of patches: what overlaps stands in lanes of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dure.views.steps import PhaseView


class Span(Struct, frozen=True):
    """A step over months `first` to `last` (1–12), with its number in the flow."""

    first: int
    last: int
    dye: str
    number: int


Lane = tuple[Span, ...]


def lanes(phases: Sequence[PhaseView]) -> tuple[Lane, ...]:
    """Each span in the first lane where it touches no other."""
    found: list[list[Span]] = []
    for span in _spans(phases):
        lane = next((row for row in found if row[-1].last < span.first), None)
        if lane is None:
            found.append([span])
        else:
            lane.append(span)
    return tuple(tuple(row) for row in found)


def _spans(phases: Sequence[PhaseView]) -> Iterator[Span]:
    numbered = list(enumerate(phases, start=1))
    found = [
        Span(first, last, phase.kind.colour, number)
        for number, phase in numbered
        for first, last in runs(phase.months)
    ]
    yield from sorted(found, key=lambda span: (span.first, span.number))


def runs(months: Iterable[int]) -> Iterator[tuple[int, int]]:
    """(3, 4, 5, 9) → (3, 5), (9, 9)."""
    first = last = 0
    for month in months:
        if month != last + 1 or not first:
            if first:
                yield first, last
            first = month
        last = month
    if first:
        yield first, last
