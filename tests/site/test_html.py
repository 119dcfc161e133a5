"""The HTML of every page of the real site parses without an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import html5lib
import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.build, pytest.mark.slow]


def test_every_page_parses_without_an_error(real_site: Path) -> None:
    """html5lib meets no parse error of the HTML standard: no stray, unclosed or misplaced tag."""
    told: dict[str, list[object]] = {}
    pages = sorted(real_site.rglob("*.html"))
    for path in pages:
        parser = html5lib.HTMLParser()
        parser.parse(path.read_text("utf-8"))
        if parser.errors:
            told[path.relative_to(real_site).as_posix()] = list(parser.errors)
    assert len(pages) > 100
    assert told == {}
