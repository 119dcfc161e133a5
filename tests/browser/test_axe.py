"""axe looks at every template: both languages, both themes, wide and narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.templates import ROOTS, TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.build, pytest.mark.slow]

WIDTHS = (1280, 360)
RULES = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
"""What axe looks at: everything, then again what another theme can change."""
RUN = """async (rules) => {
  const found = await axe.run({ runOnly: rules, resultTypes: ["violations"] });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html]));
}"""
WRONG = """<!doctype html><html><title>x</title><main><h1>x</h1><img src="x.png">
<p style="color: #999">grey</p></main>"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all, so that axe is read once a page and fonts stay in memory."""
    context = browser.new_context(locale="ko-KR", reduced_motion="reduce")
    context.add_init_script(AXE_SCRIPT)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", ROOTS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_axe_finds_nothing_to_mend(
    template: str, lang: str, page: Page, real_site: Path, serve_dir: Callable[[Path], str]
) -> None:
    """WCAG 2.2 AA and axe's best practices hold in both themes, wide and narrow."""
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{serve_dir(real_site)}/{ROOTS[lang]}{TEMPLATES[template]}")
        page.wait_for_selector("main:not(:has([data-search-state=loading]))")
        page.add_style_tag(content=".card { content-visibility: visible }")  # as near its place
        for theme, rules in RULES.items():
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            found[width, theme] = page.evaluate(RUN, rules)
    assert {place: told for place, told in found.items() if told} == {}


def test_axe_finds_what_is_wrong(page: Page) -> None:
    """A check that passes everything would be worth nothing."""
    page.set_content(WRONG)
    page.evaluate(AXE_SCRIPT)
    found = {rule for rules in RULES.values() for rule, _ in page.evaluate(RUN, rules)}
    assert {"image-alt", "html-has-lang", "color-contrast"} <= found
