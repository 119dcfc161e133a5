"""From a data folder to records: every file is read, and every problem of every file is told."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from dure.problems import Problem, in_order
from dure.record_files import read_record, record, said
from dure.records import FOLDERS, KINDS, Site
from dure.records.base import ID_PATTERN
from dure.records.reading import made
from dure.validation import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dure.memory import Memory
    from dure.record_files import Said
    from dure.records import Model

SITE_FILE = "site.yml"
EDITIONS = "booklets/editions"
NO_RECORDS = ("pictures", EDITIONS)
"""Folders of photographs, and of what printed editions said: not read as records."""
_MAX_ID = 80
"""Characters; the same limit as a reference to the id has."""
_WELL_PLACED = re.compile(
    rf"(?P<kind>{'|'.join(FOLDERS)})(?P<folders>/.+)?/(?P<id>{ID_PATTERN.strip('^$')})\.yml",
    re.DOTALL,
)


@dataclass(frozen=True)
class Entry:
    """A record with the file it came from."""

    kind: str
    id: str
    path: str
    """As problems print it: the data folder's name and what lies below, with `/`."""
    folder: str
    """Name of the folder the file lies in (the region, for enterprises)."""
    record: Model
    digest: bytes = b""
    """Of the file's bytes: it stands for the record without a look at it."""
    values: bytes = b""
    """What the file says, as `reading.made` reads it; kept only where there is a memory."""

    @classmethod
    def of_old(cls, **known: str | bytes) -> Entry:
        """An entry found good before: its record is made when it is first looked at."""
        entry = cls.__new__(cls)
        entry.__dict__.update(known)
        return entry

    def may_say(self, field: str) -> bool:
        """Whether the file may hold a field; `False` is certain, and makes no record."""
        return not self.values or field.encode() in self.values

    def __getattr__(self, name: str) -> Model:
        if name != "record":
            raise AttributeError(name)
        record = made(KINDS[self.kind], self.values)
        object.__setattr__(self, "record", record)
        return record


@dataclass(frozen=True)
class LoadedData:
    """What a data folder holds, and what is wrong with it."""

    entries: tuple[Entry, ...]
    site: Site | None
    problems: tuple[Problem, ...]
    root: Path


Mark = tuple[int, int, int, int]
"""A file's inode, size and times of change (content, anything): while they stay, so does it."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the data folder that may hold a record."""

    path: str
    below: str
    """Its path below the data folder, with `/`."""
    is_link: bool
    mark: Mark


def load_data(root: Path, memory: Memory | None = None) -> LoadedData:
    """Reads every record below `root`; problems are collected, never raised."""
    if not root.is_dir():
        return LoadedData((), None, (Problem(str(root), 1, 1, "", "no_data"),), root)
    problems: list[Problem] = []
    files = tuple(_files(root, str(root), "", problems))
    entries = [memory.recall(file.below, file.mark) if memory else None for file in files]
    new = [at for at, entry in enumerate(entries) if entry is None]
    for at, known in zip(new, said([files[at].path for at in new]), strict=True):
        entries[at], found = _read(files[at], root, known, keeping=memory is not None)
        problems += found
        if memory and (entry := entries[at]):
            memory.entries[files[at].below] = (files[at].mark, entry)
    site, found = _read_site(root)
    problems += found
    return LoadedData(tuple(filter(None, entries)), site, in_order(problems), root)


def _files(root: Path, folder: str, below: str, problems: list[Problem]) -> Iterator[_File]:
    """Files in path order; hidden ones (editors' swap files) are passed over."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        why = {"why": error.strerror or "?"}
        problems.append(Problem(_shown(below.rstrip("/"), root), 1, 1, "", "unreadable", why))
        return
    for entry in entries:
        name = below + entry.name
        if entry.name.startswith(".") or name == SITE_FILE:
            continue
        if not entry.is_dir(follow_symlinks=False):
            facts = entry.stat(follow_symlinks=False)
            mark = (facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)
            yield _File(entry.path, name, entry.is_symlink(), mark)
        elif name not in NO_RECORDS:
            yield from _files(root, entry.path, f"{name}/", problems)


def _shown(below: str, root: Path) -> str:
    """A path as text; the bytes of a name that is not UTF-8 are spelt out."""
    shown = "/".join(filter(None, (root.name, below)))
    if shown.isascii():
        return shown
    return os.fsencode(shown).decode("utf-8", "backslashreplace")


def _read(
    file: _File, root: Path, known: Said | None, *, keeping: bool
) -> tuple[Entry | None, list[Problem]]:
    shown = _shown(file.below, root)
    place = _WELL_PLACED.fullmatch(file.below)
    if place is None or file.is_link or len(place["id"]) > _MAX_ID:
        return None, [_misplaced(PurePath(file.below), shown, is_link=file.is_link)]
    kind = FOLDERS[place["kind"]]
    found, problems = record(file.path, shown, KINDS[kind], known)
    if found is None:
        return None, problems
    folder = (place["folders"] or place["kind"]).rpartition("/")[2]
    said = found.said
    kept = said.values if keeping else b""
    return Entry(kind, place["id"], shown, folder, found.record, said.digest, kept), problems


def _misplaced(path: PurePath, shown: str, *, is_link: bool) -> Problem:
    """Why a file is no record."""
    folder, *below = path.parts
    if is_link:
        return Problem(shown, 1, 1, "", "symlink")
    if below and folder not in FOLDERS:
        near = nearest(folder, FOLDERS)
        values = {"name": folder, "near": near}
        return Problem(shown, 1, 1, "", "unknown_folder", values, "did_you_mean" if near else "")
    if path.suffix != ".yml":
        remedy = "rename_yml" if path.suffix.lower() in {".yaml", ".yml"} else ""
        return Problem(shown, 1, 1, "", "wrong_extension", remedy=remedy)
    if not below:
        return Problem(shown, 1, 1, "", "no_folder", {"folders": ", ".join(FOLDERS)})
    return Problem(shown, 1, 1, "", "bad_file_name")


def _read_site(root: Path) -> tuple[Site | None, list[Problem]]:
    path = root / SITE_FILE
    shown = _shown(SITE_FILE, root)
    if path.is_symlink():
        return None, [Problem(shown, 1, 1, "", "symlink")]
    if not path.exists():
        return None, [Problem(shown, 1, 1, "", "no_site", remedy="write_site")]
    site, problems = read_record(path, shown, Site)
    return (site if isinstance(site, Site) else None), problems
