"""The tokens an entry is found by."""

from __future__ import annotations

import unicodedata

import pytest

from dure.search.letters import decompose
from dure.search.records import record
from dure.search.terms import (
    END,
    fields,
    is_other,
    other_words,
    phone_tokens,
    places,
    prefix_free,
    title_initials,
)
from tests.search.corpus import entry


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("나눔장터", {"나눔장터", "눔장터", "장터"}),
        ("쌀떡", {"쌀떡"}),
        ("발굴•육성", {"발굴육성", "굴육성", "육성"}),
        ("시·군", {"시군", "군"}),
        ("(예비)마을", {"예비마을", "비마을", "마을"}),
        ("co-op", {"coop", "op"}),
        ("서진DCP", {"서진dcp", "진dcp", "dcp"}),
        ("A4용지", {"a4용지", "용지"}),
        ("", set()),
        ("·", set()),
    ],
)
def test_a_reader_may_begin_at_any_syllable(text: str, expected: set[str]) -> None:
    """Two characters must follow inside a word; after a mark one is enough."""
    assert {unicodedata.normalize("NFC", token.text) for token in places(text)} == expected


def test_a_token_that_begins_another_is_left_out() -> None:
    """A prefix search finds it there; leaving it out keeps the index small."""
    assert prefix_free({"지원", "지원사업", "사업"}, {}) == ["사업", "지원사업"]


def test_a_word_stays_beside_another_that_begins_with_it() -> None:
    """Or a record about cleaning and youths would be found as one about youths only."""
    tokens = {decompose(word) for word in ("청소", "청소년", "시", "신협")}
    others = other_words(["청소년"])

    assert set(prefix_free(tokens, others)) == tokens


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [("청소년교육", "청소", True), ("청소용역", "청소", False), ("청소", "청소", False),
     ("신협", "시", True), ("시장", "시", False), ("청소년", "청소년", False)],
)  # fmt: skip
def test_the_beginning_of_another_word_is_not_the_word(
    text: str, word: str, *, expected: bool
) -> None:
    """Known longer words, and syllables that go on; a compound is neither."""
    others = other_words(["청소년"])

    assert is_other(decompose(text), decompose(word), others) is expected


def test_initials_begin_at_every_syllable() -> None:
    """ㅈㅌ must find 나눔장터; the index holds conjoining letters."""
    found = [(token.text, token.first) for token in title_initials("나눔 장터")]
    assert found == [("ᄂᄂᄌᄐ", True), ("ᄂᄌᄐ", False), ("ᄌᄐ", True)]


def test_a_phone_number_is_found_by_its_last_four_digits() -> None:
    """That is what people remember of a number."""
    assert phone_tokens(("0310001234",)) == ["0310001234", "1234"]


def test_the_whole_title_is_closed() -> None:
    """Only a query that says all of the title finds the closed token."""
    made = fields(record(entry("enterprise", "x", "㈜가나 다라"), 0), {})

    assert {"가나다라" + END, "주가나다라" + END} <= {
        unicodedata.normalize("NFC", word) for word in made["t"].split()
    }


def test_a_legal_form_is_no_word_of_a_title() -> None:
    """회사 must not find every 주식회사."""
    made = fields(record(entry("enterprise", "x", "주식회사 가나"), 0), {})

    words = unicodedata.normalize("NFC", made["t"]).split()
    assert not any(word.startswith("회사") for word in words)
    assert "주식회사가나" + END in words
