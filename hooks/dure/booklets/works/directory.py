"""Offices in the guidebook: who belongs to whom, what they did, and whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.booklets.paging.blocks import Block, Chapter, Entry, Record
from dure.booklets.paging.breaks import Filling, leaves
from dure.booklets.paging.lists import title_mm
from dure.booklets.works import programfit as fit
from dure.booklets.works.common import text_height, text_width
from dure.booklets.works.lines import BOLD, LEADING_PT, tall
from dure.booklets.works.offices import city_rows, histories, other_rows, trees

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dure.booklets.paging.blocks import Leaf
    from dure.booklets.works.common import Work
    from dure.booklets.works.offices import Row
    from dure.render import Phrase
    from dure.views.centre import CentreView

UNDER_TITLE_MM = 20.0
STEP_IN_MM = 8.0
"""An office stands so much to the right of the one it belongs to."""
DAY_MM, DAY_GUTTER_MM = 34.0, 2.0
REGION_MM, PHONE_MM, WEB_MM, CELL_X_MM, CELL_Y_MM = 22.0, 27.0, 31.0, 2.8, 1.7
OFFICES, HISTORY = (Filling(3.0, 4.0, 1.0), Filling(1.8, 4.0, 1.0)), (Filling(1.3, 1.2),)
"""The first that needs no more pages than the last is taken."""
ROWS = Filling(3.0, 0.0)
FEW = 5
"""So many rows do not stand alone on a page."""


def office_chapters(centres: Sequence[str], work: Work) -> Iterator[Chapter]:
    """The chart of offices, their history, and two lists of numbers on pages they share."""
    reader, words = work.reader, work.words
    if blocks := [b for tree in trees(centres, reader) for b in _tree(tree, 0, work)]:
        yield _chapter("offices", words["organisation"], blocks, OFFICES, work)
    if blocks := [b for told in histories(centres, reader) for b in _history(*told, work)]:
        yield _chapter("history", words["history"], blocks, HISTORY, work)
    lists = [
        ("cities", words["city_contacts"], words["region"], city_rows(centres, reader)),
        ("others", words["other_contacts"], words["kind"], other_rows(centres, reader)),
    ]
    found = [
        (label, title, list(_rows(first, rows, work)))
        for label, title, first, rows in lists
        if rows
    ]
    blocks = [
        block for label, title, inside in found for block in (_title(label, title, work), *inside)
    ]
    if blocks:
        entries = tuple(Entry(1, label, title) for label, title, _ in found)
        yield Chapter(entries, tuple(leaves(found[0][1], blocks, text_height(work), ROWS)))


def _title(label: str, title: str, work: Work) -> Block:
    what = {"title": title, "label": label}
    return Block("title", what, title_mm(title, text_width(work)), lead=True)


def _chapter(
    label: str, title: str, blocks: Sequence[Block], fillings: Sequence[Filling], work: Work
) -> Chapter:
    found = [_title(label, title, work), *blocks]
    ways: list[list[Leaf]] = [
        leaves(title, found, text_height(work), filling) for filling in fillings
    ]
    best = min(ways, key=len)
    return Chapter((Entry(1, label, title),), tuple(best))


def _tree(office: CentreView, depth: int, work: Work) -> Iterator[Block]:
    """An office and those below it."""
    room = text_width(work) - STEP_IN_MM * depth - 4.0
    height = fit.office(office.name, fit.calls(office.phones), office.duties, room)
    what = {"depth": depth, "name": office.name, "phones": office.phones, "duties": office.duties}
    place = f"centre/{office.id}"
    yield Block(
        "office",
        what,
        height,
        lead=bool(office.children),
        records=(Record(place, place, office.name),),
    )
    for child in office.children:
        yield from _tree(child, depth + 1, work)


def _history(office: Phrase, events: Sequence[tuple[str, Phrase]], work: Work) -> Iterator[Block]:
    """An office's name, then its days."""
    column = fit.Column(work.reader.lang, text_width(work))
    yield Block(
        "name", office, tall(str(office), 12, LEADING_PT, column.width, BOLD) + 1.0, lead=True
    )
    for when, what in events:
        height = max(
            column.small(when, DAY_MM, BOLD),
            column.small(str(what), column.width - DAY_MM - DAY_GUTTER_MM),
        )
        yield Block("event", {"when": when, "what": what}, height)


def _rows(first: str, rows: Sequence[Row], work: Work) -> Iterator[Block]:
    """A table of numbers; where it turns over, a good part of it stands on the last page."""
    column = fit.Column(work.reader.lang, text_width(work))
    heights = [_row(row, column) for row in rows]
    head = column.small("x") + CELL_Y_MM
    room = text_height(work) - UNDER_TITLE_MM - head
    parts = list(fit.chunks(heights, room))
    if len(parts) > 1 and parts[-1][1] - parts[-1][0] < FEW:
        parts = list(fit.chunks(heights, sum(heights) / len(parts) + max(heights)))
    for start, end in parts:
        yield Block(
            "numbers", {"first": first, "rows": rows[start:end]}, head + sum(heights[start:end])
        )


def _row(row: Row, column: fit.Column) -> float:
    name = column.width - REGION_MM - PHONE_MM - WEB_MM - CELL_X_MM
    web = row.homepage.label if row.homepage else ""
    return (
        max(
            column.small(str(row.region), REGION_MM - CELL_X_MM, BOLD),
            column.small(str(row.name), name),
            column.small(fit.calls(row.phones), PHONE_MM - CELL_X_MM, BOLD),
            column.small(web, WEB_MM - CELL_X_MM),
        )
        + CELL_Y_MM
    )
