"""What is done to a set PDF: made small for the screen; boxes and crop marks for the press."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

POINTS_A_MM = 72 / 25.4
BLEED_MM = 3.0
SLUG_MM = 10.0
"""Paper around the trim: room for the marks outside the bleed."""
GAP_MM = 0.5
"""Between bleed and mark, so that no mark is left on a page cut a little wide."""
MARK_PT = 0.25


class Box(Struct, frozen=True):
    """A rectangle in points: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    def grown(self, mm: float) -> Box:
        """The rectangle with a margin all round."""
        by = mm * POINTS_A_MM
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def array(self) -> pikepdf.Array:
        """As a PDF writes it."""
        sides = (self.left, self.bottom, self.right, self.top)
        return pikepdf.Array([round(side, 3) for side in sides])


def small(pdf: bytes) -> bytes:
    """The same document with its objects packed: about half the size, always the same bytes."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return _saved(document)


def press_ready(pdf: bytes) -> bytes:
    """Adds BleedBox, room around the trim and crop marks; the trim is what the typesetter set."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            trim = _trim(page)
            _set_boxes(page, trim)
            marks = " ".join(_marks(trim)).encode("ascii")
            page.contents_add(document.make_stream(marks), prepend=False)
        return _saved(document)


def _saved(document: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    document.save(
        out,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
    )
    return out.getvalue()


def _trim(page: pikepdf.Page) -> Box:
    return Box(*(float(value) for value in page.trimbox.as_list()))


def _set_boxes(page: pikepdf.Page, trim: Box) -> None:
    page.trimbox = trim.array()
    page.bleedbox = trim.grown(BLEED_MM).array()
    page.mediabox = trim.grown(SLUG_MM).array()
    page.cropbox = trim.grown(SLUG_MM).array()


def _marks(trim: Box) -> Iterator[str]:
    """Two hairlines at each corner in all four inks; an artifact, so readers pass over them."""
    yield f"/Artifact BMC q {MARK_PT} w 1 1 1 1 K"
    start, end = trim.grown(BLEED_MM + GAP_MM), trim.grown(SLUG_MM - 1)
    for x in (trim.left, trim.right):
        yield f"{x:.3f} {start.top:.3f} m {x:.3f} {end.top:.3f} l S"
        yield f"{x:.3f} {start.bottom:.3f} m {x:.3f} {end.bottom:.3f} l S"
    for y in (trim.bottom, trim.top):
        yield f"{start.left:.3f} {y:.3f} m {end.left:.3f} {y:.3f} l S"
        yield f"{start.right:.3f} {y:.3f} m {end.right:.3f} {y:.3f} l S"
    yield "Q EMC"
