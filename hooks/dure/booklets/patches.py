"""조각보: a rectangle cut into patches, one for each record, the same for the same records.

Cuts depend on the ids alone, so an edition's cover is its data: two years' covers differ.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Piece(Struct, frozen=True):
    """What a patch stands for: a record's id and dye; `pale` where only its field is known."""

    id: str
    dye: str
    pale: bool = False


class Area(Struct, frozen=True):
    """A rectangle in millimetres from the top left."""

    x: float
    y: float
    w: float
    h: float


class Patch(Struct, frozen=True):
    """A piece in its place; `cut` is the seam across it: none, falling or rising."""

    x: float
    y: float
    w: float
    h: float
    dye: str
    pale: bool
    cut: str


def patchwork(pieces: Sequence[Piece], areas: Sequence[Area]) -> tuple[Patch, ...]:
    """All pieces sewn into the areas, each area taking pieces in proportion to its size."""
    ordered = sorted(pieces, key=lambda piece: (_chance(piece.id), piece.id))
    return tuple(patch for area, share in _shares(ordered, areas) for patch in _sew(share, area))


def _shares(
    pieces: Sequence[Piece], areas: Sequence[Area]
) -> Iterator[tuple[Area, Sequence[Piece]]]:
    whole = sum(a.w * a.h for a in areas)
    done, start = 0.0, 0
    for area in areas:
        done += area.w * area.h / whole
        end = round(len(pieces) * done)
        if end > start:
            yield area, pieces[start:end]
        start = end


def _sew(pieces: Sequence[Piece], area: Area) -> Iterator[Patch]:
    """Halves the area across its longer side until every piece has its own place."""
    if len(pieces) == 1:
        yield _patch(pieces[0], area)
        return
    seed = "".join(piece.id for piece in pieces)
    many = max(1, min(len(pieces) - 1, round(len(pieces) * (0.36 + 0.28 * _chance(seed)))))
    first, second = _halves(area, many / len(pieces))
    yield from _sew(pieces[:many], first)
    yield from _sew(pieces[many:], second)


def _halves(area: Area, share: float) -> tuple[Area, Area]:
    if area.w >= area.h:
        w = area.w * share
        return (Area(area.x, area.y, w, area.h), Area(area.x + w, area.y, area.w - w, area.h))
    h = area.h * share
    return (Area(area.x, area.y, area.w, h), Area(area.x, area.y + h, area.w, area.h - h))


def _patch(piece: Piece, area: Area) -> Patch:
    """Nearly square patches may be sewn of two triangles; long ones stay whole."""
    ratio = area.w / area.h
    chance = _chance(f"{piece.id} cut")
    cut = ""
    if 0.55 < ratio < 1.8 and chance < 0.3:
        cut = "falling" if chance < 0.15 else "rising"
    x, y, w, h = (round(value, 3) for value in (area.x, area.y, area.w, area.h))
    return Patch(x, y, w, h, piece.dye, piece.pale, cut)


def _chance(seed: str) -> float:
    """A number from 0 to 1 that depends on the text alone."""
    digest = hashlib.blake2b(seed.encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big") / 2**32
