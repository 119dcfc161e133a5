"""The search page in a real browser."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.browser.search_site import make_site
from tests.search.corpus import entry, few

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

READY = "[data-search-state=ready]"
RESULT = "a[data-search-result]"
HOSTILE = "<img src=x onerror=alert(1)> ‘가상’ & <b>기업</b>"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every kind, two regions, both languages, and a title that tries to be HTML."""
    more = [
        entry("enterprise", "hostile", HOSTILE, body="</script><script>alert(2)</script> 돌봄"),
        replace(entry("product", "care", "방문돌봄 — 가상"), url="enterprises/care/#visit"),
    ]
    return make_site(tmp_path_factory.mktemp("site"), [*few(), *more])


@pytest.fixture
def search(
    new_page: Callable[..., Page], serve_dir: Callable[[Path], str], site: Path
) -> Callable[[str], Page]:
    """Open the search page with a query string and wait for its answer."""

    def opened(query: str = "", folder: str = "search") -> Page:
        page = new_page()
        page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
        page.goto(f"{serve_dir(site)}/{folder}/{query}")
        page.wait_for_selector(READY, state="attached")
        return page

    return opened


def titles(page: Page) -> list[str]:
    """The results in order."""
    return page.locator(RESULT).all_inner_texts()


def settled(page: Page, count: int | None = None) -> None:
    """Wait until the answer of the last change stands."""
    page.wait_for_selector(READY, state="attached")
    if count is not None:
        page.wait_for_function(f"document.querySelectorAll('{RESULT}').length === {count}")


def test_the_address_asks_and_the_results_link_to_the_pages(search: Callable[..., Page]) -> None:
    """`?q=` from any page's header opens the answer; results lead to their records."""
    page = search(f"?q={quote('나눔장터')}")

    assert page.input_value("[data-search] input") == "나눔장터"
    assert titles(page)[0] == "가상 시·군 나눔장터 운영"
    marked = page.locator("li[data-id=market][data-kind=program] mark").first
    assert marked.inner_text() == "나눔장터"
    page.click(RESULT)
    assert page.inner_text("h1") == "programs/market/"


def test_nothing_of_the_search_is_loaded_before_the_reader_goes_for_it(
    new_page: Callable[..., Page], serve_dir: Callable[[Path], str], site: Path
) -> None:
    """Who only passes by pays nothing."""
    page, loaded = new_page(), []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    page.goto(f"{serve_dir(site)}/search/")
    page.wait_for_selector(READY, state="attached")

    assert sorted(loaded) == ["", "search-start.js"]
    page.focus("[data-search] input")
    page.wait_for_selector(".search-start")
    assert "search.js" in loaded


def test_a_search_in_the_address_sends_for_its_parts_at_once(
    new_page: Callable[..., Page], serve_dir: Callable[[Path], str], site: Path
) -> None:
    """Script, tables and plan start together, each once: one trip over the network, not four."""
    page, loaded = new_page(), []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    page.goto(f"{serve_dir(site)}/search/?q={quote('돌봄')}")
    page.wait_for_selector(RESULT)

    assert sorted(loaded[2:5]) == ["pagefind-entry.json", "plan-ko.json", "search.js"]
    assert len(loaded) == len(set(loaded))
    assert [name for name in loaded if name.endswith(".js")] == ["search-start.js", "search.js"]


def test_results_come_while_typing_and_the_address_follows(search: Callable[..., Page]) -> None:
    """No key to press; a copied address shows the same answer."""
    page = search()
    page.locator("[data-search] input").press_sequentially("돌봄")
    page.wait_for_function("location.search.includes('q=')")
    settled(page, 3)

    assert page.url.endswith(f"?q={quote('돌봄')}")
    assert page.inner_text("[role=status]") == "결과 3건"


def test_kinds_are_counted_and_chosen(search: Callable[..., Page]) -> None:
    """Counts are of all results, the list of the chosen kind."""
    page = search(f"?q={quote('가상')}")
    texts = [text.split() for text in page.locator("[data-search-kind]").all_inner_texts()]
    assert texts == [
        ["전체", "8"], ["지원사업", "4"], ["기업", "2"], ["제품·서비스", "1"], ["기관", "1"]
    ]  # fmt: skip

    page.click("[data-search-kind=program]")
    settled(page, 4)
    assert page.get_attribute("[data-search-kind=program]", "aria-pressed") == "true"
    assert "kind=program" in page.url


def test_a_facet_narrows_and_counts_and_back_undoes(search: Callable[..., Page]) -> None:
    """Each choice is a step of the history."""
    page = search(f"?q={quote('가상')}&kind=enterprise")
    page.click(".search-facet summary")
    rows = page.locator(".search-value").all_inner_texts()
    assert [" ".join(row.split()) for row in rows] == ["가상시 1", "상상시 1"]

    page.check("input[value=sangsang]")
    settled(page, 1)
    assert titles(page) == ["㈜가상돌봄센터"]
    assert "region=sangsang" in page.url

    page.go_back()
    settled(page, 2)
    assert "region" not in page.url


def test_a_list_without_a_query_is_filtered_and_sorted_by_name(
    search: Callable[..., Page],
) -> None:
    """All enterprises of a city, by name, as a link; the engine would load every chunk for it."""
    page = search()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{page.url}?kind=program&region=gasang")
    settled(page, 4)

    assert titles(page) == sorted(titles(page))
    assert any("/filter/" in url for url in loaded)
    assert not [url for url in loaded if "/index/" in url]


def test_the_keyboard_walks_from_the_box_through_the_results(search: Callable[..., Page]) -> None:
    """`/` to the box, arrows down and up, Escape back, Enter follows."""
    page = search(f"?q={quote('가상')}")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.textContent") == titles(page)[0]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") == "q"

    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1")


def test_enter_that_ends_a_syllable_does_not_submit(search: Callable[..., Page]) -> None:
    """While an input method composes, its keys are not the page's."""
    page = search(f"?q={quote('가상')}")
    stopped = page.evaluate(
        """() => {
          const input = document.querySelector("[data-search] input");
          input.focus();
          const press = (key, isComposing) => !input.dispatchEvent(
            new KeyboardEvent("keydown", { key, isComposing, bubbles: true, cancelable: true }));
          const enter = press("Enter", true);
          press("ArrowDown", true);
          return [enter, document.activeElement === input, press("Enter", false)];
        }"""
    )
    assert stopped == [True, True, False]


def test_a_title_that_looks_like_html_stays_text(search: Callable[..., Page]) -> None:
    """Titles are data; none of their characters is markup."""
    page = search(f"?q={quote('기업')}")

    assert HOSTILE in titles(page)
    assert page.locator("[data-search-results] img").count() == 0
    assert page.locator("[data-search-results] b").count() == 0


def test_a_query_with_html_is_shown_as_typed(search: Callable[..., Page]) -> None:
    """The reader's words come back as text."""
    page = search(f"?q={quote('<없는말뿐인질문>')}")

    assert "<없는말뿐인질문>" in page.inner_text("[role=status]")


def test_an_empty_answer_says_whom_to_call(search: Callable[..., Page]) -> None:
    """Nothing found is not the end."""
    page = search(f"?q={quote('없는말뿐인질문')}")

    assert page.inner_text("[role=status]") == "‘없는말뿐인질문’에 맞는 것이 없습니다."
    assert page.inner_text(".help") == "031-000-0000"
    assert page.locator(RESULT).count() == 0


def test_what_was_meant_and_what_was_added_is_said(search: Callable[..., Page]) -> None:
    """A typed keyboard mistake and a synonym explain themselves."""
    page = search("?q=sksnawkdxj")
    assert page.inner_text("[data-search-meant]") == "나눔장터"
    page.click("[data-search-meant]")
    page.wait_for_selector(READY, state="attached")
    assert page.input_value("[data-search] input") == "나눔장터"

    assert "협동조합" in search("?q=coop").inner_text("[data-search-also]")


def test_the_other_language_is_offered(search: Callable[..., Page]) -> None:
    """In its own words, with the same query."""
    page = search("?q=coop")
    link = page.locator("[data-search-other]")

    assert link.get_attribute("lang") == "en"
    link.click()
    page.wait_for_selector(f"html[lang=en] {READY}", state="attached")
    assert titles(page) == ["Imaginary co-op advice"]


def test_a_failed_load_is_said_and_does_not_hang(
    new_page: Callable[..., Page], serve_dir: Callable[[Path], str], site: Path
) -> None:
    """A broken connection ends in words, not in a spinner."""
    page = new_page()
    page.route("**/plan-ko.json", lambda route: route.abort())
    page.goto(f"{serve_dir(site)}/search/?q=coop")
    page.wait_for_selector(".search-failed")
    assert page.get_attribute("[data-search-results]", "data-search-state") == "ready"


def test_a_copy_on_a_disk_answers_too(new_page: Callable[..., Page], site: Path) -> None:
    """From `file://` a page may load scripts and fetch nothing."""
    page = new_page()
    page.goto(f"{(site / 'search/index.html').as_uri()}?q={quote('나눔장터')}")
    page.wait_for_selector(READY, state="attached")

    assert titles(page)[0] == "가상 시·군 나눔장터 운영"
    page.fill("[data-search] input", "돌봄")
    settled(page, 3)
    page.click("li[data-kind=product] a")
    assert page.url.endswith("enterprises/care/index.html#visit")
