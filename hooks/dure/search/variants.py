"""The ways a word may be said: itself, its stem, synonyms, and what may have been meant.

Twin of `assets/search/variants.js`.
"""

from __future__ import annotations

import re
from functools import reduce
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from dure.search import spelling
from dure.search.hits import both, kept, merged, strengths, weighed
from dure.search.letters import decompose, is_hangul, normalise
from dure.search.score import Term, Variant
from dure.search.verbs import is_verb, verbs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from dure.search.score import Why

STEM = 0.92
ENGLISH_STEM = 0.7
"""An English stem is a wide prefix: `market` of marketing finds every market."""
TAG = 0.65
"""A word of a facet is one thing of a kind: records of the kind answer, but below the thing."""
SYNONYM = 0.6
NEAR = 0.7
SHORTEST_GUESSED = 3
MOST_PARTS = 4
"""A word is cut into at most this many known parts."""

Way = tuple[str, float, "Why"]


class Backend(Protocol):
    """Where words are looked up."""

    @property
    def plan(self) -> Mapping[str, Any]:
        """Groups of words, spellings, words that say nothing."""

    @property
    def lexicon(self) -> Sequence[str]:
        """Words worth suggesting."""

    @property
    def hanja(self) -> Mapping[str, str]:
        """Chinese character → how it is read."""

    def lookup(self, word: str) -> Mapping[str, str]:
        """Keys of the records in which a word begins so, each with its fields."""


class Variants:
    """Looks words up and gathers the variants that are found."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        groups = backend.plan["groups"]
        self._words = {_close(w) for group in groups for w in (*group["find"], *group["for"])}
        self._verbs = [w for group in groups for w in group["for"] if is_verb(w)]

    def number(self, digits: str) -> Term:
        """A telephone number, in any of its forms."""
        return self.term(digits, [self.find(digits, 1, "word", only="n")])

    def resolve(self, word: str) -> list[Term]:
        """The terms a word stands for: one, or its parts when it is several words in one."""
        if found := self.direct(word) or self.typed(word):
            return [self.term(word, found)]
        if parts := self.split(word):
            return parts
        if near := self.near(word):
            return [self.term(word, near)]
        return self.slipped(word) or [self.term(word, [])]

    def direct(self, word: str) -> list[Variant]:
        """The word, its stem, its right spelling and their synonyms."""
        consonants = spelling.typed_initials(word)
        if len(consonants) > 1:
            return kept([self.find(word, 1, "typing", words=[consonants], only="c")])
        ways: list[Way] = [(word, 1, "word"), *stems(word), *self.single(word)]
        if read := spelling.from_hanja(word, self._backend.hanja):
            ways += [(read, 1, "reading"), *stems(read)]
        if right := self._backend.plan["spellings"].get(word):
            ways += [(right, 1, "spelling"), *stems(right)]
        found = [self.find(*way) for way in ways]
        verbs = verbs_of(word, self._verbs)
        told = kept(self.synonyms([*(text for text, _, _ in ways), *verbs]))
        return told if verbs and told else kept([*found, *told])

    def is_form(self, word: str) -> bool:
        """Whether the word is a form of a verb of the vocabularies."""
        return bool(verbs_of(word, self._verbs))

    def single(self, word: str) -> list[Way]:
        """One syllable and a particle, where the vocabularies know the syllable: 돈을."""
        noun = word[:1]
        if len(word) != 2 or word[1] not in "을를이가은는에" or noun not in self._words:
            return []
        return [(noun, STEM, "stem")]

    def synonyms(self, texts: Iterable[str]) -> Iterator[Variant]:
        """Other words of the groups one of these words belongs to: a facet's label, or all."""
        asked = {_close(text) for text in texts}
        for group in self._backend.plan["groups"]:
            if not any(_close(word) in asked for word in (*group["find"], *group["for"])):
                continue
            weight, only = (TAG, "f") if group.get("tag") else (SYNONYM, "")
            for word in group["find"]:
                if _close(word) not in asked:
                    yield self.find(word, weight, "synonym", only=only)

    def typed(self, word: str) -> list[Variant]:
        """A syllable not finished, or a keyboard in the other language."""
        if more := spelling.unfinished(word):
            found = self.find(word, 1, "typing", words=[decompose(more)], shown=more[:-1])
            if found.hits:
                return [found]
        for other in (spelling.from_english_keys(word), spelling.from_korean_keys(word)):
            if other and (variants := self.direct(other)):
                return [_as_keyboard(v) if v.why == "word" else v for v in variants]
        return []

    def split(self, word: str, most: int = MOST_PARTS) -> list[Term]:
        """Known parts from left to right, each as long as possible; empty if a rest remains."""
        if most == 0 or not re.search("[가-힣a-z]", word):
            return []
        for head, tail in _cuts(word):
            if not (known := self.direct(head)):
                continue
            end = self.direct(tail)
            others = [self.term(tail, end)] if end else self.split(tail, most - 1)
            if others:
                return [self.term(head, known), *others]
        return []

    def slipped(self, word: str) -> list[Term]:
        """Two parts, one of them misspelt: 자활쎈터."""
        if not re.search("[가-힣]", word):
            return []
        for head, tail in _cuts(word):
            known, end = self.direct(head), self.direct(tail)
            if bool(known) == bool(end):
                continue
            if guess := self.near(tail if known else head, 2):
                return [self.term(head, known or guess), self.term(tail, end or guess)]
        return []

    def near(self, word: str, shortest: int = SHORTEST_GUESSED) -> list[Variant]:
        """Words of the catalogue one slip away, two from five syllables on; no short ones."""
        asked = [one for one in (word, *(text for text, _, _ in stems(word)))
                 if _slips(one) and len(one) >= shortest]  # fmt: skip
        close: list[tuple[int, str]] = []
        for known in self._backend.lexicon:
            steps = [s for one in asked if (s := _steps(one, known)) <= _slips(one)]
            if steps:
                close.append((min(steps), known))
        close.sort(key=lambda found: found[0])
        nearest = islice((known for steps, known in close if steps == close[0][0]), 3)
        return kept([self.find(known, NEAR, "near") for known in nearest])

    def together(self, words: Sequence[str]) -> list[Variant]:
        """Neighbours as one word, and synonyms of them together."""
        one = "".join(words)
        ways = [one, *(text for text, _, _ in stems(one))]
        found = kept([self.find(one, 1, "word"), *self.synonyms(ways)])
        return weighed(found, self._backend.plan["total"])

    def term(self, word: str, variants: Iterable[Variant]) -> Term:
        """A term with the best strength of each record."""
        found = weighed(kept(variants), self._backend.plan["total"])
        return Term(word, found, merged(found))

    def find(  # noqa: PLR0913 - the last three are rare
        self, text: str, weight: float, why: Why, *,
        words: Sequence[str] = (), only: str = "", shown: str = "",
    ) -> Variant:  # fmt: skip
        """One variant with its hits; several words must all be in a record."""
        parts = tuple(words or map(decompose, normalise(text).split()))
        found = (strengths(self._backend.lookup(part), weight, only) for part in parts)
        hits = reduce(both, found) if parts else {}
        return Variant(shown or text, parts, weight, why, hits, only)


def stems(word: str) -> list[Way]:
    """A noun without its particle, a verb's noun, an English word's family."""
    if not is_hangul(word[-1:]):
        stem = spelling.english_stem(word)
        return [(stem, ENGLISH_STEM, "stem")] if stem else []
    noun = spelling.without_particle(word)
    found = dict.fromkeys((noun, spelling.verb_stem(word), noun and spelling.verb_stem(noun),
                           spelling.without_copula(word)))  # fmt: skip
    return [(stem, STEM, "stem") for stem in found if stem and stem != word]


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """Two parts of two letters or more, the longest first part first."""
    return ((word[:at], word[at:]) for at in range(len(word) - 2, 1, -1))


def _slips(word: str) -> int:
    """How many slips a word may hold."""
    if len(word) < 2 or word.isdigit():
        return 0
    return 1 if len(word) < 5 else 2


def _steps(one: str, known: str) -> int:
    return spelling.distance(spelling.sounds(one), spelling.sounds(known), _slips(one))


def _close(text: str) -> str:
    return text.replace(" ", "")


def _as_keyboard(v: Variant) -> Variant:
    return Variant(v.text, v.words, v.weight, "keyboard", v.hits, v.only)
