"""Syllables, letters and particles behave as people type and search them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dure.korean.hangul import (
    choseong,
    compose,
    decompose,
    is_hangul,
    is_syllable,
    normalise,
    strip_particle,
)

SYLLABLES = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("나눔장터", "ㄴㄴㅈㅌ"),
        ("꿈마을 2호", "ㄲㅁㅇ 2ㅎ"),
        ("ESD 교육", "ESD ㄱㅇ"),
        ("ㄴㄴㅈㅌ", "ㄴㄴㅈㅌ"),
        (unicodedata.normalize("NFD", "두레"), "ㄷㄹ"),
        ("", ""),
    ],
)
def test_initial_consonants_stand_for_syllables(text: str, initials: str) -> None:
    """What is not a syllable stays where it is."""
    assert initials == choseong(text)


@pytest.mark.parametrize(
    ("syllable", "letters"),
    [
        ("가", ("ㄱ", "ㅏ", "")),
        ("값", ("ㄱ", "ㅏ", "ㅄ")),
        ("힣", ("ㅎ", "ㅣ", "ㅎ")),
        ("쌀", ("ㅆ", "ㅏ", "ㄹ")),
    ],
)
def test_a_syllable_is_its_letters(syllable: str, letters: tuple[str, str, str]) -> None:
    """Lead, vowel and final, the last one empty for an open syllable."""
    assert letters == decompose(syllable)
    assert syllable == compose(*letters)


@given(SYLLABLES)
def test_every_syllable_comes_back_from_its_letters(syllable: str) -> None:
    """Taking apart and putting together agree with Unicode's own composition."""
    lead, vowel, final = decompose(syllable)

    assert syllable == compose(lead, vowel, final)
    assert (3 if final else 2) == len(unicodedata.normalize("NFD", syllable))


@pytest.mark.parametrize("wrong", ["", "a", "ㄱ", "가나", "\u1100"])
def test_only_syllables_come_apart(wrong: str) -> None:
    """A letter or a word is refused."""
    with pytest.raises(ValueError, match="expected one Hangul syllable"):
        decompose(wrong)


@pytest.mark.parametrize(
    "letters",
    [("ㅏ", "ㅏ", ""), ("ㄱ", "ㄱ", ""), ("ㄱ", "ㅏ", "ㄸ"), ("", "ㅏ", ""), ("ㄱㄴ", "ㅏ", "")],
)
def test_letters_that_make_no_syllable_are_refused(letters: tuple[str, str, str]) -> None:
    """ㄸ never closes a syllable, and a vowel never opens one."""
    with pytest.raises(ValueError, match="expected a"):
        compose(*letters)


@pytest.mark.parametrize(
    ("ch", "hangul", "syllable"),
    [
        ("가", True, True),
        ("힣", True, True),
        ("ㄱ", True, False),
        ("ㅣ", True, False),
        ("a", False, False),
        ("漢", False, False),
        ("1", False, False),
        ("", False, False),
        ("가나", False, False),
    ],
)
def test_hangul_is_a_syllable_or_a_letter(ch: str, hangul: bool, syllable: bool) -> None:  # noqa: FBT001
    """Single characters only."""
    assert (hangul, syllable) == (is_hangul(ch), is_syllable(ch))


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("실태조사는", "실태조사"),
        ("협동조합을", "협동조합"),
        ("협동조합은", "협동조합"),
        ("나눔장터가", "나눔장터"),
        ("기업이", "기업"),
        ("교육과", "교육"),
        ("센터와", "센터"),
        ("기업의", "기업"),
        ("경기도에", "경기도"),
        ("경기도에서", "경기도"),
        ("경기도에서는", "경기도"),
        ("지원금으로", "지원금"),
        ("서울로", "서울"),
        ("센터로", "센터"),
        ("조합도", "조합"),
        ("기업만", "기업"),
        ("12월까지", "12월"),
        ("3월부터", "3월"),
        ("주민에게", "주민"),
        ("시장님께", "시장님"),
        ("센터라도", "센터"),
        ("조합이라도", "조합"),
        ("ESD를", "ESD"),
        (unicodedata.normalize("NFD", "조사는"), "조사"),
        # the last syllable is part of the noun
        ("전문가", None),
        ("사회복지과", None),
        ("마을", None),
        ("가을", None),
        ("은", None),
        ("물이", None),
        ("도시", None),
        ("", None),
        ("나눔장터", None),
        # not grammatical after this sound
        ("지원금로", None),
        ("협동조합를", None),
        # but 으로 ends no noun, however it is misspelt
        ("서울으로", "서울"),
    ],
)
def test_one_particle_comes_off_where_it_can_be_one(word: str, stem: str | None) -> None:
    """At least two characters remain, and the particle fits the sound before it."""
    assert stem == strip_particle(word)


@pytest.mark.parametrize("dot", list("•·‧․∙⋅ㆍᆞ・･"))
def test_there_is_one_middle_dot(dot: str) -> None:
    """Documents print many that look alike."""
    assert normalise(f"설립{dot}운영") == "설립·운영"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("“두레”와 ‘마을’", "“두레”와 ‘마을’"),
        ("두레\u00a0마을", "두레 마을"),
        ("두레\u202f마을", "두레 마을"),
        ("두\u200b레\ufeff", "두레"),
        (unicodedata.normalize("NFD", "두레"), "두레"),
        ("\u1103\u200b\u116e", "두"),
    ],
)
def test_text_has_one_spelling(text: str, clean: str) -> None:
    """Composed, with plain spaces and nothing invisible; curly quotes stay as printed."""
    assert clean == normalise(text)


@given(st.text())
def test_normal_text_stays_as_it_is(text: str) -> None:
    """Normalising twice is normalising once."""
    once = normalise(text)

    assert once == normalise(once)
    assert unicodedata.is_normalized("NFC", once)
