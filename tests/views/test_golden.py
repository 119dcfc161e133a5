"""Views of one program, one enterprise and one centre, word for word in both languages."""

from __future__ import annotations

import pytest

from tests.golden_files import VIEWS, view_file, view_text


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("kind", VIEWS)
def test_a_view_says_what_was_approved(kind: str, lang: str) -> None:
    """A change of any word shows here; `python -m tests.golden_files` writes the files anew."""
    assert view_text(kind, lang) == view_file(kind, lang).read_text("utf-8")
