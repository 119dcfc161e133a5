"""Charts: lengths follow the figures, words carry what pictures show."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from dure.messages import texts
from dure.records import Indicator
from dure.records.reading import valid
from dure.render import render
from dure.site.addresses import Address
from dure.views.chart import PATTERNS, chart_view, wrapped
from dure.views.chart_page import figures_view
from tests import sample

if TYPE_CHECKING:
    from dure.views.chart import ChartView


def _indicator(values: dict[str, list[object]], columns: list[str], **fields: object) -> Indicator:
    return valid(
        Indicator,
        {
            "title": {"ko": "표"},
            "unit": "million-won",
            "region": "gaon",
            "columns": [{"id": c, "label": {"ko": c}} for c in columns],
            "rows": [{"id": r, "label": {"ko": r}, "values": v} for r, v in values.items()],
            "source": [{"document": "sample-guide-2022", "where": "표"}],
            **fields,
        },
    )


def _chart(values: dict[str, list[object]], columns: list[str], **fields: object) -> ChartView:
    found = chart_view(_indicator(values, columns, **fields), sample.reader("ko"))
    assert found is not None
    return found


def _share(text: str) -> Decimal:
    return Decimal(text.removesuffix("%"))


def test_bars_are_as_long_as_their_figures() -> None:
    """Half the figure, half the length; the largest leaves room for its value."""
    chart = _chart({"a": [100], "b": [50], "c": [25]}, ["amount"])

    largest, half, quarter = (_share(mark.width) for mark in chart.marks)
    assert largest < 80
    assert (half * 2, quarter * 4) == (largest, largest)
    assert [mark.value for mark in chart.marks] == ["100", "50", "25"]


def test_parts_of_a_bar_lie_end_to_end() -> None:
    """Each part begins where the one before ends, and the longest bar stays inside."""
    chart = _chart({"a": [30, 20, 10], "b": [10, 10, 10]}, ["x", "y", "z"], chart="stacked")

    first = [mark for mark in chart.marks if mark.y == chart.marks[0].y]
    ends = [_share(mark.at) + _share(mark.width) for mark in first]
    for mark, end in zip(first[1:], ends, strict=False):
        assert abs(_share(mark.at) - end) <= Decimal("0.02")
    assert ends[-1] <= 100


def test_years_are_bars_whichever_way_the_table_lies() -> None:
    """A table with its years across is turned; its rows become the fillings."""
    chart = _chart({"a": [1, 2], "b": [3, 4]}, ["y2018", "y2019"])

    assert [words.text for words in chart.labels] == ["y2018", "y2019"]
    assert [str(name) for name in chart.series] == ["a", "b"]


def test_totals_are_left_to_the_table() -> None:
    """A total beside its parts would dwarf them."""
    found = sample.catalogue().indicators["sample-budget"]
    chart = chart_view(found, sample.reader("en"))

    assert chart is not None
    assert [str(name) for name in chart.series] == ["Grants", "Loans", "Other"]
    assert "2,200.5" not in [mark.value for mark in chart.marks]


def test_a_missing_figure_has_no_bar() -> None:
    """It is not drawn as nought, and a row of none has no label either."""
    chart = _chart({"a": [1, "-"], "b": ["-", "-"], "c": [2, 3]}, ["x", "y"])

    assert len(chart.marks) == 3
    assert [words.text for words in chart.labels] == ["a", "c"]


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"a": [1]}, "bar"),
        ({"a": [1], "b": ["-"]}, "bar"),
        ({"a": [0], "b": [0]}, "bar"),
        ({"a": [1], "b": [2]}, "none"),
    ],
)
def test_what_is_no_picture_is_not_drawn(values: dict[str, list[object]], kind: str) -> None:
    """One figure, only noughts, or an indicator that wants none."""
    found = _indicator(values, ["amount"], chart=kind)
    assert chart_view(found, sample.reader("ko")) is None


def test_a_line_goes_through_its_points_from_left_to_right() -> None:
    """Larger is higher; each point bears its value and its name."""
    chart = _chart({"y2018": [10], "y2019": [30], "y2020": [20]}, ["n"], chart="line")

    assert [point.value for point in chart.points] == ["10", "30", "20"]
    xs = [_share(point.x) for point in chart.points]
    assert xs == sorted(xs)
    low, high, middle = (point.y for point in chart.points)
    assert high < middle < low
    assert chart.line.split()[0] == f"{xs[0]},{low}"


@pytest.mark.parametrize(
    ("lang", "said"), [("ko", "가장 큰 값은 b 9"), ("en", "The largest value is b, 9")]
)
def test_the_summary_names_the_largest_and_the_smallest(lang: str, said: str) -> None:
    """Whoever does not see the picture hears what it shows."""
    found = chart_view(_indicator({"a": [1], "b": [9]}, ["n"]), sample.reader(lang))

    assert found is not None
    assert said in found.summary


def test_percent_says_its_sign() -> None:
    """A bare 4.5 would be read as a number of something."""
    chart = _chart({"a": ["4.56"], "b": ["4.5"]}, ["rate"], unit="percent")
    assert [mark.value for mark in chart.marks] == ["4.56%", "4.5%"]


def test_more_series_than_fillings_start_again() -> None:
    """No filling is asked for that is not there."""
    columns = [f"c{n}" for n in range(PATTERNS + 2)]
    chart = _chart({"a": [1] * len(columns)}, columns)
    assert [mark.series for mark in chart.marks][-2:] == [0, 1]


@pytest.mark.parametrize(
    ("text", "room", "found"),
    [
        ("", 10, ()),
        ("one two three", 7, ("one two", "three")),
        ("가나다 라마", 10, ("가나다", "라마")),
        ("unbreakable", 4, ("unbreakable",)),
    ],
)
def test_labels_break_between_words(text: str, room: int, found: tuple[str, ...]) -> None:
    """A syllable is as wide as two letters; a word is never broken."""
    assert wrapped(text, room) == found


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_page_has_picture_table_and_file_of_each_indicator(lang: str) -> None:
    """Title and description name the picture; markup never strays into it."""
    address = Address(lang, "indicators/")
    page = render(
        "pages/indicators.html",
        r=figures_view(sample.reader(lang)),
        t=texts("site", lang),
        lang=lang,
        url=address.to,
        base=address.base,
        asset=lambda name: name,
    )

    for indicator_id in sample.catalogue().indicators:
        assert f'id="{indicator_id}"' in page
        assert f'indicators/{indicator_id}.csv"' in page
        assert f'aria-labelledby="chart-{indicator_id} about-{indicator_id}"' in page
    picture = page[page.index('class="chart-picture"') :]
    assert "<span" not in picture[: picture.index("</figure>")]
    assert page.count('class="total"') == 1
