"""What lists are made of: entries, the groups they stand in, and ways to narrow and order them."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from dure.korean.collation import sort_key
from dure.views.entries import Items

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dure.render import Phrase
    from dure.views.common import ContactView
    from dure.views.entries import Column, Columns, Entries, Places, Values
    from dure.views.reader import Reader
    from dure.views.slices import Pager
    from dure.views.tile_maps import CountMap

V = TypeVar("V")


class Option(Struct, frozen=True):
    """One value of a facet and how many items a choice of it shows."""

    id: str
    label: str
    count: int
    holds: tuple[str, ...] = ()
    """Other values that a choice of this one includes."""


class Facet(Struct, frozen=True):
    """A way to narrow a list down."""

    key: str
    label: str
    options: tuple[Option, ...]
    live: bool = False
    """Whether only the browser knows the values, from the day."""


class Sort(Struct, frozen=True):
    """A way to order a list by a number of its entries, small ones first unless `down`."""

    key: str
    label: str
    down: bool = False


class Group(Struct, Generic[V], frozen=True):
    """Entries that stand under one heading."""

    id: str
    label: Phrase
    items: Items[V]
    total: int
    """How many there are, of which a page of a long list has some."""
    shown: int
    """How many of them are not kept back."""


class ListView(Struct, Generic[V], frozen=True):
    """A whole list: complete without scripts, narrowed down with them."""

    facets: tuple[Facet, ...]
    groups: tuple[Group[V], ...]
    entries: Entries[V]
    pager: Pager | None = None
    """Which page of a long list this is; a list that is not long is whole."""
    maps: tuple[CountMap, ...] = ()
    asked: tuple[ContactView, ...] = ()
    """Whom to call when nothing fits."""

    @property
    def total(self) -> int:
        """How many entries the whole list has."""
        return len(self.entries.order)

    @property
    def sorts(self) -> tuple[Sort, ...]:
        """Ways to order it."""
        return self.entries.sorts

    @property
    def shown(self) -> int:
        """How many are not kept back."""
        return sum(group.shown for group in self.groups)


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
    shown = columns.once(("counts", key), lambda: _counts(key, columns))
    found = {value for values in shown for value in values}
    held = holds or {}
    options = []
    for value, label in labels.items():
        also = tuple(other for other in held.get(value, ()) if other in found)
        if value in found or also:
            options.append(Option(value, label, _having(shown, {value, *also}), also))
    return Facet(key, reader.words[f"facet_{key}"], tuple(options))


def _counts(key: str, columns: Columns) -> Mapping[Values, int]:
    """How many entries have just these values, but for those kept back for another facet."""
    column = columns.values[key]
    shown = Counter(column.numbers)
    if elsewhere := {*columns.kept_back} - {"", key}:
        away = zip(column.numbers, columns.kept_back, strict=True)
        shown.subtract(number for number, kept_back in away if kept_back in elsewhere)
    return {column.distinct[number]: times for number, times in shown.items()}


def _having(shown: Mapping[Values, int], wanted: set[str]) -> int:
    """How many entries have any of these values; each counts once."""
    return sum(number for values, number in shown.items() if not wanted.isdisjoint(values))


def places(facets: Iterable[Facet], columns: Columns) -> Sequence[Places]:
    """For each entry where its values stand among the options of facets."""
    options = {f.key: [option.id for option in f.options] for f in facets if not f.live}
    return columns.once(repr(options), lambda: _places(options, columns))


def _places(options: Mapping[str, Sequence[str]], columns: Columns) -> Sequence[Places]:
    found = [_found(columns.values[key], ids) for key, ids in options.items()]
    return list(zip(*found, strict=True)) if found else [()] * columns.number


def _found(column: Column, ids: Sequence[str]) -> list[tuple[int, ...]]:
    """For each entry where its values stand among ids; what does not is left out."""
    at = {value: place for place, value in enumerate(ids)}
    distinct = [tuple([at[one] for one in values if one in at]) for values in column.distinct]
    return [distinct[number] for number in column.numbers]


def used(facets: Iterable[Facet]) -> tuple[Facet, ...]:
    """A facet with fewer than two options narrows nothing down."""
    return tuple(found for found in facets if len(found.options) > 1)


def labels(vocabulary: str, reader: Reader) -> dict[str, str]:
    """Term id → label, in the vocabulary's order."""
    terms = reader.catalogue.terms.get(vocabulary, {})
    return {term_id: str(reader.say(term.label)) for term_id, term in terms.items()}


def grouped(
    entries: Entries[V], keys: Iterable[str], label: Callable[[str], Phrase]
) -> tuple[Group[V], ...]:
    """Entries that follow each other with the same key, under one heading; a key for each."""
    groups: list[Group[V]] = []
    start = 0
    for key, run in groupby(keys):
        items = Items(entries, start, start + len(list(run)))
        groups.append(Group(key, label(key), items, len(items), items.shown))
        start = items.stop
    return tuple(groups)


def by_term(
    entries: Entries[V], ids: Iterable[str], vocabulary: str, reader: Reader
) -> tuple[Group[V], ...]:
    """Entries that follow each other with the same term of a vocabulary, under its label."""
    return grouped(entries, ids, lambda term_id: reader.term(vocabulary, term_id).label)


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
