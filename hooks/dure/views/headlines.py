"""One figure a document, with its day: what the home page tells of the tables of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.records.values import Figure
from dure.views import figures

if TYPE_CHECKING:
    from decimal import Decimal

    from dure.records import Indicator
    from dure.records.reference import Row
    from dure.render import Phrase
    from dure.views.reader import Reader

MOST = 4
COUNTED = frozenset({"enterprise", "organisation"})
"""Units that come before money and all else: how many there are is asked first."""
WON = {"won": 1, "thousand-won": 1_000, "million-won": 1_000_000}
"""Units of money, in won, so that sums are told as sums are read."""


class Headline(Struct, frozen=True):
    """A figure, what it counts, where and when; `noted` where the table has a remark."""

    path: str
    value: Phrase
    label: Phrase
    region: Phrase
    when: str
    noted: bool


def headlines(reader: Reader) -> tuple[Headline, ...]:
    """The newest figures, one a document."""
    found: dict[str, tuple[tuple[object, ...], Headline]] = {}
    for indicator_id, indicator in sorted(reader.catalogue.indicators.items()):
        row = _row(indicator)
        value = _value(indicator, row) if row else None
        if row is None or value is None:
            continue
        rank = (indicator.unit not in COUNTED, indicator.unit not in WON, -_year(indicator))
        document = indicator.source[0].document
        if document not in found or rank < found[document][0]:
            found[document] = (rank, _headline(indicator_id, indicator, row, value, reader))
    newest = sorted(found.items(), key=lambda pair: (pair[1][0][2], pair[0]))
    return tuple(headline for _, (_, headline) in newest[:MOST])


def _row(indicator: Indicator) -> Row | None:
    """The last of a line of years, or the one total that no other total holds."""
    if indicator.chart == "line":
        return indicator.rows[-1]
    inside = {part for row in indicator.rows for part in row.sum_of}
    totals = [row for row in indicator.rows if row.sum_of and row.id not in inside]
    return totals[0] if len(totals) == 1 else None


def _value(indicator: Indicator, row: Row) -> Decimal | None:
    """The figure of the only column, or of the one that adds up the others."""
    sums = [at for at, column in enumerate(indicator.columns) if column.sum_of]
    places = sums if len(sums) == 1 else [0] if len(indicator.columns) == 1 else []
    return row.values[places[0]] if places else None


def _year(indicator: Indicator) -> int:
    if indicator.as_of:
        return indicator.as_of.year
    return indicator.period.end.year if indicator.period else 0


def _headline(
    indicator_id: str, indicator: Indicator, row: Row, value: Decimal, reader: Reader
) -> Headline:
    won = WON.get(indicator.unit)
    figure = Figure(
        label=row.label, value=value * won if won else value, unit="won" if won else indicator.unit
    )
    period = reader.period(indicator.period) if indicator.period else ""
    return Headline(
        f"indicators/#{indicator_id}",
        figures.figure(figure, reader),
        reader.say(indicator.title),
        reader.term("regions", indicator.region).label,
        reader.day(indicator.as_of) if indicator.as_of else period,
        noted=bool(row.note or indicator.note),
    )
