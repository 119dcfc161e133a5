"""Puts a new site in the old one's place: whole or not at all.

A whole new site is written beside the old one and the two change places. A file that the old
site has just so is taken over, not copied: both sites name the same file until the old one goes.
So the disk writes only what changed, and the file keeps its time.

Where only some files are new, they alone are written beside the site and moved in. A list of the
moves is written first: a run that is broken off before leaves the site as it was, and one that is
broken off after is finished by the next.
"""

from __future__ import annotations

import filecmp
import json
import os
import shutil
from stat import S_ISREG
from typing import TYPE_CHECKING

from msgspec import Struct

from dure.kept import keep, kept

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

_FORM = b"moves 1"
_BINARY = getattr(os, "O_BINARY", 0)
"""Where lines end otherwise, a file is written as it is all the same."""


class Desk(Struct, frozen=True):
    """Where files of a new site are written, beside the earlier one."""

    out: str
    earlier: str = ""
    """The site made before; "" where there is none."""
    whole: bool = True
    """Whether `out` is to hold every file, or only what the earlier site has not just so."""

    @classmethod
    def beside(cls, site_dir: Path, *, whole: bool) -> Desk:
        """A desk in the staging folder of a site."""
        return cls(str(staging(site_dir)), str(site_dir) if site_dir.is_dir() else "", whole)

    def write(self, file: str, data: bytes) -> None:
        """A file of the site, its folders made as needed."""
        path = f"{self.out}/{file}"
        if self.earlier and _holds(f"{self.earlier}/{file}", data):
            if self.whole:
                _make_folder(path)
                os.link(f"{self.earlier}/{file}", path)
            return
        _make_folder(path)
        _put(path, data)


def _put(path: str, data: bytes) -> None:
    """A file, by the system's own calls: a page takes little longer to make than to write."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
    try:
        if os.write(handle, data) != len(data):
            raise OSError(f"{path}: no room")
    finally:
        os.close(handle)


def _make_folder(path: str) -> None:
    folder = path.rpartition("/")[0]
    try:
        os.mkdir(folder)  # noqa: PTH102 - a `Path` would take as long as the disk
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - another process may make it too


def _holds(path: str, data: bytes) -> bool:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            return file.read() == data and not os.path.islink(path)  # noqa: PTH114
    except OSError:
        return False


def staging(site_dir: Path) -> Path:
    """Where a new site is made: beside the old one, so that renaming is enough."""
    return site_dir.with_name(f".{site_dir.name}.new")


def _old(site_dir: Path) -> Path:
    return site_dir.with_name(f".{site_dir.name}.old")


def _list(site_dir: Path) -> Path:
    """Where it is written which files are moved in and which go."""
    return staging(site_dir) / ".moves"


def put_in_place(new: Path, site_dir: Path) -> None:
    """Makes `new` the site; the old one goes only when the new one stands."""
    take_over(site_dir, new)
    old = _old(site_dir)
    if old.exists():
        shutil.rmtree(old)
    if site_dir.exists():
        site_dir.rename(old)
    try:
        new.rename(site_dir)
    except OSError:
        if old.exists():
            old.rename(site_dir)
        raise
    if old.exists():
        shutil.rmtree(old)


def take_over(earlier: Path, new: Path) -> None:
    """Gives `new` the earlier site's files where it has written the same bytes once more."""
    if earlier.is_dir():
        for name in files_below(new):
            _take(f"{earlier}/{name}", f"{new}/{name}")


def _take(twin: str, file: str) -> None:
    if _is_twin(file, twin) and not os.path.samefile(file, twin):  # noqa: PTH121
        os.unlink(file)  # noqa: PTH108 - a `Path` would take as long as the disk
        os.link(twin, file)


def files_below(folder: Path) -> Iterator[str]:
    """Every file's path below a folder, with `/`."""
    start = len(str(folder)) + 1
    for found, _, names in os.walk(folder):
        below = found[start:] + "/" if found[start:] else ""
        yield from (below + name for name in names)


def clear(folder: Path, stays: Container[str]) -> None:
    """Removes every file below a folder but those that stay."""
    for name in [name for name in files_below(folder) if name not in stays]:
        (folder / name).unlink()


def _is_twin(file: str, twin: str) -> bool:
    """The same file, or another with the same bytes."""
    try:
        old = os.lstat(twin)
    except OSError:
        return False
    new = os.lstat(file)
    if old.st_size != new.st_size or not S_ISREG(old.st_mode):
        return False
    return old.st_ino == new.st_ino or filecmp.cmp(file, twin, shallow=False)


def move_in(new: Path, site_dir: Path, gone: Iterable[str]) -> tuple[str, ...]:
    """Moves what `new` holds into the site, and removes what is `gone`; returns what is new.

    Files that the site has just so are left as they are.
    """
    moves = tuple(f for f in files_below(new) if not _is_twin(f"{new}/{f}", f"{site_dir}/{f}"))
    row = json.dumps({"moves": moves, "gone": list(gone)}).encode()
    keep(_list(site_dir), _FORM, row)
    if kept(_list(site_dir), _FORM) != row:
        raise OSError(f"{_list(site_dir)}: cannot be written")
    recover(site_dir)
    return moves


def recover(site_dir: Path) -> None:
    """Finishes what an earlier run had decided on, and drops what it had not."""
    if _old(site_dir).exists() and not site_dir.exists():
        _old(site_dir).rename(site_dir)  # broken off while two sites changed places
    shutil.rmtree(_old(site_dir), ignore_errors=True)
    found = kept(_list(site_dir), _FORM)
    if found is not None:
        row = json.loads(found)
        _move(staging(site_dir), site_dir, row["moves"])
        _remove(site_dir, row["gone"])
    shutil.rmtree(staging(site_dir), ignore_errors=True)


def _move(new: Path, site_dir: Path, moves: Iterable[str]) -> None:
    for name in moves:
        if (new / name).exists():  # else an earlier run moved it
            (site_dir / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).replace(site_dir / name)


def _remove(site_dir: Path, gone: Iterable[str]) -> None:
    """Files and the folders that they leave empty."""
    for name in gone:
        (site_dir / name).unlink(missing_ok=True)
        folder = (site_dir / name).parent
        while folder != site_dir and not (folder.is_dir() and any(folder.iterdir())):
            if folder.is_dir():
                folder.rmdir()
            folder = folder.parent
