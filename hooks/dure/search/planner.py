"""Answers a query over a built site's offline index. Twin of `assets/search/planner.js`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dure.search.hits import idf, merged
from dure.search.letters import decompose, joined, without_legal_form
from dure.search.reading import all_words, phone_digits, words_of
from dure.search.score import STRENGTH, score
from dure.search.terms import END, fields_of, is_other, other_words
from dure.search.variants import Variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dure.search.score import Term

LONGEST_OTHER = 100
"""Letters enough to tell a word from a longer one."""
WINDOW = 10
"""Records read to rank exactly; the rest keep the order of the rough weights."""
FEW = 5
"""Fewer full answers than this, and records with only some of the words are offered too."""
MOST_PARTIAL = 15
ENOUGH = 0.3
"""How much of a query a record must have to be offered for some of its words."""
MOST = 0.5
"""The same where other records have all words."""
SOFT = 0.5
"""Beside other words, a verb or a word of running text says less."""
SENTENCE = 3
"""From this many words on a query is a sentence: records with most of its words compete too."""


class Index:
    """A built site's records of one language; a lookup reads them all."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.plan: Mapping[str, Any] = data["plan"]
        self.lexicon: Sequence[str] = data["words"]
        self.hanja = {c: read for read, all_ in data["hanja"].items() for c in all_}
        self.records: dict[str, Mapping[str, Any]] = {r["url"]: r for r in data["records"]}
        self.others = other_words(self.plan["other"])
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
                (key, "".join(self._named(name, text, word) for name, text in fields))
                for key, fields in self._texts
            )
            self._known[word] = {key: names for key, names in found if word and names}
        return self._known[word]

    def _named(self, name: str, text: str, word: str) -> str:
        """The field if a word of it begins so, in capitals if only other words do."""
        at = text.find(f"\n{word}")
        if at < 0:
            return ""
        while at >= 0:
            if not is_other(text[at + 1 : at + LONGEST_OTHER], word, self.others):
                return name
            at = text.find(f"\n{word}", at + 1)
        return name.upper()


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
    words = words_of(query, index.plan)
    terms = _terms(query, words, variants)
    _join_neighbours(words, terms, variants)
    _weigh_terms(terms, variants, index.plan["total"])
    known = [term for term in terms if term.hits]
    spoken = len(known) >= SENTENCE or len(words) < len(all_words(query))
    full, partial = _candidates(terms, _exact_titles(index, query), spoken=spoken)
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
                rarity = max((v.rarity for v in term.variants), default=variant.rarity)
                term.variants.append(replace(variant, rarity=rarity))
                term.hits = merged(term.variants)


def _weigh_terms(terms: Sequence[Term], variants: Variants, total: int) -> None:
    """Beside other words, a verb or a word of running text says less."""
    for term in terms:
        term.rarity = idf(total, len(term.hits))
        if len(terms) > 1 and (variants.is_form(term.word) or _only_told(term)):
            term.weight = SOFT


def _only_told(term: Term) -> bool:
    """Whether it stands in running text only, in no title and no fact."""
    return not any(
        value > v.weight * STRENGTH["b"][0] for v in term.variants for value in v.hits.values()
    )


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


def _candidates(
    terms: Sequence[Term], titles: dict[str, float], *, spoken: bool
) -> tuple[dict[str, float], dict[str, float]]:
    """Records with all words, and those with enough of them; a sentence mixes both."""
    full = _every(terms) | titles
    few = len(full) < FEW
    known = [term for term in terms if term.hits]
    partial = _some(known, full, ENOUGH if few else MOST) if few or spoken else {}
    return (full | partial, {}) if partial and full and spoken else (full, partial)


def _some(terms: Sequence[Term], without: Mapping[str, float], enough: float) -> dict[str, float]:
    """Records in which enough of the known words stands."""
    whole = sum(term.rarity * term.weight for term in terms)
    found = {}
    for key in {key for term in terms for key in term.hits} - without.keys():
        here = [term for term in terms if key in term.hits]
        coverage = sum(term.rarity * term.weight for term in here) / whole
        if coverage >= enough:
            found[key] = _weigh(key, here) * coverage
    return found


def _weigh(key: str, terms: Iterable[Term]) -> float:
    return sum(term.weight * term.hits[key] for term in terms)


def _ordered(found: Mapping[str, float], index: Index) -> list[str]:
    """Keys by falling weight; equal ones in the order of the catalogue."""
    return sorted(found, key=lambda key: (-found[key], index.places[key]))


def _rank(index: Index, keys: Sequence[str], terms: Sequence[Term], query: str) -> list[str]:
    """The first ones read and put in their final order."""
    scored = {key: score(index.records[key], terms, query, index.others) for key in keys[:WINDOW]}
    return [*_ordered(scored, index), *keys[WINDOW:]]


def _texts(term: Term, reasons: set[str]) -> list[str]:
    return [v.text for v in term.variants if v.why in reasons and v.text != term.word]


def _meant(terms: Sequence[Term]) -> str:
    words = [next(iter(_texts(t, {"spelling", "keyboard", "near"})), "") for t in terms]
    return " ".join(w or t.word for w, t in zip(words, terms, strict=True)) if any(words) else ""
