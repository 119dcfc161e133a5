"""A record's page as a reader of a printed code finds it: what has changed since the print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dure.booklets.editions import keep_editions
from dure.check import check_data
from tests import sample
from tests.conftest import ROOT, copy_project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = [pytest.mark.build, pytest.mark.slow]
EDITION = "sample-book-2022-12-01"
RECORD = "enterprises/gaon-haneul/sample-dure.yml"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's site, after an enterprise has moved since its booklet was printed."""
    folder = tmp_path_factory.mktemp("edition")
    data = sample.copied(folder)
    catalogue = check_data(data).catalogue
    assert catalogue is not None
    keep_editions(catalogue, data)
    sample.rewrite(data, RECORD, "1 Gasang-ro, Haneul, Gaon", "2 Gasang-ro, Haneul, Gaon")
    built = folder / "project"
    built.mkdir()
    project = copy_project(built, data, ROOT / "tests" / "pages")
    done = project.build()
    assert done.returncode == 0, done.stdout + done.stderr
    return project.site


@pytest.fixture
def page(site: Path, serve_dir: Callable[[Path], str], new_page: Callable[..., Page]) -> Page:
    """A reader of English, whose page's faults are the test's."""
    found = new_page(base_url=serve_dir(site), locale="en-GB")
    found.on("pageerror", lambda error: pytest.fail(str(error)))
    return found


def told(page: Page, path: str) -> str:
    """What the note on a record's page says."""
    page.goto(path)
    note = page.locator(".edition[role=status]")
    note.wait_for()
    return note.inner_text()


def test_a_record_that_has_changed_tells_what_was_printed_and_what_is_so_now(page: Page) -> None:
    """Field by field."""
    said = told(page, f"/en/enterprises/sample-dure/?edition={EDITION}")
    assert said.split("\n") == [
        "Changed since this booklet was printed",
        "",
        "Address",
        "Printed: 1 Gasang-ro, Haneul, Gaon",
        "Now: 2 Gasang-ro, Haneul, Gaon",
    ]


def test_a_record_that_is_as_printed_says_so(page: Page) -> None:
    """The reader may rely on the page in hand."""
    said = told(page, f"/en/enterprises/sample-bada/?edition={EDITION}")
    assert said == "Nothing has changed since this booklet was printed."


@pytest.mark.parametrize("query", ["", "?edition=no-such-edition-2022-01-01", "?edition=../x"])
def test_a_page_says_nothing_of_an_edition_that_was_not_kept(page: Page, query: str) -> None:
    """Nor does an address that leads elsewhere fetch anything."""
    with page.expect_response("**/enterprises/sample-dure/**"):
        page.goto(f"/en/enterprises/sample-dure/{query}", wait_until="networkidle")
    assert page.locator(".edition").count() == 0
