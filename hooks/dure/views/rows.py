"""What lists and the home page show of each enterprise, kept from build to build.

A row is made of its record, of other data and of the frame (see `dure.site.sources`), and of no
other enterprise: while these stay, so does it, and neither record nor view is made for it.
"""

from __future__ import annotations

import hashlib
import marshal
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from dure.kept import keep, kept
from dure.views.reader import once

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from dure.catalogue import Catalogue
    from dure.views.reader import Reader

Row = tuple[Any, ...]
"""Of types that `marshal` knows."""
Made = tuple[Row, Row]
"""A row, and what else is shown of the enterprise: it is not kept, but a change of it is seen."""
Kept = tuple[dict[str, bytes], dict[str, bytes], bytes]
"""Digests of records, and of what was made of them, by id; and the rows, packed."""

MOST_NEW = 50
"""Rows that are rather made each time than all be kept anew: a tenth of the time."""


@dataclass(frozen=True)
class Shelf:
    """A folder for rows, and what they are made from besides their own records."""

    folder: Path
    made_from: bytes

    def recall(self, name: str) -> Kept | None:
        """What was kept under a name, unless it is torn or was made from something else."""
        found = kept(self.folder / f"rows-{name}", self._made_from(name))
        return cast("Kept", marshal.loads(found)) if found else None  # noqa: S302 - it is ours

    def keep(self, name: str, known: Kept) -> None:
        """Keeps rows for the next build."""
        keep(self.folder / f"rows-{name}", self._made_from(name), marshal.dumps(known))

    def _made_from(self, name: str) -> bytes:
        return self.made_from + name.encode()


def shelf_of(folder: Path | None, frame: str, catalogue: Catalogue) -> Shelf | None:
    """Where rows of a catalogue are kept; nowhere where it is not known what it is made from."""
    others = [entry for entry in catalogue.entries if entry.kind != "enterprise"]
    if folder is None or not frame or not all(entry.digest for entry in others):
        return None
    whole = hashlib.blake2b(frame.encode(), digest_size=16)
    for entry in others:
        whole.update(f"\0{entry.path}\0".encode("utf-8", "surrogateescape") + entry.digest)
    return Shelf(folder, whole.digest())


class Rows:
    """What is shown of all enterprises; what was kept is looked at when it is asked for."""

    def __init__(self, sums: Mapping[str, bytes], made: Mapping[str, Row], packed: bytes) -> None:
        self._sums, self._made, self._packed = sums, made, packed

    @cached_property
    def digest(self) -> bytes:
        """Stands for all of them."""
        whole = hashlib.blake2b(digest_size=16)
        for enterprise_id, one in sorted(self._sums.items()):
            whole.update(enterprise_id.encode() + one)
        return whole.digest()

    @cached_property
    def all(self) -> Mapping[str, Row]:
        """The rows in the order of their ids."""
        before = marshal.loads(self._packed) if self._packed else {}  # noqa: S302 - it is ours
        return {i: self._made[i] if i in self._made else before[i] for i in sorted(self._sums)}


def rows(name: str, make: Callable[[str, Reader], Made], reader: Reader) -> Rows:
    """What `make` makes of each enterprise; `name` stands for it."""
    found = reader.made.get(("rows", name))
    if found is None:
        found = reader.made["rows", name] = _rows(name, make, reader)
    return cast("Rows", found)


def _rows(name: str, make: Callable[[str, Reader], Made], reader: Reader) -> Rows:
    digests = {e.id: e.digest for e in reader.catalogue.entries if e.kind == "enterprise"}
    shelf, place = reader.shelf, f"{name}-{reader.lang}"
    before, known, packed = (shelf and shelf.recall(place)) or ({}, {}, b"")
    made = {i: make(i, reader) for i, d in digests.items() if not d or before.get(i) != d}
    sums = {i: _sum(made[i]) if i in made else known[i] for i in digests}
    found = Rows(sums, {i: row for i, (row, _) in made.items()}, packed)
    gone = len(before.keys() - digests.keys())
    if shelf and len(made) + gone > MOST_NEW:
        shelf.keep(place, (digests, sums, marshal.dumps(dict(found.all))))
    return found


def _sum(made: Made) -> bytes:
    """Stands for what was made; version 2 of the form is the same for equal values."""
    return hashlib.blake2b(marshal.dumps(made, 2), digest_size=10).digest()


@once
def wider(region: str, reader: Reader) -> tuple[str, ...]:
    """A region and those it lies in."""
    return reader.catalogue.above(region)


def same(ids: tuple[str, ...], reader: Reader) -> tuple[str, ...]:
    """Just these ids, one value for all that have them: thousands name the same few."""
    return cast("tuple[str, ...]", reader.made.setdefault(("same", ids), ids))
