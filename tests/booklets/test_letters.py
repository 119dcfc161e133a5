"""Widths read straight from the font, beside those a font library reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from dure.booklets import letters
from dure.booklets.letters import BrokenFont, advances
from dure.faces import FONTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.mark.parametrize("weight", list(FONTS))
def test_every_letter_is_as_wide_as_the_font_says(weight: int) -> None:
    """The same code points and the same widths as fontTools finds."""
    with TTFont(FONTS[weight], lazy=True) as font:
        units, widths = font["head"].unitsPerEm, font["hmtx"].metrics
        wanted = {code: widths[name][0] / units for code, name in font.getBestCmap().items()}
    assert advances(weight) == wanted
    assert len(wanted) > 11_172  # every syllable and more


def test_a_font_of_the_first_plane_alone_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a table would make letters of the other planes seem missing."""
    monkeypatch.setattr(letters, "FULL_UNICODE", 99)
    advances.cache_clear()
    with pytest.raises(BrokenFont, match="expected a font with a table of all planes"):
        advances(400)


@pytest.mark.parametrize("content", [b"", b"no font at all", None])
def test_a_broken_font_is_named(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Empty, something else, or cut off in the middle."""
    torn = tmp_path / "Torn.ttf"
    torn.write_bytes(FONTS[400].read_bytes()[:200_000] if content is None else content)
    monkeypatch.setattr(letters, "FONTS", {400: torn})
    advances.cache_clear()
    with pytest.raises(BrokenFont, match=r"fonts/Torn\.ttf: "):
        advances(400)


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    """Widths of a font that is not the real one are not kept."""
    yield
    advances.cache_clear()
