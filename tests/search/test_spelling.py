"""What was typed and what was meant; the browser runs the same table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dure.korean.hangul import strip_particle
from dure.search import letters, spelling
from dure.search.plan import hanja
from dure.search.reading import phone_digits, words_of
from dure.search.verbs import verbs_of

CASES: dict[str, Any] = json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))
TWINS = {
    "normalise": letters.normalise,
    "joined": letters.joined,
    "withoutLegalWords": letters.without_legal_words,
    "letters": spelling.letters,
    "sounds": spelling.sounds,
    "initials": spelling.typed_initials,
    "unfinished": spelling.unfinished,
    "fromEnglishKeys": spelling.from_english_keys,
    "fromKoreanKeys": spelling.from_korean_keys,
    "withoutParticle": spelling.without_particle,
    "verbStem": spelling.verb_stem,
    "englishStem": spelling.english_stem,
    "withoutCopula": spelling.without_copula,
}
"""Name in the browser's module → function here."""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [(name, *case) for group in ("letters", "spelling") for name, cases in CASES[group].items()
     for case in cases],
)  # fmt: skip
def test_a_word_is_read_as_the_shared_table_says(
    name: str, text: str, expected: str | None
) -> None:
    """The command line and the browser must read alike."""
    assert TWINS[name](text) == expected


@pytest.mark.parametrize(("a", "b", "most", "expected"), CASES["distance"])
def test_distance_counts_changed_letters(a: str, b: str, most: int, expected: int) -> None:
    """Beyond `most` it stops counting."""
    assert spelling.distance(a, b, most) == expected


@pytest.mark.parametrize(("text", "expected"), CASES["hanja"])
def test_hanja_are_read(text: str, expected: str) -> None:
    """With the rule for beginnings: 勞動 노동, but 勤勞 근로."""
    readings = {c: read for read, all_ in hanja().items() for c in all_}
    assert spelling.from_hanja(text, readings) == expected


@pytest.mark.parametrize(("text", "expected"), CASES["phones"])
def test_a_phone_number_is_its_digits(text: str, expected: str) -> None:
    """However it is written; too few digits are no number."""
    assert phone_digits(text) == expected


@pytest.mark.parametrize(("text", "expected"), CASES["readings"])
def test_a_sentence_is_read_as_the_words_that_mean_something(
    text: str, expected: list[str]
) -> None:
    """Unless there are no others."""
    assert words_of(text, CASES["plan"]) == expected


@pytest.mark.parametrize(("word", "verb"), CASES["verbs"])
def test_a_verb_is_known_in_every_form(word: str, verb: str) -> None:
    """Endings, contractions, ㄹ and ㅂ that change; but not a noun that begins alike."""
    known = {verb for _, verb in CASES["verbs"] if verb}

    assert verbs_of(word, sorted(known)) == ([verb] if verb else [])


def test_particles_follow_the_rule_of_the_korean_module() -> None:
    """One rule for the whole site."""
    assert spelling.without_particle("조사를") == strip_particle("조사를")
    assert spelling.without_particle("전문가") == (strip_particle("전문가") or "")


def test_no_character_has_two_readings() -> None:
    """The later would silently win."""
    every = "".join(hanja().values())
    assert len(every) == len(set(every))
