"""The records of one language as text in a file: a nation of them would fill the memory."""

from __future__ import annotations

import hashlib
from array import array
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from dure.search.entries import KIND_LETTERS
from dure.search.files import IndexFailed
from dure.search.records import dump, prior, record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from dure.search.entries import SearchEntry


@dataclass(frozen=True)
class Packed:
    """Records, weightiest first, short titles before long ones: the order among equal answers."""

    kinds: str
    """One letter each."""
    digest: str
    """Of all that is told of them."""
    _file: IO[bytes]
    _ends: Sequence[int]
    """Where the text of each entry ends, in the order in which they came."""
    _order: Sequence[int]

    def __len__(self) -> int:
        """How many records there are."""
        return len(self._order)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """What is shown of each, then its facets and sort keys, as JSON."""
        for at in self._order:
            start = self._ends[at - 1] if at else 0
            self._file.seek(start)
            shown, beside = self._file.read(self._ends[at] - start).decode().split("\n")
            yield shown, beside


@contextmanager
def packed(entries: Iterable[SearchEntry], newest: int) -> Iterator[Packed]:
    """The entries, each let go when it is written; `newest` is the latest year of any.

    Raises IndexFailed when two share a URL or one lacks a sort key.
    """
    with TemporaryFile(buffering=0) as file:
        rows, ends, digest = [], array("Q"), hashlib.blake2b(digest_size=20)
        for at, entry in enumerate(_checked(entries)):
            rows.append((-prior(entry, newest), len(entry.title), entry.url, at, entry.kind))
            text = _text(entry, newest)
            digest.update(text)
            ends.append((ends[-1] if at else 0) + file.write(text))
        rows.sort()
        kinds = "".join(KIND_LETTERS[row[-1]] for row in rows)
        order = array("I", [row[-2] for row in rows])
        del rows  # it is the largest of all
        yield Packed(kinds, digest.hexdigest(), file, ends, order)


def _text(entry: SearchEntry, newest: int) -> bytes:
    facets = {name: values for name, values in sorted(entry.filters.items()) if values}
    beside = {"facets": facets, "sort": dict(sorted(entry.sort.items()))}
    return f"{dump(record(entry, newest))}\n{dump(beside)}".encode()


def _checked(entries: Iterable[SearchEntry]) -> Iterator[SearchEntry]:
    """One URL, one entry; every entry carries every sort key, or it would be in no order."""
    seen: dict[str, None] = {}
    keys = None
    for entry in entries:
        if entry.url in seen:
            raise IndexFailed(f"{entry.url}: two search entries have this URL")
        seen[entry.url] = None
        keys = entry.sort.keys() if keys is None else keys
        if other := keys ^ entry.sort.keys():
            lacking = next(iter(seen)) if other & entry.sort.keys() else entry.url
            raise IndexFailed(f"{lacking}: no sort key {min(other)!r}")
        yield entry
