"""Works of several parts on pages: short ones share a page, long ones turn over between parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dure.booklets.paging.blocks import Block, Leaf, Placed
from dure.booklets.paging.breaks import Filling, breaks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PART_MM, LEAST_PART_MM = 3.4, 1.9
"""White between two parts of a work; less only where that saves turning a page."""
BETWEEN_MM = 7.0
"""White between two works on a page."""
MOST_AIR_MM = 5.0
"""How much more there may be between two parts where a page is not full."""
MOST_BETWEEN_MM = 12.0
LEAST_SHARE = 0.4
"""Of a work that turns a page at least so much stands on the second."""
FILLING = Filling(gap=BETWEEN_MM, most=0.0)


class Unit(Struct, frozen=True):
    """A work, or what of it stands on one page; its last block ends it."""

    blocks: tuple[Block, ...]
    lead: bool = False
    """Whether something must follow on the same page."""
    ends: bool = True
    """Whether the last block is to stand at the foot of a page that nothing follows on."""

    gap: float = PART_MM
    """White between its parts."""

    @property
    def tall(self) -> float:
        """Its height."""
        return sum(block.tall for block in self.blocks) + self.gap * (len(self.blocks) - 1)


def unit_leaves(units: Sequence[Unit], room: float) -> list[Leaf]:
    """Pages of works in their order."""
    whole = list(_fitting(units, room))
    weights = [Block("unit", None, unit.tall, lead=unit.lead) for unit in whole]
    return [
        Leaf("", tuple(_placed(whole[start:end], room)))
        for start, end in breaks(weights, room, FILLING)
    ]


def _fitting(units: Sequence[Unit], room: float) -> Iterator[Unit]:
    """Works that fit on a page, those too long for one in two parts or more."""
    above = 0.0
    for unit in units:
        rest = unit
        while len(rest.blocks) > 1 and rest.tall > room - above:
            close = replace(rest, gap=LEAST_PART_MM)
            if close.tall <= room - above:
                rest = close
                break
            cut = _cut(rest, room - above, room)
            yield Unit(rest.blocks[:cut], ends=False)
            rest = Unit(rest.blocks[cut:])
            above = 0.0
        yield rest
        above = unit.tall + BETWEEN_MM if unit.lead else 0.0


def _cut(unit: Unit, first: float, second: float) -> int:
    """How many parts stand on the first page: what it holds, but a good part is left.

    No more is left than the second page holds, if that can be.
    """
    most = min(first, max(unit.tall * (1 - LEAST_SHARE), unit.tall - second + unit.gap))
    used, count = -unit.gap, 0
    for block in unit.blocks[:-1]:
        used += block.tall + unit.gap
        if count and (used > first or (used > most and unit.tall - used + block.tall <= second)):
            break
        count += 1
    return count


def _placed(units: Sequence[Unit], room: float) -> Iterator[Placed]:
    """Blocks of one page: what is left goes between parts, between works, and above the last."""
    spare = room - sum(unit.tall for unit in units) - BETWEEN_MM * (len(units) - 1)
    parts = sum(len(unit.blocks) - 1 for unit in units)
    air = max(0.0, min(MOST_AIR_MM, spare / parts)) if parts else 0.0
    spare -= air * parts
    works = sum(not unit.lead for unit in units[:-1])
    between = max(0.0, min(MOST_BETWEEN_MM, spare / works)) if works else 0.0
    spare -= between * works
    for at, unit in enumerate(units):
        last = at == len(units) - 1
        for number, block in enumerate(unit.blocks):
            if number < len(unit.blocks) - 1:
                foot = last and unit.ends and number == len(unit.blocks) - 2
                after = unit.gap + air + (max(spare, 0.0) if foot else 0.0)
            else:
                after = 0.0 if last else BETWEEN_MM + (0.0 if unit.lead else between)
            yield Placed(block, round(after, 2))
