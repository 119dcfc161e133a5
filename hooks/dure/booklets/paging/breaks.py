"""Where pages end: the breaks that leave the least paper empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.booklets.paging.blocks import Leaf, Placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dure.booklets.paging.blocks import Block
    from dure.render import Phrase


class Filling(Struct, frozen=True):
    """How pages are filled; millimetres."""

    gap: float
    """White between two blocks."""
    most: float
    """How much more there may be where a page is not full."""
    last: float = 0.2
    """What an empty last page costs beside others: the last may be emptier."""


A_PAGE = 0.02
"""What a page costs, so that of two equal ways the one with fewer pages is taken."""
NEVER = 9.0
"""A band or a title alone at the foot of a page is worse than any empty page."""


def breaks(blocks: Sequence[Block], room: float, filling: Filling) -> list[tuple[int, int]]:
    """Where each page begins and ends; a block taller than a page has one of its own."""
    best, begins = [0.0], [0]
    for end in range(1, len(blocks) + 1):
        cost, start = min(
            (best[start] + cost, start)
            for start, cost in _pages_to(blocks[:end], room, filling, len(blocks))
        )
        best.append(cost)
        begins.append(start)
    found, end = [], len(blocks)
    while end:
        found.append((begins[end], end))
        end = begins[end]
    return found[::-1]


def _pages_to(
    blocks: Sequence[Block], room: float, filling: Filling, count: int
) -> Iterator[tuple[int, float]]:
    """Each block a page that ends with the last of these could begin with, and what it costs."""
    last = len(blocks) == count
    weight = filling.last if last else 1.0
    lonely = NEVER if not last and blocks[-1].lead else 0.0
    tall = -filling.gap
    for start in range(len(blocks) - 1, -1, -1):
        tall += blocks[start].tall + filling.gap
        if tall > room and start < len(blocks) - 1:
            return
        empty = max(0.0, 1 - tall / room)
        yield start, weight * empty * empty + A_PAGE + lonely


def leaves(
    title: Phrase | str, blocks: Sequence[Block], room: float, filling: Filling
) -> list[Leaf]:
    """Pages filled evenly: what is left of one goes between its blocks."""
    return [
        Leaf(title, spread(blocks[start:end], room, filling))
        for start, end in breaks(blocks, room, filling)
    ]


def spread(blocks: Sequence[Block], room: float, filling: Filling) -> tuple[Placed, ...]:
    """The blocks of a page with the white below each; none is added below a lead."""
    tall = sum(block.tall for block in blocks) + filling.gap * (len(blocks) - 1)
    gaps = sum(not block.lead for block in blocks[:-1])
    more = max(0.0, min(filling.most, (room - tall) / gaps)) if gaps else 0.0
    last = len(blocks) - 1
    return tuple(
        Placed(block, 0.0 if at == last else round(filling.gap + (0.0 if block.lead else more), 2))
        for at, block in enumerate(blocks)
    )
