"""All booklets into a folder: set side by side, kept in a cache, put in place when all are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.booklets.apart import each_apart
from dure.booklets.codes import code
from dure.booklets.jobs import Choice, jobs_of
from dure.booklets.kept import COVER, PDF, made, put
from dure.booklets.letters import BrokenFont
from dure.booklets.unprintable import Unprintable, as_said
from dure.booklets.works.lines import BOLD, REGULAR, width_mm
from dure.messages import LANGUAGES, texts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dure.booklets.jobs import Job
    from dure.booklets.kept import Made
    from dure.catalogue import Catalogue
    from dure.records import Booklet

FOLDER = "booklets"
"""Below the site's root."""
EVERYTHING = Choice()
__all__ = ["FOLDER", "Choice", "Printed", "PrintedFile", "Unprintable", "print_all"]


class PrintedFile(Struct, frozen=True):
    """A booklet, or one volume of it, in one language; paths are below the site's root."""

    lang: str
    """`ko`, `en`, or `ko-en` for both on facing pages."""
    path: str
    picture: str
    spreads: tuple[str, ...]
    """Pictures of two pages side by side, or of a sheet's sides."""
    pages: int
    bytes: int
    places: Mapping[str, int]
    """Record (`kind/id`) → page of the PDF it starts on."""
    volume: str = ""
    """Id of the region, sector or kind it holds; "" for the whole booklet."""


class Printed(Struct, frozen=True):
    """A booklet with its files, in the order of its volumes and languages."""

    id: str
    booklet: Booklet
    files: tuple[PrintedFile, ...]


def print_all(
    catalogue: Catalogue, out: Path, cache: Path, choice: Choice = EVERYTHING
) -> tuple[Printed, ...]:
    """Writes `booklets/<id>[-<volume>]-<lang>.pdf` and pictures below `out`.

    What has not changed comes from `cache`. Raises `Unprintable` before anything in `out` is
    touched.
    """
    jobs = jobs_of(catalogue, choice)
    try:
        _read_ahead(catalogue)
    except BrokenFont as error:
        raise Unprintable(as_said(error)) from error
    done = each_apart(lambda job: made(job, cache), jobs, Unprintable)
    files = [(job.id, _write(job, kept, out)) for job, kept in zip(jobs, done, strict=True)]
    return tuple(
        Printed(i, catalogue.booklets[i], tuple(file for j, file in files if j == i))
        for i in sorted({job.id for job in jobs})
    )


def _read_ahead(catalogue: Catalogue) -> None:
    """What every copy of this process needs is made once, before there are any."""
    for lang in LANGUAGES:
        texts("print", lang), texts("site", lang)
    code(catalogue.site.url)
    for weight in (REGULAR, BOLD):
        width_mm(catalogue.site.url, 1, weight)
    _ = catalogue.terms


def _write(job: Job, kept: Made, out: Path) -> PrintedFile:
    paths = {ending: f"{FOLDER}/{job.name}{ending}" for ending in kept.endings}
    size = 0
    for ending, path in paths.items():
        content = kept.stem.with_name(kept.stem.name + ending).read_bytes()
        size = len(content) if ending == PDF else size
        put(out / path, content)
    spreads = tuple(path for ending, path in paths.items() if ending not in {PDF, COVER})
    return PrintedFile(
        job.lang, paths[PDF], paths[COVER], spreads, kept.pages, size, kept.places, job.volume
    )
