"""Long lists: cut into numbered pages, with a compact index for narrowing down in the browser."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import groupby, repeat
from json.encoder import encode_basestring as _json
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from dure.views.listing import Columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dure.views.lists import Facet, Group, Item, ListView

V = TypeVar("V")
LONG = 300
"""Entries; a list that has more is cut."""
PAGE = 100
"""Entries on one page of a long list: about 100 KB, a second on a slow connection."""
INDEX = "entries.js"
"""Name of the index beside a long list's first page."""


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
        replace(found[0][0], items=tuple(item for _, item in found))
        for found in (list(part) for _, part in groupby(entries, key=lambda entry: entry[0].id))
    )


def index_script(whole: ListView[V]) -> str:
    """What the browser narrows a long list down by and orders it: one row an entry.

    A script, because from a disk a browser reads no other file; inside it JSON, which is
    parsed in half the time of a script.

    Facet values are numbers: places in the list of values that comes first.
    """
    facets = [facet for facet in whole.facets if not facet.live]
    sorts = [sort.key for sort in whole.sorts]
    items = [item for group in whole.groups for item in group.items]
    values = {facet.key: [option.id for option in facet.options] for facet in facets}
    head = json.dumps(
        {"facets": values, "orders": sorts}, ensure_ascii=False, separators=(",", ":")
    )
    columns = Columns.of(items).values
    chosen = [map(_Places(facet).__getitem__, columns[facet.key]) for facet in facets]
    orders = [item.order for item in items]
    ranks = [map(_json, [order.get(key, "") for order in orders]) for key in sorts]
    number = len(items)
    rows = _lists([*_card(items), _lists(chosen, number), _lists(ranks, number)], number)
    text = f'{head[:-1]},"entries":[{",".join(rows)}]}}'
    quoted = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"dureEntries(JSON.parse('{quoted}'))\n"


class _Places(dict[tuple[str, ...], str]):
    """Values of an entry → their places among a facet's options; many entries share theirs."""

    def __init__(self, facet: Facet) -> None:
        super().__init__()
        self._at = {option.id: str(at) for at, option in enumerate(facet.options)}

    def __missing__(self, values: tuple[str, ...]) -> str:
        self[values] = found = f"[{','.join(self._at[v] for v in values if v in self._at)}]"
        return found


def _card(items: list[Item[V]]) -> Iterator[Iterable[str]]:
    """Path, name, its language where it is not the page's, the line below, other words."""
    read = attrgetter("path", "name", "note", "words", "gives")
    paths, names, *rest = zip(*map(read, items), strict=True)
    yield map(_json, paths)
    yield [_json(name.text) for name in names]
    yield ['""' if name.lang == name.page_lang else f'"{name.lang}"' for name in names]
    yield from (map(_json, texts) for texts in rest)


def _lists(columns: Sequence[Iterable[str]], number: int) -> Iterable[str]:
    """What stands side by side in columns of JSON, as so many lists of JSON."""
    if not columns:
        return repeat("[]", number)
    return map("[{}]".format, map(",".join, zip(*columns, strict=True)))
