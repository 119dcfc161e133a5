"""A list too long for one page: numbered pages without a script, narrowed down with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from benchmarks.synthetic import write_province
from tests.conftest import ROOT, copy_project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = [pytest.mark.build, pytest.mark.slow]

NUMBER = 310
KIND = "cooperative"


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a made-up province with more enterprises than a page takes."""
    folder = tmp_path_factory.mktemp("province") / "data"
    write_province(NUMBER, folder)
    return folder


@pytest.fixture(scope="module")
def long_site(province: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site."""
    project = copy_project(tmp_path_factory.mktemp("long"), province, ROOT / "tests" / "pages")
    done = project.build()
    assert done.returncode == 0, done.stdout + done.stderr
    return project.site


@pytest.fixture
def address(long_site: Path, serve_dir: Callable[[Path], str]) -> str:
    """Where it is served."""
    return serve_dir(long_site)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page of a reader of Korean."""
    return new_page()


def _names(province: Path, kind: str) -> set[str]:
    """Names of the enterprises of a kind, from the files."""
    records = (yaml.safe_load(path.read_text("utf-8")) for path in province.rglob("made-up-*.yml"))
    return {record["name"]["ko"] for record in records if kind in record["kinds"]}


def test_pages_hold_every_entry_once(long_site: Path, province: Path) -> None:
    """Without a script the numbered pages lead to all of the list, and no page holds it all."""
    pages = [long_site / "enterprises" / "index.html"]
    pages += sorted((long_site / "enterprises" / "page").rglob("index.html"))
    texts = [page.read_text("utf-8") for page in pages]

    assert len(pages) == 4
    for path in province.rglob("made-up-*.yml"):
        assert sum(text.count(f'<li class="card" data-id="{path.stem}"') for text in texts) == 1
    assert 'rel="next" href="../../../enterprises/page/3/"' in texts[1]


def test_a_choice_narrows_down_all_pages_at_once(page: Page, address: str, province: Path) -> None:
    """What is found is what the files say, wherever in the list it stands."""
    page.goto(f"{address}/enterprises/")
    expected = _names(province, KIND)

    page.locator(f'input[name="kind"][value="{KIND}"]').check()
    page.locator("[data-list-found] .card").first.wait_for()

    assert page.locator("[data-list-count]").inner_text() == f"{len(expected)}건"
    while page.locator("[data-list-more]").is_visible():
        page.locator("[data-list-more]").click()
    found = page.locator("[data-list-found] .card-name a")
    assert set(found.all_text_contents()) == expected
    assert page.url.endswith(f"?kind={KIND}")


def test_a_narrowed_list_is_a_link(page: Page, address: str, province: Path) -> None:
    """The address alone brings the same entries back, and each leads to its page."""
    page.goto(f"{address}/enterprises/?kind={KIND}")
    page.locator("[data-list-found] .card").first.wait_for()

    name = page.locator("[data-list-found] .card-name a").first.inner_text()
    page.locator("[data-list-found] .card-name a").first.click()

    assert name in _names(province, KIND)
    assert page.locator("h1").inner_text() == name


def test_a_long_list_is_put_in_order(page: Page, address: str) -> None:
    """By name all entries follow each other, whatever their region; typed words rank by place."""
    page.goto(f"{address}/enterprises/?sort=name")
    page.locator("[data-list-found] .card").first.wait_for()
    names = page.locator("[data-list-found] .card-name a").all_text_contents()
    assert names == sorted(names)
    assert page.locator("[data-list-count]").inner_text() == f"{NUMBER}건"

    page.goto(f"{address}/enterprises/?q=공방")
    page.locator("[data-list-found] .card").first.wait_for()
    hits = page.locator("[data-list-found] .card-name a").evaluate_all(
        "all => all.map(one => one.textContent.includes('공방'))"
    )
    assert page.locator("[name=sort]").input_value() == "relevance"
    assert hits == sorted(hits, reverse=True)


def test_more_entries_are_added_where_the_reader_is(page: Page, address: str) -> None:
    """The button adds the next entries and the focus goes to the first of them."""
    page.goto(f"{address}/enterprises/?sort=name")
    page.locator("[data-list-found] .card").first.wait_for()
    before = page.locator("[data-list-found] .card").count()

    page.locator("[data-list-more]").press("Enter")

    assert page.locator("[data-list-found] .card").count() > before
    assert page.evaluate("document.activeElement.textContent") == (
        page.locator("[data-list-found] .card-name a").nth(before).text_content()
    )


def test_a_long_list_is_narrowed_down_from_a_disk(
    page: Page, long_site: Path, province: Path
) -> None:
    """Opened as a file, as from a USB stick, the index is read all the same."""
    page.goto(f"{(long_site / 'enterprises' / 'index.html').as_uri()}?kind={KIND}")
    page.locator("[data-list-found] .card").first.wait_for()
    assert page.locator("[data-list-count]").inner_text() == f"{len(_names(province, KIND))}건"
