"""Whether a site is still what its sources make: then there is nothing to do.

The seal is one line kept beside the site's caches: a digest of everything the site was made from
and one of the site as it was left. Whatever changes either, a broken-off run or a broken seal
included, no longer fits it, and the site is made anew.
"""

from __future__ import annotations

import hashlib
import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LIBRARIES = (
    "fonttools", "Jinja2", "Markdown", "MarkupSafe", "mkdocs", "mkdocs-material", "pagefind",
    "pydantic", "pydantic_core", "PyYAML",
)  # fmt: skip
"""What pages are made with besides our own files; another version may make other bytes."""


def inputs_digest(sources: Iterable[Path], settings: Iterable[str]) -> str:
    """All files at and below `sources` by name and content, the settings, and the tools."""
    found = hashlib.blake2b(digest_size=20)
    for word in (sys.version, *(version(name) for name in _LIBRARIES), *settings):
        found.update(f"{word}\0".encode())
    for path in _files(sources):
        data = Path(path).read_bytes()
        found.update(f"{path}\0{len(data)}\0".encode())
        found.update(data)
    return found.hexdigest()


def _files(sources: Iterable[Path]) -> Iterator[str]:
    """Files in a fixed order; what Python and editors keep beside them is passed over."""
    for source in sources:
        if source.is_file():
            yield str(source)
        for folder, folders, names in os.walk(source):
            folders[:] = sorted(f for f in folders if f != "__pycache__" and f[0] != ".")
            yield from (f"{folder}/{name}" for name in sorted(names) if name[0] != ".")


def site_digest(site: Path) -> str:
    """Name, size and time of every file of a site: no file can be touched without changing it."""
    found = hashlib.blake2b(str(site.resolve()).encode(), digest_size=20)
    for line in sorted(_listing(str(site))):
        found.update(line.encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def _listing(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _listing(entry.path)
            else:
                facts = entry.stat(follow_symlinks=False)
                yield f"{entry.path}\0{facts.st_size}\0{facts.st_mtime_ns}\n"


def holds(seal: Path, inputs: str, site: Path) -> bool:
    """Whether the site stands as it was left when it was made from just these inputs."""
    if not seal.is_file() or not site.is_dir():
        return False
    return seal.read_text("utf-8", "replace") == _line(inputs, site)


def put(seal: Path, inputs: str, site: Path) -> None:
    """Notes what the site was made from, now that it stands."""
    seal.parent.mkdir(parents=True, exist_ok=True)
    seal.write_text(_line(inputs, site), "utf-8")


def _line(inputs: str, site: Path) -> str:
    return f"{inputs} {site_digest(site)}\n"
