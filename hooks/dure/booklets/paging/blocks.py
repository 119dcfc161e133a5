"""What stands on a page: blocks of known height, and pages that hold them; sizes in millimetres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dure.render import Phrase


class Section(Struct, frozen=True):
    """A part of the book with a thumb tab: its place among all parts, and its dye."""

    at: int
    title: Phrase | str
    dye: str


class Record(Struct, frozen=True):
    """A record a block is about: its name in notes, its label, and what it is called."""

    place: str
    target: str
    name: Phrase | str


class Block(Struct, frozen=True):
    """Something that is never divided: how the template draws it, with what, and how tall it is."""

    kind: str
    what: object
    tall: float
    lead: bool = False
    """Whether something must follow it on its page: a band, a title."""
    section: Section | None = None
    records: tuple[Record, ...] = ()
    name: Phrase | str = ""
    """What it goes on with, where it is no record's beginning: the running head tells it."""


class Placed(Struct, frozen=True):
    """A block and the white below it."""

    block: Block
    after: float


class Leaf(Struct, frozen=True):
    """A page: its running head and what stands on it from top to bottom."""

    title: Phrase | str
    blocks: tuple[Placed, ...]
    level: bool = False
    """Whether each block takes the height it is given, as where two pages face each other."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """Parts that stand on the page, in their order."""
        found = (placed.block.section for placed in self.blocks)
        return tuple(dict.fromkeys(section for section in found if section))

    @property
    def records(self) -> tuple[Record, ...]:
        """Records that stand on the page, in their order."""
        return tuple(record for placed in self.blocks for record in placed.block.records)

    @property
    def names(self) -> tuple[str, ...]:
        """What the page tells of, in its order."""
        found = (
            str(name)
            for placed in self.blocks
            for name in ([r.name for r in placed.block.records] or [placed.block.name])
        )
        return tuple(dict.fromkeys(name for name in found if name))

    def tops(self) -> Iterator[tuple[Block, float]]:
        """Each block and how far below the margin it begins."""
        y = 0.0
        for placed in self.blocks:
            yield placed.block, y
            y += placed.block.tall + placed.after


class Entry(Struct, frozen=True):
    """A line of the contents: the heading it leads to by its label, and its level."""

    level: int
    label: str
    words: Phrase | str


class Chapter(Struct, frozen=True):
    """A run of pages with its lines in the contents."""

    entries: tuple[Entry, ...]
    leaves: tuple[Leaf, ...]
