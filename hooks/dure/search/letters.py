"""Text as the search compares it; the twin of `assets/search/korean.js`, tested with one table."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
"""The nineteen initial consonants in Unicode's order."""

KEPT_WORDS, KEPT_TEXTS = 1 << 14, 1 << 12
"""How many are remembered with their parts: records say the same again and again."""

_FORMS = "주식회사|유한회사|농업회사법인|영농조합법인|사단법인|재단법인"
_LEGAL = re.compile(rf"\((?:주|유|사|재|합)\)|{_FORMS}")
_LEGAL_APART = re.compile(rf"\((?:주|유|사|재|합)\)|(?<!\S)(?:{_FORMS})(?!\S)")
_NOT_JAMO = re.compile(r"[^\u3131-\u318c]+")
_DOTS = re.compile(r"[\u318d\u119e]")
_APOSTROPHES = re.compile(r"['\u2018\u2019\u02bc]")
_MARKS = re.compile(r"[^\w\s]|_")


def fold(text: str) -> str:
    """One form for every way of typing a character; a lone jamo stays as typed."""
    plain = _DOTS.sub(" ", text)
    if not unicodedata.is_normalized("NFKC", plain):
        plain = _NOT_JAMO.sub(lambda m: unicodedata.normalize("NFKC", m[0]), plain)
    return plain.lower()


def normalise(text: str) -> str:
    """Words apart by single spaces: lower case, no marks."""
    return " ".join(_MARKS.sub(" ", _APOSTROPHES.sub("", fold(text))).split())


def without_legal_form(text: str) -> str:
    """A company's name without ㈜ and the like, unless that is all it says."""
    return _without(_LEGAL, text)


def without_legal_words(text: str) -> str:
    """The same, but a form written together with the name stays: 경기도주식회사."""
    return _without(_LEGAL_APART, text)


def _without(pattern: re.Pattern[str], text: str) -> str:
    bare = pattern.sub(" ", fold(text))
    return bare if normalise(bare) else fold(text)


@lru_cache(maxsize=KEPT_TEXTS)
def chunks(text: str) -> tuple[tuple[str, ...], ...]:
    """Words as written between spaces, cut at their marks: `시·군 나눔` → ((시, 군), (나눔,))."""
    return tuple(parts for word in fold(text).split() if (parts := _cut(word)))


@lru_cache(maxsize=KEPT_WORDS)
def _cut(word: str) -> tuple[str, ...]:
    return tuple(normalise(word).split())


@lru_cache(maxsize=KEPT_TEXTS)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in order, cut at their marks."""
    return tuple(part for parts in chunks(text) for part in parts)


def joined(text: str) -> str:
    """All words as one."""
    return "".join(words(text))


def is_hangul(character: str) -> bool:
    """Whether it is a whole Hangul syllable."""
    return "가" <= character <= "힣"


def initials(text: str) -> str:
    """The initial consonants of the syllables, as conjoining jamo; all else as it is."""
    return "".join(chr(0x1100 + (ord(c) - 0xAC00) // 588) if is_hangul(c) else c for c in text)


def decompose(text: str) -> str:
    """Syllables taken apart, so that a half-typed one is a prefix of the whole."""
    return unicodedata.normalize("NFD", text)
