"""The entries of a list: what is told of each, and the cards of those that are drawn."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from msgspec import Struct, field

from dure.render import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from dure.views.listing import Sort

T = TypeVar("T")
V = TypeVar("V")
Values = tuple[str, ...]
"""Of one facet; many entries have the same."""
Places = tuple[tuple[int, ...], ...]
"""For each facet of a list where the values of an entry stand among its options."""


class Told(Struct, array_like=True, gc=False):
    """What a list tells of an entry besides its card: as a row of JSON, one of a list's index."""

    path: str
    """Where the entry leads, below the language's root."""
    name: str
    lang: str
    """Of the name, where it is not the page's."""
    note: str
    """One line about it, for lists too long to be drawn whole."""
    words: str
    """Its other names, for the text filter."""
    gives: str
    """What it gives or sells, for the text filter: words that count less than names."""
    places: Places
    ranks: tuple[str, ...]
    """Its value for each `Sort` of the list; without one it comes last."""


def named(name: Phrase) -> tuple[str, str]:
    """A name, and its language where it is not the page's."""
    return name.text, "" if name.lang == name.page_lang else name.lang


class Column(Struct, frozen=True):
    """The values of one entry after the other, for one facet."""

    distinct: Sequence[Values]
    """Each once, as many entries have the same."""
    numbers: Sequence[int]
    """For each entry which of these it has."""

    @classmethod
    def of(cls, values: Iterable[Values]) -> Column:
        """The values of all entries in a row."""
        found: dict[Values, int] = {}
        numbers = [found.setdefault(own, len(found)) for own in values]
        return cls(list(found), numbers)

    def __getitem__(self, at: int) -> Values:
        return self.distinct[self.numbers[at]]


class Columns(Struct, frozen=True):
    """What entries can be filtered by, facet by facet.

    It is the same in both languages, and so is what is made of it.
    """

    values: Mapping[str, Column]
    kept_back: Sequence[str] = ()
    """For each the facet that keeps it out of a list with scripts until it is asked for.

    Empty where none is kept back.
    """
    made: dict[object, Any] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """How many entries there are."""
        return len(next(iter(self.values.values())).numbers)

    def kept(self, places: Sequence[int]) -> Sequence[str]:
        """For some of them the facet that keeps it back, if any."""
        return [self.kept_back[at] for at in places] if self.kept_back else [""] * len(places)

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What `make` makes of them, made once; `key` stands for it."""
        if key not in self.made:
            self.made[key] = make()
        return cast("T", self.made[key])


class Entries(Struct, Generic[V], frozen=True):
    """The entries of a list, and in which order they stand."""

    lang: str
    """Of the page."""
    ids: Sequence[str]
    """In the order of the list."""
    order: Sequence[int]
    """Where each of these stands in what follows."""
    columns: Columns
    told: Sequence[Told]
    draw: Callable[[Sequence[int]], Sequence[V]]
    """Makes the cards of some."""
    sorts: tuple[Sort, ...] = ()

    def items(self, start: int, stop: int) -> Iterable[Item[V]]:
        """Those at some places of the list, with their cards."""
        places = self.order[start:stop]
        told = [self.told[at] for at in places]
        names = [Phrase(one.name, one.lang, self.lang) if one.lang else one.name for one in told]
        paths, kept_back = [one.path for one in told], self.columns.kept(places)
        ids, cards = self.ids[start:stop], self.draw(places)
        return map(Item, ids, paths, names, cards, kept_back, repeat(self), places)


class Item(Struct, Generic[V]):
    """One entry, as templates see it."""

    id: str
    path: str
    name: Phrase | str
    """As its card is called; a text is in the page's language."""
    view: V
    """What its card shows."""
    kept_back: str
    """The facet that keeps it back."""
    entries: Entries[V]
    at: int

    @property
    def told(self) -> Told:
        """All that is told of it."""
        return self.entries.told[self.at]

    @property
    def facets(self) -> dict[str, Values]:
        """What it can be filtered by."""
        return {key: column[self.at] for key, column in self.entries.columns.values.items()}

    @property
    def order(self) -> dict[str, str]:
        """Key of a `Sort` → its value."""
        keys = (sort.key for sort in self.entries.sorts)
        return dict(zip(keys, self.told.ranks, strict=True))


class Items(Struct, Generic[V], frozen=True):
    """Entries that follow each other in a list, drawn when they are looked at."""

    entries: Entries[V]
    start: int
    stop: int

    @property
    def ids(self) -> Sequence[str]:
        """Of their records."""
        return self.entries.ids[self.start : self.stop]

    @property
    def shown(self) -> int:
        """How many are not kept back."""
        places = self.entries.order[self.start : self.stop]
        return sum(not kept_back for kept_back in self.entries.columns.kept(places))

    def between(self, start: int, stop: int) -> Items[V]:
        """Those of them at some places of the list."""
        return Items(self.entries, max(self.start, start), min(self.stop, stop))

    def __len__(self) -> int:
        return self.stop - self.start

    def __iter__(self) -> Iterator[Item[V]]:
        return iter(self.entries.items(self.start, self.stop))
