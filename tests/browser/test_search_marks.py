"""What a result shows of its text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

FOLDER = Path(__file__).parents[2] / "hooks/dure/assets/search"
BEFORE, AFTER = "counselling " * 9, " administration" * 9


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A care home", "A care home"),
        (f"{BEFORE}care{AFTER}", f"…{'counselling ' * 4}care{' administration' * 6}…"),
        (f"{'가' * 80}care{'나' * 200}", ""),
        (f"{'가' * 80} care {'나' * 200}", f"…{'가' * 49} care {'나' * 99}…"),
        ("nothing of it", ""),
    ],
)
def test_an_excerpt_begins_and_ends_with_whole_words(
    text: str, shown: str, new_page: Callable[..., Page], serve_dir: Callable[[Path], str]
) -> None:
    """A word is left out rather than cut; only one longer than a line's end is cut."""
    page = new_page()
    page.goto(f"{serve_dir(FOLDER)}/marks.js")
    script = "async (text) => (await import('./marks.js')).excerpt(text, ['care'])"
    assert page.evaluate(script, text) == shown
