"""What is wrong with values, in our words; the broken data of `test_check` covers each message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from dure.problems import describe
from dure.records import KINDS, Model, Program, Site
from dure.records.reading import Unsound, valid
from dure.validation import nearest, problems_of, shown_value

if TYPE_CHECKING:
    from collections.abc import Mapping


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("가", "`가`"),
        ("", "``"),
        ("x" * 60, f"`{'x' * 60}`"),
        ("x" * 61, f"`{'x' * 57}…`"),
        ({"a": "b"}, "{…}"),
        (["a"], "[…]"),
    ],
)
def test_a_value_is_quoted_short(value: object, shown: str) -> None:
    """Texts up to 60 characters in backquotes, structures by their kind."""
    assert shown_value(value) == shown


@pytest.mark.parametrize(
    ("word", "options", "near"),
    [
        ("suports", ["supports", "sports"], "supports"),
        ("trainig", {"training", "grant"}, "training"),
        ("zzz", ["training"], ""),
        ("x", [], ""),
        ("x" * 100_000, ["training"], ""),
    ],
)
def test_the_nearest_word_is_proposed(word: str, options: list[str], near: str) -> None:
    """Only where it is near; a huge word costs nothing."""
    assert nearest(word, options) == near


def test_the_proposal_does_not_depend_on_the_order_of_a_set() -> None:
    """Two equally near words: the same one is proposed in every run."""
    assert nearest("ab", {"abc", "abd"}) == nearest("ab", {"abd", "abc"})


def _told(value: Mapping[str, object], model: type[Model], text: str) -> list[str]:
    with pytest.raises(Unsound) as refused:
        valid(model, value)
    return [describe(p, "en") for p in problems_of(refused.value.found, "a.yml", text)]


def test_an_error_we_have_no_words_for_is_still_told() -> None:
    """A new kind of constraint shows in msgspec's own words rather than as a traceback."""

    class Strange(Model):
        length: bytes

    assert _told({"length": ["1"]}, Strange, "length: [1]") == [
        "a.yml:1:9: length: wrong value: Expected `bytes`, got `array`"
    ]


def test_a_choice_of_one_word_is_told_like_any_other() -> None:
    """Choices are a plain list in both languages."""

    class One(Model):
        kind: Literal["only"]

    assert _told({"kind": "x"}, One, "kind: x") == [
        "a.yml:1:7: kind: expected one of `only`, got `x`."
    ]


@pytest.mark.parametrize("model", [*KINDS.values(), Site])
def test_every_required_field_is_missed(model: type[Model]) -> None:
    """An empty mapping lacks each required field, each told by its name at the beginning."""
    required = [name for name, field in model.model_fields.items() if field.required]
    missing = [f"a.yml:1:1: {name}: a required field is missing." for name in required]
    assert _told({}, model, "{}") == missing


def test_a_field_inside_what_is_no_mapping_is_not_looked_for() -> None:
    """`name: x` is one problem, not three."""
    text = "name: x\nsummary: {ko: 가}\nyear: 2022\noperators: [a]\naccess: use\nregions: [a]\n"
    value = {
        "name": "x", "summary": {"ko": "가"}, "year": "2022", "operators": ["a"],
        "access": "use", "regions": ["a"], "source": [{"document": "a", "where": "b"}],
    }  # fmt: skip
    assert _told(value, Program, text) == [
        "a.yml:1:7: name: expected `field: value` pairs, got `x`."
    ]
