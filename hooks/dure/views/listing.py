"""What lists are made of: entries, the groups they stand in, and ways to narrow and order them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Generic, TypeVar

from dure.korean.collation import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dure.render import Phrase
    from dure.views.common import ContactView
    from dure.views.reader import Reader
    from dure.views.slices import Pager
    from dure.views.tile_maps import CountMap

V = TypeVar("V")


@dataclass(frozen=True)
class Option:
    """One value of a facet and how many items have it."""

    id: str
    label: str
    count: int


@dataclass(frozen=True)
class Facet:
    """A way to narrow a list down."""

    key: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Sort:
    """A way to order a list by a number of its entries, small ones first unless `down`."""

    key: str
    label: str
    down: bool = False


@dataclass(frozen=True)
class Item(Generic[V]):
    """One entry of a list: what to show and what it can be filtered by."""

    id: str
    view: V
    facets: Mapping[str, tuple[str, ...]]
    words: str
    """What the text filter looks through, lower case."""
    name: Phrase
    path: str
    """Where the entry leads, below the language's root."""
    note: str = ""
    """One line about it, for lists too long to be drawn whole."""
    order: Mapping[str, str] = field(default_factory=dict)
    """Key of a `Sort` → the entry's value; without one it comes last."""


@dataclass(frozen=True)
class Group(Generic[V]):
    """Entries that stand under one heading."""

    id: str
    label: Phrase
    items: tuple[Item[V], ...]
    total: int
    """How many there are, of which a page of a long list has some."""


@dataclass(frozen=True)
class ListView(Generic[V]):
    """A whole list: complete without scripts, narrowed down with them."""

    facets: tuple[Facet, ...]
    groups: tuple[Group[V], ...]
    total: int
    pager: Pager | None = field(default=None, kw_only=True)
    """Which page of a long list this is; a list that is not long is whole."""
    sorts: tuple[Sort, ...] = field(default=(), kw_only=True)
    maps: tuple[CountMap, ...] = field(default=(), kw_only=True)
    asked: tuple[ContactView, ...] = field(default=(), kw_only=True)
    """Whom to call when nothing fits."""


def facet(key: str, items: Iterable[Item[V]], reader: Reader, labels: Mapping[str, str]) -> Facet:
    """The values that entries have, in the order of their labels."""
    counts = Counter(value for item in items for value in item.facets[key])
    options = (Option(i, label, counts[i]) for i, label in labels.items() if counts[i])
    return Facet(key, reader.words[f"facet_{key}"], tuple(options))


def used(facets: Iterable[Facet]) -> tuple[Facet, ...]:
    """A facet with fewer than two options narrows nothing down."""
    return tuple(found for found in facets if len(found.options) > 1)


def labels(vocabulary: str, reader: Reader) -> dict[str, str]:
    """Term id → label, in the vocabulary's order."""
    terms = reader.catalogue.terms.get(vocabulary, {})
    return {term_id: str(reader.say(term.label)) for term_id, term in terms.items()}


def grouped(
    items: Iterable[Item[V]], key: Callable[[Item[V]], str], label: Callable[[str], Phrase]
) -> tuple[Group[V], ...]:
    """Entries that follow each other with the same key, under one heading."""
    groups = ((k, tuple(found)) for k, found in groupby(items, key))
    return tuple(Group(k, label(k), found, len(found)) for k, found in groups)


def region_order(reader: Reader) -> dict[str, tuple[bool, int]]:
    """Regions as the vocabulary has them, nationwide last: who looks for a place looks near."""
    terms = reader.catalogue.terms.get("regions", {}).values()
    return {term.id: (term.parent is None, at) for at, term in enumerate(terms)}


def name_ranks(names: Mapping[str, str]) -> dict[str, str]:
    """Id → its place in the order of names, as browsers do not collate both scripts alike."""
    ordered = sorted(names, key=lambda i: (sort_key(names[i]), i))
    return {i: str(at) for at, i in enumerate(ordered)}


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """Each value once, where it first stood."""
    return tuple(dict.fromkeys(values))
