"""가나다 order: directories list enterprises by their own name, not by their legal form.

NFC syllables sort like a dictionary by code point alone (both order by lead, vowel, final), so the
work is in what is left out: `㈜`, `협동조합` as a word of its own, spaces and punctuation.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from dure.korean.hangul import LEADS, VOWELS, compose, decompose, is_syllable

_LEGAL_WORDS = (
    "주식회사|유한회사|유한책임회사|합자회사|합명회사|농업회사법인|영농조합법인|"
    "사단법인|재단법인|사회복지법인|사회적협동조합|협동조합"
)
_LEGAL_MARKS = r"[㈜㈔]|[(（]\s?[주유사재합협]\s?[)）]"
_LEADING_FORM = re.compile(rf"^(?:(?:{_LEGAL_MARKS})\s?|(?:{_LEGAL_WORDS})\s)")
_TRAILING_FORM = re.compile(rf"(?:\s?(?:{_LEGAL_MARKS})|\s(?:{_LEGAL_WORDS}))$")

_HANGUL, _LATIN, _DIGIT, _OTHER = range(4)
_PLAIN_LEADS = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}
_LAST_GROUP = "0-9"
"""Also takes the few names in other scripts, so that every name has a group."""

SortKey = tuple[tuple[int, str], ...]


def bare_name(name: str) -> str:
    """Return the name without legal forms that stand apart at its start or end.

    두레협동조합 is one word and stays; so does a name that is nothing but a legal form.
    """
    bare = " ".join(unicodedata.normalize("NFC", name).split())
    while (shorter := _without_form(bare)) != bare:
        bare = shorter
    return bare


def _without_form(name: str) -> str:
    for form in (_LEADING_FORM, _TRAILING_FORM):
        rest = form.sub("", name)
        if any(ch.isalnum() for ch in rest):
            name = rest
    return name


@cache
def sort_key(name: str) -> SortKey:
    """Return the key of Hangul < Latin < digits, without case, accents, spaces, punctuation.

    Names that differ only in these have equal keys: add the id to the key for a fixed order.
    """
    letters = (_letter(ch) for ch in bare_name(name))
    return tuple(letter for letter in letters if letter) or ((_OTHER, ""),)


@cache
def _letter(ch: str) -> tuple[int, str] | None:
    if is_syllable(ch):
        return _HANGUL, ch
    if ch in LEADS:
        return _HANGUL, compose(ch, "ㅏ")
    if ch in VOWELS:
        return _HANGUL, compose("ㅇ", ch)
    if not ch.isalnum():
        return None
    base = unicodedata.normalize("NFKD", ch)[0].lower()
    if "a" <= base <= "z":
        return _LATIN, base
    return (_DIGIT, base) if "0" <= base <= "9" else (_OTHER, ch)


def index_letter(name: str) -> str:
    """Return the heading of the name's group in an index: 가 … 하, A … Z or 0-9."""
    group, letter = sort_key(name)[0]
    if group == _HANGUL:
        lead = decompose(letter)[0]
        return compose(_PLAIN_LEADS.get(lead, lead), "ㅏ")
    return letter.upper() if group == _LATIN else _LAST_GROUP
