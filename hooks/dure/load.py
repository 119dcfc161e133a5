"""From a data folder to records: every file is read, and every problem of every file is told."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pydantic import ValidationError

from dure.problems import Problem, in_order
from dure.records import FOLDERS, KINDS, Site
from dure.records.base import ID_PATTERN
from dure.validation import nearest, problems_of, shown_value
from dure.yaml_reader import MAX_BYTES, Unreadable, decode, locate, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dure.records import Model

SITE_FILE = "site.yml"
NO_RECORDS = ("pictures", "booklets/editions")
"""Folders of photographs, and of what printed editions said: not read as records."""
_MAX_ID = 80
"""Characters; the same limit as a reference to the id has."""


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


@dataclass(frozen=True)
class LoadedData:
    """What a data folder holds, and what is wrong with it."""

    entries: tuple[Entry, ...]
    site: Site | None
    problems: tuple[Problem, ...]
    root: Path


Memory = dict[Path, tuple[tuple[int, int, int], Entry]]
"""Entries read before, by their files' inode, size and time: a preview reads only what changed."""


def load_data(root: Path, memory: Memory | None = None) -> LoadedData:
    """Reads every record below `root`; problems are collected, never raised."""
    if not root.is_dir():
        return LoadedData((), None, (Problem(str(root), 1, 1, "", "no_data"),), root)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for path in _files(root, problems):
        entry, found = _remembered(path, root, memory)
        problems += found
        if entry is not None:
            entries.append(entry)
    site, found = _read_site(root)
    return LoadedData(tuple(entries), site, in_order([*problems, *found]), root)


def _files(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Files in path order; hidden ones (editors' swap files) are passed over."""

    def closed(error: OSError) -> None:
        why = {"why": error.strerror or "?"}
        problems.append(Problem(_shown(Path(error.filename), root), 1, 1, "", "unreadable", why))

    other = {root / name for name in NO_RECORDS}
    found: list[Path] = []
    for folder, folders, files in os.walk(root, onerror=closed):
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        folders[:] = [name for name in folders
                      if not name.startswith(".") and Path(folder, name) not in other]
        names = (name for name in (*files, *links) if not name.startswith("."))
        found += (Path(folder) / name for name in names)
    yield from sorted(path for path in found if path != root / SITE_FILE)


def _shown(path: Path, root: Path) -> str:
    """A path as text; the bytes of a name that is not UTF-8 are spelt out."""
    shown = str(PurePosixPath(root.name) / path.relative_to(root).as_posix())
    return os.fsencode(shown).decode("utf-8", "backslashreplace")


def _remembered(
    path: Path, root: Path, memory: Memory | None
) -> tuple[Entry | None, list[Problem]]:
    if memory is None:
        return _read(path, root)
    facts = path.lstat()
    mark = (facts.st_ino, facts.st_size, facts.st_mtime_ns)
    if path in memory and memory[path][0] == mark:
        return memory[path][1], []
    entry, problems = _read(path, root)
    if entry is not None:
        memory[path] = (mark, entry)
    return entry, problems


def _read(path: Path, root: Path) -> tuple[Entry | None, list[Problem]]:
    shown = _shown(path, root)
    parts = path.relative_to(root).parts
    if (problem := _misplaced(path, parts, shown)) is not None:
        return None, [problem]
    kind = FOLDERS[parts[0]]
    record, problems = read_record(path, shown, KINDS[kind])
    if record is None:
        return None, problems
    return Entry(kind, path.stem, shown, path.parent.name, record), problems


def _misplaced(path: Path, parts: tuple[str, ...], shown: str) -> Problem | None:
    folder, *below = parts
    if path.is_symlink():
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
    if not re.fullmatch(ID_PATTERN, path.stem) or len(path.stem) > _MAX_ID:
        return Problem(shown, 1, 1, "", "bad_file_name")
    return None


def _read_site(root: Path) -> tuple[Site | None, list[Problem]]:
    path = root / SITE_FILE
    shown = _shown(path, root)
    if path.is_symlink():
        return None, [Problem(shown, 1, 1, "", "symlink")]
    if not path.exists():
        return None, [Problem(shown, 1, 1, "", "no_site", remedy="write_site")]
    site, problems = read_record(path, shown, Site)
    return (site if isinstance(site, Site) else None), problems


def read_record(path: Path, shown: str, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """The record in one file, or everything that is wrong with the file."""
    try:
        text = decode(_bytes(path))
        value = read_yaml(text)
    except OSError as error:
        return None, [Problem(shown, 1, 1, "", "unreadable", {"why": error.strerror or "?"})]
    except Unreadable as error:
        at = error.position
        return None, [Problem(shown, at.line, at.column, "", error.key, error.values, error.remedy)]
    if not isinstance(value, dict):
        at = locate(text, ())
        found = {"found": shown_value(value)}
        return None, [Problem(shown, at.line, at.column, "", "not_a_mapping", found)]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, list(problems_of(error, model, shown, text))


def _bytes(path: Path) -> bytes:
    """What a file holds; a pipe would wait for ever and a huge file fill the memory."""
    if not path.is_file():
        raise Unreadable("not_a_file")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise Unreadable("too_large", values={"size": f"{size:,}"})
    return path.read_bytes()
