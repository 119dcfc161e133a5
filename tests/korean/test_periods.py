"""Dates keep the precision of their document and read well in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dure.korean.periods import Day, Period, PeriodError, format_day, format_period, parse_day

SHOWN = [
    ("2022", "2022", "2022년", "2022"),
    ("2021", "2025", "2021~2025년", "2021–2025"),
    ("2022-04", "2022-04", "2022. 4.", "April 2022"),
    ("2022-04", "2022-06", "2022. 4.~6.", "April to June 2022"),
    ("2021-12", "2022-03", "2021. 12.~2022. 3.", "December 2021 to March 2022"),
    ("2022-04-05", "2022-04-05", "2022. 4. 5.", "5 April 2022"),
    ("2022-04-05", "2022-04-30", "2022. 4. 5.~30.", "5 to 30 April 2022"),
    ("2022-04-05", "2022-06-30", "2022. 4. 5.~6. 30.", "5 April to 30 June 2022"),
    (
        "2021-12-27",
        "2022-01-05",
        "2021. 12. 27.~2022. 1. 5.",
        "27 December 2021 to 5 January 2022",
    ),
    ("2022-04-05", "2022-06", "2022. 4. 5.~2022. 6.", "5 April 2022 to June 2022"),
    ("2022", "2023-03", "2022년~2023. 3.", "2022 to March 2023"),
]


@st.composite
def _days(draw: st.DrawFn) -> Day:
    day = draw(st.dates(min_value=date(1, 1, 1)))
    parts = (day.year, day.month, day.day)
    return Day(*parts[: draw(st.integers(1, 3))])


@pytest.mark.parametrize(("start", "end", "korean", "english"), SHOWN)
def test_a_period_names_what_both_ends_share_once(
    start: str, end: str, korean: str, english: str
) -> None:
    """Official Korean style and British English; ends of different precision stay complete."""
    period = Period(parse_day(start), parse_day(end))

    assert korean == format_period(period, "ko")
    assert english == format_period(period, "en")


@pytest.mark.parametrize(
    ("text", "day", "korean", "english"),
    [
        ("2022", Day(2022), "2022년", "2022"),
        ("2022-04", Day(2022, 4), "2022. 4.", "April 2022"),
        ("2022-04-05", Day(2022, 4, 5), "2022. 4. 5.", "5 April 2022"),
        ("2020-02-29", Day(2020, 2, 29), "2020. 2. 29.", "29 February 2020"),
    ],
)
def test_a_day_is_as_precise_as_it_is_written(
    text: str, day: Day, korean: str, english: str
) -> None:
    """Nothing is filled in: a month stays a month."""
    assert day == parse_day(text)
    assert korean == format_day(day, "ko")
    assert english == format_day(day, "en")


@pytest.mark.parametrize(
    "text",
    [
        "", "22", "2022-4", "2022-04-5", "2022.04.05", "2022-13", "2022-00", "2022-02-30",
        "2021-02-29", "0000", "2022-04-05T00:00", " 2022", "2022\n", "２０２２", "4월",
    ],
)  # fmt: skip
def test_only_real_calendar_days_are_read(text: str) -> None:
    """One spelling, and dates that exist."""
    with pytest.raises(PeriodError):
        parse_day(text)


def test_a_day_needs_its_month() -> None:
    """The fifth of no month is not a date."""
    with pytest.raises(PeriodError, match="expected a month with day 5"):
        Day(2022, None, 5)


def test_a_day_is_checked_however_it_is_made() -> None:
    """Code cannot make a date that text cannot."""
    with pytest.raises(PeriodError):
        Day(2022, 2, 30)
    with pytest.raises(PeriodError):
        Day(2022, 0)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2022-04-05", date(2022, 4, 5), date(2022, 4, 5)),
    ],
)
def test_a_partial_date_covers_all_its_days(text: str, first: date, last: date) -> None:
    """First and last are the ends of what the date may mean."""
    assert (first, last) == (parse_day(text).first(), parse_day(text).last())


@given(st.lists(_days(), max_size=10))
def test_days_of_any_precision_sort_together(days: list[Day]) -> None:
    """By first day; a year stands before its months and a month before its days."""
    ordered = sorted(days)

    assert [day.first() for day in ordered] == sorted(day.first() for day in days)
    assert Day(2022) < Day(2022, 1) < Day(2022, 1, 1) < Day(2022, 2)


@pytest.mark.parametrize(
    ("start", "end"),
    [("2022", "2021"), ("2022-04", "2022-03"), ("2022-04-05", "2022-04-04"), ("2022-01", "2021")],
)
def test_a_period_never_ends_before_it_starts(start: str, end: str) -> None:
    """Swapped ends are a mistake in the data."""
    with pytest.raises(PeriodError, match="expected an end on or after"):
        Period(parse_day(start), parse_day(end))


def test_an_end_may_be_less_precise_than_the_start() -> None:
    """From 5 April until some day in April is a period."""
    assert Period(Day(2022, 4, 5), Day(2022, 4)).months() == ((2022, 4),)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2022-04", "2022-04", ((2022, 4),)),
        ("2022-04-05", "2022-06-30", ((2022, 4), (2022, 5), (2022, 6))),
        ("2021-12", "2022-01", ((2021, 12), (2022, 1))),
        ("2022", "2022", ()),
        ("2021", "2025", ()),
        ("2022-03", "2022", ()),
    ],
)
def test_a_bare_year_claims_no_month(
    start: str, end: str, months: tuple[tuple[int, int], ...]
) -> None:
    """The calendar shows a program only in months its document names."""
    assert months == Period(parse_day(start), parse_day(end)).months()


def test_a_language_nobody_wrote_rules_for_is_refused() -> None:
    """A wrong language code is a mistake in the program, not a silent fallback."""
    with pytest.raises(ValueError, match="expected language ko or en, got 'ja'"):
        format_day(Day(2022), "ja")
