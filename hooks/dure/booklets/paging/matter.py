"""Hand-written pages in blocks, set a little closer where that saves a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from dure.booklets.paging.blocks import Block, Chapter, Entry
from dure.booklets.paging.breaks import Filling, leaves
from dure.booklets.paging.lists import title_mm
from dure.booklets.works.common import text_height, text_width
from dure.booklets.works.lines import (
    BODY_PT,
    BOLD,
    LEADING_PT,
    SMALL_LEADING_PT,
    SMALL_PT,
    tall,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dure.booklets.works.common import Work

STEP_MM, STEP_GUTTER_MM, STEP_LIFT_MM = 6.0, 2.4, 0.5
CELL_X_MM, CELL_Y_MM = 3.2, 2.6
BADGE_MM, UNDER_BADGE_MM = 4.2, 0.8
MEANING_PT, MEANING_LEADING_PT = 8.0, 4.0


class Spacing(Struct, frozen=True):
    """White below the pieces (mm) and how much smaller than usual the type of lists is."""

    gap: float
    smaller: float


MOST_MM = 1.6
"""How much more white there may be between pieces where a page is not full."""
EVEN = 1.0
"""Two pages of one text hold about as much."""
SPACINGS = (Spacing(3.0, 0.0), Spacing(1.9, 0.4), Spacing(1.4, 0.7))
"""The widest that needs no more pages than the closest is taken."""


class Page(Struct, frozen=True):
    """A hand-written page in one language, and the column it is set in."""

    matter: Mapping[str, Any]
    label: str
    words: Mapping[str, str]
    lang: str
    """Whose sizes of type it has."""
    width: float


def matter_blocks(page: Page, spacing: Spacing) -> list[Block]:
    """The page's pieces, none of which is divided."""
    title = page.matter["title"]
    found = [
        Block(
            "title", {"title": title, "label": page.label}, title_mm(title, page.width), lead=True
        )
    ]
    for part in page.matter["parts"]:
        found.extend(_part(part, page, spacing))
    if page.matter["sources"] or page.matter["checked_on"]:
        found.append(_sources(page))
    return found


def _part(part: Mapping[str, Any], page: Page, spacing: Spacing) -> Iterator[Block]:
    size = BODY_PT[page.lang]
    if part["text"] is not None:
        yield Block("par", part["text"], tall(str(part["text"]), size, LEADING_PT, page.width))
    for at, step in enumerate(part["steps"]):
        room = page.width - STEP_MM - STEP_GUTTER_MM
        told = tall(str(step), size, LEADING_PT, room) + STEP_LIFT_MM
        yield Block("step", {"at": at, "item": step}, max(STEP_MM, told))
    if part["table"]:
        yield Block("table", part["table"], _table(part["table"], page))
    for term in part["terms"]:
        yield _meaning(term, page, spacing)


def _table(rows: Sequence[Sequence[object]], page: Page) -> float:
    count = len(rows[0])
    share = page.width / (count + 0.5)
    rooms = [share * (1.5 if at == 0 else 1.0) - CELL_X_MM for at in range(count)]
    size = SMALL_PT[page.lang]
    return sum(
        max(
            tall(str(cell), size, SMALL_LEADING_PT, room, BOLD if at == 0 else 400)
            for cell, room in zip(row, rooms, strict=True)
        )
        + CELL_Y_MM
        for at, row in enumerate(rows)
    )


def _meaning(term: Any, page: Page, spacing: Spacing) -> Block:
    size = MEANING_PT - spacing.smaller
    told = tall(str(term.description or ""), size, MEANING_LEADING_PT, page.width)
    what = {"term": term, "size": size}
    return Block("meaning", what, BADGE_MM + (UNDER_BADGE_MM + told if told else 0.0))


def _sources(page: Page) -> Block:
    matter = page.matter
    told = " ".join(
        [
            page.words["source"],
            " / ".join(map(str, matter["sources"])),
            "    ",
            page.words["checked_on"],
            str(matter["checked_on"]),
        ]
    )
    size = SMALL_PT[page.lang]
    what = {"sources": matter["sources"], "checked_on": matter["checked_on"]}
    return Block("sources", what, tall(told, size, SMALL_LEADING_PT, page.width))


def matter_chapters(pages: Sequence[Mapping[str, Any]], name: str, work: Work) -> list[Chapter]:
    """Hand-written pages as chapters; set closer where they would need a page more."""
    return [
        _chapter(
            Page(
                matter,
                f"{name}-{at}",
                work.words,
                work.type_of or work.reader.lang,
                text_width(work),
            ),
            text_height(work),
        )
        for at, matter in enumerate(pages)
    ]


def _chapter(page: Page, room: float) -> Chapter:
    ways = [
        leaves(
            page.matter["title"],
            matter_blocks(page, spacing),
            room,
            Filling(spacing.gap, MOST_MM, EVEN),
        )
        for spacing in SPACINGS
    ]
    best = min(ways, key=len)
    return Chapter((Entry(1, page.label, page.matter["title"]),), tuple(best))
