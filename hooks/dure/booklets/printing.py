"""All booklets into a folder: set side by side, kept in a cache, put in place when all are done."""

from __future__ import annotations

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, time
from importlib.metadata import version
from typing import TYPE_CHECKING

from dure.booklets.finish import small
from dure.booklets.typeset import TEMPLATES, Unprintable, set_picture, set_sheets
from dure.booklets.works.all import contents
from dure.webfonts import FONTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from dure.booklets.plain import Plain
    from dure.catalogue import Catalogue
    from dure.records import Booklet

FOLDER = "booklets"
"""Below the site's root."""
WORKERS = 2
RECIPE = "1"
"""Raise when a change in this package changes the bytes without changing template or data."""


@dataclass(frozen=True)
class PrintedFile:
    """One language of a booklet; paths are below the site's root."""

    lang: str
    path: str
    picture: str
    pages: int
    bytes: int
    places: Mapping[str, int]
    """Record (`kind/id`) → page of the PDF it starts on."""


@dataclass(frozen=True)
class Printed:
    """A booklet with its files, in the order of its languages."""

    id: str
    booklet: Booklet
    files: tuple[PrintedFile, ...]


@dataclass(frozen=True)
class _Made:
    pdf: bytes
    picture: bytes
    pages: int
    places: Mapping[str, int]


@dataclass(frozen=True)
class Job:
    """A booklet in one language, and all its bytes depend on."""

    id: str
    lang: str
    template: str
    data: Mapping[str, Plain]
    epoch: int

    @property
    def name(self) -> str:
        """Name of its files, without an ending."""
        return f"{self.id}-{self.lang}"


def print_all(
    catalogue: Catalogue, out: Path, cache: Path, *, names: Iterable[str] = (),
    epoch: int | None = None,
) -> tuple[Printed, ...]:
    """Writes `booklets/<id>-<lang>.pdf` and `.png` below `out`; the unchanged come from `cache`.

    `epoch` (seconds) is the time written into the files, the booklet's own day where it is not
    given. Raises `Unprintable` before anything in `out` is touched.
    """
    chosen = frozenset(names) or frozenset(catalogue.booklets)
    wanted = [i for i in sorted(catalogue.booklets) if i in chosen]
    jobs = [job for i in wanted for job in jobs_of(i, catalogue, epoch)]
    with ThreadPoolExecutor(WORKERS) as pool:
        made = list(pool.map(lambda job: _made(job, cache), jobs))
    files = [_write(job, done, out) for job, done in zip(jobs, made, strict=True)]
    by_id = [(job.id, file) for job, file in zip(jobs, files, strict=True)]
    return tuple(Printed(i, catalogue.booklets[i], tuple(f for j, f in by_id if j == i))
                 for i in wanted)


def jobs_of(booklet_id: str, catalogue: Catalogue, epoch: int | None) -> list[Job]:
    """A booklet's languages as jobs."""
    booklet = catalogue.booklets[booklet_id]
    when = day_of(booklet) if epoch is None else epoch
    return [Job(booklet_id, lang, booklet.work, contents(booklet_id, catalogue, lang), when)
            for lang in booklet.languages]


def day_of(booklet: Booklet) -> int:
    """The edition's day as seconds: the same data gives the same bytes whenever it is printed."""
    return int(datetime.combine(booklet.issued.first(), time(), UTC).timestamp())


def _made(job: Job, cache: Path) -> _Made:
    key = f"{job.name}-{_digest(job)}"
    kept = cache / f"{key}.json"
    if kept.is_file():
        note = json.loads(kept.read_text("utf-8"))
        return _Made((cache / f"{key}.pdf").read_bytes(), (cache / f"{key}.png").read_bytes(),
                     note["pages"], note["places"])
    made = _set(job)
    _keep(made, cache, job.name, key)
    return made


def _set(job: Job) -> _Made:
    data = dict(job.data)
    try:
        sheets = set_sheets(job.template, data, "whole", press=False, epoch=job.epoch)
        return _Made(small(sheets.pdf), set_picture(job.template, data), sheets.physical,
                     sheets.places)
    except Unprintable as error:
        raise Unprintable(f"{job.id} ({job.lang}): {error}") from error


def _digest(job: Job) -> str:
    """Everything the bytes depend on: the data, templates, fonts, the typesetter and the day."""
    digest = hashlib.blake2b(digest_size=12)
    digest.update(json.dumps(job.data, ensure_ascii=False, sort_keys=True).encode())
    digest.update(f"{RECIPE} {job.epoch} {version('typst')} {version('pikepdf')}".encode())
    for path in (*sorted(TEMPLATES.glob("*.typ")), *FONTS.values()):
        content = path.read_bytes() if path.suffix == ".typ" else str(path.stat().st_size).encode()
        digest.update(path.name.encode() + b"\0" + content)
    return digest.hexdigest()


def _keep(made: _Made, cache: Path, name: str, key: str) -> None:
    """Older versions of the same file go; the note is written last, so a torn one is never read."""
    cache.mkdir(parents=True, exist_ok=True)
    for old in cache.glob(f"{name}-*.*"):
        if old.stem.rpartition("-")[0] == name:
            old.unlink()
    put(cache / f"{key}.pdf", made.pdf)
    put(cache / f"{key}.png", made.picture)
    note = {"pages": made.pages, "places": dict(made.places)}
    put(cache / f"{key}.json", json.dumps(note, sort_keys=True).encode())


def _write(job: Job, made: _Made, out: Path) -> PrintedFile:
    pdf, picture = f"{FOLDER}/{job.name}.pdf", f"{FOLDER}/{job.name}.png"
    put(out / pdf, made.pdf)
    put(out / picture, made.picture)
    return PrintedFile(job.lang, pdf, picture, made.pages, len(made.pdf), made.places)


def put(path: Path, content: bytes) -> None:
    """Writes beside the file and renames: a reader sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.new")
    aside.write_bytes(content)
    aside.replace(path)
