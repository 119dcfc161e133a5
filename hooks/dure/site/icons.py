"""The site's mark as pictures for tabs, home screens and old browsers, and the web manifest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from dure.messages import LANGUAGES
from dure.site.addresses import ROOTS
from dure.views.reader import Reader

if TYPE_CHECKING:
    from dure.catalogue import Catalogue

GROUND = "#ffffff"
"""Under the mark where a system wants no transparency, and the colour of the window's bar."""
PICTURES = Path(__file__).parent.parent / "mark"
"""What `make icons` has drawn: the mark is the same on every site."""
_INSTALLED = {"icon-192.png": 192, "icon-512.png": 512, "icon-maskable.png": 512}
"""The icons of an installed site, with their side in pixels."""


def write_icons(catalogue: Catalogue, out: Path) -> tuple[str, ...]:
    """Writes icons and a manifest for each language below `out`; returns their paths."""
    files = {picture.name: picture.read_bytes() for picture in sorted(PICTURES.iterdir())}
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
        {"src": f"{up}{file}", "sizes": f"{side}x{side}", "type": "image/png",
         "purpose": "maskable" if "maskable" in file else "any"}
        for file, side in _INSTALLED.items()
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
