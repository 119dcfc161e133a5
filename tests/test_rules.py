"""Rules: what each refuses, and what it lets pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dure.catalogue import Linked
from dure.load import load_data
from dure.rules import RULES, broken_rules
from dure.rules.links import (
    addresses_are_unique,
    former_ids_are_free,
    handles_are_unique,
    parents_end_somewhere,
    references_exist,
    sections_belong_to_the_document,
    term_parents_exist,
)
from dure.rules.offices import (
    contacts_name_real_lines,
    enterprises_lie_in_their_region,
    phones_stand_under_one_office,
)
from dure.rules.sums import (
    budgets_add_up,
    rows_fit_their_columns,
    sums_add_up_or_are_explained,
    sums_name_real_parts,
)
from dure.rules.times import (
    applications_open_before_they_close,
    certificates_begin_before_they_end,
)
from tests import sample
from tests.broken import BUDGET, CENTRE, DURE, GROWTH, LOAN, both, edit
from tests.broken import RULES as BROKEN

if TYPE_CHECKING:
    from pathlib import Path

    from dure.rules import Rule
    from tests.broken import Change

_BROKEN_BY: dict[Rule, tuple[str, ...]] = {
    references_exist: (
        "an unknown reference",
        "an unknown reference like no other",
        "an unknown reference deep inside",
        "a reference by a former id",
        "an unknown document",
        "an unknown term",
        "an unknown unit",
    ),
    addresses_are_unique: ("one id in two folders",),
    former_ids_are_free: ("a former id that is taken", "a former id of two"),
    handles_are_unique: ("one handle twice",),
    sections_belong_to_the_document: ("an unknown section",),
    parents_end_somewhere: ("parents in a circle", "its own parent"),
    term_parents_exist: ("a term under an unknown one", "terms in a circle"),
    enterprises_lie_in_their_region: (
        "an enterprise in another region's folder",
        "an enterprise in no region's folder",
    ),
    phones_stand_under_one_office: ("one phone under two offices",),
    contacts_name_real_lines: ("an unknown phone",),
    rows_fit_their_columns: ("a row that is too short",),
    sums_name_real_parts: ("a sum of an unknown row",),
    sums_add_up_or_are_explained: ("a sum down that differs", "a sum across that differs"),
    budgets_add_up: ("a budget that does not add up",),
    certificates_begin_before_they_end: ("a certificate that ends first",),
    applications_open_before_they_close: ("an application that ends first",),
}


def _linked(data: Path) -> Linked:
    return Linked(load_data(data).entries)


def _name(value: object) -> str:
    return getattr(value, "__name__", str(value))


def test_every_rule_is_broken_by_something() -> None:
    """A rule that nothing breaks is not tested."""
    assert set(_BROKEN_BY) == set(RULES)


def test_every_broken_case_breaks_a_rule() -> None:
    """Only the site's settings are checked elsewhere: they are no record."""
    named = {name for names in _BROKEN_BY.values() for name in names}
    assert set(BROKEN) - named == {"an unknown region of the site"}


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_a_rule_lets_the_sample_pass(rule: Rule) -> None:
    """Sound data has nothing to be told of."""
    assert list(rule(_linked(sample.DATA))) == []


@pytest.mark.parametrize(
    ("rule", "name"),
    [(rule, name) for rule, names in _BROKEN_BY.items() for name in names],
    ids=_name,
)
def test_a_rule_and_no_other_is_broken(rule: Rule, name: str, tmp_path: Path) -> None:
    """One mistake is told by one rule; the golden file holds its words."""
    data = sample.copied(tmp_path)
    BROKEN[name](data)
    found = list(rule(_linked(data)))
    assert found
    assert list(broken_rules(_linked(data))) == found


_NOTE = "\nnote: {ko: 문서에 그렇게 적혀 있습니다.}"
_SUM = edit(BUDGET, "2200.5]", "2200]")


@pytest.mark.parametrize(
    "change",
    [
        both(_SUM, edit(BUDGET, "where: 예산 표}", f"where: 예산 표}}{_NOTE}")),
        both(
            edit(BUDGET, "1500.5, 2800.5", "1500.5, 2800"),
            edit(BUDGET, "sum_of: [grants", "note: {ko: 적힌 대로}, sum_of: [grants"),
            edit(BUDGET, "1200.5, 2200.5", "1200, 2200"),
        ),
        both(
            edit(GROWTH, "krw: 620000000", "krw: 1"),
            edit(GROWTH, "where: 재정지원 > 성장지원}", f"where: 재정지원 > 성장지원}}{_NOTE}"),
        ),
    ],
    ids=["an indicator's note", "a row's note", "a program's note"],
)
def test_a_note_explains_a_sum(change: Change, tmp_path: Path) -> None:
    """What is printed stays; the reader is told."""
    data = sample.copied(tmp_path)
    change(data)
    assert list(broken_rules(_linked(data))) == []


@pytest.mark.parametrize(
    "change",
    [
        edit(BUDGET, "[300, 300, 600]", "[300, '-', 600]"),
        edit(BUDGET, "[1300, 1500.5, 2800.5]", "['', '', '']"),
        edit(BUDGET, "values: ['-', 10, '']", "values: ['-', 10, 10]"),
        edit(GROWTH, "{payer: city, krw: 120000000}", "{payer: city, percent: 19.4}"),
        edit(GROWTH, "  - {payer: total, krw: 620000000}\n", ""),
    ],
)
def test_a_blank_is_no_figure(change: Change, tmp_path: Path) -> None:
    """A sum with an unknown part or an unknown total cannot be wrong."""
    data = sample.copied(tmp_path)
    change(data)
    assert list(broken_rules(_linked(data))) == []


@pytest.mark.parametrize(
    "change",
    [
        edit(DURE, "2023-04-30", "2020-05-01"),
        edit(DURE, "2023-04-30", "2020"),
        edit(GROWTH, "2022-05-06", "2022-04"),
        edit(LOAN, "{closes: 2019-10}", "{opens: 2019-10, closes: 2019}"),
    ],
)
def test_days_known_roughly_are_given_the_benefit_of_the_doubt(
    change: Change, tmp_path: Path
) -> None:
    """The same day, or a month or year that may still end later, is no contradiction."""
    data = sample.copied(tmp_path)
    change(data)
    assert list(broken_rules(_linked(data))) == []


def test_one_office_may_print_a_number_twice(tmp_path: Path) -> None:
    """A range and one of its numbers under two labels are still one place."""
    data = sample.copied(tmp_path)
    edit(CENTRE, "number: 1522-0120", "number: 031-555-0111")(data)
    assert list(broken_rules(_linked(data))) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("vocabularies/units.yml", "id: team", "id: person"),
        ("documents/sample-guide-2022.yml", "id: people", "id: money"),
        (DURE, "id: lunches", "id: booklets"),
        (BUDGET, "{id: other,", "{id: loans,"),
        (BUDGET, "{id: y2021,", "{id: y2022,"),
    ],
)
def test_handles_of_all_lists_are_unique(name: str, old: str, new: str, tmp_path: Path) -> None:
    """Terms, sections, products, rows and columns."""
    data = sample.copied(tmp_path)
    edit(name, old, new)(data)
    found = list(handles_are_unique(_linked(data)))
    assert [(f.key, f.values["id"]) for f in found] == [("same_id", new.strip("{,").split()[-1])]


def test_a_circle_is_told_only_of_those_who_stand_in_it(tmp_path: Path) -> None:
    """A team below a circle of offices has done nothing wrong."""
    data = sample.copied(tmp_path)
    edit("centres/gaon-province.yml", "region: gaon", "parent: gaon-centre\nregion: gaon")(data)
    found = {f.entry.id for f in parents_end_somewhere(_linked(data))}
    assert found == {"gaon-province", "gaon-centre"}


def test_phones_of_enterprises_are_their_own(tmp_path: Path) -> None:
    """An enterprise may share its office's line; only offices hold numbers for others."""
    data = sample.copied(tmp_path)
    edit(DURE, "'031-555-0150~0152'", "031-555-0110")(data)
    assert list(broken_rules(_linked(data))) == []
