"""The search page when nothing is found: ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.browser.search_site import make_site
from tests.search.corpus import few

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

READY = "[data-search-state=ready]"
RESULT = "a[data-search-result]"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site."""
    return make_site(tmp_path_factory.mktemp("site"), few())


@pytest.fixture
def search(
    new_page: Callable[..., Page], serve_dir: Callable[[Path], str], site: Path
) -> Callable[[str], Page]:
    """Open the Korean search page with a query string and wait for its answer."""

    def opened(query: str) -> Page:
        page = new_page()
        page.goto(f"{serve_dir(site)}/search/{query}")
        page.wait_for_selector(READY, state="attached")
        return page

    return opened


def test_an_empty_answer_leads_to_the_nearest_category(search: Callable[..., Page]) -> None:
    """The list of a category whose word stands in the query."""
    page = search(f"?q={quote('급여일날짜')}")
    link = page.locator("[data-search-category]")

    assert link.all_inner_texts() == ["인건비"]
    assert link.get_attribute("href") == "../programs/?support=wages"
    assert search("?q=qzqzqzqz").locator("[data-search-category]").count() == 0


def test_an_empty_answer_says_how_much_the_other_language_has(search: Callable[..., Page]) -> None:
    """Or the reader would have to try in vain; with none there is no link."""
    page = search("?q=imaginary")

    assert page.locator(RESULT).count() == 0
    assert page.inner_text("[data-search-other]") == "English pages: 2 results for ‘imaginary’"
    page.click("[data-search-other]")
    page.wait_for_selector(f"html[lang=en] {READY}", state="attached")
    assert page.locator(RESULT).count() == 2
    assert search("?q=qzqzqzqz").locator("[data-search-other]").count() == 0
