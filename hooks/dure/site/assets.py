"""Styles, scripts, fonts and icons: gathered, named by their content, copied into the site."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from dure.search.bundle import online_module
from dure.site.fonts import publish_fonts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dure.site.characters import Uses

HERE = Path(__file__).parent.parent / "assets"
_SPARE = re.compile(
    r"""(?P<string>"[^"]*")|(?P<comment>/\*.*?\*/)|\s*(?P<mark>[{};,])\s*|\s+""", re.DOTALL
)


def publish_assets(uses: Uses, out: Path, cache: Path) -> Mapping[str, str]:
    """Writes `assets/` below `out`; returns asset name → path below the site's root.

    Everything but fonts lies in one folder named by the content of all of it, so that
    scripts may import each other by plain relative names and no browser keeps an old mix.
    Raises `MissingGlyph` where a text uses a character that the fonts lack.
    """
    fonts = publish_fonts(uses, out / "assets" / "fonts", cache, "../../fonts")
    files = dict(_files(fonts.css))
    version = hashlib.blake2b(digest_size=5)
    for name, data in files.items():
        version.update(name.encode() + b"\0" + data)
    folder = f"assets/{version.hexdigest()}"
    for name, data in files.items():
        target = out / folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    first = {f"fonts/{weight}": f"assets/fonts/{name}" for weight, name in fonts.first.items()}
    return {name: f"{folder}/{name}" for name in files} | first


def _files(font_css: str) -> Iterator[tuple[str, bytes]]:
    """All assets; the style sheets become one, and so do the modules of the search."""
    sheets = sorted((HERE / "css").glob("*.css"))
    css = "\n".join([font_css, *(sheet.read_text("utf-8") for sheet in sheets)])
    yield "css/dure.css", squeezed(css).encode()
    yield "search/search.js", online_module()
    yield "search/search-start.js", (HERE / "search" / "search-start.js").read_bytes()
    for path in sorted(HERE.rglob("*")):
        if path.is_file() and path.suffix != ".css" and path.parent.name != "search":
            yield path.relative_to(HERE).as_posix(), path.read_bytes()


def squeezed(css: str) -> str:
    """A style sheet without comments and needless white space; its strings stay as they are."""
    return _SPARE.sub(
        lambda m: m["string"] or m["mark"] or ("" if m["comment"] else " "), css
    ).strip()
