"""Organisation charts and the history: lists to every reader, drawings to those who see them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import FloatRect, Locator, Page

pytestmark = pytest.mark.build

TEAMS = ("policy", "cooperative", "support", "marketing")
"""Of the province's division, in the order of its chart."""


@pytest.fixture
def open_chart(
    real_site: Path, serve_dir: Callable[[Path], str], new_page: Callable[..., Page]
) -> Callable[..., Page]:
    """A page of charts: `open_chart("organisation/", width=360)`."""

    def opened(path: str, width: int = 1280, **options: Any) -> Page:
        page = new_page(viewport={"width": width, "height": 900}, **options)
        page.goto(f"{serve_dir(real_site)}/{path}")
        return page

    return opened


def _box(found: Locator) -> FloatRect:
    box = found.bounding_box()
    assert box is not None
    return box


def _boxes(page: Page) -> list[FloatRect]:
    """The boxes of the four teams."""
    teams = [page.locator(f'.tree li:has(> strong > a[href*="{name}-team/"])') for name in TEAMS]
    return [_box(team) for team in teams]


@pytest.mark.parametrize("lang", ["", "en/"])
def test_teams_stand_side_by_side_under_their_division(
    lang: str, open_chart: Callable[..., Page]
) -> None:
    """The division's box is in the middle above them."""
    page = open_chart(lang + "organisation/")

    boxes = _boxes(page)
    head = _box(page.locator('.tree strong:has(> a[href*="gyeonggi-se-division"])'))

    assert len({round(box["y"]) for box in boxes}) == 1
    assert [box["x"] for box in boxes] == sorted({box["x"] for box in boxes})
    assert head["y"] + head["height"] < boxes[0]["y"]
    middle = (boxes[0]["x"] + boxes[3]["x"] + boxes[3]["width"]) / 2
    assert head["x"] + head["width"] / 2 == pytest.approx(middle, abs=1)


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("path", ["organisation/", "history/"])
@pytest.mark.parametrize("width", [320, 360])
def test_charts_fit_on_a_phone(
    width: int, path: str, lang: str, open_chart: Callable[..., Page]
) -> None:
    """Nothing scrolls sideways; boxes stand below each other."""
    page = open_chart(lang + path, width)

    assert page.evaluate("document.documentElement.scrollWidth") == width
    if path == "organisation/":
        tops = [box["y"] for box in _boxes(page)]
        assert tops == sorted(set(tops))


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_chart_is_a_list_in_a_list(lang: str, open_chart: Callable[..., Page]) -> None:
    """A screen reader hears who belongs to whom: bureau, division, team, duty."""
    page = open_chart(lang + "organisation/")

    bureau = page.get_by_role("list").filter(has=page.locator('a[href*="policy-team"]')).first
    item = bureau.locator("> li > ul > li > ul > li").first
    assert item.locator("> strong > a").count() == 1
    assert item.get_by_role("listitem").count() == 6


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_history_is_an_ordered_list_with_dates(
    lang: str, open_chart: Callable[..., Page]
) -> None:
    """One list a year, each thing with its date at the other side of the line."""
    page = open_chart(lang + "history/")

    years = page.locator(".timeline > h2").all_inner_texts()
    assert [re.sub(r"\D", "", year) for year in years] == ["2019", "2020", "2021"]
    lists = page.locator(".timeline > ol")
    assert [lists.nth(at).get_by_role("listitem").count() for at in range(3)] == [1, 8, 11]
    dates = page.locator(".timeline > ol > li > strong")
    assert dates.count() == 20
    ends = {round(_box(date)["x"] + _box(date)["width"]) for date in dates.all()}
    assert len(ends) == 1


def test_charts_are_drawn_on_paper(open_chart: Callable[..., Page]) -> None:
    """A sheet of A4 is wide enough for four teams; boxes have their edge without ink behind it."""
    page = open_chart("organisation/", 700)
    page.emulate_media(media="print")

    assert len({round(box["y"]) for box in _boxes(page)}) == 1
    head = page.locator('.tree strong:has(> a[href*="gyeonggi-se-division"])')
    drawn = head.evaluate("e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]")
    assert drawn == ["rgba(0, 0, 0, 0)", "rgb(0, 0, 0)"]
