"""The calendar of what is shown: an address to subscribe to, else a file made in the browser."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.build

LASTING = {
    "": "year/all.ics",
    "?year=2019": "year/2019.ics",
    "?region=seoul-gangbuk": "region/seoul-gangbuk.ics",
    "?region=seoul-mapo": "region/seoul/wide.ics",
    "?applicant=founders": "applicant/founders.ics",
    "?support=grant": "support/grant.ics",
    "?document=goyang-pledge-2021&year=2020": "document/goyang-pledge-2021/2020.ics",
    "?document=seoul-calendar-2019&field=seoul-calendar-2019.academy": (
        "field/seoul-calendar-2019/academy.ics"
    ),
}
MADE = ("?region=seoul-gangbuk&applicant=citizens", "?month=4", "?internal=1")


@pytest.fixture
def calendar(real_site: Path, serve_dir: Callable[[Path], str]) -> str:
    """The address of the calendar page."""
    return serve_dir(real_site) + "/calendar/"


def _shown(page: Page) -> set[str]:
    """Programs on the page that have dates."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('[data-sheet]:not([hidden]) [data-events]')]"
        ".filter((row) => !row.closest('[hidden]')).map((row) => row.dataset.id)"
    )
    return set(found)


def _programs(text: str) -> set[str]:
    """Programs with an event in a calendar."""
    return set(re.findall(r"/programs/([a-z0-9-]+)/", text.replace("\r\n ", "")))


@pytest.mark.parametrize("query", LASTING)
def test_a_filter_leads_to_the_calendar_with_what_it_shows(
    query: str, calendar: str, real_site: Path, new_page: Callable[..., Page]
) -> None:
    """The app's address and the download are the same file, and it is there."""
    page = new_page()
    page.goto(calendar + query)

    link = page.locator("a[data-take-subscribe]")
    assert link.is_visible()
    assert page.locator("[data-take-make]").is_hidden()
    href = link.get_attribute("href") or ""
    assert href == "webcal:" + (calendar + LASTING[query]).removeprefix("http:")
    assert page.locator("[data-take-download]").evaluate("e => e.href") == calendar + LASTING[query]
    data = (real_site / "calendar" / LASTING[query]).read_bytes().decode()
    assert _programs(data) == _shown(page) != set()


@pytest.mark.parametrize("query", MADE)
def test_other_filters_make_a_file_of_what_they_show(
    query: str, calendar: str, new_page: Callable[..., Page]
) -> None:
    """No address is offered for what has none; the page says how many dates it put in."""
    page = new_page(accept_downloads=True)
    page.goto(calendar + query)
    assert page.locator("a[data-take-subscribe]").is_hidden()

    with page.expect_download() as download:
        page.locator("[data-take-make]").click()

    data = Path(download.value.path()).read_bytes()
    text = data.decode()
    assert download.value.suggested_filename == "dure.ics"
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert (text.splitlines()[0], text.splitlines()[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert _programs(text) == _shown(page) != set()
    told = page.locator("[data-take-status]").inner_text()
    assert told == f"일정 {text.count('BEGIN:VEVENT')}건을 파일에 담았습니다."


def test_a_months_file_has_what_touches_the_month(
    calendar: str, new_page: Callable[..., Page]
) -> None:
    """Nothing of other months, which the rows show beside it."""
    page = new_page(accept_downloads=True)
    page.goto(calendar + "?month=4&year=2022")
    with page.expect_download() as download:
        page.locator("[data-take-make]").click()

    text = Path(download.value.path()).read_text("utf-8")
    starts, ends = (re.findall(rf"{name};VALUE=DATE:(\d+)", text) for name in ("DTSTART", "DTEND"))
    assert len(starts) == len(ends) > 5
    assert all(start <= "20220430" for start in starts)
    assert all(end > "20220401" for end in ends)


def test_a_page_from_a_disk_offers_files_only(
    real_site: Path, new_page: Callable[..., Page]
) -> None:
    """A calendar app could not fetch its address again; both ways to a file work."""
    page = new_page(accept_downloads=True)
    page.goto((real_site / "calendar/index.html").as_uri())
    assert page.locator("a[data-take-subscribe]").is_hidden()
    assert page.locator("[data-take-download]").is_visible()

    page.locator("select[name=month]").select_option("5")
    with page.expect_download() as download:
        page.locator("[data-take-make]").click()
    assert "BEGIN:VEVENT" in Path(download.value.path()).read_text("utf-8")


def test_what_has_no_dates_offers_no_calendar(calendar: str, new_page: Callable[..., Page]) -> None:
    """It says so instead."""
    page = new_page()
    page.goto(calendar + "?document=geumcheon-pledge-2018")
    assert page.locator("[data-take-none]").is_visible()
    assert page.locator("[data-take-download]").is_hidden()


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_sheet_is_one_page_of_paper(
    lang: str, real_site: Path, serve_dir: Callable[[Path], str], new_page: Callable[..., Page]
) -> None:
    """A4 across: the whole matrix of each sheet, however many lines it has."""
    page = new_page()
    page.goto(f"{serve_dir(real_site)}/{lang}calendar/")
    page.add_style_tag(content=".undated, .sheet-note { display: none !important }")
    sheets = page.locator("[data-sheet]:not([hidden]):has(table)").evaluate_all(
        "sheets => sheets.map((sheet) => sheet.id)"
    )
    assert len(sheets) >= 4
    for sheet in sheets:
        page.evaluate(
            """(id) => { for (const one of document.querySelectorAll("[data-sheet]"))
            one.classList.toggle("not-printed", one.id !== id); }""",
            sheet,
        )
        made = pikepdf.open(io.BytesIO(page.pdf(format="A4", landscape=True)))
        assert len(made.pages) == 1, sheet
