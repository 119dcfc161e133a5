"""What goes to the print shop: pages, cover with its spine, a spec sheet, imposed sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dure.booklets.apart import each_apart
from dure.booklets.finish import press_ready, small
from dure.booklets.impose import imposed
from dure.booklets.jobs import jobs_of, set_job
from dure.booklets.kept import put
from dure.booklets.paper import bound, order, spine_mm, warnings
from dure.booklets.spec import spec_sheet
from dure.booklets.typeset import Manuscript, set_sheets
from dure.booklets.unprintable import Unprintable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from dure.booklets.jobs import Choice, Job
    from dure.booklets.paper import Order
    from dure.booklets.plain import Plain
    from dure.booklets.typeset import Sheets
    from dure.catalogue import Catalogue
    from dure.records import Booklet


class Pressed(Struct, frozen=True):
    """A work ready for the print shop; file names are below the folder it was written to."""

    id: str
    lang: str
    name: str
    files: tuple[str, ...]
    pages: int
    padding: int
    order: Order
    binding: str
    warnings: tuple[str, ...]
    """Keys of messages about what the print shop would question."""


def press_all(
    catalogue: Catalogue, out: Path, choice: Choice, *, impose: bool = False
) -> tuple[Pressed, ...]:
    """Writes the print shop's files of what is chosen into `out`.

    Raises `Unprintable` before anything is written.
    """
    jobs = jobs_of(catalogue, choice)
    made = each_apart(lambda job: _made(job, impose=impose), jobs, Unprintable)
    for pressed, files in made:
        for name in pressed.files:
            put(out / name, files[name])
    return tuple(sorted((pressed for pressed, _ in made), key=lambda p: p.files))


def _made(job: Job, *, impose: bool) -> tuple[Pressed, dict[str, bytes]]:
    booklet = job.booklet
    try:
        sheets, files = _parts(job, booklet, impose=impose)
    except Unprintable as error:
        raise job.named_in(error) from error
    needed = order(booklet, sheets.pages)
    pressed = Pressed(
        job.id,
        job.lang,
        job.name,
        tuple(files),
        sheets.pages,
        sheets.padding,
        needed,
        booklet.paper.binding,
        warnings(booklet.paper, sheets.pages),
    )
    return pressed, files


def _parts(job: Job, booklet: Booklet, *, impose: bool) -> tuple[Sheets, dict[str, bytes]]:
    """File name → content, in the order a printer opens them."""
    job, sheets = set_job(job, "body" if bound(booklet.paper) else "whole", press=True)
    files = {f"{job.name}-pages.pdf": press_ready(sheets.pdf)}
    if bound(booklet.paper):
        bent = _with_spine(job.data, spine_mm(sheets.pages, booklet.paper))
        manuscript = replace(job.manuscript(press=True), data=bent)
        cover = set_sheets(manuscript, "cover", press=True, epoch=job.epoch)
        files[f"{job.name}-cover.pdf"] = press_ready(cover.pdf)
    if impose and booklet.paper.binding == "saddle":
        files[f"{job.name}-imposed.pdf"] = imposed(files[f"{job.name}-pages.pdf"])
    spec = spec_sheet(booklet, job.langs[0], sheets.pages, sheets.padding)
    spec_pdf = set_sheets(Manuscript("spec", spec), "whole", press=False, epoch=job.epoch)
    files[f"{job.name}-spec.pdf"] = small(spec_pdf.pdf)
    return sheets, files


def _with_spine(data: Mapping[str, Plain], spine: float) -> dict[str, Plain]:
    cover = data["cover"]
    assert isinstance(cover, dict)
    return {**data, "cover": {**cover, "spine": spine}}


def told(pressed: Iterable[Pressed]) -> Iterator[tuple[str, dict[str, object]]]:
    """What staff should know of each work: message key and values."""
    for work in pressed:
        values = {
            "name": work.name,
            "pages": work.pages,
            "padding": work.padding,
            "spine": work.order.spine_mm,
            "files": len(work.files),
        }
        yield f"pressed_{work.binding}", values
        for key in work.warnings:
            yield key, values
