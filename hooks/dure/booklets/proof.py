"""What changed since the last edition: pages compared as pictures, changes framed in red."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from msgspec import Struct
from PIL import Image, ImageChops, ImageDraw

from dure.booklets.apart import each_apart
from dure.booklets.jobs import jobs_of
from dure.booklets.kept import put
from dure.booklets.typeset import set_pages
from dure.booklets.unprintable import Unprintable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dure.booklets.jobs import Choice, Job
    from dure.catalogue import Catalogue

PPI = 72
FRAME = "#d11a2a"
LEAST = 24
"""A pixel differs when a channel does by more than this: finer changes are smoothing."""


class Proof(Struct, frozen=True):
    """One work's changed pages of the PDF, from 1; `first` where there is nothing to compare."""

    name: str
    pages: int
    changed: tuple[int, ...]
    gone: int
    first: bool


def keep_pages(catalogue: Catalogue, kept: Path, choice: Choice) -> None:
    """Keeps pictures of this edition's pages, to compare the next one with."""
    each_apart(
        lambda job: _put_all(kept / job.name, [_png(p) for p in _pages(job)]),
        jobs_of(catalogue, choice),
        Unprintable,
    )


def proofs(catalogue: Catalogue, kept: Path, out: Path, choice: Choice) -> tuple[Proof, ...]:
    """Writes the changed pages of each work into `out` with frames round what changed."""
    found = each_apart(
        lambda job: _proof(job, kept / job.name, out / job.name),
        jobs_of(catalogue, choice),
        Unprintable,
    )
    return tuple(sorted(found, key=lambda proof: proof.name))


def _pages(job: Job) -> list[Image.Image]:
    pages = set_pages(job.manuscript(), PPI)
    return [Image.open(io.BytesIO(page)).convert("RGB") for page in pages]


def _proof(job: Job, kept: Path, out: Path) -> Proof:
    now = _pages(job)
    before = [Image.open(path).convert("RGB") for path in sorted(kept.glob("*.png"))]
    marked = {}
    for at, page in enumerate(now, start=1):
        old = before[at - 1] if at <= len(before) else None
        if (shown := _marked(page, old)) is not None and before:
            marked[at] = shown
    for at, page in marked.items():
        put(out / f"page-{at:04d}.png", _png(page))
    return Proof(job.name, len(now), tuple(marked), max(0, len(before) - len(now)), not before)


def _marked(page: Image.Image, old: Image.Image | None) -> Image.Image | None:
    """The page with a frame round what differs; `None` where nothing does."""
    if old is None or old.size != page.size:
        box: tuple[int, int, int, int] | None = (1, 1, page.width - 2, page.height - 2)
    else:
        difference = ImageChops.difference(page, old).convert("L").point(_strong)
        box = difference.getbbox()
    if box is None:
        return None
    shown = page.copy()
    frame = (box[0] - 3, box[1] - 3, box[2] + 3, box[3] + 3)
    ImageDraw.Draw(shown).rectangle(frame, outline=FRAME, width=2)
    return shown


def _strong(value: int) -> int:
    return 255 if value > LEAST else 0


def _put_all(folder: Path, pages: Iterable[bytes]) -> None:
    for at, page in enumerate(pages, start=1):
        put(folder / f"page-{at:04d}.png", page)


def _png(page: Image.Image) -> bytes:
    out = io.BytesIO()
    page.save(out, "PNG")
    return out.getvalue()
