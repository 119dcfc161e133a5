"""Everyday verbs in any of their forms: 빌리려면, 빌려서, 빌릴 are all 빌리다.

Twin of `assets/search/verbs.js`; both are tested with one table. Which verbs are known is data:
words of the vocabularies that end in 다 and are given as such, and the verbs that say nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from dure.korean.hangul import compose, decompose
from dure.search.letters import is_hangul

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CONTRACTED = {"ㅣ": "ㅕ", "ㅗ": "ㅘ", "ㅜ": "ㅝ", "ㅚ": "ㅙ", "ㅡ": "ㅓㅏ"}
"""A stem's last vowel with 어 or 아: 빌리어 → 빌려, 배우어 → 배워, 모으아 → 모아."""
_FINALS = "[\u11ab\u11af\u11b7\u11b8\u11bb]?"
"""ㄴ ㄹ ㅁ ㅂ ㅆ melt into the stem: 빌린, 빌릴, 빌림, 빌립니다, 빌렸다."""
_LINKS = "(?:으|어|아)?(?:시)?"
_ENDINGS = (
    "고 고자 고는 고싶은 고싶은데 고싶다 고싶어 고싶어요 고싶습니다 기 기가 기를 기위해 기위한 "
    "게 게요 지 지만 자 는 는데 는지 는법 는곳 나요 나 니 니까 네요 도록 러 려 려고 려고요 려는 "
    "려는데 려면 면 며 면서 세요 습니다 습니까 니다 은 을 을까 을까요 을수 데 데요 까 까요 수 때 "
    "다 던 요 서 야 야해요 야하나요 도 주는 주나요 주세요 주고 줄 줘 줘요 볼 보고 보려고"
).split()
_REST = re.compile(unicodedata.normalize("NFD", f"{_FINALS}{_LINKS}(?:{'|'.join(_ENDINGS)})?"))


def is_verb(word: str) -> bool:
    """Whether a vocabulary gives the word as a verb: one word, in Hangul, ending in 다."""
    return len(word) > 1 and word.endswith("다") and all(map(is_hangul, word))


@cache
def bases(verb: str) -> tuple[str, ...]:
    """What a form of the verb may begin with, decomposed: its stem, its contracted stem."""
    stem = verb[:-1]
    head, (first, vowel, final) = stem[:-1], decompose(stem[-1])
    found = [stem]
    if not final:
        found += [head + compose(first, joint) for joint in _CONTRACTED.get(vowel, "")]
    if stem.endswith("하"):
        found.append(head + "해")
    if final == "ㄹ":
        found.append(head + compose(first, vowel))
    if final == "ㄷ":
        found.append(head + compose(first, vowel, "ㄹ"))
    if final == "ㅂ":
        open_ = head + compose(first, vowel)
        found += [open_ + "우", open_ + "워", open_ + "와"]
    return tuple(unicodedata.normalize("NFD", base) for base in found)


def verbs_of(word: str, verbs: Iterable[str]) -> list[str]:
    """Those of the verbs of which the word is a form; a bare stem is none (배우 is an actor)."""
    if len(word) < 2 or not is_hangul(word[-1]):
        return []
    plain = unicodedata.normalize("NFD", word)
    return [verb for verb in verbs if _is_form(plain, bases(verb))]


def _is_form(word: str, starts: Sequence[str]) -> bool:
    stem, *others = starts
    return any(
        word.startswith(base) and _REST.fullmatch(word, len(base)) is not None
        for base in (stem, *others)
        if word != stem
    )
