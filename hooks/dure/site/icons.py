"""The site's mark as pictures for tabs, home screens and old browsers, and the web manifest."""

from __future__ import annotations

import json
import marshal
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from dure.kept import once
from dure.messages import LANGUAGES
from dure.patchwork import MARK, MARK_SIDE
from dure.site.addresses import ROOTS
from dure.views.reader import Reader

if TYPE_CHECKING:
    from dure.catalogue import Catalogue

GROUND = "#ffffff"
"""Under the mark where a system wants no transparency, and the colour of the window's bar."""
ICONS = {
    "apple-touch-icon.png": (180, 0.7),
    "icon-192.png": (192, 0.8),
    "icon-512.png": (512, 0.8),
    "icon-maskable.png": (512, 0.56),
}
"""Side in pixels and the mark's share of it; masks leave a circle of 80 %."""


def write_icons(catalogue: Catalogue, out: Path, cache: Path | None = None) -> tuple[str, ...]:
    """Writes icons and a manifest for each language below `out`; returns their paths.

    Below `cache` the pictures are kept, and taken from while they would be the same.
    """
    files = _drawn(cache)
    for lang in LANGUAGES:
        files[f"{ROOTS[lang]}manifest.webmanifest"] = manifest(Reader(catalogue, lang))
    for name, data in files.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tuple(files)


def _drawn(cache: Path | None) -> dict[str, bytes]:
    made_by = f"{version('pillow')} {MARK} {MARK_SIDE} {ICONS} {GROUND}".encode()
    recipe = Path(__file__).with_name("drawing.py").read_bytes()
    kept = once(cache and cache / "icons", made_by + recipe, lambda: marshal.dumps(_draw()))
    files: dict[str, bytes] = marshal.loads(kept)  # noqa: S302 - its digest is right: we wrote it
    return files


def _draw() -> dict[str, bytes]:
    from dure.site.drawing import ico, mark, png  # noqa: PLC0415 - brings Pillow; most are kept

    files = {name: png(mark(side, share)) for name, (side, share) in ICONS.items()}
    return {**files, "favicon.ico": ico()}


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
