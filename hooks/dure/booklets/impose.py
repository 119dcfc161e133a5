"""Sheets for saddle stitching: two pages side by side, in the order they come when folded."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf

from dure.booklets.finish import BLEED_MM, POINTS_A_MM

if TYPE_CHECKING:
    from collections.abc import Iterator


def pairs(pages: int) -> Iterator[tuple[int, int]]:
    """(last, first), (second, last but one) …: left and right page of each side, from 0."""
    if pages % 4:
        raise ValueError(f"expected pages in fours, got {pages!r}")
    for k in range(0, pages // 2, 2):
        yield pages - 1 - k, k
        yield k + 1, pages - 2 - k


def imposed(pdf: bytes) -> bytes:
    """Sides of two pages each; the bleed is kept outside and cut off at the fold.

    Tags and links are lost: this file is for the press alone.
    """
    with pikepdf.open(io.BytesIO(pdf)) as source, pikepdf.new() as out:
        boxes = [_opened(page) for page in source.pages]
        forms = [out.copy_foreign(page.as_form_xobject()) for page in source.pages]
        for left, right in pairs(len(forms)):
            _side(out, (forms[left], forms[right]), boxes[left])
        made = io.BytesIO()
        out.save(made, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return made.getvalue()


Trim = tuple[float, float, float, float]


def _opened(page: pikepdf.Page) -> Trim:
    """The trim of a page; a form is clipped to the trim, so that is opened to the whole sheet."""
    left, bottom, right, top = (float(v) for v in page.trimbox.as_list())
    page.trimbox = page.mediabox
    return left, bottom, right, top


def _side(out: pikepdf.Pdf, forms: tuple[pikepdf.Object, ...], trim: Trim) -> None:
    left, bottom, right, top = trim
    w, h, bleed = right - left, top - bottom, BLEED_MM * POINTS_A_MM
    page = out.add_blank_page(page_size=(2 * w + 2 * bleed, h + 2 * bleed))
    page.trimbox = pikepdf.Array([bleed, bleed, bleed + 2 * w, bleed + h])
    names = [page.add_resource(form, pikepdf.Name.XObject) for form in forms]
    fold = bleed + w
    clips = (f"0 0 {fold:.3f} {h + 2 * bleed:.3f}", f"{fold:.3f} 0 {fold:.3f} {h + 2 * bleed:.3f}")
    at = (bleed - left, fold - left)
    drawn = "\n".join(
        f"q {clip} re W n 1 0 0 1 {x:.3f} {bleed - bottom:.3f} cm {name} Do Q"
        for clip, x, name in zip(clips, at, names, strict=True)
    )
    page.contents_add(out.make_stream(drawn.encode("ascii")))
