"""Long lists: cut into numbered pages, with a compact index for narrowing down in the browser."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dure.render import Phrase
    from dure.views.lists import Group, Item, ListView

V = TypeVar("V")
LONG = 300
"""Entries; a list that has more is cut."""
PAGE = 100
"""Entries on one page of a long list: about 100 KB, a second on a slow connection."""
INDEX = "entries.js"
"""Name of the index beside a long list's first page."""

_IN_QUOTES = str.maketrans({"\\": "\\\\", "'": "\\'"})


@dataclass(frozen=True)
class Pager:
    """Which of a long list's pages this is; `list` is the list's own path."""

    list: str
    number: int
    count: int
    index: str = INDEX

    @property
    def is_first(self) -> bool:
        """Filters stand on the first page only."""
        return self.number == 1

    @property
    def near(self) -> tuple[int, ...]:
        """Pages to lead to: the first, the last, and two on either side of this one."""
        around = range(max(1, self.number - 2), min(self.count, self.number + 2) + 1)
        return tuple(sorted({1, *around, self.count}))

    def path(self, number: int) -> str:
        """A page's path below the language's root."""
        return f"{self.list}page/{number}/" if number > 1 else self.list


def slices(whole: ListView[V], path: str) -> Iterator[ListView[V]]:
    """The pages of the list at `path`: itself, unless it is long."""
    if whole.total <= LONG:
        yield whole
        return
    entries = [(group, item) for group in whole.groups for item in group.items]
    facets = tuple(facet for facet in whole.facets if not facet.live)
    count = -(-len(entries) // PAGE)
    for at in range(count):
        groups = _regrouped(entries[at * PAGE : (at + 1) * PAGE])
        yield replace(whole, facets=facets, groups=groups, pager=Pager(path, at + 1, count))


def _regrouped(entries: list[tuple[Group[V], Item[V]]]) -> tuple[Group[V], ...]:
    """A group that goes on over several pages has its heading on each."""
    return tuple(
        replace(found[0][0], items=tuple(_bare(item) for _, item in found))
        for found in (list(part) for _, part in groupby(entries, key=lambda entry: entry[0].id))
    )


def _bare(item: Item[V]) -> Item[V]:
    """What an entry is narrowed down by stands in the index."""
    return replace(item, facets={}, words="", gives="", order={})


def index_script(whole: ListView[V]) -> str:
    """What the browser narrows a long list down by and orders it: one row an entry.

    A script, because from a disk a browser reads no other file; inside it JSON, which is
    parsed in half the time of a script.

    Facet values are numbers: places in the list of values that comes first.
    """
    facets = [facet for facet in whole.facets if not facet.live]
    values = {facet.key: [option.id for option in facet.options] for facet in facets}
    places = {key: {value: at for at, value in enumerate(found)} for key, found in values.items()}
    orders = [sort.key for sort in whole.sorts]
    entries = [
        [
            *_card(item),
            [[places[key][v] for v in item.facets[key] if v in places[key]] for key in values],
            [item.order.get(key, "") for key in orders],
        ]
        for group in whole.groups
        for item in group.items
    ]
    found = {"facets": values, "orders": orders, "entries": entries}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":")).translate(_IN_QUOTES)
    return f"dureEntries(JSON.parse('{text}'))\n"


def _card(item: Item[V]) -> tuple[str, ...]:
    """Path, name, its language where it is not the page's, the line below, other words."""
    name = item.name
    return item.path, name.text, _foreign(name), item.note, item.words, item.gives


def _foreign(phrase: Phrase) -> str:
    return phrase.lang if phrase.lang != phrase.page_lang else ""
