"""The contact sheet: the office of each city or district, then everyone else who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.booklets.paging.columns import Line, even, filled
from dure.booklets.patches import Area, Piece, patchwork
from dure.booklets.select import centre_ids
from dure.booklets.works import programfit as fit
from dure.booklets.works.common import BLEED_MM, base, page_code
from dure.booklets.works.lines import BOLD, LEADING_PT, POINT_MM, SMALL_LEADING_PT, lines, stacked
from dure.booklets.works.offices import city_rows, other_rows, team_rows
from dure.booklets.works.pieces import SECTION_DYES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dure.booklets.paging.columns import Column
    from dure.booklets.works.common import Values, Work
    from dure.booklets.works.offices import Row

BAND_MM = 10.0
HEAD_MM = 31.0
"""Band, title and code with the white below them, on the first page."""
MARGIN_X_MM, MARGIN_Y_MM, GUTTER_MM = 14.0, 27.5, 9.0
REGION_MM, REGION_GUTTER_MM = 21.0, 2.0
TITLE_MM, OVER_TITLE_MM = 3.4, 5.0
"""A list's title: the white and rule below it, and the white above."""
LEADS_MM = (0.85, 0.6, 0.35)
"""White above and below each line: as much as needs no page more."""
COLUMNS = 2


def contacts_work(work: Work) -> Values:
    """Everything the sheet prints."""
    ids = centre_ids(work.booklet, work.reader.catalogue)
    pieces = [_piece(i, work) for i in ids]
    area = Area(-BLEED_MM, -BLEED_MM, work.width + 2 * BLEED_MM, BAND_MM + BLEED_MM)
    sheets, lead = min(
        ((_pages(ids, lead, work), lead) for lead in LEADS_MM), key=lambda found: len(found[0])
    )
    return {
        **base(work, pieces),
        "band": patchwork(pieces[:60], (area,)),
        "centres_code": page_code(work, "centres/"),
        "foot": work.words["contacts_foot"],
        "lead": lead,
        "sheets": [[[line.what for line in column] for column in page] for page in sheets],
    }


def _piece(centre: str, work: Work) -> Piece:
    """Offices take the dye of their kind's place in the vocabulary."""
    kinds = list(work.reader.catalogue.terms["centre-kinds"])
    at = kinds.index(work.reader.catalogue.centres[centre].kind)
    return Piece(centre, SECTION_DYES[at % len(SECTION_DYES)], pale=at % 2 == 1)


class Listed(Struct, frozen=True):
    """A list with its title; `by_region` where lines are looked up by their region."""

    title: str
    rows: tuple[Row, ...]
    by_region: bool


def lists(ids: Sequence[str], work: Work) -> list[Listed]:
    """Each office once: by city within its province, then province offices, then the others."""
    reader = work.reader
    cities = city_rows(ids, reader)
    provinces = dict.fromkeys(row.province for row in cities)
    all_lists = [
        *(
            (str(reader.term("regions", p).label), [r for r in cities if r.province == p], True)
            for p in provinces
        ),
        (work.words["province_contacts"], team_rows(ids, reader), False),
        (work.words["other_contacts"], other_rows(ids, reader), False),
    ]
    seen: set[str] = set()
    found: list[Listed] = []
    for title, rows, by_region in all_lists:
        fresh = tuple(row for row in rows if row.id not in seen and row.phones)
        seen |= {row.id for row in fresh}
        if fresh:
            found.append(Listed(title, fresh, by_region))
    return found


def _pages(ids: Sequence[str], lead: float, work: Work) -> list[list[Column]]:
    """Pages of two columns; those of the last are even."""
    room = work.height - MARGIN_Y_MM
    rest = [line for listed in lists(ids, work) for line in _lines(listed, lead, work)]
    pages: list[list[Column]] = []
    while rest:
        left = room - (0.0 if pages else HEAD_MM)
        columns = even(rest, COLUMNS, left) or filled(rest, left)[:COLUMNS]
        pages.append(columns)
        rest = rest[sum(map(len, columns)) :]
    return pages


def _lines(listed: Listed, lead: float, work: Work) -> list[Line]:
    width = (work.width - 2 * MARGIN_X_MM - GUTTER_MM * (COLUMNS - 1)) / COLUMNS
    count = lines(listed.title, 12, width, BOLD)
    title = Line(
        {"title": listed.title},
        stacked(count, 12, LEADING_PT) + TITLE_MM,
        OVER_TITLE_MM,
        keeps=True,
    )
    column = fit.Column(work.reader.lang, width)
    return [
        title,
        *(
            Line(
                {"row": row, "by_region": listed.by_region},
                _row(row, column, by_region=listed.by_region) + 2 * lead,
                0.0,
            )
            for row in listed.rows
        ),
    ]


def _row(row: Row, column: fit.Column, *, by_region: bool) -> float:
    """An office with its numbers; beside its region where it is looked up by that."""
    room = column.width - (REGION_MM + REGION_GUTTER_MM if by_region else 0.0)
    web = row.homepage.label if row.homepage else ""
    said = (
        column.small(str(row.name), room, BOLD)
        + column.small(f"{fit.calls(row.phones)}iii {web}", room, BOLD)
        + SMALL_LEADING_PT * POINT_MM
    )
    return max(said, column.small(str(row.region), REGION_MM, BOLD)) if by_region else said
