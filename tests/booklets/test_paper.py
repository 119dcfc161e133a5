"""Spine, weight and sheets, against figures Korean print shops give."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from dure.booklets.paper import multiple, order, spine_mm, warnings
from dure.records import Booklet
from dure.records.reading import valid


def booklet(**paper: Any) -> Booklet:
    """A made-up booklet on the paper given."""
    stock = {"name": {"ko": "가상지"}, "gsm": 80, "thickness_mm": "0.09"}
    cover = {"name": {"ko": "가상지"}, "gsm": 200, "thickness_mm": "0.2"}
    sizes = {
        "width_mm": 148,
        "height_mm": 210,
        "binding": "saddle",
        "stock": stock,
        "cover": cover,
        **paper,
    }
    return valid(
        Booklet,
        {
            "title": {"ko": "가상 책자"},
            "summary": {"ko": "시험"},
            "work": "enterprises",
            "edition": {"ko": "1판"},
            "issued": "2022-01-01",
            "languages": ["ko"],
            "copies": 3000,
            "select": [{"kind": "enterprise"}],
            "paper": sizes,
        },
    )


def test_a_glued_spine_is_half_the_pages_times_a_leaf_plus_the_glue() -> None:
    """세네카: 320 pages of 80 g paper (0.09 mm) are 14.4 mm and 1 mm of glue."""
    assert spine_mm(320, booklet(binding="perfect").paper) == 15.4


@pytest.mark.parametrize("binding", ["saddle", "fold", "none"])
def test_a_stitched_or_folded_work_has_no_spine(binding: str) -> None:
    """Its cover is folded, not glued round."""
    assert spine_mm(320, booklet(binding=binding).paper) == 0.0


@pytest.mark.parametrize(
    ("width", "height", "sheet", "pages"),
    [
        (148, 210, "국전", 32),
        (210, 297, "국전", 16),
        (188, 257, "46전", 32),
        (128, 182, "46전", 64),
    ],
)
def test_pages_a_sheet_are_those_of_the_trade(
    width: int, height: int, sheet: str, pages: int
) -> None:
    """국판 32, 국배판 16, 46배판 32, 46판 64."""
    found = order(booklet(width_mm=width, height_mm=height), 64)
    assert (found.sheet, found.pages_a_sheet) == (sheet, pages)


def test_an_a5_run_of_3000_takes_twelve_reams() -> None:
    """64 pages: 6,000 sheets; a copy weighs 92 g."""
    found = order(booklet(), 64)
    assert (found.sheets, found.reams, found.copy_grams) == (6000, 12.0, 92.0)


def test_a_thick_stitched_and_a_thin_glued_work_are_questioned() -> None:
    """Before the print shop does."""
    assert warnings(booklet().paper, 68) == ("too_thick_to_stitch",)
    assert warnings(booklet(binding="perfect").paper, 32) == ("too_thin_to_glue",)
    assert warnings(booklet().paper, 64) == ()


@pytest.mark.parametrize(("binding", "pages"), [("saddle", 4), ("perfect", 2), ("fold", 1)])
def test_pages_fill_the_bindings_multiple(binding: str, pages: int) -> None:
    """Fours for stitched sheets, twos for glued leaves."""
    assert multiple(booklet(binding=binding).paper) == pages


def test_thickness_is_exact() -> None:
    """Millimetres of paper are decimals, not floats."""
    assert booklet().paper.stock.thickness_mm == Decimal("0.09")
