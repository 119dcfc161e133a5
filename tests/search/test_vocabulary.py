"""The words of the records, counted."""

from __future__ import annotations

import pytest

from dure.search.records import record
from dure.search.vocabulary import Vocabulary
from tests.search.corpus import entry


def test_words_are_counted_once_a_record() -> None:
    """Those of titles and facts apart from those of running text; cut at their marks."""
    known = Vocabulary()
    for name, facts, body in (("x", ("가나·다라", "마바"), "사아 사아"), ("y", (), "사아 가나")):
        one = entry("enterprise", name, "가나", subtitle="자차", facts=facts, body=body)
        known.add(record(one, 0))

    assert known.named == {"가나": 2, "다라": 1, "마바": 1}
    assert known.told == {"사아": 2, "가나": 1}


@pytest.mark.parametrize(
    ("words", "expected"),
    [("가나", True), ("나다", True), ("마바사 가", True), ("자차", True), ("타하", True),
     ("가나 없음", False), ("힣", False), ("다", False), ("", True)],
)  # fmt: skip
def test_words_are_known_by_their_beginnings(words: str, *, expected: bool) -> None:
    """In any text of a record; a reader may begin inside a word, but not at its last syllable."""
    known = Vocabulary()
    for name, title in (("x", "가나다"), ("y", "라")):
        one = entry("enterprise", name, title, subtitle="자차", facts=("카·타하",), body="마바사")
        known.add(record(one, 0))

    assert known.has(words) is expected


def test_half_a_syllable_is_a_beginning() -> None:
    """Words are compared taken apart, as they are looked up."""
    known = Vocabulary()
    known.add(record(entry("enterprise", "x", "간다"), 0))

    assert known.has("가")
    assert not known.has("각")
