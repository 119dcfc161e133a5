"""The right particle after any word: `두레를` but `마을을`, `서울로` but `지원금으로`.

Sentences built from data need it, because the form depends on how the last sound is read aloud.
Where nobody can know the reading (`Dure`, 漢字) the customary double form is written: `을(를)`.
"""

from __future__ import annotations

import re
import unicodedata

from dure.korean.hangul import decompose, is_syllable
from dure.korean.widths import halfwidth

_BOTH_FORMS = {
    "을/를": "을(를)",
    "이/가": "이(가)",
    "은/는": "은(는)",
    "과/와": "과(와)",
    "으로/로": "(으)로",
}
_DIGIT_NAMES = "영일이삼사오육칠팔구"
_ZEROS_OF_JO = range(12, 16)
"""조 is the only word for zeros that ends in a vowel: 영, 십, 백, 천, 만, 억 and 경 do not."""

_LETTER_FINALS = {"L": "ㄹ", "M": "ㅁ", "N": "ㄴ", "R": "ㄹ"}
"""엘, 엠, 엔 and 알 (as spoken: PR을, VR을); all other letter names end in a vowel."""

_NUMBER = re.compile(r"(?<![0-9,])[0-9][0-9,]*$")
_LATIN = re.compile(r"(?<![A-Za-z])[A-Za-z]+$")


def attach(word: str, pair: str) -> str:
    """Return the word with the fitting half of '을/를', '이/가', '은/는', '과/와' or '으로/로'.

    Raises ValueError for another pair.
    """
    if pair not in _BOTH_FORMS:
        raise ValueError(f"expected one of {sorted(_BOTH_FORMS)}, got {pair!r}")
    after_final, after_vowel = pair.split("/")
    final = _spoken_final(_spoken_part(word))
    if final is None:
        return word + _BOTH_FORMS[pair]
    is_open = final == "" or (final == "ㄹ" and pair == "으로/로")
    return word + (after_vowel if is_open else after_final)


def _spoken_part(word: str) -> str:
    """Drop closing quotes and brackets, and a gloss in them, which is not read: 경기도(道)를."""
    text = _without_tail(halfwidth(unicodedata.normalize("NFC", word)), keep="%)")
    if text.endswith(")"):
        before_gloss = _without_tail(text[: text.rfind("(")] if "(" in text else "", keep="%")
        text = before_gloss or text
    return _without_tail(text, keep="%")


def _without_tail(text: str, keep: str) -> str:
    end = len(text)
    while end and not (text[end - 1].isalnum() or text[end - 1] in keep):
        end -= 1
    return text[:end]


def _spoken_final(text: str) -> str | None:
    """Return the last final consonant as read aloud, '' after a vowel, None if unknown."""
    if not text:
        return None
    if is_syllable(text[-1]):
        return decompose(text[-1])[2]
    if text[-1] == "%":  # 퍼센트
        return ""
    if number := _NUMBER.search(text):
        return _number_final(number[0])
    latin = _LATIN.search(text)
    if latin and latin[0].isupper():
        return _LETTER_FINALS.get(latin[0][-1], "")
    return None


def _number_final(number: str) -> str:
    """Return the final of its last digit, or of the word its last zeros make (10 → 십)."""
    digits = number.replace(",", "")
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros in _ZEROS_OF_JO:
        return ""
    return decompose(_DIGIT_NAMES[int(digits[-1])])[2]
