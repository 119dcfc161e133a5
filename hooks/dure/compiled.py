"""Templates are compiled once and kept, as Python keeps its own modules, in `__pycache__`.

Compiling all of them takes a quarter of a second, reading them a hundredth. What is kept is
used only where it is whole and made from the same text by the same programs.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import jinja2

from dure.kept import keep, kept

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.bccache import Bucket


@dataclass(frozen=True)
class Compiled(jinja2.BytecodeCache):
    """Compiled templates in a folder; `settings` stand for all that a text alone does not say."""

    folder: Path
    settings: bytes = b""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Takes what is kept; a torn or foreign file is as good as none."""
        code = kept(self._path(bucket), self._made_from(bucket))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template; where the folder may not be written, nothing is kept."""
        keep(self._path(bucket), self._made_from(bucket), bucket.bytecode_to_string())

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.template.pyc"

    def _made_from(self, bucket: Bucket) -> bytes:
        """Jinja itself looks only at the template's text and Python's version."""
        return f"{sys.version} {jinja2.__version__} {bucket.key} ".encode() + self.settings
