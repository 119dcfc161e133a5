"""What goes to the print shop: pages, cover with its spine, a spec sheet, imposed sheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dure.booklets.finish import press_ready, small
from dure.booklets.impose import imposed
from dure.booklets.paper import bound, order, spine_mm, warnings
from dure.booklets.printing import jobs_of, put
from dure.booklets.spec import spec_sheet
from dure.booklets.typeset import Unprintable, set_sheets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from dure.booklets.paper import Order
    from dure.booklets.plain import Plain
    from dure.booklets.printing import Job
    from dure.booklets.typeset import Sheets
    from dure.catalogue import Catalogue
    from dure.records import Booklet


@dataclass(frozen=True)
class Pressed:
    """A work ready for the print shop; file names are below the folder it was written to."""

    id: str
    lang: str
    files: tuple[str, ...]
    pages: int
    padding: int
    order: Order
    warnings: tuple[str, ...]
    """Keys of messages about what the print shop would question."""


def press_all(
    catalogue: Catalogue, out: Path, *, names: Iterable[str] = (), epoch: int | None = None,
    impose: bool = False,
) -> tuple[Pressed, ...]:
    """Writes the print shop's files of the named booklets (all, if none is named) into `out`.

    Raises `Unprintable` before anything is written.
    """
    chosen = frozenset(names) or frozenset(catalogue.booklets)
    made = [_made(job, catalogue.booklets[i], impose=impose) for i in sorted(chosen)
            for job in jobs_of(i, catalogue, epoch)]
    for pressed, files in made:
        for name in pressed.files:
            put(out / name, files[name])
    return tuple(pressed for pressed, _ in made)


def _made(job: Job, booklet: Booklet, *, impose: bool) -> tuple[Pressed, dict[str, bytes]]:
    try:
        sheets, files = _parts(job, booklet, impose=impose)
    except Unprintable as error:
        raise Unprintable(f"{job.id} ({job.lang}): {error}") from error
    needed = order(booklet, sheets.pages)
    pressed = Pressed(job.id, job.lang, tuple(files), sheets.pages, sheets.padding, needed,
                      warnings(booklet.paper, sheets.pages))
    return pressed, files


def _parts(job: Job, booklet: Booklet, *, impose: bool) -> tuple[Sheets, dict[str, bytes]]:
    """File name → content, in the order a printer opens them."""
    sheets = _set(job, "body" if bound(booklet.paper) else "whole", job.data)
    files = {f"{job.name}-pages.pdf": press_ready(sheets.pdf)}
    if bound(booklet.paper):
        cover = _set(job, "cover", _with_spine(job.data, spine_mm(sheets.pages, booklet.paper)))
        files[f"{job.name}-cover.pdf"] = press_ready(cover.pdf)
    if impose and booklet.paper.binding == "saddle":
        files[f"{job.name}-imposed.pdf"] = imposed(files[f"{job.name}-pages.pdf"])
    spec = spec_sheet(booklet, job.lang, sheets.pages, sheets.padding)
    spec_pdf = set_sheets("spec", spec, "whole", press=False, epoch=job.epoch)
    files[f"{job.name}-spec.pdf"] = small(spec_pdf.pdf)
    return sheets, files


def _set(job: Job, part: str, data: Mapping[str, Plain]) -> Sheets:
    return set_sheets(job.template, dict(data), part, press=True, epoch=job.epoch)


def _with_spine(data: Mapping[str, Plain], spine: float) -> dict[str, Plain]:
    cover = data["cover"]
    assert isinstance(cover, dict)
    return {**data, "cover": {**cover, "spine": spine}}


def told(pressed: Iterable[Pressed]) -> Iterator[tuple[str, dict[str, object]]]:
    """What staff should know of each work: message key and values."""
    for work in pressed:
        values = {"name": f"{work.id}-{work.lang}", "pages": work.pages, "padding": work.padding,
                  "spine": work.order.spine_mm, "files": len(work.files)}
        yield "pressed", values
        for key in work.warnings:
            yield key, values
