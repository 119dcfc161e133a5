"""What paper does: spine, weight, sheets to order. Rules from Korean print-shop practice."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from dure.records.booklet import Booklet, Paper

GLUE_MM = 1.0
"""Perfect binding adds a millimetre of glue: 세네카 = pages / 2 × leaf + 1."""
REAM = 500
"""Sheets in a ream (연)."""
SHEETS = {"국전": (636, 939), "46전": (788, 1091)}
"""The two sheets Korean printers buy, in millimetres."""
LEAST_PERFECT_MM = 3.0
"""A thinner spine does not hold glue."""
FOLDED = {"calendar": (4, 2), "map": (2, 2)}
"""How often a sheet is folded across and down; the last panel of its back is the front."""
MOST_SADDLE_PAGES = 64
"""Thicker than this, saddle-stitched pages creep and spring open."""


class Order(Struct, frozen=True):
    """What a print run needs."""

    spine_mm: float
    copy_grams: float
    sheet: str
    pages_a_sheet: int
    sheets: int
    reams: float


def spine_mm(pages: int, paper: Paper) -> float:
    """Thickness of the pages; a stitched or folded work has no spine."""
    if paper.binding != "perfect":
        return 0.0
    return round(pages / 2 * float(paper.stock.thickness_mm) + GLUE_MM, 1)


def order(booklet: Booklet, pages: int) -> Order:
    """Paper for a run of `booklet.copies` (one copy where none is given), waste not counted."""
    paper = booklet.paper
    width, height = float(paper.width_mm), float(paper.height_mm)
    sheet, fit = _best_sheet(width, height)
    sheets = math.ceil(pages * (booklet.copies or 1) / max(fit, 1))
    return Order(
        spine_mm(pages, paper), _grams(paper, pages), sheet, fit, sheets, round(sheets / REAM, 2)
    )


def cover_order(booklet: Booklet, pages: int) -> Order:
    """Cover paper for a run: a cover laid flat is two pages wide and has its spine between."""
    paper = booklet.paper
    spine = spine_mm(pages, paper)
    sheet, fit = _best_sheet(2 * float(paper.width_mm) + spine, float(paper.height_mm))
    sheets = math.ceil(2 * (booklet.copies or 1) / max(fit, 1))
    return Order(spine, 0.0, sheet, fit, sheets, round(sheets / REAM, 2))


def _best_sheet(width: float, height: float) -> tuple[str, int]:
    """The sheet that wastes least, and how many pages of that size are on its two sides."""
    return max(
        ((name, _pages_on(size, width, height)) for name, size in SHEETS.items()),
        key=lambda found: found[1] / _area(found[0]),
    )


def _area(sheet: str) -> float:
    width, height = SHEETS[sheet]
    return float(width * height)


def _pages_on(sheet: tuple[int, int], width: float, height: float) -> int:
    """Pages on both sides of a sheet, whichever way round; 6 mm a page go to the bleed.

    A sheet is folded in halves, so a side holds 1, 2, 4, 8 … pages.
    """
    w, h = width + 6, height + 6
    side = max(int(sheet[0] // w) * int(sheet[1] // h), int(sheet[0] // h) * int(sheet[1] // w))
    return 2 ** side.bit_length() if side else 0


def _grams(paper: Paper, pages: int) -> float:
    leaf = float(paper.width_mm) * float(paper.height_mm) / 1e6
    body = leaf * pages / 2 * paper.stock.gsm
    cover = leaf * 2 * paper.cover.gsm if paper.cover else 0.0
    return round(body + cover, 1)


def multiple(paper: Paper) -> int:
    """Pages come in fours where sheets are stitched, in twos where leaves are glued."""
    return {"saddle": 4, "perfect": 2}.get(paper.binding, 1)


def bound(paper: Paper) -> bool:
    """Whether the work has a cover of its own."""
    return paper.binding in {"saddle", "perfect"}


def warnings(paper: Paper, pages: int) -> tuple[str, ...]:
    """Keys of messages on what a print shop would question."""
    found = []
    if paper.binding == "saddle" and pages > MOST_SADDLE_PAGES:
        found.append("too_thick_to_stitch")
    if paper.binding == "perfect" and spine_mm(pages, paper) < LEAST_PERFECT_MM:
        found.append("too_thin_to_glue")
    return tuple(found)
