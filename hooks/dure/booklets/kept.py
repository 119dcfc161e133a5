"""What was set before: kept by a digest of everything it was set from."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from msgspec import Struct

from dure.booklets.finish import small
from dure.booklets.jobs import set_job
from dure.booklets.pictures import page_pictures
from dure.booklets.unprintable import Unprintable
from dure.kept import keep, kept

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dure.booklets.jobs import Job

PDF, COVER, NOTE = ".pdf", ".png", ".note"


class Made(Struct, frozen=True):
    """A set work in the cache: endings of its files and what is known of it."""

    stem: Path
    """The path of its files without their endings."""
    endings: tuple[str, ...]
    """`.pdf`, `.png` for the cover, `-1.png` … for its spreads."""
    pages: int
    places: Mapping[str, int]


def made(job: Job, cache: Path) -> Made:
    """The work from the cache, or set now; raises `Unprintable`."""
    try:
        stem = cache / f"{job.name}-{job.digest}"
        return _known(stem) or _keep(job, _set(job), stem)
    except Unprintable as error:
        raise job.named_in(error) from error


def _known(stem: Path) -> Made | None:
    """What was set, if its note is whole and each file holds what the note says."""
    note = kept(_beside(stem, NOTE), stem.name.encode())
    if note is None:
        return None
    said = json.loads(note)
    try:
        whole = all(
            _digest(_beside(stem, ending).read_bytes()) == held
            for ending, held in said["files"].items()
        )
    except OSError:
        return None
    return Made(stem, tuple(said["files"]), said["pages"], said["places"]) if whole else None


def _beside(stem: Path, ending: str) -> Path:
    return stem.with_name(stem.name + ending)


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()


class _Set(Struct, frozen=True):
    files: Mapping[str, bytes]
    pages: int
    places: Mapping[str, int]


def _set(job: Job) -> _Set:
    _, sheets = set_job(job, "whole")
    pdf = small(sheets.pdf)
    cover, *spreads = page_pictures(pdf, job.booklet, sheets, inside=not job.volume)
    files = {PDF: pdf, COVER: cover}
    files |= {f"-{at}.png": picture for at, picture in enumerate(spreads, start=1)}
    return _Set(files, sheets.physical, sheets.places)


def _keep(job: Job, done: _Set, stem: Path) -> Made:
    """Older versions of the same file go; the note is written last, so a torn one is never read."""
    stem.parent.mkdir(parents=True, exist_ok=True)
    for old in stem.parent.glob(f"{job.name}-*{NOTE}"):
        if old.stem.rpartition("-")[0] == job.name:
            _drop(old)
    for ending, content in done.files.items():
        put(_beside(stem, ending), content)
    files = {ending: _digest(content) for ending, content in done.files.items()}
    note = {"pages": done.pages, "places": dict(done.places), "files": files}
    keep(_beside(stem, NOTE), stem.name.encode(), json.dumps(note).encode())
    return Made(stem, tuple(done.files), done.pages, done.places)


def _drop(note: Path) -> None:
    """The note goes first: what has none is not used."""
    note.unlink()
    for file in note.parent.glob(f"{note.stem}*"):
        file.unlink()


def put(path: Path, content: bytes) -> None:
    """Writes beside the file and renames: a reader sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.new")
    aside.write_bytes(content)
    aside.replace(path)
