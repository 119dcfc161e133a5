"""What a site is made from, by its content: one digest for the frame, one for each file of data.

The frame is all that every page depends on: code, theme, settings, hand-written pages, tools.
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

LIBRARIES = (
    "brotli", "cbor2", "fonttools", "jinja2", "markdown", "markupsafe", "mkdocs",
    "mkdocs-material", "msgspec", "pagefind", "pagefind-bin", "pikepdf", "pillow", "pyyaml",
    "segno", "typst",
)  # fmt: skip
"""What a site is made with besides our own files; another version may make other bytes."""
_AT_ONCE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)
"""A pipe among the files would be waited for."""
_PART = 1 << 20
"""Bytes that are read at a time."""
_SITE_FILE = "site.yml"
_OWN_PAGES = "enterprises/"
"""Records by the thousand, of which no page shows another one."""


class Sources(Struct, frozen=True, dict=True):
    """Digests of everything a site is made from."""

    frame: str
    files: Mapping[str, str]
    """Every file of the data folder but the site's settings, by its path below it."""

    @cached_property
    def marks(self) -> Marks:
        """What pages of records are made from."""
        if not self.files:
            return Marks(frame=self.frame)
        shared, own = hashlib.blake2b(digest_size=16), {}
        for path, digest in self.files.items():
            if path.startswith(_OWN_PAGES) and path.endswith(".yml"):
                own[path.rpartition("/")[2].removesuffix(".yml")] = f"{path} {digest}"
            else:
                shared.update(f"{path} {digest}\n".encode("utf-8", "surrogateescape"))
        return Marks(shared.hexdigest(), own, self.frame)


class Marks(Struct, frozen=True):
    """What pages of records are made from, besides the frame."""

    shared: str = ""
    """Stands for all records but enterprises; without it nothing is known."""
    own: Mapping[str, str] = field(default_factory=dict)
    """Stands for each enterprise, by its id."""
    frame: str = ""
    """Stands for what no record is; without it nothing is kept."""

    def key(self, enterprises: Iterable[str], shape: str = "") -> str:
        """Stands for all that a page of these enterprises shows; "" where it is not known.

        `shape` is what the page shows besides them.
        """
        if not self.shared:
            return ""
        own = "\n".join([self.shared, shape, *[self.own[i] for i in enterprises]])
        return hashlib.blake2b(own.encode("utf-8", "surrogateescape"), digest_size=10).hexdigest()


def sources_of(data: Path, frame: Iterable[Path], settings: Iterable[str]) -> Sources:
    """Reads all files of `data`, and all at and below `frame`."""
    return Sources(frame_digest(data, frame, settings), data_digests(data, {}))


def data_digests(data: Path, read: Mapping[str, str]) -> dict[str, str]:
    """Of every file of `data` but the site's settings, by its path below it.

    `read` are those of files that were read already, and so of what was read.
    """
    below = len(str(data)) + 1
    names = {path[below:]: path for path in _files(str(data))}
    names.pop(_SITE_FILE, None)
    return {name: read.get(name) or _digest(path) for name, path in names.items()}


def frame_digest(data: Path, frame: Iterable[Path], settings: Iterable[str]) -> str:
    """Stands for all that every page depends on, the site's settings in `data` included."""
    found = hashlib.blake2b(digest_size=16)
    for word in (sys.version, *(version(name) for name in LIBRARIES), *settings):
        found.update(f"{word}\0".encode())
    for source in (*frame, data / _SITE_FILE):
        for path, digest in _digests(source):
            found.update(f"{path} {digest}\n".encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def _digests(source: Path) -> Iterator[tuple[str, str]]:
    return ((path, _digest(path)) for path in _files(str(source)))


def _files(source: str) -> Iterator[str]:
    """Files in a fixed order; what Python and editors keep beside them is passed over."""
    if os.path.isfile(source):  # noqa: PTH113 - a Path for each of thousands of files takes longer
        yield source
    for folder, folders, names in os.walk(source):
        folders[:] = sorted(f for f in folders if f != "__pycache__" and f[0] != ".")
        yield from (f"{folder}/{name}" for name in sorted(names) if name[0] != ".")


def _digest(path: str) -> str:
    """Of what a file holds, or of nothing where it is no file or cannot be read."""
    found = hashlib.blake2b(digest_size=16)
    try:
        file = os.open(path, _AT_ONCE)
        try:
            while part := os.read(file, _PART):
                found.update(part)
        finally:
            os.close(file)
    except OSError:
        return ""
    return found.hexdigest()
