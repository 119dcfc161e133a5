"""Maps: a square and an outline for each city, with whom to call there or how much there is."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from dure.views.offices import region_offices
from dure.views.outlines import frame, shape, short_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dure.records import Term
    from dure.render import Phrase
    from dure.views.outlines import Frame, Shape
    from dure.views.reader import LinkView, Reader, TermView

SHADES = 4
"""Steps of shade, the full dye the darkest."""


class Tile(Struct, frozen=True):
    """A city or district on a tile map, with the centres to call there."""

    term: TermView
    name: Phrase
    """As it stands on its square."""
    column: int
    row: int
    centres: tuple[LinkView, ...]
    stands_in: bool
    shape: Shape | None


class TileMap(Struct, frozen=True):
    """All cities or districts of one region, as squares."""

    region: TermView
    tiles: tuple[Tile, ...]
    elsewhere: tuple[LinkView, ...]
    """Whom to call where a city or district has no office in the documents."""
    frame: Frame | None


class CountTile(Struct, frozen=True):
    """A city or district with a number; `shade` is 0 (none) to 4 (most)."""

    term: TermView
    name: Phrase
    column: int
    row: int
    count: int
    shade: int
    shape: Shape | None


class CountMap(Struct, frozen=True):
    """A region's numbers; `whole` is what holds for all of it."""

    region: TermView
    tiles: tuple[CountTile, ...]
    whole: int
    frame: Frame | None

    @property
    def ranked(self) -> tuple[CountTile, ...]:
        """The places that have any, most first; equal ones keep the vocabulary's order."""
        return tuple(sorted((t for t in self.tiles if t.count), key=lambda t: -t.count))


def tile_maps(reader: Reader) -> tuple[TileMap, ...]:
    """A tile map for each region whose cities or districts have tiles."""
    return tuple(
        TileMap(
            reader.term("regions", region),
            tuple(_tile(term, reader) for term in terms),
            tuple(reader.centre(i) for i in region_offices(region, reader)),
            frame(region, reader),
        )
        for region, terms in _regions(reader)
    )


def count_maps(counts: Mapping[str, int], reader: Reader) -> tuple[CountMap, ...]:
    """Region id → number, drawn for each region of which anything is counted."""
    made = (_count_map(region, terms, counts, reader) for region, terms in _regions(reader))
    return tuple(found for found in made if found.whole or found.ranked)


def _regions(reader: Reader) -> Iterator[tuple[str, tuple[Term, ...]]]:
    """Regions with those of their parts that have a place on the map and are the site's.

    One place alone needs no map.
    """
    catalogue, ours = reader.catalogue, set(reader.catalogue.site.regions)
    terms = [
        term
        for term in catalogue.terms.get("regions", {}).values()
        if term.tile is not None
        and term.parent is not None
        and not ours.isdisjoint(catalogue.above(term.id))
    ]
    terms.sort(key=lambda term: term.parent or "")
    for region, found in groupby(terms, key=lambda term: term.parent or ""):
        if len(places := tuple(found)) > 1:
            yield region, places


def _place(term: Term) -> tuple[int, int]:
    """Column and row."""
    return term.tile or (0, 0)


def _name(term: Term, reader: Reader) -> Phrase:
    """The whole name in Korean; in English what a square has room for."""
    label = reader.say(term.label)
    return short_name(term, reader) if label.lang == "en" else label


def _tile(term: Term, reader: Reader) -> Tile:
    ids = reader.catalogue.mentioned_by("term:regions", term.id, "centre", "serves")
    centres = reader.catalogue.centres
    return Tile(
        reader.term("regions", term.id),
        _name(term, reader),
        *_place(term),
        tuple(reader.centre(i) for i in ids),
        any(centres[i].stands_in for i in ids),
        shape(term, reader),
    )


def _count_map(
    region: str, terms: tuple[Term, ...], counts: Mapping[str, int], reader: Reader
) -> CountMap:
    most = max(counts.get(term.id, 0) for term in terms)
    return CountMap(
        reader.term("regions", region),
        tuple(
            CountTile(
                reader.term("regions", term.id),
                _name(term, reader),
                *_place(term),
                counts.get(term.id, 0),
                _shade(counts.get(term.id, 0), most),
                shape(term, reader),
            )
            for term in terms
        ),
        counts.get(region, 0),
        frame(region, reader),
    )


def _shade(count: int, most: int) -> int:
    """Even steps up to the largest number; anything at all is at least the palest."""
    return -(-SHADES * count // most) if count else 0
