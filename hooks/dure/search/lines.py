"""What the engine reads: the words of many records as one text, in which a place tells the record.

A record of its own costs the engine far more than its words do: it copies each several times and
looks through all earlier ones. So it is given one long text. Every field of every record begins a
new line of sixteen words; what is left of its last line is filled with a mark, which is no word.
Then the number of a word's line tells field and record, from a small table of how many lines each
field has.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dure.search.terms import words_by_field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LINE = 16
"""Words; shorter lines make a longer table, longer ones more filling."""
FIELDS = "tfbnc"
"""Title, facts, body, numbers, initial consonants: the order of a record's fields."""
FILLING = "-"
MOST_WORDS = 1_500_000
"""Words of one volume: the engine needs about 300 bytes of memory for each (measured)."""


@dataclass(frozen=True)
class Volume:
    """One text, and what stands in it."""

    text: str
    lines: tuple[tuple[int, ...], ...]
    """For each record the number of lines of each field."""


def volumes(records: Iterable[Mapping[str, Any]], most: int = MOST_WORDS) -> Iterator[Volume]:
    """The records' words in order, in as many texts as the engine's memory asks for."""
    words: list[str] = []
    lines: list[tuple[int, ...]] = []
    for record in records:
        fields = words_by_field(record)
        lines.append(tuple(-(-len(fields[name]) // LINE) for name in FIELDS))
        for name in FIELDS:
            words += fields[name]
            words += [FILLING] * (-len(fields[name]) % LINE)
        if len(words) >= most:
            yield Volume(" ".join(words), tuple(lines))
            words, lines = [], []
    if words:
        yield Volume(" ".join(words), tuple(lines))
