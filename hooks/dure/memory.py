"""What was read and found good before: only files that changed since are read and checked again.

A build begins with what the last one kept: a file for each folder of records, and one of all ids.
They are used where they are whole and written by the same programs; a record in them is used where
its file has not been touched.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
import time
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
_IDS = "ids"
_Row = tuple[str, "Mark", dict[str, Any]]
_PROGRAMS = (".", "records", "rules", "korean")
"""Folders of the library with all that decides what a file says and whether it is right."""


@dataclass
class Memory:
    """Entries read before, and which of them stood in data without a problem."""

    folder: Path | None = None
    """Where to keep it for the next process."""
    entries: dict[str, tuple[Mark, Entry]] = field(default_factory=dict)
    """By the files' paths below the data folder."""
    sound: Mapping[str, Entry] = field(default_factory=dict)
    """Of the last data without a problem: its entries by their paths as problems print them."""
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """And the ids that could be named in it, by group (see `Refers`)."""
    seal: bytes = b""
    """Stands for these ids as they are kept, and for the programs: with others nothing is sound."""
    began: int = field(default_factory=time.time_ns)

    def recall(self, path: str, mark: Mark) -> Entry | None:
        """The entry of a file that has not been touched."""
        known = self.entries.get(path)
        return known[1] if known and known[0] == mark else None

    def approve(self, entries: Iterable[Entry], ids: Mapping[str, Iterable[str]]) -> None:
        """Remembers that data is without a problem, and keeps what is not as it was kept."""
        before, known = self.sound, self.ids
        self.sound = {entry.path: entry for entry in entries}
        self.ids = {group: frozenset(names) for group, names in ids.items()}
        if self.folder is None:
            return
        changed = {*self.sound, *before}
        if self.ids != known:
            self.seal = _kept_ids(self.folder, self.ids)
        else:
            changed = {path for path in changed if self.sound.get(path) is not before.get(path)}
        for name, rows in self._rows({_parent(path) for path in changed}).items():
            keep(self.folder / f"{_named(name)}.records", self.seal, marshal.dumps(rows))

    def _rows(self, folders: Iterable[str]) -> dict[str, list[_Row]]:
        """What is kept of the files in some folders of records."""
        found: dict[str, list[_Row]] = {folder: [] for folder in folders}
        old = self.began - YOUNG_NS
        for path, (mark, entry) in self.entries.items():
            rows = found.get(_parent(entry.path))
            if rows is not None and self.sound.get(entry.path) is entry and max(mark[2:]) < old:
                rows.append((path, mark, {name: getattr(entry, name) for name in _KEPT}))
        return found


def remembered(data: Path, cache_folder: Path) -> Memory:
    """What is known of a data folder by what was kept below a folder: at first nothing."""
    folder = cache_folder / f"records-{_named(str(data.resolve()))}"
    memory = Memory(folder)
    ids = kept(folder / _IDS, _programs())
    if ids is None:
        return memory
    memory.seal = _seal(ids)
    memory.ids = {group: frozenset(names) for group, names in _known(ids)}
    for file in folder.glob("*.records"):
        for path, mark, known in _known(kept(file, memory.seal)):
            memory.entries[path] = (mark, Entry.of_old(**known))
    memory.sound = {entry.path: entry for _, entry in memory.entries.values()}
    return memory


def of_project(data: Path) -> Memory | None:
    """What builds of the project know of its data folder; nothing where none was ever built."""
    cache_folder = data.absolute().parent / "build" / "cache"
    return remembered(data, cache_folder) if cache_folder.is_dir() else None


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _named(text: str) -> str:
    """A file's name that stands for a text."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _kept_ids(folder: Path, ids: Mapping[str, Iterable[str]]) -> bytes:
    """The seal of ids, which are kept."""
    data = marshal.dumps([(group, list(names)) for group, names in ids.items()])
    keep(folder / _IDS, _programs(), data)
    return _seal(data)


def _seal(ids: bytes) -> bytes:
    return _programs() + hashlib.blake2b(ids).digest()


def _known(data: bytes | None) -> Any:
    """What was kept: its digest is right, so it is what we wrote."""
    return marshal.loads(data) if data else ()  # noqa: S302


@cache
def _programs() -> bytes:
    """Stands for everything that reads and checks: our own files, Python and two libraries."""
    found = hashlib.blake2b(f"{sys.version} {msgspec.__version__} {yaml.__version__}".encode())
    for folder in _PROGRAMS:
        for path in sorted((Path(__file__).parent / folder).glob("*.py")):
            found.update(f"\0{folder}/{path.name}\0".encode() + path.read_bytes())
    return found.digest()
