"""The texts that pages may show, and which words of them stand in bold."""

from __future__ import annotations

import os
import re
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


def files(roots: Iterable[Path]) -> Iterator[Path]:
    """Each file with texts at or below these places."""
    for root in roots:
        yield from (root,) if root.is_file() else _below(root)


def _below(root: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(root):
        yield from (Path(folder, name) for name in names if name.endswith(_TEXT_FILES))


def bold(text: str) -> Iterator[str]:
    """The names and headings of a text."""
    return (name or heading for name, heading in _HEADING.findall(text))


def labels(path: Path, text: str) -> list[str]:
    """The short words for pages in one of our own files, each as often as it counts."""
    return _LABEL.findall(text) * _PAGES if path.parent.name == "messages" else []
