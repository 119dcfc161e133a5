"""Sentences made of data take the particle a Korean reader would say."""

from __future__ import annotations

import pytest

from dure.korean.particles import attach

ATTACHED = [
    ("두레", "을/를", "두레를"),
    ("마을", "을/를", "마을을"),
    ("조합", "이/가", "조합이"),
    ("센터", "이/가", "센터가"),
    ("기업", "은/는", "기업은"),
    ("제도", "은/는", "제도는"),
    ("교육", "과/와", "교육과"),
    ("대출", "과/와", "대출과"),
    ("컨설턴트", "과/와", "컨설턴트와"),
    ("지원금", "으로/로", "지원금으로"),
    ("서울", "으로/로", "서울로"),
    ("경기도", "으로/로", "경기도로"),
    # digits are read in Sino-Korean
    ("1", "으로/로", "1로"),
    ("2022", "을/를", "2022를"),
    ("3", "으로/로", "3으로"),
    ("0", "을/를", "0을"),
    ("10", "으로/로", "10으로"),
    ("100", "이/가", "100이"),
    ("5,000", "은/는", "5,000은"),
    ("50,000", "과/와", "50,000과"),
    ("1,000,000,000,000", "을/를", "1,000,000,000,000를"),
    ("10,000,000,000,000,000", "을/를", "10,000,000,000,000,000을"),
    ("100,000,000,000", "을/를", "100,000,000,000을"),
    ("1.5", "을/를", "1.5를"),
    ("2.10", "을/를", "2.10을"),
    ("A4", "을/를", "A4를"),
    ("30%", "을/를", "30%를"),
    # acronyms are read letter by letter
    ("ESD", "을/를", "ESD를"),
    ("MBA", "이/가", "MBA가"),
    ("URL", "으로/로", "URL로"),
    ("URL", "을/를", "URL을"),
    ("ATM", "과/와", "ATM과"),
    ("PR", "을/를", "PR을"),
    ("B2B", "은/는", "B2B는"),
    # nobody knows how other words are read
    ("Dure", "을/를", "Dure을(를)"),
    ("iPhone", "이/가", "iPhone이(가)"),
    ("K-water", "은/는", "K-water은(는)"),
    ("Coop", "과/와", "Coop과(와)"),
    ("Dure", "으로/로", "Dure(으)로"),
    ("中央", "을/를", "中央을(를)"),
    ("", "을/를", "을(를)"),
    ("★", "을/를", "★을(를)"),
    # closing marks are silent, and so is a gloss
    ("‘나눔장터’", "을/를", "‘나눔장터’를"),
    ("「협동조합 기본법」", "을/를", "「협동조합 기본법」을"),
    ("경기도(道)", "을/를", "경기도(道)를"),
    ("두레(마을기업)", "을/를", "두레(마을기업)를"),
    ("“두레(Dure)”", "이/가", "“두레(Dure)”가"),
    ("마을（村）", "이/가", "마을（村）이"),
    ("(주)", "을/를", "(주)를"),
    (")", "을/를", ")을(를)"),
    ("두레)", "을/를", "두레)를"),
]


@pytest.mark.parametrize(("word", "pair", "attached"), ATTACHED)
def test_the_particle_follows_the_last_sound(word: str, pair: str, attached: str) -> None:
    """The word stays as it is; the particle depends on how its end is read aloud."""
    assert attached == attach(word, pair)


def test_decomposed_text_is_read_like_composed_text() -> None:
    """File names from some systems come as loose jamo."""
    loose = "\u1106\u1161\u110b\u1173\u11af"  # 마을

    assert loose + "을" == attach(loose, "을/를")


def test_an_unknown_pair_is_refused() -> None:
    """A misspelt pair is a mistake in the program."""
    with pytest.raises(ValueError, match=r"expected one of .*, got '를/을'"):
        attach("두레", "를/을")
