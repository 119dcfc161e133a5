"""The site's mark as files: drawn anew by `make icons` where the mark itself was changed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from dure.patchwork import MARK, MARK_SIDE, favicon_svg
from dure.site.assets import HERE
from dure.site.icons import GROUND, PICTURES

if TYPE_CHECKING:
    from pathlib import Path

ICONS = {
    "apple-touch-icon.png": (180, 0.7),
    "icon-192.png": (192, 0.8),
    "icon-512.png": (512, 0.8),
    "icon-maskable.png": (512, 0.56),
}
"""Side in pixels and the mark's share of it; masks leave a circle of 80 %."""
FINE = 4
"""Drawn so many times as large, then made small: Pillow draws no smooth edges."""


def drawn() -> dict[Path, bytes]:
    """Every file of the mark, as it would be drawn today."""
    icons = {PICTURES / name: png(mark(*shape)) for name, shape in ICONS.items()}
    tabs = {HERE / "img" / "favicon.svg": favicon_svg().encode(), PICTURES / "favicon.ico": ico()}
    return icons | tabs


def mark(side: int, share: float) -> Image.Image:
    """The mark in the middle of a square, `share` of its side."""
    big = side * FINE
    unit = big * share / MARK_SIDE
    edge = big * (1 - share) / 2
    image = Image.new("RGB", (big, big), GROUND)
    pen = ImageDraw.Draw(image)
    for x, y, width, height, radius, colour in MARK:
        left, top = edge + x * unit, edge + y * unit
        box = (left, top, left + width * unit, top + height * unit)
        pen.rounded_rectangle(box, radius * unit, fill=colour)
    return image.reduce(FINE)


def png(image: Image.Image) -> bytes:
    """As PNG in few colours."""
    packed = io.BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(packed, "PNG", compress_level=6)
    return packed.getvalue()


def ico() -> bytes:
    """The mark for old browsers, in three sizes."""
    packed = io.BytesIO()
    mark(48, 1).save(packed, "ICO", sizes=[(16, 16), (32, 32), (48, 48)])
    return packed.getvalue()


if __name__ == "__main__":
    for path, data in drawn().items():
        path.write_bytes(data)
