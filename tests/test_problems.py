"""Problems: how they are named, told and ordered."""

from __future__ import annotations

import pytest

from dure.problems import Problem, describe, field_name, in_order


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ((), ""),
        (("name",), "name"),
        (("benefits", 0, "amount", "krw"), "benefits[0].amount.krw"),
        (("rows", 2, "values", 10), "rows[2].values[10]"),
        (("table", 1, 2), "table[1][2]"),
    ],
)
def test_a_field_is_named_as_people_write_paths(path: tuple[str | int, ...], name: str) -> None:
    """Names of mappings are joined by dots, places in lists stand in brackets."""
    assert field_name(path) == name


@pytest.mark.parametrize(
    ("problem", "lang", "line"),
    [
        (Problem("data/a.yml", 3, 5, "year", "missing"), "en",
         "data/a.yml:3:5: year: a required field is missing."),
        (Problem("data/a.yml", 3, 5, "year", "missing"), "ko",
         "data/a.yml:3:5: year: 꼭 있어야 하는 필드가 없습니다."),
        (Problem("data/a.yml", 1, 1, "", "empty_file"), "en",
         "data/a.yml:1:1: the file is empty."),
        (Problem("data/a.yml", 1, 1, "x", "unknown_field", {"near": "y"}, "did_you_mean"), "en",
         "data/a.yml:1:1: x: no such field. Did you mean `y`?"),
    ],
)  # fmt: skip
def test_a_problem_is_told_in_one_form(problem: Problem, lang: str, line: str) -> None:
    """`path:line:col: field: message remedy`, without the field where there is none."""
    assert describe(problem, lang) == line


@pytest.mark.parametrize(
    "hostile", ["two\nlines", "\x1b[31mred", "right\u202eleft", "nul\0", "bell\x07"]
)
def test_a_problem_stays_on_one_harmless_line(hostile: str) -> None:
    """What a file holds can neither break the line nor speak to the terminal."""
    line = describe(Problem("a.yml", 1, 1, hostile, "tag", {"name": hostile}), "en")
    assert line.isprintable()


def test_problems_are_sorted_by_place_and_told_once() -> None:
    """File, line, column, field: numbers count as numbers."""
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 10), ("a", 2, 9)]
    problems = [Problem(path, line, column, "x", "missing") for path, line, column in places]
    found = [(p.path, p.line, p.column) for p in in_order(problems)]
    assert found == [("a", 2, 9), ("a", 2, 10), ("a", 10, 1), ("b", 1, 1)]


def test_two_problems_of_one_place_are_both_told() -> None:
    """A phone that stands in two other offices is two problems."""
    one, two = (Problem("a", 1, 1, "x", "phone_twice", {"other": o}) for o in ("b", "c"))
    assert in_order([two, one]) == (one, two)
