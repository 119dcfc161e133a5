"""What the engine reads: the words of many records as one text, in which a place tells the record.

A record of its own costs the engine far more than its words do: it copies each several times and
looks through all earlier ones. So it is given one long text. Every field of every record begins a
new line of sixteen words; what is left of its last line is filled with a mark, which is no word.
Then the number of a word's line tells field and record, from a small table of how many lines each
field has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dure.search.terms import words_by_field

if TYPE_CHECKING:
    from collections.abc import Mapping

LINE = 16
"""Words; shorter lines make a longer table, longer ones more filling."""
FIELDS = "tfbnc"
"""Title, facts, body, numbers, initial consonants: the order of a record's fields."""
FILLING = "-"


def lined(record: Mapping[str, Any]) -> tuple[str, tuple[int, ...]]:
    """The words of a record, apart by spaces, and the number of lines of each field."""
    words: list[str] = []
    lines: list[int] = []
    fields = words_by_field(record)
    for name in FIELDS:
        own = fields[name]
        words += own
        words += [FILLING] * (-len(own) % LINE)
        lines.append(-(-len(own) // LINE))
    return " ".join(words), tuple(lines)
