"""Indexes of a book: what stands under which letter or term, and where it leads."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from dure.korean.collation import index_letter, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dure.render import Phrase


class Item(Struct, frozen=True):
    """A line of an index: words, and the label of the entry whose page it names."""

    name: Phrase
    target: str
    note: Phrase | None = None


class Group(Struct, frozen=True):
    """Lines under one letter or term."""

    title: str
    items: tuple[Item, ...]


class Index(Struct, frozen=True):
    """One index."""

    title: str
    groups: tuple[Group, ...]


def marked(index: Index, mark: str) -> Index:
    """The index with every label ending in `mark`, as a second language's do."""
    groups = (
        Group(
            group.title,
            tuple(Item(item.name, item.target + mark, item.note) for item in group.items),
        )
        for group in index.groups
    )
    return Index(index.title, tuple(groups))


def by_letter(title: str, items: Iterable[Item]) -> Index:
    """가나다 order, then Latin letters, then figures; legal forms do not count."""
    groups: dict[str, list[Item]] = defaultdict(list)
    for item in _ordered(items):
        groups[index_letter(str(item.name))].append(item)
    return Index(title, tuple(Group(letter, tuple(found)) for letter, found in groups.items()))


def by_term(title: str, labels: Mapping[str, str], found: Iterable[tuple[str, Item]]) -> Index:
    """Terms in their vocabulary's order, lines below them in name order."""
    groups: dict[str, list[Item]] = defaultdict(list)
    for term, item in found:
        groups[term].append(item)
    return Index(
        title,
        tuple(
            Group(label, _ordered(groups[term])) for term, label in labels.items() if groups[term]
        ),
    )


def _ordered(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: (sort_key(str(item.name)), item.target)))
