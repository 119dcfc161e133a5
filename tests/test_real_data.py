"""The real data in `data/`: sound, sourced, and written as agreed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dure.check import check_data
from dure.problems import describe
from dure.records import Centre, Enterprise, Program
from dure.suspect import MIDDLE_DOTS

if TYPE_CHECKING:
    from pathlib import Path

    from dure.check import Checked


@pytest.fixture(scope="module")
def checked(root: Path) -> Checked:
    """The data folder, read once."""
    return check_data(root / "data")


def test_the_data_has_no_problems(checked: Checked) -> None:
    """What `dure check` prints; all of it, so that it can be mended in one go."""
    assert [describe(problem, "en") for problem in checked.problems] == []


def test_every_program_has_an_operator_a_year_and_a_source_with_its_place(
    checked: Checked,
) -> None:
    """A fact that cannot be found again in its document is not one."""
    programs = [e for e in checked.entries if isinstance(e.record, Program)]
    assert programs
    for entry in programs:
        assert isinstance(entry.record, Program)
        assert entry.record.operators, entry.path
        assert 2016 <= entry.record.year <= 2023, entry.path
        assert all(s.document and s.where.strip() for s in entry.record.source), entry.path


def test_every_enterprise_and_office_has_a_source(checked: Checked) -> None:
    """Nothing is invented."""
    for entry in checked.entries:
        if isinstance(entry.record, Enterprise | Centre):
            assert entry.record.source, entry.path


def test_no_file_holds_a_look_alike_of_the_middle_dot(root: Path) -> None:
    """In comments and keys neither: the data writes `·` for all of them."""
    found = {
        f"{path.relative_to(root)}: {dot}"
        for path in (root / "data").rglob("*.yml")
        for dot in set(path.read_text("utf-8")) & set(MIDDLE_DOTS)
    }
    assert found == set()


def test_no_personal_mobile_number_stands_in_the_data(checked: Checked) -> None:
    """Numbers of natural persons are not in the data; offices have landlines."""
    for entry in checked.entries:
        if isinstance(entry.record, Centre | Enterprise):
            numbers = [p.digits for line in entry.record.phones for p in line.number.phones]
            assert not [n for n in numbers if re.match("01[016789]", n)], entry.path
