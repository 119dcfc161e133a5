"""The months of the home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.views.reader import Reader
from dure.views.this_month import NEWEST, OLDER, closings, months
from tests import sample

if TYPE_CHECKING:
    from dure.catalogue import Catalogue


def test_each_month_says_of_which_year_it_tells() -> None:
    """April 2022 has the applications; August has nothing."""
    found = months(sample.reader("ko"))
    (april,) = found[3].years
    assert april.heading == "2022년 4월에 있던 일"
    assert [(h.program.path, str(h.words)) for h in april.happenings] == [
        ("programs/sample-growth/", "접수")
    ]
    assert found[7].years == ()
    assert [month.number for month in found] == list(range(1, 13))


def test_the_year_is_named_in_english_too() -> None:
    """`What happened in April 2022`, never `in April`."""
    assert months(sample.reader("en"))[3].years[0].heading == "What happened in April 2022"


def test_no_internal_work_and_no_program_twice_in_a_month(real: Catalogue) -> None:
    """Few entries, of the two newest years that have any."""
    for month in months(Reader(real, "ko")):
        years = [one.year for one in month.years]
        assert years == sorted(years, reverse=True)
        for one, most in zip(month.years, (NEWEST, OLDER), strict=False):
            ids = [h.program.path.split("/")[1] for h in one.happenings]
            assert len(ids) == len(set(ids)) <= most
            assert "internal" not in {real.programs[i].access for i in ids}


def test_only_a_last_day_that_is_a_day_can_be_near(real: Catalogue) -> None:
    """`until September` is no day; the browser compares days."""
    assert [one.closes for one in closings(sample.reader("ko"))] == ["2022-05-06"]
    days = [one.closes for one in closings(Reader(real, "ko"))]
    assert days == sorted(days, reverse=True)
    assert "2022-09-30" not in days
