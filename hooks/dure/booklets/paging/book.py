"""A bound book, page by page: contents, chapters, indexes, pages for notes; all numbers known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from dure.booklets.paging.blocks import Block, Entry, Leaf, Placed
from dure.booklets.paging.lists import (
    BETWEEN_MM,
    GUTTER_MM,
    Run,
    Type,
    contents_lines,
    index_lines,
    run_on,
)
from dure.booklets.paper import multiple
from dure.booklets.works.common import text_height, text_width
from dure.booklets.works.lines import BOLD, SMALL_PT, width_mm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dure.booklets.paging.blocks import Chapter
    from dure.booklets.paging.lists import Part
    from dure.booklets.works.common import Values, Work
    from dure.booklets.works.indexes import Index

COVER_PAGES = 2
"""Pages of a screen file before the one numbered 1."""
WIDE_MM = 160.0
"""Wider books have indexes of three columns."""
CONTENTS_GUTTER_MM = 7.0
FEW = 9
"""So many lines of an index are too few for a page of their own."""
CLOSER = ((0.0, 1.3), (0.2, 1.0), (0.4, 0.8))
"""Indexes may be set by so many points smaller, with so many millimetres between lines."""
HEAD_PT, HEAD_GAP_MM = 7.0, 6.0


class Numbered(Struct, frozen=True):
    """Pages of a book in one language from a number on."""

    first: int
    leaves: tuple[Leaf, ...]

    @property
    def places(self) -> dict[str, tuple[int, float]]:
        """Target → number of its page and height on it (mm)."""
        return {
            record.target: (number, round(y, 1))
            for number, leaf in enumerate(self.leaves, self.first)
            for block, y in leaf.tops()
            for record in block.records
        }


class Look(Struct, frozen=True):
    """What pages of one language have in common."""

    work: Work
    mark: str = ""
    """Ends the labels of a second language."""
    lang: str = ""
    """Where it is not the book's own."""
    contents_columns: int = 2

    def index_columns(self) -> int:
        """Three where the paper is wide."""
        return 3 if self.work.width > WIDE_MM else 2


class Contents(NamedTuple):
    """The pages of the contents, and for each heading the name of the column that lists it."""

    leaves: tuple[Leaf, ...]
    listed: dict[str, str]


def contents(entries: Sequence[Entry], look: Look) -> Contents:
    """The contents, as many pages as they take."""
    count = look.contents_columns
    width = (text_width(look.work) - (count - 1) * CONTENTS_GUTTER_MM) / count
    run = Run(look.work.words["contents"], "", contents_lines(entries, width))
    listed: dict[str, str] = {}
    leaves = []
    for [part] in run_on([run], count, text_height(look.work)):
        names = []
        for column in part.columns:
            names.append(f"column {len(set(listed.values()))}{look.mark}")
            listed |= {str(line.what): names[-1] for line in column}
        what = {"title": run.title if part.first else None, "count": count, "columns": names}
        leaves.append(Leaf(run.title, (Placed(Block("contents", what, part.tall), 0.0),)))
    return Contents(tuple(leaves), listed)


def index_types(look: Look, smaller: float = 0.0) -> list[Type]:
    """How indexes may be set, the usual way first; closer ways are taken to save a page."""
    count = look.index_columns()
    size = SMALL_PT[look.work.type_of or look.work.reader.lang] - smaller
    width = (text_width(look.work) - (count - 1) * GUTTER_MM) / count
    return [Type(round(size - less, 1), between, width) for less, between in CLOSER]


def index_entries(indexes: Sequence[Index], mark: str = "") -> tuple[Entry, ...]:
    """Their lines in the contents."""
    return tuple(Entry(1, f"index-{at}{mark}", index.title) for at, index in enumerate(indexes))


def index_leaves(
    indexes: Sequence[Index],
    places: Mapping[str, tuple[int, float]],
    look: Look,
    kinds: Sequence[Type],
) -> tuple[Leaf, ...]:
    """All indexes, one beginning where another ends.

    Of the types the first is taken that needs fewest pages and leaves no few lines for a page.
    """
    ways = [(_index_pages(indexes, places, look, kind), kind) for kind in kinds]
    pages, kind = min(ways, key=lambda way: (len(way[0]), _left_over(way[0])))
    return tuple(_leaf(parts, look.index_columns(), kind) for parts in pages)


def _index_pages(
    indexes: Sequence[Index], places: Mapping[str, tuple[int, float]], look: Look, kind: Type
) -> list[list[Part]]:
    runs = [
        Run(index.title, f"index-{at}{look.mark}", index_lines(index.groups, places, kind))
        for at, index in enumerate(indexes)
    ]
    return run_on([run for run in runs if run.lines], look.index_columns(), text_height(look.work))


def _left_over(pages: Sequence[Sequence[Part]]) -> int:
    """How many lists end on a page with a few lines only."""
    return sum(
        not part.first and sum(map(len, part.columns)) < FEW for parts in pages for part in parts
    )


def _leaf(parts: Sequence[Part], count: int, kind: Type) -> Leaf:
    blocks = [
        Block(
            "index",
            {
                "size": kind.size,
                "between": kind.between,
                "title": part.run.title if part.first else None,
                "label": part.run.label,
                "count": count,
                "columns": [[line.what for line in column] for column in part.columns],
            },
            part.tall,
        )
        for part in parts
    ]
    last = len(blocks) - 1
    return Leaf(
        parts[0].run.title,
        tuple(Placed(block, BETWEEN_MM if at < last else 0.0) for at, block in enumerate(blocks)),
    )


def bound(work: Work, chapters: Sequence[Chapter], indexes: Sequence[Index], look: Look) -> Values:
    """Everything between the covers of a book in one language."""
    entries = [entry for chapter in chapters for entry in chapter.entries]
    first = contents([*entries, *index_entries(indexes)], look)
    body = Numbered(1, (*first.leaves, *(leaf for chapter in chapters for leaf in chapter.leaves)))
    last = index_leaves(indexes, body.places, look, index_types(look))
    pages = [page_of(leaf, at, look) for at, leaf in enumerate((*body.leaves, *last), 1)]
    return {"listed": first.listed, "turn": body.places, **printed(work, pages, body.leaves)}


def printed(work: Work, pages: Sequence[Values], leaves: Sequence[Leaf]) -> Values:
    """Pages as a template draws them, with pages for notes until the binding is full."""
    count = multiple(work.booklet.paper)
    missing = -len(pages) % count
    notes = [
        {
            "n": len(pages) + 1 + at,
            "head": None,
            "tabs": [],
            "lang": "",
            "blocks": [{"kind": "notes", "what": None, "after": 0.0}],
        }
        for at in range(missing)
    ]
    sections = {section.at for leaf in leaves for section in leaf.sections}
    return {
        "pages": [*pages, *notes],
        "tabs": max(sections, default=0) + 1,
        "extent": {"pages": len(pages) + missing, "padding": missing},
        "places": places_of(leaves),
    }


def places_of(leaves: Sequence[Leaf]) -> list[tuple[str, int]]:
    """Each record with the page of the screen file it stands on."""
    return [
        (record.place, number + COVER_PAGES)
        for number, leaf in enumerate(leaves, 1)
        for record in leaf.records
    ]


def page_of(leaf: Leaf, number: int, look: Look) -> Values:
    """One page as a template draws it."""
    return {
        "n": number,
        "lang": look.lang,
        "head": _head(leaf, look.work),
        "tabs": [{"at": section.at, "dye": section.dye} for section in leaf.sections],
        "blocks": [
            {
                "kind": placed.block.kind,
                "what": placed.block.what,
                "after": placed.after,
                "records": [record.place for record in placed.block.records],
                "worked": round(placed.block.tall, 2),
                **({"tall": placed.block.tall} if leaf.level else {}),
            }
            for placed in leaf.blocks
        ],
    }


def _head(leaf: Leaf, work: Work) -> Values:
    """The part's name, and the first and last name on the page where there is room for them."""
    sections = leaf.sections
    title = sections[0].title if sections else leaf.title
    names = leaf.names
    room = text_width(work) - HEAD_GAP_MM - width_mm(str(title), HEAD_PT, BOLD)
    spans = [" – ".join(dict.fromkeys([names[0], names[-1]])), *names] if names else []
    span = next((span for span in spans if width_mm(span, HEAD_PT) <= room), "")
    return {"title": title, "span": span}
