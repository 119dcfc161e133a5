"""Imposed sheets."""

from __future__ import annotations

import pytest

from dure.booklets.impose import pairs


def test_eight_pages_are_four_sides() -> None:
    """The first side holds the last page and the first."""
    assert list(pairs(8)) == [(7, 0), (1, 6), (5, 2), (3, 4)]


@pytest.mark.parametrize("pages", [4, 16, 32])
def test_every_page_stands_on_one_side(pages: int) -> None:
    """No page twice, none forgotten."""
    assert sorted(p for side in pairs(pages) for p in side) == list(range(pages))


def test_pages_that_do_not_fill_sheets_are_refused() -> None:
    """Six pages cannot be stitched."""
    with pytest.raises(ValueError, match="fours"):
        list(pairs(6))
