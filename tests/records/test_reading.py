"""Reading records: the quick way and the one that tells every problem agree on everything."""

from __future__ import annotations

import copy
import random
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.json import encode

from dure.records import FOLDERS, KINDS, Model, Program, Text
from dure.records.program import BudgetLine, Phase
from dure.records.reading import Unsound, made, plain, read, valid
from dure.records.reference import Row
from dure.records.values import Money
from dure.yaml_reader import read_yaml
from tests import sample

if TYPE_CHECKING:
    from collections.abc import Callable

Values = dict[str, Any]


def _sample() -> list[tuple[type[Model], Values]]:
    """What every file of the sample says, with its model."""
    found: list[tuple[type[Model], Values]] = []
    for path in sorted(sample.DATA.glob("*/**/*.yml")):
        values = read_yaml(path.read_text("utf-8"))
        assert isinstance(values, dict)
        kind = FOLDERS[path.relative_to(sample.DATA).parts[0]]
        found.append((KINDS[kind], values))
    return found


SAMPLE = _sample()


def _either(reader: Callable[[], object]) -> object:
    """What a reader reads, or the rules it says are broken."""
    try:
        return reader()
    except Unsound as unsound:
        return [(wrong.place, wrong.key) for wrong in unsound.found]


@pytest.mark.parametrize(("model", "values"), SAMPLE)
def test_sound_values_are_read_alike_in_both_ways(model: type[Model], values: Values) -> None:
    """What is kept of them makes the same record again."""
    record, said = read(model, values)
    assert record == valid(model, values)
    assert made(model, said) == record


_BITS = (
    "", " ", "\n", "a ", "\u3000가", "•", "‧", "·", "–", '"', ' "', '" ', "\\", "\\n", "\t", "\x7f",
    "\u200b", "\u3164", "\xad", "\xa0", unicodedata.normalize("NFD", "각"), "e\u0301", "株", "😀",
    "1", "0110", "1_000", "1e9", "-", "-1", "2.5", "true", "No", "null", "2022-02-30", "a--b",
    "x" * 81, "x" * 401,
)  # fmt: skip
_ODD: tuple[object, ...] = ([], {}, [[]], ["a"], {"ko": "가"}, {"a": "b"}, *_BITS)


def _mangled(value: Any, chance: random.Random) -> Any:
    """Values with something put in, taken out or put in their place, somewhere inside."""
    if chance.random() < 0.1:
        return chance.choice(_ODD)
    if isinstance(value, str):
        at = chance.choice((0, len(value), chance.randint(0, len(value))))
        return value[:at] + chance.choice(_BITS) + value[at:]
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    if not keys:
        return chance.choice(_ODD)
    key = chance.choice(keys)
    if chance.random() < 0.1:
        del value[key]
    elif isinstance(value, dict) and chance.random() < 0.1:
        value["odd"] = chance.choice(_ODD)
    else:
        value[key] = _mangled(value[key], chance)
    return value


@given(at=st.integers(0, len(SAMPLE) - 1), seed=st.integers(0, 1 << 30))
@settings(max_examples=400)
def test_any_values_are_read_alike_in_both_ways(at: int, seed: int) -> None:
    """Whatever one does to them: the same record, or the same problems; and the same once kept."""
    model, values = SAMPLE[at]
    mangled = _mangled(copy.deepcopy(values), random.Random(seed))
    if not isinstance(mangled, dict):
        return
    expected = _either(lambda: valid(model, mangled))
    assert _either(lambda: read(model, mangled)[0]) == expected
    if isinstance(expected, Model):
        assert made(model, read(model, mangled)[1]) == expected
        assert made(model, encode(plain(expected))) == expected


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, [(("payer",), "missing")]),
        ({"payer": "total", "krw": "-1"}, [(("krw",), "out_of_range")]),
        ({"payer": "total", "krw": ""}, [(("krw",), "too_short")]),
        (
            {"payer": ["total"], "krw": "1,000", "note": {"en": "a"}, "odd": "b"},
            [
                (("odd",), "unknown_field"),
                (("payer",), "expected_text"),
                (("krw",), "expected_whole_number"),
                (("note", "ko"), "missing"),
            ],
        ),
        ("total", [((), "expected_mapping")]),
    ],
)
def test_everything_wrong_is_told_at_once(values: object, found: list[object]) -> None:
    """Each rule with the place where it is broken."""
    assert _either(lambda: valid(BudgetLine, values)) == found


def test_a_rule_of_a_whole_value_is_told_at_its_place() -> None:
    """A range is wrong as such, not one of its ends."""
    phase = {"label": {"ko": "가"}, "amount": {"krw": "6", "to_krw": "5"}}
    values = {**plain(sample.catalogue().programs["sample-loan"]), "benefits": [phase]}
    expected = [(("benefits", 0, "amount"), "range_backwards")]
    assert _either(lambda: valid(Program, values)) == expected
    assert _either(lambda: read(Program, values)) == expected
    assert _either(lambda: valid(Money, {"krw": "6", "to_krw": "5"})) == [((), "range_backwards")]


@pytest.mark.parametrize(
    ("word", "value"),
    [("true", True), ("Yes", True), ("on", True), ("false", False), ("NO", False), ("0", False)],
)
def test_yes_and_no_are_read_as_yaml_writes_them(word: str, *, value: bool) -> None:
    """Quoted or not, in any case."""
    phase = {"name": {"ko": "접수"}, "kind": "notice", "rolling": word}
    assert read(Phase, phase)[0].rolling is value


def test_blanks_around_a_text_are_dropped_for_good() -> None:
    """What is kept has none either."""
    text, said = read(Text, {"ko": " 가 ", "en": "a\n"})
    assert text == Text(ko="가", en="a")
    assert made(Text, said) == text


def test_a_blank_cell_is_kept() -> None:
    """A figure that is not there stays where it is not."""
    row, said = read(Row, {"id": "a", "label": {"ko": " 가"}, "values": ["1", "-", "2.50"]})
    assert made(Row, said) == row
    assert [str(value) for value in row.values] == ["1", "None", "2.50"]
