"""Outlines of cities and districts: simplified boundaries, one file for each province."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from msgspec import Struct

from dure.korean.periods import parse_day
from dure.render import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dure.korean.periods import Day
    from dure.records import Term
    from dure.views.reader import Reader

FOLDER = Path(__file__).parent.parent / "outlines"
HANGUL, LATIN = 14, 7.5
"""Width of a syllable and of a letter on the map, in units of its grid."""
OVER = 1.6
"""How far a name may reach beyond the circle that fits inside: places are wider than circles."""
NARROW = 1.6
"""How much larger the letters are on a phone."""
TWO_LINES = 17
"""Radius that has room for a name and a number under it."""


class Place(Struct, frozen=True):
    """A place as it is in the file; `room` is the radius of the circle around x, y inside it."""

    x: int
    y: int
    room: int
    path: str


class Outline(Struct, frozen=True):
    """A province: its places by region id, on a grid of so many units."""

    width: int
    height: int
    source: Mapping[str, str]
    as_of: Day
    places: Mapping[str, Place]


class Frame(Struct, frozen=True):
    """What stands around an outline map."""

    width: int
    height: int
    source: str


class Shape(Struct, frozen=True):
    """A place to draw; `name` is empty where it has no room."""

    path: str
    x: int
    y: int
    name: Phrase | None
    tight: bool
    """Whether the name has no room on a phone, where letters are larger for their places."""
    two_lines: bool
    """Whether a number has room under the name; else it takes the name's place."""


@cache
def outlines() -> Mapping[str, Outline]:
    """Region id of a province → its outline."""
    files = (path.read_text("utf-8") for path in sorted(FOLDER.glob("*.yml")))
    read = (yaml.load(text, Loader=yaml.CSafeLoader) for text in files)
    return {
        found["region"]: Outline(
            found["width"],
            found["height"],
            found["source"],
            parse_day(found["as_of"].isoformat()),
            {region: Place(**place) for region, place in found["places"].items()},
        )
        for found in read
    }


def frame(region: str, reader: Reader) -> Frame | None:
    """The frame of a province's map; None where its outline is not known."""
    found = outlines().get(region)
    if found is None:
        return None
    source = reader.words["outline_source"].format(
        source=found.source[reader.lang], day=reader.day(found.as_of)
    )
    return Frame(found.width, found.height, source)


def shape(term: Term, reader: Reader) -> Shape | None:
    """A city or district to draw on its province's map."""
    outline = outlines().get(term.parent or "")
    place = outline.places.get(term.id) if outline else None
    if place is None:
        return None
    name = short_name(term, reader)
    half, room = _width(name.text) / 2, place.room * OVER
    return Shape(
        place.path,
        place.x,
        place.y,
        name if half <= room else None,
        half * NARROW > room,
        place.room >= TWO_LINES,
    )


def short_name(term: Term, reader: Reader) -> Phrase:
    """A place's name as people say it: `수원` for `수원시`, `Jongno` for `Jongno-gu`."""
    label = reader.say(term.label)
    others = term.aliases.en if label.lang == "en" else term.aliases.ko
    begins = (name for name in others if label.text.startswith(name))
    return Phrase(next(begins, label.text), label.lang, label.page_lang)


def _width(words: str) -> float:
    return sum(HANGUL if ord(char) > 0x10FF else LATIN for char in words)
