"""What the print shop is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from dure.booklets.spec import spec_sheet

if TYPE_CHECKING:
    from dure.catalogue import Catalogue


def rows(catalogue: Catalogue, name: str, pages: int, padding: int = 0) -> dict[str, list[str]]:
    """English name of each row and its values."""
    sheet = cast("Any", spec_sheet(catalogue.booklets[name], "en", pages, padding))
    return {row["names"][1]: row["values"] for row in sheet["rows"]}


@pytest.mark.parametrize("name", ["goyang-enterprises", "gyeonggi-guidebook-2022", "map"])
def test_every_sheet_tells_format_pages_paper_colours_binding_copies_and_weight(
    catalogue: Catalogue, name: str
) -> None:
    """What an estimate is made from."""
    told = rows(catalogue, name, 96)
    assert {
        "Trim size",
        "Pages",
        "Paper",
        "Colours",
        "Black text",
        "Binding",
        "Copies",
        "Weight of a copy",
        "Files",
    } <= set(told)
    assert all(told.values())


def test_a_run_tells_sheets_for_pages_and_covers_its_weight_and_who_gets_it(
    catalogue: Catalogue,
) -> None:
    """2,000 copies of 28 pages: 국전 holds 32 pages, or 8 covers on one side and as many behind."""
    told = rows(catalogue, "goyang-enterprises", 28, 1)
    assert told["Pages"][1] == "28 pages (1 of them for notes at the end; cover apart)"
    assert told["Copies"] == ["2,000"]
    assert (
        told["Sheets of paper"][1]
        == "32 pages a 국전 sheet, 1,750 sheets (3.5 reams), waste not counted"
    )
    assert (
        told["Sheets for covers"][1]
        == "16 pages a 국전 sheet, 250 sheets (0.5 reams), waste not counted"
    )
    assert told["Weight of a copy"] == ["55.9 g × 2,000 = 112 kg"]
    assert told["Recipients"][1].startswith("All departments")


def test_a_glued_book_tells_its_spine(catalogue: Catalogue) -> None:
    """96 pages of 0.095 mm and a millimetre of glue."""
    assert rows(catalogue, "gyeonggi-guidebook-2022", 96)["Spine"] == ["5.6 mm"]


@pytest.mark.parametrize(
    ("name", "fold"),
    [
        ("seoul-calendar-2019", "4 panels across, 2 down; folded 148.5 × 210 mm."),
        ("map", "2 panels across, 2 down; folded 210 × 148.5 mm."),
    ],
)
def test_a_folded_sheet_tells_how(catalogue: Catalogue, name: str, fold: str) -> None:
    """And has sides, not pages with a cover."""
    told = rows(catalogue, name, 2)
    assert told["Folding"][1].startswith(fold)
    assert told["Pages"][1] == "2 sides (front and back)"
    assert "Spine" not in told


def test_a_run_that_is_not_set_is_said_to_be_open(catalogue: Catalogue) -> None:
    """No sheets are counted for it."""
    told = rows(catalogue, "map", 2)
    assert told["Copies"][1] == "Not set yet"
    assert "Sheets of paper" not in told
