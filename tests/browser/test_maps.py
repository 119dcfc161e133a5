"""Maps to choose on: squares first, outlines when asked for, the same by keyboard and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.build

PAGES = ("centres/", "programs/", "enterprises/")
OUTLINES = "[name=map-view][value=outline]"


@pytest.fixture
def open_map(
    real_site: Path, serve_dir: Callable[[Path], str], new_page: Callable[..., Page]
) -> Callable[..., Page]:
    """A page with its map open: `open_map("centres/", width=360)`."""

    def opened(path: str, width: int = 1280, **options: Any) -> Page:
        page = new_page(viewport={"width": width, "height": 900}, **options)
        page.goto(f"{serve_dir(real_site)}/{path}")
        box = page.locator(".map-box > summary")
        if box.count():
            box.click()
        return page

    return opened


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_to_mend_in_outlines(
    path: str, lang: str, open_map: Callable[..., Page]
) -> None:
    """Wide and narrow, light and dark."""
    for width in (1280, 360):
        page = open_map(lang + path, width)
        page.locator(OUTLINES).check()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page, context=".maps-block, .map-box").response["violations"]
            assert [(rule["id"], rule["nodes"][0]["html"][:160]) for rule in found] == []


@pytest.mark.parametrize("path", PAGES)
def test_either_map_is_there_and_never_both(path: str, open_map: Callable[..., Page]) -> None:
    """Squares come first; the choice works without scripts."""
    page = open_map(path, java_script_enabled=False)
    squares, outline = page.locator(".tiles").first, page.locator(".outline").first
    assert squares.is_visible()
    assert outline.is_hidden()

    page.locator(OUTLINES).check()

    assert squares.is_hidden()
    assert outline.is_visible()


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("width", [320, 360, 620])
def test_no_square_is_cut_off_or_broken(
    width: int, lang: str, open_map: Callable[..., Page]
) -> None:
    """Every name stands whole on its square, and every square on the screen."""
    tiles = open_map(f"{lang}centres/", width).locator("a.tile")
    cut = tiles.evaluate_all(
        """(tiles, width) => tiles.filter((tile) => {
            const name = document.createRange();
            name.selectNodeContents(tile.firstChild);
            const box = tile.getBoundingClientRect();
            return box.right > width || name.getClientRects().length > 1
                || name.getBoundingClientRect().width > box.width;
        }).map((tile) => tile.textContent)""",
        width,
    )
    assert tiles.count() > 50
    assert cut == []


def test_the_keyboard_chooses_on_the_outline(open_map: Callable[..., Page]) -> None:
    """The arrow turns the map over, Tab reaches each place, Enter chooses it."""
    page = open_map("programs/")
    page.locator("[name=map-view][value=tiles]").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.dataset.value")
    assert first.startswith("gyeonggi-")
    page.keyboard.press("Enter")
    assert page.url.endswith(f"?region={first}")


def test_an_outline_leads_to_the_office_of_the_place(open_map: Callable[..., Page]) -> None:
    """As its square does."""
    page = open_map("centres/")
    page.locator(OUTLINES).check()
    page.locator(".place[data-value=seoul-gangnam]").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("?region=seoul-gangnam")
    assert page.locator("#seoul-gangnam").is_visible()


@pytest.mark.parametrize("path", PAGES)
def test_an_outline_fits_a_phone(path: str, open_map: Callable[..., Page]) -> None:
    """No part of it has to be scrolled to, and letters have 11 pixels at least."""
    page = open_map(path, 360)
    page.locator(OUTLINES).check()

    for svg in page.locator(".outline").all():
        box = svg.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    sizes = page.evaluate(
        "[...document.querySelectorAll('.outline text')].filter((text) => text.checkVisibility())"
        ".map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"
    )
    assert len(sizes) > 20
    assert min(sizes) >= 10.9


def test_an_open_map_is_printed(open_map: Callable[..., Page]) -> None:
    """Who looks at it gets it on paper; who does not, does not."""
    page = open_map("enterprises/")
    page.locator(OUTLINES).check()
    page.emulate_media(media="print")
    assert page.locator(".outline").first.is_visible()
    assert page.locator(".map-views").is_hidden()
    page.emulate_media(media="screen")
    page.locator(".map-box > summary").click()
    page.emulate_media(media="print")
    assert page.locator(".outline").first.is_hidden()
