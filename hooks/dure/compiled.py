"""Templates are compiled once and kept, as Python keeps its own modules, in `__pycache__`.

Compiling all of them takes a quarter of a second, reading them a hundredth. What is kept is
used only where it is whole and made from the same text by the same programs.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

_LENGTH = 20
"""Bytes of the digest before what is kept."""


@dataclass(frozen=True)
class Compiled(jinja2.BytecodeCache):
    """Compiled templates in a folder; `settings` stand for all that a text alone does not say."""

    folder: Path
    settings: bytes = b""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Takes what is kept; a torn or foreign file is as good as none."""
        try:
            kept = self._path(bucket).read_bytes()
        except OSError:
            return
        if kept[:_LENGTH] == self._digest(bucket, kept[_LENGTH:]):
            bucket.bytecode_from_string(kept[_LENGTH:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template; where the folder may not be written, nothing is kept."""
        code = bucket.bytecode_to_string()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(dir=self.folder)
            with os.fdopen(handle, "wb") as file:
                file.write(self._digest(bucket, code) + code)
            Path(draft).replace(self._path(bucket))
        except OSError:
            return

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.template.pyc"

    def _digest(self, bucket: Bucket, code: bytes) -> bytes:
        """Jinja itself looks only at the template's text and Python's version."""
        made_by = f"{sys.version} {jinja2.__version__} {bucket.key} ".encode()
        return hashlib.blake2b(made_by + self.settings + code, digest_size=_LENGTH).digest()
