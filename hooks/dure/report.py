"""How complete the data is: English texts, sources, what was confirmed by a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dure.problems import field_name
from dure.records import Model, Name, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dure.load import Entry


@dataclass(frozen=True)
class Gap:
    """A text without English: file and field."""

    path: str
    field: str


@dataclass(frozen=True)
class Coverage:
    """Texts of one kind of record, and what they still lack."""

    kind: str
    records: int
    texts: int
    romanised: int
    confirmed: int
    gaps: tuple[Gap, ...]

    @property
    def translated(self) -> int:
        """Texts that have English."""
        return self.texts - len(self.gaps)


def coverage(entries: Iterable[Entry]) -> tuple[Coverage, ...]:
    """Coverage by kind of record, in kind order."""
    kinds: dict[str, list[Entry]] = {}
    for entry in entries:
        kinds.setdefault(entry.kind, []).append(entry)
    return tuple(_kind(kind, found) for kind, found in sorted(kinds.items()))


def _kind(kind: str, entries: list[Entry]) -> Coverage:
    found = [(e, field, text) for e in entries for field, text in texts_of(e.record)]
    gaps = tuple(Gap(e.path, field) for e, field, text in found if text.en is None)
    romanised = sum(isinstance(text, Name) and text.romanised for _, _, text in found)
    confirmed = sum(getattr(e.record, "checked_on", None) is not None for e in entries)
    return Coverage(kind, len(entries), len(found), romanised, confirmed, gaps)


def texts_of(record: Model, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str, Text | Name]]:
    """Every two-language text inside a record, with its field's name, in field order."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        many = isinstance(value, tuple)
        for index, item in enumerate(value if many else (value,)):
            path = (*above, name, index) if many else (*above, name)
            if isinstance(item, Text | Name):
                yield field_name(path), item
            elif isinstance(item, Model):
                yield from texts_of(item, path)
