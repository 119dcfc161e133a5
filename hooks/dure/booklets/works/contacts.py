"""The contact sheet: the office of each city or district, then everyone else who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.booklets.patches import Area, Piece, patchwork
from dure.booklets.select import centre_ids
from dure.booklets.works.common import BLEED_MM, SECTION_DYES, base, page_code
from dure.booklets.works.offices import city_rows, other_rows, team_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dure.booklets.works.common import Values, Work

BAND_MM = 10.0


def contacts_work(work: Work) -> Values:
    """Everything the sheet prints."""
    ids = centre_ids(work.booklet, work.reader.catalogue)
    pieces = [_piece(i, work) for i in ids]
    area = Area(-BLEED_MM, -BLEED_MM, work.width + 2 * BLEED_MM, BAND_MM + BLEED_MM)
    return {
        **base(work, pieces),
        "band": patchwork(pieces[:60], (area,)),
        "centres_code": page_code(work, "centres/"),
        "foot": work.words["contacts_foot"],
        "lists": _lists(ids, work),
    }


def _piece(centre: str, work: Work) -> Piece:
    """Offices take the dye of their kind's place in the vocabulary."""
    kinds = list(work.reader.catalogue.terms["centre-kinds"])
    at = kinds.index(work.reader.catalogue.centres[centre].kind)
    return Piece(centre, SECTION_DYES[at % len(SECTION_DYES)], pale=at % 2 == 1)


def _lists(ids: Sequence[str], work: Work) -> list[Values]:
    """Each office once: by city within its province, then province offices, then the others."""
    reader = work.reader
    cities = city_rows(ids, reader)
    provinces = dict.fromkeys(row.province for row in cities)
    lists = [
        *((str(reader.term("regions", p).label), [r for r in cities if r.province == p], True)
          for p in provinces),
        (work.words["province_contacts"], team_rows(ids, reader), False),
        (work.words["other_contacts"], other_rows(ids, reader), False),
    ]
    seen: set[str] = set()
    found: list[Values] = []
    for title, rows, by_region in lists:
        fresh = [row for row in rows if row.id not in seen and row.phones]
        seen |= {row.id for row in fresh}
        if fresh:
            found.append({"title": title, "rows": fresh, "by_region": by_region})
    return found
