"""Files kept to save work: each begins with a digest and is used only where that is right."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_LENGTH = 20
"""Bytes of the digest before what is kept."""


def kept(path: Path, made_from: bytes) -> bytes | None:
    """What was kept there, if it is whole and was made from just this.

    `made_from` stands for everything the data depends on, programs and their versions included.
    """
    try:
        found = path.read_bytes()
    except OSError:
        return None
    data = memoryview(found)[_LENGTH:]
    return bytes(data) if found[:_LENGTH] == _digest(made_from, data) else None


def keep(path: Path, made_from: bytes, data: bytes) -> None:
    """Keeps data, whole or not at all; where it cannot be written, nothing is kept."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_digest(made_from, data))
                file.write(data)
            Path(draft).replace(path)
        except OSError:  # the disk is full
            Path(draft).unlink()


def once(path: Path | None, made_from: bytes, make: Callable[[], bytes]) -> bytes:
    """What `make` makes, taken from `path` where it is kept; without a path always made."""
    found = kept(path, made_from) if path else None
    if found is None:
        found = make()
        if path:
            keep(path, made_from, found)
    return found


def _digest(made_from: bytes, data: bytes | memoryview) -> bytes:
    whole = hashlib.blake2b(len(made_from).to_bytes(8), digest_size=_LENGTH)
    whole.update(made_from)
    whole.update(data)
    return whole.digest()
