"""The site's mark as pictures for tabs, home screens and old browsers, and the web manifest."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from dure.messages import LANGUAGES
from dure.patchwork import MARK, MARK_SIDE
from dure.site.addresses import ROOTS
from dure.views.reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from dure.catalogue import Catalogue

GROUND = "#ffffff"
"""Under the mark where a system wants no transparency, and the colour of the window's bar."""
FINE = 4
"""Drawn so many times as large, then made small: Pillow draws no smooth edges."""
ICONS = {
    "apple-touch-icon.png": (180, 0.7),
    "icon-192.png": (192, 0.8),
    "icon-512.png": (512, 0.8),
    "icon-maskable.png": (512, 0.56),
}
"""Side in pixels and the mark's share of it; masks leave a circle of 80 %."""


def write_icons(catalogue: Catalogue, out: Path) -> tuple[str, ...]:
    """Writes icons and a manifest for each language below `out`; returns their paths."""
    files = {name: _png(mark(side, share)) for name, (side, share) in ICONS.items()}
    files["favicon.ico"] = _ico()
    for lang in LANGUAGES:
        files[f"{ROOTS[lang]}manifest.webmanifest"] = manifest(Reader(catalogue, lang))
    for name, data in files.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tuple(files)


def manifest(reader: Reader) -> bytes:
    """The web app manifest (W3C) of one language; every address in it is relative."""
    site = reader.catalogue.site
    name = reader.say(site.title).text
    up = "../" if ROOTS[reader.lang] else ""
    icons = [
        {"src": f"{up}{file}", "sizes": f"{ICONS[file][0]}x{ICONS[file][0]}", "type": "image/png",
         "purpose": "maskable" if "maskable" in file else "any"}
        for file in ("icon-192.png", "icon-512.png", "icon-maskable.png")
    ]  # fmt: skip
    found = {
        "name": name,
        "short_name": name.split(" — ")[0],
        "description": reader.say(site.description).text,
        "lang": reader.lang,
        "dir": "ltr",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": GROUND,
        "theme_color": GROUND,
        "icons": icons,
    }
    return json.dumps(found, ensure_ascii=False, indent=1).encode() + b"\n"


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


def _png(image: Image.Image) -> bytes:
    packed = io.BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _ico() -> bytes:
    packed = io.BytesIO()
    mark(48, 1).save(packed, "ICO", sizes=[(16, 16), (32, 32), (48, 48)])
    return packed.getvalue()
