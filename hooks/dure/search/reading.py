"""What a query says, before anything is looked up. Twin of `assets/search/reading.js`."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from dure.search.letters import chunks, without_legal_words
from dure.search.spelling import typed_initials, verb_stem, without_particle

if TYPE_CHECKING:
    from collections.abc import Collection

MOST_WORDS = 8
_PHONE = re.compile(r"\+?[0-9\s().~∼〜–—-]+")


def words_of(query: str, empty: Collection[str]) -> list[str]:
    """The query's words that carry meaning, in order; all of them when none does."""
    words = [word for parts in chunks(without_legal_words(query)) for word in _whole(parts)]
    kept = [word for word in words if not _is_empty(word, empty) and not _is_stray(word, words)]
    return (kept or words)[:MOST_WORDS]


def _whole(parts: list[str]) -> list[str]:
    """Digits written with marks are one word (`031-8008`); other marks part words."""
    word = "".join(parts)
    return [word] if re.fullmatch("[0-9]{7,}", word) else parts


def _is_empty(word: str, empty: Collection[str]) -> bool:
    return word in empty or without_particle(word) in empty or verb_stem(word) == ""


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
