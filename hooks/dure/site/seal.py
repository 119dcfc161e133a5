"""What is known of a finished site: what it was made from, and how it was left.

It is kept beside the site's caches. Whatever changes the sources or the site, a broken-off run
or a broken seal included, no longer fits it, and what is not sure to hold is made anew.
"""

from __future__ import annotations

import hashlib
import marshal
import os
from typing import TYPE_CHECKING

from msgspec import Struct

from dure.kept import keep, kept
from dure.site.sources import Sources
from dure.workers import in_parallel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

Standing = dict[str, tuple[int, int]]
"""Size and time of every file of a site, by its path: no file can be touched without a change."""
_FORM = b"seal 3"


class Seal(Struct, frozen=True):
    """A site as it was left."""

    sources: Sources
    standing: Standing
    known: bytes
    """What a next build can go on from, in a form that `site.again` reads."""


def standing(site: Path) -> Standing:
    """A site as it stands; its folders are looked through on all cores."""
    below = len(str(site)) + 1
    try:
        with os.scandir(site) as entries:
            top = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return {}
    found = in_parallel(lambda entry: dict(_of(entry, below)), top)
    return {path: facts for part in found for path, facts in part.items()}


def moved(before: Standing, site: Path, new: Iterable[str], gone: Iterable[str]) -> Standing:
    """A site as it stands after some files were moved in and others went."""
    now = {path: before[path] for path in before.keys() - set(gone)}
    for path in new:
        facts = os.lstat(f"{site}/{path}")
        now[path] = (facts.st_size, facts.st_mtime_ns)
    return now


def _of(entry: os.DirEntry[str], below: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """A file, or all files of a folder; their paths begin at `below`."""
    if entry.is_dir(follow_symlinks=False):
        with os.scandir(entry) as entries:
            for one in entries:
                yield from _of(one, below)
    else:
        facts = entry.stat(follow_symlinks=False)
        yield entry.path[below:], (facts.st_size, facts.st_mtime_ns)


def read(seal: Path, site: Path) -> Seal | None:
    """The seal of a site that stands as it was left; a torn one is as good as none."""
    found = kept(seal, _made_from(site))
    if found is None:
        return None
    frame, files, digest, known = marshal.loads(found)  # noqa: S302 - its digest is right: ours
    now = standing(site)
    return Seal(Sources(frame, files), now, known) if now and _digest(now) == digest else None


def put(seal: Path, site: Path, made: Seal) -> None:
    """Notes what a site was made from, now that it stands."""
    row = (made.sources.frame, dict(made.sources.files), _digest(made.standing), made.known)
    keep(seal, _made_from(site), marshal.dumps(row))


def _made_from(site: Path) -> bytes:
    """A seal is of one site."""
    return _FORM + str(site.resolve()).encode("utf-8", "surrogateescape")


def _digest(found: Mapping[str, tuple[int, int]]) -> str:
    names = sorted(found)
    said = marshal.dumps((names, [found[name] for name in names]), 2)  # later forms vary
    return hashlib.blake2b(said, digest_size=16).hexdigest()
