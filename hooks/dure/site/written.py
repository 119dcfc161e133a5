"""The characters of every text a page may show, and which of them stand in bold."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TEXT_FILES = (".yml", ".md", ".html")
_HEADING = re.compile(r"^[ -]*(?:name|title|label):(.*(?:\n +ko:.*)?)$|^#+ (.*)$", re.MULTILINE)
"""A name in the data, with its Korean where that has a line of its own; a heading of a page."""
_LABEL = re.compile(r'ko: "?([^{},"]{1,10})[",}]')
"""A text of the templates that is short enough to be a heading or a button."""
_PAGES = 10
"""How many names a label counts as: it stands on many pages."""


@dataclass(frozen=True)
class Written:
    """The characters of one file."""

    all: frozenset[str]
    bold: tuple[frozenset[str], ...]
    """Of each name, heading and label."""


def written(roots: tuple[Path, ...]) -> tuple[Written, ...]:
    """Of each file with texts at or below these places."""
    return tuple(
        _read(path, path.stat().st_mtime_ns)
        for root in roots
        for path in ((root,) if root.is_file() else _below(root))
    )


def _below(root: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(root):
        yield from (Path(folder, name) for name in names if name.endswith(_TEXT_FILES))


@cache
def _read(path: Path, _time: int) -> Written:
    """Kept while the file is the same: a preview asks again and again."""
    text = path.read_text("utf-8")
    labels = _LABEL.findall(text) if path.parent.name == "messages" else ()
    return said(text, labels)


def said(text: str, labels: Iterable[str] = ()) -> Written:
    """The characters of a text."""
    bold = [frozenset(name + heading) for name, heading in _HEADING.findall(text)]
    bold += [frozenset(label) for label in labels] * _PAGES
    return Written(frozenset(text), tuple(bold))
