"""What a query says, before anything is looked up. Twin of `assets/search/reading.js`."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dure.search.letters import chunks, without_legal_words
from dure.search.spelling import typed_initials, verb_stem, without_particle
from dure.search.verbs import is_verb, verbs_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

MOST_WORDS = 8
_PHONE = re.compile(r"\+?[0-9\s().~∼〜–—-]+")


def words_of(query: str, plan: Mapping[str, Any]) -> list[str]:
    """The query's words that carry meaning, in order; all of them when none does.

    `plan` names words that say nothing (`empty`) and verbs that say nothing in any form (`idle`).
    """
    words = all_words(query)
    empty = frozenset(plan["empty"])
    verbs = [word for group in plan["groups"] for word in group["for"] if is_verb(word)]
    kept = [
        word for word, following in pairwise([*words, ""])
        if not (_is_empty(word, empty) or _is_stray(word, words) or verbs_of(word, plan["idle"])
                or (_is_wish(word, following) and not verbs_of(word, verbs)))
    ]  # fmt: skip
    return (kept or words)[:MOST_WORDS]


def all_words(query: str) -> list[str]:
    """The query's words in order."""
    return [word for parts in chunks(without_legal_words(query)) for word in _whole(parts)]


def _whole(parts: tuple[str, ...]) -> Sequence[str]:
    """Digits and Latin letters with marks are one word (`031-8008`, `co-op`); others part."""
    word = "".join(parts)
    return [word] if re.fullmatch("[0-9]{7,}|[a-z]+", word) else parts


def _is_empty(word: str, empty: Collection[str]) -> bool:
    return word in empty or without_particle(word) in empty or verb_stem(word) == ""


def _is_wish(word: str, following: str) -> bool:
    """A verb before 싶다 says only that something is wished: 사고 싶어요, 가고 싶은데."""
    return word.endswith("고") and following.startswith("싶") and verb_stem(word) is None


def _is_stray(word: str, words: list[str]) -> bool:
    """A single consonant after other words is the next word being typed."""
    return len(words) > 1 and len(word) == 1 and typed_initials(word) != ""


def phone_digits(query: str) -> str:
    """Digits of a number as written, without the country's code; empty when it is not one."""
    plain = unicodedata.normalize("NFKC", query).strip()
    if not _PHONE.fullmatch(plain):
        return ""
    digits = re.sub(r"\D", "", re.split("[~∼〜]", plain)[0])
    if plain.startswith("+"):
        digits = re.sub("^82(?=[0-9]{8,})", "0", digits)
    return re.sub("^00", "0", digits) if len(digits) >= 4 else ""
