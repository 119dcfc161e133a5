"""Long lists: cut into numbered pages, with a compact index for narrowing down in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct, json
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dure.views.lists import Group, ListView

V = TypeVar("V")
LONG = 300
"""Entries; a list that has more is cut."""
PAGE = 100
"""Entries on one page of a long list: about 100 KB, a second on a slow connection."""
INDEX = "entries.js"
"""Name of the index beside a long list's first page."""


class Pager(Struct, frozen=True):
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
    facets = tuple(facet for facet in whole.facets if not facet.live)
    count = -(-whole.total // PAGE)
    for at in range(count):
        groups = tuple(_cut(whole.groups, at * PAGE, (at + 1) * PAGE))
        yield replace(whole, facets=facets, groups=groups, pager=Pager(path, at + 1, count))


def _cut(groups: Iterable[Group[V]], start: int, stop: int) -> Iterator[Group[V]]:
    """A group that goes on over several pages has its heading on each."""
    for group in groups:
        if group.items.start < stop and group.items.stop > start:
            yield replace(group, items=group.items.between(start, stop))


def index_script(whole: ListView[V]) -> bytes:
    """What the browser narrows a long list down by and orders it: one row an entry.

    A script, because from a disk a browser reads no other file; inside it JSON, which is
    parsed in half the time of a script.

    Facet values are numbers: places in the list of values that comes first.
    """
    facets = {f.key: [option.id for option in f.options] for f in whole.facets if not f.live}
    told = [whole.entries.told[at] for at in whole.entries.order]
    orders = [sort.key for sort in whole.sorts]
    text = json.encode({"facets": facets, "orders": orders, "entries": told})
    quoted = text.replace(b"\\", b"\\\\").replace(b"'", b"\\'")
    return b"dureEntries(JSON.parse('%b'))\n" % quoted
