"""Syllables, letters and particles: what typing and searching Korean needs to know.

A Hangul syllable is arithmetic: U+AC00 + (lead * 21 + vowel) * 28 + final (Unicode, chapter 3.12).
Letters are given as compatibility jamo (`ㄱ`), the ones people type and see.
"""

from __future__ import annotations

import unicodedata

LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

_FIRST, _LAST = "가", "힣"
_JAMO_FIRST, _JAMO_LAST = "ㄱ", "ㅣ"

_MIDDLE_DOTS = "•‧․∙⋅ㆍᆞ・･"
_NON_BREAKING_SPACES = "\u00a0\u2007\u202f"
_ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_CLEAN = str.maketrans(
    _MIDDLE_DOTS + _NON_BREAKING_SPACES,
    "·" * len(_MIDDLE_DOTS) + " " * len(_NON_BREAKING_SPACES),
    _ZERO_WIDTH,
)

# Which ending a particle may follow; a particle that cannot follow the stem is part of the noun.
_AFTER_FINAL = "은 이 을 과 이나 이란 이라도 이라는".split()
_AFTER_VOWEL = "는 가 를 와 란 라도 라는".split()
_AFTER_VOWEL_OR_RIEUL = "로 로는 로도 로서 로써 로부터 로의".split()
_AFTER_ANYTHING = (
    "의 에 에는 에도 에의 에서 에서는 에서도 에서의 에서부터 에게 에게는 에게도 에게서 "
    "께 께서 한테 도 만 만을 만의 까지 까지는 까지의 부터 부터는 마다 마저 조차 밖에 "
    "보다 처럼 하고 와의 과의 "
    "으로 으로는 으로도 으로서 으로써 으로부터 으로의"  # also typed where 로 would be right
).split()
_PARTICLES = sorted(
    _AFTER_FINAL + _AFTER_VOWEL + _AFTER_VOWEL_OR_RIEUL + _AFTER_ANYTHING,
    key=lambda particle: (-len(particle), particle),
)
_SHORTEST_STEM = 2
"""Syllables; below this a search for the stem finds everything."""


def is_syllable(ch: str) -> bool:
    """Tell whether this is one complete modern syllable (가–힣)."""
    return len(ch) == 1 and _FIRST <= ch <= _LAST


def is_hangul(ch: str) -> bool:
    """Tell whether this is one Hangul character: a syllable or a single letter (ㄱ–ㅣ)."""
    return is_syllable(ch) or (len(ch) == 1 and _JAMO_FIRST <= ch <= _JAMO_LAST)


def decompose(ch: str) -> tuple[str, str, str]:
    """Return lead, vowel and final ('' if open) of a syllable; ValueError for anything else."""
    if not is_syllable(ch):
        raise ValueError(f"expected one Hangul syllable, got {ch!r}")
    lead_and_vowel, final = divmod(ord(ch) - ord(_FIRST), len(FINALS))
    lead, vowel = divmod(lead_and_vowel, len(VOWELS))
    return LEADS[lead], VOWELS[vowel], FINALS[final]


def compose(lead: str, vowel: str, final: str = "") -> str:
    """Return the syllable of these letters; ValueError if they do not make one."""
    if len(lead) != 1 or len(vowel) != 1 or lead not in LEADS or vowel not in VOWELS:
        raise ValueError(f"expected a lead and a vowel, got {lead!r} and {vowel!r}")
    if final not in FINALS:
        raise ValueError(f"expected a final consonant or '', got {final!r}")
    index = LEADS.index(lead) * len(VOWELS) + VOWELS.index(vowel)
    return chr(ord(_FIRST) + index * len(FINALS) + FINALS.index(final))


def choseong(text: str) -> str:
    """Return the text with each syllable cut to its first consonant: 나눔장터 → ㄴㄴㅈㅌ."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(decompose(ch)[0] if is_syllable(ch) else ch for ch in composed)


def normalise(text: str) -> str:
    """Return NFC text with one kind of middle dot (·) and space, without invisible characters.

    Curly quotes stay: official names are kept as printed.
    Invisible characters go first, or they would keep letters from composing.
    """
    return unicodedata.normalize("NFC", text.translate(_CLEAN))


def strip_particle(word: str) -> str | None:
    """Return the word without one trailing particle, or None if none can be taken off.

    The longest particle wins; at least two characters must remain, and the particle must be one
    that can follow them: 조사를 → 조사, but 전문가 stays, as 가 never follows a final consonant.
    """
    composed = unicodedata.normalize("NFC", word)
    for particle in _PARTICLES:
        stem = composed.removesuffix(particle)
        if stem != composed and len(stem) >= _SHORTEST_STEM and _can_follow(stem, particle):
            return stem
    return None


def _can_follow(stem: str, particle: str) -> bool:
    if not is_syllable(stem[-1]):
        return True
    final = decompose(stem[-1])[2]
    if particle in _AFTER_FINAL:
        return final != ""
    if particle in _AFTER_VOWEL:
        return final == ""
    return particle not in _AFTER_VOWEL_OR_RIEUL or final in ("", "ㄹ")
