"""The map leaflet: who to call in each city, who sells there, when the markets were held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.booklets.select import centre_ids, enterprise_ids, program_ids
from dure.booklets.unprintable import Unprintable, reason
from dure.booklets.works.calendar import face
from dure.booklets.works.common import base, url
from dure.booklets.works.offices import team_rows
from dure.booklets.works.pieces import enterprise_piece
from dure.views.centre import centre_view
from dure.views.lists import tile_maps
from dure.views.program import program_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dure.booklets.works.common import Values, Work
    from dure.render import Phrase
    from dure.views.common import PhoneView
    from dure.views.lists import Tile, TileMap

MAP_DYES = ("jjok", "ok")
PHONES_A_TILE = 2


class Square(Struct, frozen=True):
    """A tile with its enterprises and the numbers to call."""

    id: str
    label: Phrase
    column: int
    row: int
    count: int
    phones: tuple[PhoneView, ...]


class Seller(Struct, frozen=True):
    """An enterprise in the list of its city."""

    id: str
    name: Phrase
    url: str
    dye: str
    pale: bool


def map_work(work: Work) -> Values:
    """Everything the leaflet prints."""
    reader = work.reader
    ids = enterprise_ids(work.booklet, reader.catalogue)
    known = reader.catalogue.enterprises
    pieces = [enterprise_piece(i, known[i], reader) for i in ids]
    centres = centre_ids(work.booklet, reader.catalogue)
    offices = [
        row for row in team_rows(centres, reader) if not reader.catalogue.centres[row.id].parent
    ]
    kinds = {k for i in ids for k in known[i].kinds}
    maps = tile_maps(reader)
    if not maps:
        raise Unprintable(reason("no_map"))
    return {
        **base(work, pieces),
        "maps": [_map(m, dye, ids, work) for m, dye in zip(maps, MAP_DYES, strict=False)],
        "cities": _cities(ids, work),
        "markets": _markets(work),
        "offices": offices[:10],
        "kinds": [
            reader.shown(t)
            for t in reader.catalogue.terms["enterprise-kinds"].values()
            if t.id in kinds
        ],
        "face": face(pieces, work.width / 2, work.height / 2, 20.0),
    }


def _map(found: TileMap, dye: str, ids: Sequence[str], work: Work) -> Values:
    words = work.words
    whole = sum(work.reader.catalogue.enterprises[i].region == found.region.id for i in ids)
    return {
        "label": found.region.label,
        "dye": dye,
        "caption": words["map_caption"],
        "tiles": [_square(t, ids, work) for t in found.tiles],
        "without": words["map_without"].format(n=whole) if whole else "",
    }


def _square(tile: Tile, ids: Sequence[str], work: Work) -> Square:
    known = work.reader.catalogue.enterprises
    count = sum(known[i].region == tile.term.id for i in ids)
    phones = [
        line
        for link in tile.centres
        for line in centre_view(link.path.split("/")[1], work.reader).phones
    ]
    return Square(
        tile.term.id, tile.term.label, tile.column, tile.row, count, tuple(phones[:PHONES_A_TILE])
    )


def _cities(ids: Sequence[str], work: Work) -> list[Values]:
    """Regions in their vocabulary's order with the enterprises that are there."""
    known = work.reader.catalogue.enterprises
    found = []
    for region in work.reader.catalogue.terms["regions"].values():
        inside = [_seller(i, work) for i in ids if known[i].region == region.id]
        if inside:
            found.append({"label": work.reader.say(region.label), "enterprises": inside})
    return found


def _seller(enterprise_id: str, work: Work) -> Seller:
    record = work.reader.catalogue.enterprises[enterprise_id]
    piece = enterprise_piece(enterprise_id, record, work.reader)
    return Seller(
        enterprise_id,
        work.reader.say(record.name),
        url(work, f"enterprises/{enterprise_id}/"),
        piece.dye,
        piece.pale,
    )


def _markets(work: Work) -> list[Values]:
    """Markets anyone can go to, with the days the documents give."""
    found: list[Values] = []
    for program in program_ids(work.booklet, work.reader.catalogue):
        record = work.reader.catalogue.programs[program]
        if record.access == "attend" and "market" in record.supports and record.sessions:
            view = program_view(program, work.reader)
            status = work.words["status_past"].format(year=record.year)
            found.append(
                {"id": program, "name": view.name, "status": status, "sessions": view.courses}
            )
    return found
