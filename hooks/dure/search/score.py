"""How well a record answers: pure arithmetic. Twin of `assets/search/score.js`."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from dure.search.letters import decompose, joined, without_legal_form
from dure.search.terms import fields_of, is_other

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dure.search.terms import Others, Token

Why = Literal["word", "stem", "synonym", "reading", "spelling", "keyboard", "typing", "near"]

STRENGTH = {
    "t": (6, 5.6, 5.2, 4.6),
    "n": (6, 6, 5.5, 5.5),
    "c": (5.2, 4.2, 5.2, 4.2),
    "f": (3.2, 3, 2.8, 2.4),
    "b": (1.8, 1.7, 1.6, 1.5),
}
"""By field and place: whole word, end of a word, its beginning, its middle.

The end of a Korean compound is its head: 경영컨설팅 is a kind of 컨설팅.
"""
SINGLE_INSIDE = 0.4
"""One syllable inside a word is seldom what was meant: 바늘꽃협동조합 sells no flowers."""
OTHER_WORD = 0.25
"""The beginning of another word is hardly a match: 청소년 is not about 청소."""
MOST_BY_SYNONYM = 3.6
"""Found under another word, a title says little more than a fact."""


@dataclass(frozen=True)
class Variant:
    """One way of saying a word, and where it is found before records are read."""

    text: str
    words: tuple[str, ...]
    """Decomposed; all must occur."""
    weight: float
    why: Why
    hits: Mapping[str, float]
    only: str = ""
    """The one field it may stand in."""
    rarity: float = 1
    """How much finding it says; see `variants.weighed`."""


@dataclass
class Term:
    """A word of the query with all its variants."""

    word: str
    variants: list[Variant]
    hits: dict[str, float] = field(default_factory=dict)
    rarity: float = 1
    """How much of the query it is."""
    weight: float = 1
    """Less for verbs and for words that stand in running text only."""


def rough(fields: str) -> float:
    """Strength known before the record is read: the best of the fields it stands in.

    A field in capitals holds other words that begin so, not the word.
    """
    return max(
        (STRENGTH[name.lower()][2] * (OTHER_WORD if name.isupper() else 1) for name in fields),
        default=0,
    )


def score(record: Mapping[str, Any], terms: Sequence[Term], query: str, others: Others) -> float:
    """The final score of a record that has been read."""
    fields = fields_of(record)
    best = [
        max((_of_variant(fields, v, others) for v in term.variants), default=0) for term in terms
    ]
    shares = [term.rarity * term.weight for term in terms]
    covered = sum(share for share, value in zip(shares, best, strict=True) if value > 0)
    coverage = covered / sum(shares) if shares else 0
    said = sum(term.weight * value for term, value in zip(terms, best, strict=True))
    title: str = record["title"]
    prior: float = record["prior"]
    return (said * coverage + _of_title(title, query, others) + prior
            + _compactness(title, terms, others))  # fmt: skip


def _of_variant(fields: Mapping[str, Sequence[Token]], variant: Variant, others: Others) -> float:
    """All its words must occur; the weakest counts."""
    names = (variant.only,) if variant.only else tuple(STRENGTH)
    strength = min(
        max(_in_field(fields[name], STRENGTH[name], word, others) for name in names)
        for word in variant.words
    )
    most = MOST_BY_SYNONYM if variant.why == "synonym" else strength
    return variant.weight * variant.rarity * min(strength, most)


def _in_field(
    tokens: Sequence[Token], strengths: Sequence[float], word: str, others: Others
) -> float:
    length = len(unicodedata.normalize("NFC", word))
    return max(
        (strengths[_place(t, word, length)] * _doubt(t, word, length, others)
         for t in tokens if t.text.startswith(word)),
        default=0,
    )  # fmt: skip


def _doubt(token: Token, word: str, length: int, others: Others) -> float:
    if is_other(token.text, word, others):
        return OTHER_WORD
    return SINGLE_INSIDE if length == 1 and not token.first else 1


def _place(token: Token, word: str, length: int) -> int:
    """Two syllables at a word's end are a head less often: 동대문구 has no 문구."""
    if token.first:
        return 0 if token.part == word else 2
    return 1 if token.text == word and length > 2 else 3


def _of_title(title: str, query: str, others: Others) -> float:
    """How much of the title the query says, and whether it is the title."""
    name, asked = joined(without_legal_form(title)), joined(without_legal_form(query))
    if not name or not asked:
        return 0
    if name == asked or joined(title) == joined(query):
        return 1000
    at = _stands(decompose(name), decompose(asked), others)
    if at < 0 or (at > 0 and len(asked) == 1):
        return 0
    return (2.5 if at == 0 else 1.5) + 2 * (len(asked) / len(name))


def _compactness(title: str, terms: Sequence[Term], others: Others) -> float:
    """Among titles that match alike, the one that says little else."""
    name = decompose(joined(title))
    said = sum(
        max((len("".join(v.words)) for v in term.variants
             if all(_stands(name, word, others) >= 0 for word in v.words)), default=0)
        for term in terms
    )  # fmt: skip
    return min(1, said / (len(name) or 1))


def _stands(name: str, word: str, others: Others) -> int:
    """Where a word first stands in a name, unless it begins another word there; -1 if nowhere."""
    at = name.find(word)
    return -1 if at >= 0 and is_other(name[at:], word, others) else at
