"""The public site in a browser: by keyboard alone, narrow, without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.templates import ROOTS, TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.build

MOST_STOPS = 160
"""Stops of the Tab key to look at: a list has hundreds of entries that are alike."""
STOPS = """(() => {
  const all = document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']");
  window.stops = [...all].filter((one) => {
    const shut = one.closest("details:not([open])");
    const group = one.type === "radio" && document.querySelector(`[name="${one.name}"]:checked`);
    return !one.disabled && (!group || group === one)
      && one.checkVisibility({ visibilityProperty: true })
      && (!shut || shut.firstElementChild.contains(one) || shut.firstElementChild === one);
  });
  return window.stops.length;
})()"""
"""Gathers what the keyboard must reach, in the order of the page; their number.

Of radio buttons that belong together Tab reaches one, the arrows the others.
"""
FOCUS = """(() => {
  const e = document.activeElement, [b] = e.getClientRects();
  const tall = b.height > innerHeight / 2;
  const top = tall ? Math.max(b.y, 0) : b.y;
  const at = document.elementFromPoint(b.x + b.width / 2, top + Math.min(b.height, 8) / 2);
  const inView = b.width > 0 && top >= -1 && (tall ? top : b.bottom) <= innerHeight + 1;
  return [window.stops.indexOf(e), e.outerHTML.slice(0, 90), getComputedStyle(e).outlineStyle,
    inView && at !== null && (e.contains(at) || at.contains(e))];
})()"""
"""Which stop has the focus, its outline, and whether it is in view with nothing over it.

Of what is taller than half the window (a table that scrolls) only a part must be in view.
"""


@pytest.fixture
def site(real_site: Path, serve_dir: Callable[[Path], str]) -> str:
    """The address of the site of the real data, with a slash at the end."""
    return serve_dir(real_site) + "/"


def _open(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    page.wait_for_selector("main:not(:has([data-search-state=loading]))")
    page.evaluate("document.fonts.ready")


@pytest.mark.parametrize("lang", ROOTS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_narrow_window_needs_no_sideways_scrolling(
    template: str, lang: str, site: str, new_page: Callable[..., Page]
) -> None:
    """At 320 CSS pixels (400 % of 1280) the page is no wider than the window (WCAG 1.4.10)."""
    page = new_page(viewport={"width": 320, "height": 800})
    _open(page, site + ROOTS[lang] + TEMPLATES[template])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_page_complains_of_nothing_and_asks_nobody_else(
    template: str, site: str, new_page: Callable[..., Page]
) -> None:
    """No error on the console, no failed request, none to another host."""
    page = new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("requestfailed", lambda request: told.append(request.url))
    page.on("request", lambda asked: None if asked.url.startswith(site) else told.append(asked.url))
    page.on("response", lambda answer: told.append(answer.url) if answer.status >= 400 else None)
    page.goto(site + TEMPLATES[template], wait_until="networkidle")
    assert told == []


def _shown(page: Page) -> list[str]:
    ids = "all => all.filter(one => one.checkVisibility()).map(one => one.dataset.id)"
    found: list[str] = page.locator(".list-body [data-words][data-id]").evaluate_all(ids)
    return found


def test_a_choice_is_counted_named_and_stands_in_the_address(
    site: str, new_page: Callable[..., Page]
) -> None:
    """A facet narrows the list down; its chip takes the choice away again."""
    page = new_page()
    _open(page, site + "programs/")
    everything = len(_shown(page))

    page.locator("input[name=support][value=loan]").check()

    assert 0 < len(_shown(page)) < everything
    assert page.locator("[data-list-count]").inner_text() == f"{len(_shown(page))}건"
    assert page.url.endswith("?support=loan")
    page.locator("[data-chosen] button").first.click()
    assert len(_shown(page)) == everything
    assert page.url.endswith("/programs/")


def test_with_nothing_chosen_the_page_is_right_as_it_came(
    site: str, new_page: Callable[..., Page]
) -> None:
    """No entry is read or moved at the start, and what is said to be shown is shown."""
    page = new_page()
    _open(page, site + "programs/")
    assert page.locator("[data-list][data-ready]").count() == 0
    assert page.locator("[data-list-count]").inner_text() == f"{len(_shown(page))}건"
    for group in page.locator("[data-group]:visible").all():
        shown = group.locator(".card:visible").count()
        assert group.locator(".count:visible").inner_text() == str(shown) != "0"


@pytest.mark.parametrize("facet", ["access", "support", "region", "status", "month"])
def test_a_number_beside_an_option_is_what_it_shows(
    facet: str, site: str, new_page: Callable[..., Page]
) -> None:
    """For each option of a facet, also with another facet chosen."""
    page = new_page()
    _open(page, site + "programs/?applicant=social-enterprises")
    for box in page.locator(f"input[name={facet}]").all()[:12]:
        told = box.evaluate("one => one.parentElement.querySelector('[data-count]').textContent")
        box.evaluate("one => one.click()")
        assert len(_shown(page)) == int(told), box.get_attribute("value")
        box.evaluate("one => one.click()")


def test_typed_words_put_the_best_match_first(site: str, new_page: Callable[..., Page]) -> None:
    """Names come before what a program gives, that before the rest; another order can be chosen."""
    page = new_page()
    _open(page, site + "programs/")
    newest = _shown(page)
    page.locator("#filters [name=q]").fill("창업")

    found = _shown(page)
    fields = page.locator("[data-flat] [data-words]:not([hidden])").evaluate_all(
        """all => all.map(one => [one.dataset.words + one.querySelector(".card-name").textContent,
          one.dataset.gives, one.textContent].findIndex(text => text.includes("창업")))"""
    )
    assert fields == sorted(fields)
    assert {0, 1} <= set(fields)
    assert page.locator("[name=sort]").input_value() == "relevance"
    assert page.url.endswith("?q=%EC%B0%BD%EC%97%85")

    page.locator("[name=sort]").select_option("")
    assert page.url.endswith("&sort=first")
    assert _shown(page) == [one for one in newest if one in found] != found
    page.locator("#filters [name=q]").fill("")
    assert _shown(page) == newest
    assert page.url.endswith("/programs/")


def test_the_number_of_results_is_read_out(site: str, new_page: Callable[..., Page]) -> None:
    """It stands in a live region, whose words change with every choice."""
    page = new_page()
    _open(page, site + "programs/")
    status = page.get_by_role("status").and_(page.locator("[data-list-count]"))
    before = status.inner_text()
    page.locator("#filters [name=q]").fill("대출")
    assert status.inner_text() != before


def test_back_brings_the_earlier_choice(site: str, new_page: Callable[..., Page]) -> None:
    """Each choice is a step of the browser's history."""
    page = new_page()
    _open(page, site + "enterprises/")
    page.locator("input[name=kind][value=cooperative]").check()
    chosen = _shown(page)
    page.locator("input[name=kind][value=social-enterprise]").check()
    assert _shown(page) != chosen

    page.go_back()

    assert _shown(page) == chosen
    assert page.locator("input[name=kind]:checked").count() == 1


def test_a_link_with_choices_opens_as_it_was_left(site: str, new_page: Callable[..., Page]) -> None:
    """Facets, order and table are all in the address."""
    page = new_page()
    _open(page, site + "programs/?access=apply&sort=amount&view=table")

    rows = page.locator("[data-table] tbody tr")
    assert page.locator("[data-table] th[scope=row]").count() == rows.count() > 0
    assert page.locator("[name=sort]").input_value() == "amount"
    amounts = page.locator("[data-flat] [data-words]:not([hidden])").evaluate_all(
        "all => all.map(one => Number(one.dataset.orderAmount ?? -1))"
    )
    assert amounts == sorted(amounts, reverse=True)
    assert _shown(page) == []


def test_a_city_also_shows_what_holds_for_its_province(
    site: str, new_page: Callable[..., Page]
) -> None:
    """Goyang's list has programs of all Gyeonggi, says so, and none of Seoul."""
    page = new_page()
    _open(page, site + "programs/?region=gyeonggi-goyang")

    cells = page.locator("[data-words]:not([hidden]) [data-cell='4']")
    places = set(cells.evaluate_all("all => all.map(one => one.textContent)"))

    assert {"고양시", "경기도 전체"} <= places
    assert not [place for place in places if "서울" in place]


def test_a_past_program_is_never_open(site: str, new_page: Callable[..., Page]) -> None:
    """Whatever the day, the documents' programs were held in their year."""
    page = new_page()
    _open(page, site + "programs/")
    assert page.locator("[data-status=open], [data-status=soon]").count() == 0
    assert page.locator(".status", has_text="2022년에 시행").count() > 0


def test_the_home_page_says_of_which_year_its_month_is(
    site: str, new_page: Callable[..., Page]
) -> None:
    """In November it shows November, with the year of the document it comes from."""
    page = new_page()
    page.clock.set_fixed_time("2026-11-20T03:00:00Z")
    _open(page, site)
    assert page.locator(".month:visible").count() == 1
    assert page.locator(".month:visible h3").first.inner_text() == "2022년 11월에 있던 일"
    assert page.locator("[data-closing]:visible").count() == 0


def test_what_closes_soon_is_shown_only_before_its_day(
    site: str, new_page: Callable[..., Page]
) -> None:
    """Eight days before the last day of applications the home page names the program."""
    page = new_page()
    page.clock.set_fixed_time("2021-09-22T03:00:00Z")
    _open(page, site)
    assert page.locator("[data-closes]:visible a").evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    ) == ["./programs/goyang-exhibition/"]


def test_a_place_on_the_map_shows_its_office(site: str, new_page: Callable[..., Page]) -> None:
    """By keyboard: the square of a city leaves that city's offices and moves there."""
    page = new_page()
    _open(page, site + "centres/")
    page.locator(".tile", has_text="연천군").press("Enter")
    assert _shown(page) == ["yeoncheon-se-centre"]
    assert page.evaluate("document.activeElement.className") == "list-body"


def test_typing_a_place_finds_its_office(site: str, new_page: Callable[..., Page]) -> None:
    """An office is found by the name of the city it serves."""
    page = new_page()
    _open(page, site + "centres/")
    page.locator("[name=q]").last.fill("연천")
    assert "yeoncheon-se-centre" in _shown(page)


def test_a_place_without_an_office_names_whom_to_call(
    site: str, new_page: Callable[..., Page]
) -> None:
    """Gangnam-gu is in no document: the page says so and gives the phone of Seoul's centre."""
    page = new_page()
    _open(page, site + "centres/")
    page.locator(".tile", has_text="강남구").click()
    unserved = page.locator("#seoul-gangnam")
    assert unserved.is_visible()
    assert "문서에 나오지 않습니다" in unserved.inner_text()
    assert unserved.locator("a[href^='tel:']").count() > 0


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_keyboard_reaches_everything(
    template: str, site: str, new_page: Callable[..., Page]
) -> None:
    """Tab goes to each control, in order, and its focus is to be seen with nothing over it."""
    page = new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    _open(page, site + TEMPLATES[template])
    if template == "search":  # which makes room for results when the reader goes for it
        page.locator("[data-search] input").focus()
        page.wait_for_selector(".search-start")
        page.locator(".skip").focus()
    elif "?" in TEMPLATES[template]:  # a list that is scrolled to, where Chromium 150 begins
        page.locator(".skip").focus()
    else:
        page.keyboard.press("Tab")
    for at in range(min(page.evaluate(STOPS), MOST_STOPS)):
        place, *seen = page.evaluate(FOCUS)
        assert place == at, seen
        assert seen[1] != "none", seen
        assert seen[2], seen
        page.keyboard.press("Tab")


@pytest.mark.parametrize("template", ["programs", "program", "calendar", "enterprises"])
def test_the_focus_is_not_hidden_on_the_way_back(
    template: str, site: str, new_page: Callable[..., Page]
) -> None:
    """Backwards from the foot the page scrolls up: there a sticky head could cover the focus."""
    page = new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    _open(page, site + TEMPLATES[template])
    page.evaluate(STOPS)
    page.locator(".site-foot a").last.focus()
    for _ in range(120):
        page.keyboard.press("Shift+Tab")
        _, *seen = page.evaluate(FOCUS)
        assert seen[2], seen


def test_the_keyboard_alone_narrows_a_list_down(site: str, new_page: Callable[..., Page]) -> None:
    """Space chooses, Enter opens a facet and takes a chip away, arrows change the order."""
    page = new_page()
    _open(page, site + "programs/")
    page.locator("input[name=support][value=loan]").focus()
    page.keyboard.press("Space")
    page.wait_for_url(lambda url: url.endswith("?support=loan"))
    page.locator("[name=sort]").focus()
    page.keyboard.press("End")
    page.wait_for_url(lambda url: url.endswith("&sort=name"))
    page.locator(".facet-year summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("input[name=year]").first.is_visible()
    page.locator("[data-chosen] button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith("/programs/?sort=name"))
    assert page.evaluate("document.activeElement.name") == "q"


def test_the_copied_address_is_told(site: str, new_page: Callable[..., Page]) -> None:
    """The button copies the page's address and a screen reader hears that it did."""
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    _open(page, site + "programs/goyang-startup/")
    page.locator("[data-copy]").click()
    page.wait_for_function("document.querySelector('[data-copy-status]').textContent !== ''")
    assert page.locator("[data-copy-status]").inner_text() == "주소를 복사했습니다."
    assert page.evaluate("navigator.clipboard.readText()") == page.url


@pytest.mark.parametrize("name", ["programs", "enterprises", "products", "centres"])
def test_without_scripts_a_list_is_complete(
    name: str, site: str, new_page: Callable[..., Page]
) -> None:
    """All entries stand there, and no control that would do nothing."""
    page = new_page(java_script_enabled=False)
    page.goto(site + f"{name}/")
    entries = page.locator(".list-body [data-words][data-id]")
    assert entries.count() > 40
    assert entries.first.is_visible()
    assert entries.last.is_visible()
    assert page.locator("[data-filters]").is_hidden()


def test_without_scripts_every_phone_can_be_called(
    site: str, new_page: Callable[..., Page]
) -> None:
    """Numbers are links of the page itself."""
    page = new_page(java_script_enabled=False)
    page.goto(site + "centres/")
    calls = page.locator(".list-body a[href^='tel:']")
    assert calls.count() > 80
    assert calls.first.is_visible()


def test_a_record_fits_on_a_sheet_with_its_phone_source_and_code(
    site: str, new_page: Callable[..., Page]
) -> None:
    """On paper the filters and buttons are gone; phone, source and QR code are there."""
    page = new_page()
    page.emulate_media(media="print")
    _open(page, site + "programs/gyeonggi-general-staff-wages/")
    for there in (".rail .call", ".sources", ".way-back svg"):
        assert page.locator(there).first.is_visible(), there
    for gone in (".site-head", ".actions", ".crumbs", "#related"):
        assert page.locator(gone).first.is_hidden(), gone
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1


@pytest.mark.parametrize(
    "record",
    ["programs/goyang-exhibition/", "en/programs/gangbuk-plan/", "centres/gyeonggi-province/"],
)
def test_a_long_record_too_fits_on_a_sheet(
    record: str, site: str, new_page: Callable[..., Page]
) -> None:
    """Lists stand in two columns, and figures beside their heading."""
    page = new_page()
    _open(page, site + record)
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
