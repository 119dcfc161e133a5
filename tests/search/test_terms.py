"""The tokens an entry is found by."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from dure.search.letters import decompose
from dure.search.records import record
from dure.search.terms import (
    END,
    fields_of,
    is_other,
    other_words,
    phone_tokens,
    places,
    title_initials,
    words_by_field,
)
from tests.search.corpus import entry

if TYPE_CHECKING:
    from dure.search.entries import Kind, SearchEntry


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


def composed(record_of: SearchEntry) -> dict[str, list[str]]:
    """The words of each field as one reads them."""
    found = words_by_field(record(record_of, 0))
    return {name: [unicodedata.normalize("NFC", w) for w in own] for name, own in found.items()}


@pytest.mark.parametrize("kind", ["enterprise", "product"])
def test_the_index_holds_the_tokens_by_which_answers_are_verified(kind: Kind) -> None:
    """All of them in their order, but for words of the text that title or facts say too."""
    made = record(entry(
        kind, "x", "(주)가나·다라 — 마바마을", subtitle="사아 자차", facts=("카타 파하", "A4용지"),
        body="가나 사아 co-op 너더", phones=("0310001234", "10001234"),
    ), 0)  # fmt: skip
    tokens = {name: list(dict.fromkeys(token.text for token in own))
              for name, own in fields_of(made).items()}  # fmt: skip
    tokens["b"] = [word for word in tokens["b"] if word not in tokens["t"] + tokens["f"]]

    assert words_by_field(made) == tokens
    assert all(tokens.values())


def test_the_whole_title_is_closed() -> None:
    """Only a query that says all of the title finds the closed token."""
    made = composed(entry("enterprise", "x", "㈜가나 다라"))

    assert {"가나다라" + END, "주가나다라" + END} <= set(made["t"])


def test_a_legal_form_is_no_word_of_a_title() -> None:
    """회사 must not find every 주식회사."""
    made = composed(entry("enterprise", "x", "주식회사 가나"))

    assert not any(word.startswith("회사") for word in made["t"])
    assert "주식회사가나" + END in made["t"]


def test_a_word_is_held_once_a_field() -> None:
    """The same word again would only make the index larger."""
    made = composed(entry("enterprise", "x", "가나", facts=("다라 다라", "다라"), body="마바 마바"))

    assert made["f"] == ["다라"]
    assert made["b"] == ["마바"]


def test_the_text_is_held_without_what_title_and_facts_say() -> None:
    """A title or a fact weighs more than the text; beside them the text's word adds nothing."""
    made = composed(entry("enterprise", "x", "가나", facts=("다라",), body="가나 다라 마바"))

    assert made["b"] == ["마바"]


def test_a_product_is_found_by_its_own_initials() -> None:
    """Those of its maker lead to the maker, or each product would answer for it too."""
    made = composed(entry("product", "x", "가나 — 다라마을"))

    assert made["c"] == ["ᄀᄂ"]
    assert "가나" + END in made["t"]
    assert "다라마을" in made["t"]
