"""Facets and orders of the records of one language; a record is its number."""

from __future__ import annotations

from array import array
from collections import defaultdict
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Choices:
    """What records can be narrowed down and put in order by; grows by one after another."""

    def __init__(self) -> None:
        self._facets: dict[str, defaultdict[str, array[int]]] = {}
        self._sort: defaultdict[str, list[str]] = defaultdict(list)
        self._next = 0

    def add(self, beside: Mapping[str, Mapping[str, Any]]) -> None:
        """The facets and the sort keys of the next record."""
        for name, values in beside["facets"].items():
            facet = self._facets.setdefault(name, defaultdict(partial(array, "I")))
            for value in values:
                facet[value].append(self._next)
        for key, value in beside["sort"].items():
            self._sort[key].append(value)
        self._next += 1

    def names(self) -> list[str]:
        """The facets in order."""
        return sorted(self._facets)

    def facets(self) -> Mapping[str, Mapping[str, list[int]]]:
        """Facet → value → the records that have it, as steps from one to the next."""
        return {
            name: {value: steps(records) for value, records in sorted(values.items())}
            for name, values in sorted(self._facets.items())
        }

    def orders(self) -> Mapping[str, list[int]]:
        """Sort key → the records by it, those alike in their own order."""
        return {
            key: sorted(range(len(values)), key=values.__getitem__)
            for key, values in sorted(self._sort.items())
        }


def steps(numbers: Sequence[int]) -> list[int]:
    """Rising numbers as differences, the first from nought: small numbers pack well."""
    return [following - before for before, following in pairwise((0, *numbers))]
