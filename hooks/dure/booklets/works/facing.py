"""The enterprise booklet in two languages: Korean on left pages, English facing it on the right."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dure.booklets.paging.blocks import Block, Entry, Leaf, Placed
from dure.booklets.paging.book import (
    Look,
    Numbered,
    contents,
    index_entries,
    index_leaves,
    index_types,
    page_of,
    printed,
)
from dure.booklets.paging.breaks import Filling, breaks, spread
from dure.booklets.paging.matter import EVEN, MOST_MM, SPACINGS, Page, matter_blocks
from dure.booklets.works.common import text_height, text_width
from dure.booklets.works.enterprises import FILLING, made_up

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from dure.booklets.works.common import Values, Work
    from dure.booklets.works.enterprises import MadeUp

MARK = "-en"
"""Ends the labels of the English half: each record stands twice."""
SMALLER_PT = 0.5
"""Indexes are set smaller than in a book of one language: there are two of each."""
Pair = tuple[Leaf, Leaf]


def facing_work(korean: Work, english: Work) -> Values:
    """What stands on each page, and under `other` what the English half says of itself."""
    looks = Look(korean), Look(english, MARK, "en")
    halves = made_up(korean), made_up(english, MARK)
    listed = [
        contents(_entries(half, look), look) for half, look in zip(halves, looks, strict=True)
    ]
    pairs = [
        *_paired(listed[0].leaves, listed[1].leaves),
        *_matter(halves, looks, "front"),
        *_leveled(halves, looks),
        *_matter(halves, looks, "back"),
    ]
    body = _in_turn([_opening(korean)], pairs)
    places = Numbered(1, tuple(leaf for leaf, _ in body)).places
    last = _indexes(halves, looks, places)
    whole = [*body, *_in_turn([], last)]
    pages = [page_of(leaf, at, looks[side]) for at, (leaf, side) in enumerate(whole, 1)]
    first_half = [leaf if side == 0 else Leaf("", ()) for leaf, side in body]
    return {
        **halves[0].values,
        **printed(korean, pages, first_half),
        "other": halves[1].values,
        "listed": listed[0].listed | listed[1].listed,
    }


def _opening(work: Work) -> Leaf:
    """A title page, so that all Korean pages are left ones."""
    block = Block("opening", None, text_height(work))
    return Leaf("", (Placed(block, 0.0),))


def _in_turn(first: Sequence[Leaf], pairs: Sequence[Pair]) -> list[tuple[Leaf, int]]:
    """Pages in their order, each with its language's number."""
    return [
        *((leaf, 0) for leaf in first),
        *((leaf, side) for pair in pairs for side, leaf in enumerate(pair)),
    ]


def _paired(first: Sequence[Leaf], second: Sequence[Leaf]) -> list[Pair]:
    """Pages that face each other; where one half is shorter its page stays empty."""
    return [
        (one or Leaf("", ()), other or Leaf("", ())) for one, other in zip_longest(first, second)
    ]


def _entries(half: MadeUp, look: Look) -> list[Entry]:
    """Lines of the contents of one half."""
    front, back = (
        [_entry(page, f"{name}-{at}{look.mark}") for at, page in enumerate(pages)]
        for name, pages in (("front", half.front), ("back", half.back))
    )
    return [*front, *half.entries, *back, *index_entries(half.indexes, look.mark)]


def _entry(matter: Mapping[str, Any], label: str) -> Entry:
    return Entry(1, label, matter["title"])


def _matter(halves: Sequence[MadeUp], looks: Sequence[Look], name: str) -> list[Pair]:
    """Hand-written pages, piece facing piece."""
    found: list[Pair] = []
    pages = zip(*(getattr(half, name) for half in halves), strict=True)
    for at, matter in enumerate(pages):
        ways: list[list[Pair]] = []
        for spacing in SPACINGS:
            blocks = [
                matter_blocks(_page(one, f"{name}-{at}", look), spacing)
                for one, look in zip(matter, looks, strict=True)
            ]
            titles = [one["title"] for one in matter]
            ways.append(_level(titles, blocks, looks[0], Filling(spacing.gap, MOST_MM, EVEN)))
        fewest = min(map(len, ways))
        found.extend(next(way for way in ways if len(way) == fewest))
    return found


def _page(matter: Mapping[str, Any], label: str, look: Look) -> Page:
    work = look.work
    return Page(matter, label + look.mark, work.words, work.type_of or "ko", text_width(work))


def _leveled(halves: Sequence[MadeUp], looks: Sequence[Look]) -> list[Pair]:
    return _level(("", ""), [half.blocks for half in halves], looks[0], FILLING)


def _level(
    titles: Sequence[Any], blocks: Sequence[Sequence[Block]], look: Look, filling: Filling
) -> list[Pair]:
    """Pages on which what faces each other begins at the same height."""
    room = text_height(look.work)
    rows = [
        [replace(block, tall=max(b.tall for b in row)) for block in row]
        for row in zip(*blocks, strict=True)
    ]
    first, second = ([row[side] for row in rows] for side in (0, 1))
    return [
        (
            Leaf(titles[0], spread(first[start:end], room, filling), level=True),
            Leaf(titles[1], spread(second[start:end], room, filling), level=True),
        )
        for start, end in breaks(first, room, filling)
    ]


def _indexes(
    halves: Sequence[MadeUp], looks: Sequence[Look], places: Mapping[str, tuple[int, float]]
) -> list[Pair]:
    first, second = (
        index_leaves(half.indexes, places, look, index_types(look, SMALLER_PT))
        for half, look in zip(halves, looks, strict=True)
    )
    return _paired(first, second)
