"""What lists are made of: entries, the groups they stand in, and ways to narrow and order them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from dure.frozen import frozen
from dure.korean.collation import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dure.render import Phrase
    from dure.views.common import ContactView
    from dure.views.reader import Reader
    from dure.views.slices import Pager
    from dure.views.tile_maps import CountMap

V = TypeVar("V")


@dataclass(frozen=True)
class Option:
    """One value of a facet and how many items a choice of it shows."""

    id: str
    label: str
    count: int
    holds: tuple[str, ...] = ()
    """Other values that a choice of this one includes."""


@dataclass(frozen=True)
class Facet:
    """A way to narrow a list down."""

    key: str
    label: str
    options: tuple[Option, ...]
    live: bool = False
    """Whether only the browser knows the values, from the day."""


@dataclass(frozen=True)
class Sort:
    """A way to order a list by a number of its entries, small ones first unless `down`."""

    key: str
    label: str
    down: bool = False


class Late:
    """A view made when it is first looked at: most pages of a long list are not drawn again."""

    __slots__ = ("_id", "_make")

    def __init__(self, make: Callable[[str], object], record_id: str) -> None:
        self._make, self._id = make, record_id

    def made(self) -> Any:
        """The view itself."""
        return self._make(self._id)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.made(), name)


@frozen
class Item(Generic[V]):
    """One entry of a list: what to show and what it can be filtered by."""

    id: str
    view: V
    facets: Mapping[str, tuple[str, ...]]
    words: str
    """Its other names, for the text filter."""
    name: Phrase
    path: str
    """Where the entry leads, below the language's root."""
    note: str = ""
    """One line about it, for lists too long to be drawn whole."""
    order: Mapping[str, str] = field(default_factory=dict)
    """Key of a `Sort` → the entry's value; without one it comes last."""
    gives: str = ""
    """What it gives or sells, for the text filter: words that count less than names."""
    kept_back: str = ""
    """The facet whose value keeps it out of a list with scripts until it is asked for."""


@dataclass(frozen=True)
class Group(Generic[V]):
    """Entries that stand under one heading."""

    id: str
    label: Phrase
    items: tuple[Item[V], ...]
    total: int
    """How many there are, of which a page of a long list has some."""
    shown: int
    """How many of them are not kept back."""


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

    @property
    def shown(self) -> int:
        """How many are not kept back."""
        return sum(group.shown for group in self.groups)

    def drawn(self) -> ListView[V]:
        """Itself, with views instead of late ones, which answer a template more slowly."""
        for group in self.groups:
            for item in group.items:
                if isinstance(item.view, Late):
                    object.__setattr__(item, "view", item.view.made())
        return self


@dataclass(frozen=True)
class Columns:
    """What the entries of a list can be narrowed down by: for each facet their values in a row.

    Read in one go, as thousands of entries lie scattered in memory.
    """

    values: Mapping[str, tuple[tuple[str, ...], ...]]
    kept_back: tuple[str, ...]

    @classmethod
    def of(cls, items: Sequence[Item[V]]) -> Columns:
        """The entries' values; all entries have the same facets."""
        keys = tuple(items[0].facets) if items else ()
        rows = [item.facets for item in items]
        columns = {key: tuple(map(itemgetter(key), rows)) for key in keys}
        return cls(columns, tuple(item.kept_back for item in items))


def facet(
    key: str,
    columns: Columns,
    reader: Reader,
    labels: Mapping[str, str],
    holds: Mapping[str, tuple[str, ...]] | None = None,
) -> Facet:
    """The values that entries have, in the order of their labels.

    `holds` says which values a choice includes besides its own. What is kept back counts
    where it can be asked for.
    """
    values = columns.values.get(key, ())
    shown = Counter(values)
    if elsewhere := {*columns.kept_back} - {"", key}:
        away = zip(values, columns.kept_back, strict=True)
        shown.subtract(found for found, kept_back in away if kept_back in elsewhere)
    found = {value for values in shown for value in values}
    held = holds or {}
    options = []
    for value, label in labels.items():
        also = tuple(other for other in held.get(value, ()) if other in found)
        if value in found or also:
            options.append(Option(value, label, _having(shown, {value, *also}), also))
    return Facet(key, reader.words[f"facet_{key}"], tuple(options))


def _having(shown: Mapping[tuple[str, ...], int], wanted: set[str]) -> int:
    """How many entries have any of these values; each counts once."""
    return sum(number for values, number in shown.items() if not wanted.isdisjoint(values))


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
    return tuple(
        Group(k, label(k), found, len(found), sum(not item.kept_back for item in found))
        for k, found in groups
    )


def region_order(reader: Reader) -> dict[str, tuple[bool, int]]:
    """Regions as the vocabulary has them, nationwide last: who looks for a place looks near."""
    terms = reader.catalogue.terms.get("regions", {}).values()
    return {term.id: (term.parent is None, at) for at, term in enumerate(terms)}


def in_order(names: Sequence[str]) -> list[int]:
    """Where each name stands, in the order of names; equal ones keep theirs."""
    return by_key([sort_key(name) for name in names])


def by_key(keys: Sequence[str]) -> list[int]:
    """The places in the order of their keys; equal ones keep theirs."""
    return sorted(range(len(keys)), key=keys.__getitem__)


def ranks(order: Sequence[int]) -> list[str]:
    """The rank of each place of an order, as browsers do not collate both scripts alike."""
    found = [""] * len(order)
    for rank, at in enumerate(order):
        found[at] = str(rank)
    return found


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """Each value once, where it first stood."""
    return tuple(dict.fromkeys(values))
