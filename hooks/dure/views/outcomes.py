"""What came of a program: rooms let, teams chosen, figures reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.korean.amounts import format_number
from dure.views import figures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dure.records.program import Result, Selected, Space
    from dure.records.values import Figure
    from dure.render import Phrase
    from dure.views.reader import LinkView, Reader


class FigureView(Struct, frozen=True):
    """A labelled figure."""

    label: Phrase
    value: Phrase


class SpaceView(Struct, frozen=True):
    """A room lent to an enterprise."""

    name: Phrase
    area: str
    use: Phrase | None
    occupant: LinkView | None
    term: Phrase | None
    rents: tuple[FigureView, ...]
    note: Phrase | None


class SelectedView(Struct, frozen=True):
    """One chosen team with its partners."""

    topic: Phrase | None
    lead: LinkView | None
    partners: tuple[LinkView, ...]
    figures: tuple[FigureView, ...]
    note: Phrase | None


class ResultView(Struct, frozen=True):
    """What came of a round."""

    title: Phrase
    period: str
    text: Phrase | None
    figures: tuple[FigureView, ...]
    selected: tuple[SelectedView, ...]


def figure_views(found: Iterable[Figure], reader: Reader) -> tuple[FigureView, ...]:
    """Figures to show, each under its label."""
    return tuple(FigureView(reader.say(f.label), figures.figure(f, reader)) for f in found)


def space_view(space: Space, reader: Reader) -> SpaceView:
    """A room to show."""
    area = f"{format_number(space.area_m2, reader.lang)}㎡" if space.area_m2 is not None else ""
    return SpaceView(
        reader.say(space.name),
        area,
        reader.maybe(space.use),
        reader.enterprise(space.occupant) if space.occupant else None,
        reader.maybe(space.term),
        figure_views(space.rents, reader),
        reader.maybe(space.note),
    )


def result_view(result: Result, reader: Reader) -> ResultView:
    """The outcome of a round to show."""
    return ResultView(
        reader.say(result.title),
        reader.period(result.period) if result.period else "",
        reader.maybe(result.text),
        figure_views(result.figures, reader),
        tuple(_selected(s, reader) for s in result.selected),
    )


def _selected(found: Selected, reader: Reader) -> SelectedView:
    lead = None
    if found.enterprise is not None:
        lead = reader.enterprise(found.enterprise)
    elif found.centre is not None:
        lead = reader.centre(found.centre)
    partners = (
        *(reader.enterprise(i) for i in found.partners),
        *(reader.centre(i) for i in found.partner_bodies),
    )
    return SelectedView(
        reader.maybe(found.topic),
        lead,
        partners,
        figure_views(found.figures, reader),
        reader.maybe(found.note),
    )
