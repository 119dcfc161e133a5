"""What was read and found good before: only files that changed since are read and checked again.

A build begins with what the last one kept in a file. It is used where that file is whole and
written by the same programs; a record in it is used where its file has not been touched.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
import time
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import yaml

from dure.kept import keep, kept
from dure.load import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dure.load import Mark

YOUNG_NS = 2_000_000_000
"""A file touched so shortly before it was read may be touched again without another time."""
_KEPT = ("kind", "id", "path", "folder", "digest", "values")
_PROGRAMS = (".", "records", "rules", "korean")
"""Folders of the library with all that decides what a file says and whether it is right."""


@dataclass
class Memory:
    """Entries read before, and which of them stood in data without a problem."""

    file: Path | None = None
    """Where to keep it for the next process."""
    entries: dict[str, tuple[Mark, Entry]] = field(default_factory=dict)
    """By the files' paths below the data folder."""
    sound: Mapping[str, Entry] = field(default_factory=dict)
    """Of the last data without a problem: its entries by their paths as problems print them."""
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """And the ids that could be named in it, by group (see `Refers`)."""
    began: int = field(default_factory=time.time_ns)

    def recall(self, path: str, mark: Mark) -> Entry | None:
        """The entry of a file that has not been touched."""
        known = self.entries.get(path)
        return known[1] if known and known[0] == mark else None

    def approve(self, entries: Iterable[Entry], ids: Mapping[str, Iterable[str]]) -> None:
        """Remembers that data is without a problem, and keeps it where it is not what was kept."""
        now = {entry.path: entry for entry in entries}
        changed = len(now) != len(self.sound) or any(
            self.sound.get(path) is not entry for path, entry in now.items()
        )
        self.sound = now
        self.ids = {group: frozenset(names) for group, names in ids.items()}
        if changed and self.file:
            keep(self.file, _programs(), marshal.dumps((self._rows(), _lists(self.ids))))

    def _rows(self) -> list[tuple[str, Mark, dict[str, str | bytes]]]:
        """What is kept of each file."""
        old = self.began - YOUNG_NS
        return [
            (path, mark, {name: getattr(entry, name) for name in _KEPT})
            for path, (mark, entry) in self.entries.items()
            if self.sound.get(entry.path) is entry and max(mark[2:]) < old
        ]


def remembered(data: Path, folder: Path) -> Memory:
    """What is known of a data folder by what was kept below `folder`: at first nothing."""
    name = hashlib.blake2b(str(data.resolve()).encode(), digest_size=8).hexdigest()
    memory = Memory(folder / f"data-{name}")
    found = kept(folder / f"data-{name}", _programs())
    if found is None:
        return memory
    rows, ids = marshal.loads(found)  # noqa: S302 - its digest is right: it is what we wrote
    for path, mark, known in rows:
        memory.entries[path] = (mark, Entry.of_old(**known))
    memory.sound = {entry.path: entry for _, entry in memory.entries.values()}
    memory.ids = {group: frozenset(names) for group, names in ids.items()}
    return memory


def of_project(data: Path) -> Memory | None:
    """What builds of the project know of its data folder; nothing where none was ever built."""
    cache_folder = data.absolute().parent / "build" / "cache"
    return remembered(data, cache_folder) if cache_folder.is_dir() else None


def _lists(ids: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    return {group: list(names) for group, names in ids.items()}


@cache
def _programs() -> bytes:
    """Stands for everything that reads and checks: our own files, Python and two libraries."""
    found = hashlib.blake2b(f"{sys.version} {msgspec.__version__} {yaml.__version__}".encode())
    for folder in _PROGRAMS:
        for path in sorted((Path(__file__).parent / folder).glob("*.py")):
            found.update(f"\0{folder}/{path.name}\0".encode() + path.read_bytes())
    return found.digest()
