"""Answers a query over a built site's offline index. Twin of `assets/search/planner.js`."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dure.search.letters import decompose, joined, without_legal_form
from dure.search.reading import phone_digits, words_of
from dure.search.score import score
from dure.search.terms import END, fields_of
from dure.search.variants import Variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dure.search.score import Term

WINDOW = 16
"""Records read to rank exactly; the rest keep the order of the rough weights."""
FEW = 5
"""Fewer full answers than this, and records with only some of the words are offered too."""
MOST_PARTIAL = 15
ENOUGH = 0.3
SENTENCE = 3
"""From this many words on a query is a sentence: records with most of its words compete too."""


class Index:
    """A built site's records of one language; a lookup reads them all."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.plan: Mapping[str, Any] = data["plan"]
        self.lexicon: Sequence[str] = data["words"]
        self.hanja = {c: read for read, all_ in data["hanja"].items() for c in all_}
        self.records: dict[str, Mapping[str, Any]] = {r["url"]: r for r in data["records"]}
        self.places = {key: place for place, key in enumerate(self.records)}
        self._known: dict[str, Mapping[str, str]] = {}

    @cached_property
    def _texts(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Each record's tokens by field as one text, each token after a line break."""
        return [
            (key, [(name, "\n" + "\n".join(token.text for token in tokens))
                   for name, tokens in fields_of(record).items()])
            for key, record in self.records.items()
        ]  # fmt: skip

    def lookup(self, word: str) -> Mapping[str, str]:
        """Keys of the records in which a word begins so, each with its fields."""
        if word not in self._known:
            found = (
                (key, "".join(name for name, text in fields if f"\n{word}" in text))
                for key, fields in self._texts
            )
            self._known[word] = {key: names for key, names in found if word and names}
        return self._known[word]


@dataclass(frozen=True)
class Answer:
    """Records in order: those with all words, then those with some."""

    keys: tuple[str, ...]
    partial: tuple[str, ...]
    also: tuple[str, ...]
    """Words that were searched for besides those asked for."""
    meant: str
    """The query as it was probably meant; empty when it was read as typed."""


def answer(index: Index, query: str) -> Answer:
    """The ordered answer."""
    variants = Variants(index)
    words = words_of(query, frozenset(index.plan["empty"]))
    terms = _terms(query, words, variants)
    _join_neighbours(words, terms, variants)
    for term in terms:
        term.rarity = math.log(1 + (index.plan["total"] + 1) / (len(term.hits) + 1))
    known = [term for term in terms if term.hits]
    full = _every(terms) | _exact_titles(index, query)
    partial = _some(known, full) if len(full) < FEW else {}
    if partial and full and len(known) >= SENTENCE:
        full, partial = full | partial, {}
    return Answer(
        tuple(_rank(index, _ordered(full, index), known, query)),
        tuple(_rank(index, _ordered(partial, index)[:MOST_PARTIAL], known, query)),
        tuple(dict.fromkeys(text for t in terms for text in _texts(t, {"synonym", "reading"}))),
        _meant(terms),
    )


def _terms(query: str, words: Sequence[str], variants: Variants) -> list[Term]:
    if digits := phone_digits(query):
        term = variants.number(digits)
        if term.hits:
            return [term]
    return [term for word in words for term in variants.resolve(word)]


def _join_neighbours(words: Sequence[str], terms: Sequence[Term], variants: Variants) -> None:
    """Two or three neighbours, or all of them, may be one word; a synonym may be several."""
    if len(terms) != len(words):
        return
    for start, end in _runs(len(terms)):
        for variant in variants.together(words[start:end]):
            for term in terms[start:end]:
                term.variants.append(variant)
                for key, value in variant.hits.items():
                    term.hits[key] = max(value, term.hits.get(key, 0))


def _runs(count: int) -> Iterable[tuple[int, int]]:
    for size in range(2, count + 1):
        if size <= 3 or size == count:
            yield from ((start, start + size) for start in range(count - size + 1))


def _exact_titles(index: Index, query: str) -> dict[str, float]:
    """Records whose title is the query and nothing else."""
    name = joined(without_legal_form(query))
    return dict.fromkeys(index.lookup(decompose(name) + END), 1000) if len(name) > 1 else {}


def _every(terms: Sequence[Term]) -> dict[str, float]:
    """Records in which every term stands, or none where a word is unknown."""
    if not terms:
        return {}
    keys = set(terms[0].hits).intersection(*(term.hits for term in terms))
    return {key: _weigh(key, terms) for key in keys}


def _some(terms: Sequence[Term], without: Mapping[str, float]) -> dict[str, float]:
    """Records in which enough of the known words stands."""
    whole = sum(term.rarity for term in terms)
    found = {}
    for key in {key for term in terms for key in term.hits} - without.keys():
        here = [term for term in terms if key in term.hits]
        coverage = sum(term.rarity for term in here) / whole
        if coverage >= ENOUGH:
            found[key] = _weigh(key, here) * coverage**2
    return found


def _weigh(key: str, terms: Iterable[Term]) -> float:
    return sum(term.rarity * term.hits[key] for term in terms)


def _ordered(found: Mapping[str, float], index: Index) -> list[str]:
    """Keys by falling weight; equal ones in the order of the catalogue."""
    return sorted(found, key=lambda key: (-found[key], index.places[key]))


def _rank(index: Index, keys: Sequence[str], terms: Sequence[Term], query: str) -> list[str]:
    """The first ones read and put in their final order."""
    scored = {key: score(index.records[key], terms, query) for key in keys[:WINDOW]}
    return [*_ordered(scored, index), *keys[WINDOW:]]


def _texts(term: Term, reasons: set[str]) -> list[str]:
    return [v.text for v in term.variants if v.why in reasons and v.text != term.word]


def _meant(terms: Sequence[Term]) -> str:
    words = [next(iter(_texts(t, {"spelling", "keyboard", "near"})), "") for t in terms]
    return " ".join(w or t.word for w, t in zip(words, terms, strict=True)) if any(words) else ""
