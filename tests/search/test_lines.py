"""The text the engine reads."""

from __future__ import annotations

import pytest

from dure.search.lines import FIELDS, LINE, lined
from dure.search.records import record
from dure.search.terms import words_by_field
from tests.search.corpus import entry, many


def test_every_field_begins_a_line() -> None:
    """Or a word's line would not tell its field."""
    body = " ".join(f"가{i}" for i in range(LINE + 1))
    text, lines = lined(record(entry("enterprise", "x", "가나", facts=("다라",), body=body), 0))

    words = text.split(" ")
    assert lines == (1, 1, 2, 0, 1)
    assert len(words) == LINE * sum(lines)
    assert words[2 * LINE - 1] == words[4 * LINE - 1] == "-"
    assert words[4 * LINE] != "-"


@pytest.mark.parametrize("length", [LINE - 1, LINE, LINE + 1])
def test_a_full_line_is_not_filled(length: int) -> None:
    """An empty line would only make the index longer."""
    body = " ".join(f"a{i:02}" for i in range(length))
    text, lines = lined(record(entry("enterprise", "x", "가나", body=body), 0))

    assert lines[FIELDS.index("b")] == (1 if length <= LINE else 2)
    assert len(text.split(" ")) == LINE * sum(lines)


def test_the_lines_hold_the_words_of_each_field_in_order() -> None:
    """And nothing else but what fills them."""
    for one in many(20):
        made = record(one, 0)
        text, lines = lined(made)
        words = iter(text.split(" "))
        held = {name: [next(words) for _ in range(LINE * own)]
                for name, own in zip(FIELDS, lines, strict=True)}  # fmt: skip

        assert {name: [word for word in own if word != "-"] for name, own in held.items()} == (
            words_by_field(made)
        )
