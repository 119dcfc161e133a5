"""Facets and orders of the records of one language; a record is its number."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dure.search.entries import SearchEntry


def facets(entries: Sequence[SearchEntry]) -> Mapping[str, Mapping[str, list[int]]]:
    """Facet → value → the records that have it, as steps from one to the next, which pack well."""
    found: dict[str, dict[str, list[int]]] = {}
    for at, entry in enumerate(entries):
        for name, values in entry.filters.items():
            for value in values:
                found.setdefault(name, {}).setdefault(value, []).append(at)
    return {
        name: {value: steps(values[value]) for value in sorted(values)}
        for name, values in sorted(found.items())
    }


def steps(numbers: Sequence[int]) -> list[int]:
    """Rising numbers as differences, the first from nought."""
    return [following - before for before, following in pairwise((0, *numbers))]


def order(entries: Sequence[SearchEntry], key: str) -> list[int]:
    """The records by a sort key, those alike in their own order."""
    return sorted(range(len(entries)), key=lambda at: entries[at].sort[key])
