"""The search page's own words."""

from __future__ import annotations

import re
from pathlib import Path

from dure.search.texts import page_texts

SCRIPTS = Path(__file__).parents[2] / "hooks/dure/assets/search"


def test_every_text_the_scripts_use_exists_in_both_languages() -> None:
    """A missing key would leave a hole in the page."""
    used = {
        key
        for path in SCRIPTS.glob("search-*.js")
        for key in re.findall(r"texts\.(\w+)\b(?!\()", path.read_text(encoding="utf-8"))
    }

    for texts in (page_texts("ko"), page_texts("en")):
        assert used - set(texts) == set()
        assert all(texts.values())


def test_both_languages_fill_in_the_same_values() -> None:
    """`{n}` in one language and not in the other is a count the reader never sees."""
    korean, english = page_texts("ko"), page_texts("en")

    assert korean.keys() == english.keys()
    for key in korean:
        assert set(re.findall(r"\{\w+\}", korean[key])) == set(re.findall(r"\{\w+\}", english[key]))
