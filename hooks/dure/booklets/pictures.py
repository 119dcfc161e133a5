"""Small pictures of printed pages for the shelf: the cover, and what it looks like inside."""

from __future__ import annotations

import io
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct, json
from PIL import Image

from dure.booklets.paper import FOLDED, bound
from dure.booklets.typeset import TEMPLATES, set_png

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dure.booklets.typeset import Sheets
    from dure.records import Booklet

COVER_PX, SPREAD_PX = 280, 560
"""Twice what the shelf shows, for screens with two dots a pixel."""
SHADES = 64
"""Flat colours and small type: a third of the bytes, and no difference to the eye."""


class Place(Struct, frozen=True):
    """Where a page lies in a picture (mm)."""

    page: int
    x: float
    y: float
    w: float
    h: float


class Frame(Struct, frozen=True):
    """A picture: its size in mm, its width in pixels, and the pages in it."""

    w: float
    h: float
    wide: int
    pages: tuple[Place, ...]


def page_pictures(
    pdf: bytes, booklet: Booklet, sheets: Sheets, *, inside: bool = True
) -> list[bytes]:
    """PNGs of the cover and, if `inside`, of at most two spreads or of a sheet's sides."""
    frames = list(_frames(booklet, sheets))[: None if inside else 1]
    asked = json.encode(frames).decode()
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "pages.pdf").write_bytes(pdf)
        main = root / "pictures.typ"
        main.write_bytes((TEMPLATES / "pictures.typ").read_bytes())
        made = set_png(main, root, {"frames": asked})
    return [_small(png) for png in made]


def _frames(booklet: Booklet, sheets: Sheets) -> Iterator[Frame]:
    w, h = float(booklet.paper.width_mm), float(booklet.paper.height_mm)
    if bound(booklet.paper):
        yield Frame(w, h, COVER_PX, (Place(1, 0, 0, w, h),))
        for left in _spreads(list(sheets.places.values()), sheets.physical):
            yield Frame(2 * w, h, SPREAD_PX, (Place(left, 0, 0, w, h), Place(left + 1, w, 0, w, h)))
        return
    across, down = FOLDED.get(booklet.work, (1, 1))
    front = 2 if across > 1 else 1
    yield Frame(w / across, h / down, COVER_PX, (Place(front, w / across - w, h / down - h, w, h),))
    for side in range(1 if across > 1 else 2, min(sheets.physical, 2) + 1):
        yield Frame(w, h, SPREAD_PX if w > h else COVER_PX, (Place(side, 0, 0, w, h),))


def _spreads(pages: Sequence[int], last: int) -> list[int]:
    """The left pages of two spreads that hold records, a third and two thirds of the way."""
    ordered = sorted(set(pages)) or [2]
    chosen = [ordered[len(ordered) // 3], ordered[2 * len(ordered) // 3]]
    lefts = dict.fromkeys(page - page % 2 for page in chosen)
    return [left for left in lefts if 1 < left < last]


def _small(png: bytes) -> bytes:
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(SHADES, Image.Quantize.FASTOCTREE)
        few.save(out, "PNG", compress_level=6)
    return out.getvalue()
