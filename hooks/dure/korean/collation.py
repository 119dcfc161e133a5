"""가나다 order: directories list enterprises by their own name, not by their legal form.

NFC syllables sort like a dictionary by code point alone (both order by lead, vowel, final), so the
work is in what is left out: `㈜`, `협동조합` as a word of its own, spaces and punctuation.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from dure.korean.hangul import LEADS, VOWELS, compose, decompose, is_syllable

_LEGAL_WORDS = (
    "주식회사|유한회사|유한책임회사|합자회사|합명회사|농업회사법인|영농조합법인|"
    "사단법인|재단법인|사회복지법인|사회적협동조합|협동조합"
)
_LEGAL_MARKS = r"[㈜㈔]|[(（]\s?[주유사재합협]\s?[)）]"
_LEADING_FORM = re.compile(rf"^(?:(?:{_LEGAL_MARKS})\s?|(?:{_LEGAL_WORDS})\s)")
_TRAILING_FORM = re.compile(rf"(?:\s?(?:{_LEGAL_MARKS})|\s(?:{_LEGAL_WORDS}))$")

_STARTS = ("㈜", "㈔", "(", "（", *_LEGAL_WORDS.split("|"))
_ENDS = ("㈜", "㈔", ")", "）", *_LEGAL_WORDS.split("|"))
"""Names that begin or end otherwise need not be searched for a form."""

_HANGUL, _LATIN, _DIGIT, _OTHER = "0123"
_PLAIN_LEADS = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}
_LAST_GROUP = "0-9"
"""Also takes the few names in other scripts, so that every name has a group."""


def bare_name(name: str) -> str:
    """Return the name without legal forms that stand apart at its start or end.

    두레협동조합 is one word and stays; so does a name that is nothing but a legal form.
    """
    bare = " ".join(unicodedata.normalize("NFC", name).split())
    while (shorter := _without_form(bare)) != bare:
        bare = shorter
    return bare


def _without_form(name: str) -> str:
    if name.startswith(_STARTS):
        name = _cut(_LEADING_FORM, name)
    return _cut(_TRAILING_FORM, name) if name.endswith(_ENDS) else name


def _cut(form: re.Pattern[str], name: str) -> str:
    """The name without a form, unless nothing else is in it."""
    rest = form.sub("", name)
    return rest if any(ch.isalnum() for ch in rest) else name


@lru_cache(maxsize=16_384)
def sort_key(name: str) -> str:
    """Return the key of Hangul < Latin < digits, without case, accents, spaces, punctuation.

    Each letter stands in it after the number of its group. Names that differ only in what is
    left out have equal keys: add the id to the key for a fixed order.

    Names of products recur, so keys are kept, but not those of a whole country's enterprises.
    """
    return "".join(map(_letter, bare_name(name))) or _OTHER


@cache
def _letter(ch: str) -> str:
    """A letter after its group; nothing for what is left out."""
    if is_syllable(ch):
        return _HANGUL + ch
    if ch in LEADS:
        return _HANGUL + compose(ch, "ㅏ")
    if ch in VOWELS:
        return _HANGUL + compose("ㅇ", ch)
    if not ch.isalnum():
        return ""
    base = unicodedata.normalize("NFKD", ch)[0].lower()
    if "a" <= base <= "z":
        return _LATIN + base
    return _DIGIT + base if "0" <= base <= "9" else _OTHER + ch


def index_letter(name: str) -> str:
    """Return the heading of the name's group in an index: 가 … 하, A … Z or 0-9."""
    group, letter = sort_key(name)[0], sort_key(name)[1:2]
    if group == _HANGUL:
        lead = decompose(letter)[0]
        return compose(_PLAIN_LEADS.get(lead, lead), "ㅏ")
    return letter.upper() if group == _LATIN else _LAST_GROUP
