"""What stands around a program: neighbours, months, its calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.views.around import MOST, calendar_file, months_of, neighbours
from dure.views.program import program_view
from dure.views.reader import Reader
from tests import sample

if TYPE_CHECKING:
    from dure.catalogue import Catalogue


def test_months_are_those_of_the_programs_own_steps() -> None:
    """Call in March, applications to May, selection in June."""
    assert months_of("sample-growth", sample.reader("ko")) == (3, 4, 5, 6)


def test_a_calendar_file_is_named_where_something_has_a_date() -> None:
    """A day of a course is a date as much as a month of a step."""
    reader = sample.reader("ko")
    for program in ("sample-growth", "sample-growth-school"):
        assert calendar_file(program, reader) == f"calendar/{program}.ics"


def test_a_program_without_dates_has_no_calendar_file(real: Catalogue) -> None:
    """At least one of the real programs has steps without any date, and no link."""
    reader = Reader(real, "ko")
    assert "" in {calendar_file(i, reader) for i in real.programs}


def test_neighbours_are_few_and_none_of_the_family_above_or_below(real: Catalogue) -> None:
    """Siblings and named programs; never itself, its parent or its parts."""
    reader = Reader(real, "ko")
    lengths = set()
    for i, program in real.programs.items():
        paths = [link.path for link in neighbours(i, reader)]
        family = {i, program.parent, *real.children(i)}
        assert not {f"programs/{one}/" for one in family} & set(paths)
        assert len(paths) == len(set(paths)) <= MOST
        lengths.add(len(paths))
    assert MOST in lengths


def test_sums_are_told_under_the_names_of_what_is_given() -> None:
    """Only benefits with money; the others stand in the table of support."""
    view = program_view("sample-growth", sample.reader("ko"))
    assert [(str(one.label), str(one.value)) for one in view.amounts] == [
        ("인건비", "1명당 월 최대 1,896,530원"),
        ("개발비", "3천만 원~7천만 원"),
    ]
