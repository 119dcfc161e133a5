"""What a reader's first record page weighs over the wire."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.build

PACKED = {".woff2", ".png", ".jpg", ".webp"}
"""What a server sends as it is."""
RECORDS = 6
"""How many records of a kind are opened, spread over all of them."""


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("kind", ["programs", "enterprises", "centres"])
def test_a_record_is_light(
    kind: str,
    lang: str,
    real_site: Path,
    serve_dir: Callable[[Path], str],
    new_page: Callable[..., Page],
) -> None:
    """With gzip at most 60 KB without fonts, 160 KB with them, in ten requests."""
    base = serve_dir(real_site) + "/"
    pages = sorted(path.parent for path in (real_site / _root(lang) / kind).glob("*/index.html"))
    for folder in pages[:: len(pages) // RECORDS]:
        page = new_page(viewport={"width": 412, "height": 823})
        loaded = _loaded(page, f"{base}{folder.relative_to(real_site)}/")
        page.context.close()

        sizes = {url: _sent(real_site / url.removeprefix(base)) for url in loaded}
        assert len(loaded) <= 10, sizes
        assert sum(sizes.values()) <= 160_000, sizes
        assert sum(size for url, size in sizes.items() if ".woff2" not in url) <= 60_000, sizes


def _loaded(page: Page, address: str) -> list[str]:
    loaded: list[str] = []
    page.on("request", lambda asked: loaded.append(asked.url))
    page.goto(address, wait_until="networkidle")
    return loaded


def _root(lang: str) -> str:
    return "" if lang == "ko" else "en"


def _sent(path: Path) -> int:
    """Bytes of a file over the wire, with 200 for what is said around it."""
    file = path / "index.html" if path.is_dir() else path
    content = file.read_bytes()
    return 200 + len(content if file.suffix in PACKED else gzip.compress(content))
