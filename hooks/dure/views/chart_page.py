"""The page of figures: each table with its picture and its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.messages import texts
from dure.views.chart import chart_view
from dure.views.indicator import indicator_views

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dure.views.chart import ChartView
    from dure.views.indicator import IndicatorView
    from dure.views.reader import Reader


class FigureView(Struct, frozen=True):
    """A table of figures with its picture and its file."""

    table: IndicatorView
    chart: ChartView | None
    when: str
    """Whether the figures are of a period or of a day."""
    file: str

    @property
    def wide(self) -> bool:
        """Whether the table needs the whole width, so that the chart stands above it."""
        return len(self.table.columns) > 3


class FiguresView(Struct, frozen=True):
    """All tables of figures."""

    words: Mapping[str, str]
    tables: tuple[FigureView, ...]


def figures_view(reader: Reader) -> FiguresView:
    """All indicators in the reader's language."""
    words = texts("calendar", reader.lang)
    found = reader.catalogue.indicators
    return FiguresView(
        words,
        tuple(
            FigureView(
                table,
                chart_view(found[table.id], reader),
                words["as_of" if found[table.id].as_of else "period"],
                f"indicators/{table.id}.csv",
            )
            for table in indicator_views(reader)
        ),
    )
