"""Characters the print face cannot draw, told by file, line and field before anything is set."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from dure.booklets.letters import advances
from dure.faces import FONTS
from dure.problems import Problem, field_name
from dure.records import Model
from dure.yaml_reader import locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dure.load import Entry

FieldPath = tuple[str | int, ...]


@cache
def drawable() -> frozenset[int]:
    """Code points that both weights can draw."""
    return frozenset.intersection(*(frozenset(advances(weight)) for weight in FONTS))


def missing_glyphs(entries: Iterable[Entry], root: Path) -> Iterator[Problem]:
    """A problem for each text of a record with a character no page could show."""
    for entry in entries:
        for field, text in _texts(entry.record, ()):
            lost = _lost(text)
            if lost:
                yield _problem(entry, field, lost, root)


def _lost(text: str) -> str:
    known = drawable()
    return "".join(
        dict.fromkeys(
            c for c in text if ord(c) not in known and unicodedata.category(c)[0] not in "CZ"
        )
    )


def _problem(entry: Entry, field: FieldPath, lost: str, root: Path) -> Problem:
    path = root.parent / entry.path
    at = locate(path.read_text("utf-8"), field)
    names = ", ".join(f"{c} (U+{ord(c):04X})" for c in lost)
    return Problem(
        entry.path, at.line, at.column, field_name(field), "no_glyph", {"letters": names}
    )


def _texts(value: object, above: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Every text inside a record with the way to it."""
    if isinstance(value, str):
        yield above, value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), (*above, name))
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            yield from _texts(item, (*above, at))
