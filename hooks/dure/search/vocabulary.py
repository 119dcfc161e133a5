"""The words that stand in the records of one language, as the records pass."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dure.search.letters import chunks, decompose, words
from dure.search.terms import places_in

if TYPE_CHECKING:
    from collections.abc import Mapping


class Vocabulary:
    """Grows by one record after another; asked when none is to come."""

    def __init__(self) -> None:
        self.named: Counter[str] = Counter()
        """Words of titles and facts, and in how many records they stand."""
        self.told: Counter[str] = Counter()
        """The same of running text."""
        self._written: set[tuple[str, ...]] = set()
        """Words as written between spaces, cut at their marks."""

    def add(self, record: Mapping[str, Any]) -> None:
        """The words of the next record."""
        named = (record["title"], *record["facts"])
        self.named.update({word for text in named for word in words(text)})
        self.told.update(set(words(record["content"])))
        for text in (*named, record["subtitle"], record["content"]):
            self._written.update(chunks(text))

    def has(self, words: str) -> bool:
        """Whether each of the words begins somewhere."""
        return all(self._begins(decompose(word)) for word in words.split())

    def _begins(self, word: str) -> bool:
        at = bisect_left(self._tokens, word)
        return at < len(self._tokens) and self._tokens[at].startswith(word)

    @cached_property
    def _tokens(self) -> list[str]:
        return sorted({token.text for parts in self._written for token in places_in(parts)})
