"""Where variants are found: strengths by record, rarity, the best of several.

Twin of `assets/search/hits.js`.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from dure.search.letters import is_hangul
from dure.search.score import rough

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dure.search.score import Variant


def idf(total: int, count: int) -> float:
    """Rare words say more: the usual inverse document frequency."""
    return math.log(1 + (total + 1) / (count + 1))


def weighed(variants: Sequence[Variant], total: int) -> list[Variant]:
    """Variants with their rarity: a form is as frequent as its stem, a synonym never rarer."""
    own = [idf(total, len(v.hits)) for v in variants]
    asked = [r for v, r in zip(variants, own, strict=True) if v.why != "synonym"]
    most = min(asked, default=math.inf)
    return [
        replace(v, rarity=r if v.why == "word" and not is_hangul(v.text[-1:]) else min(r, most))
        for v, r in zip(variants, own, strict=True)
    ]


def merged(variants: Iterable[Variant]) -> dict[str, float]:
    """The best of all variants for each record."""
    hits: dict[str, float] = {}
    for variant in variants:
        for key, value in variant.hits.items():
            hits[key] = max(value * variant.rarity, hits.get(key, 0))
    return hits


def strengths(found: Mapping[str, str], weight: float, only: str) -> dict[str, float]:
    """How strong each record is; with `only`, of those that have the word in that field."""
    return {
        key: weight * rough("".join(n for n in names if n.lower() == only) if only else names)
        for key, names in found.items()
        if not only or only in names.lower()
    }


def both(first: dict[str, float], second: dict[str, float]) -> dict[str, float]:
    """Records that have both words, as strong as the weaker."""
    return {key: min(value, second[key]) for key, value in first.items() if key in second}


def kept(variants: Iterable[Variant]) -> list[Variant]:
    """Variants that are found at all."""
    return [variant for variant in variants if variant.hits]
