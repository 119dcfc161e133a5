"""What files of records say: quickly, on all cores, where all is well, else with every problem."""

from __future__ import annotations

import hashlib
import os
import stat
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from msgspec import ValidationError
from msgspec.json import encode

from dure.problems import Problem
from dure.records.reading import Unsound, as_json, made, read
from dure.validation import problems_of, shown_value
from dure.workers import in_parallel
from dure.yaml_plain import Elsewhere, read_plain
from dure.yaml_reader import MAX_BYTES, Unreadable, decode, locate, read_exactly, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from dure.records import Model

_LOT = 200
"""Files that one process reads at a time: fewer are read before a copy of it would begin."""
_OPENED = os.O_RDONLY | sum(
    getattr(os, f"O_{name}", 0) for name in ("NOFOLLOW", "NONBLOCK", "BINARY")
)
"""How files are opened: neither links are followed nor pipes waited for."""


class Said(NamedTuple):
    """What a file says."""

    digest: bytes
    """Of its bytes."""
    values: bytes
    """As `reading.made` reads them."""


class Read(NamedTuple):
    """A file's record, and what it was made from."""

    record: Model
    said: Said


def said(paths: Sequence[str]) -> Iterable[Said | None]:
    """What files say, in order; nothing for a file that must be looked at more closely."""
    lots = [paths[at : at + _LOT] for at in range(0, len(paths), _LOT)]
    return chain.from_iterable(in_parallel(lambda lot: [*map(_said, lot)], lots))


def _said(path: Path | str) -> Said | None:
    try:
        raw = _bytes(path)
        values = _values(decode(raw))
    except (OSError, Unreadable):
        return None
    return Said(_digest(raw), values) if values else None


def _values(text: str) -> bytes | None:
    """As `reading.made` reads them; may raise `Unreadable`."""
    try:
        return encode(read_plain(text))
    except Elsewhere:
        values = read_exactly(text)
    return as_json(values) if isinstance(values, dict) else None


def record(
    path: Path | str, shown: str, model: type[Model], known: Said | None
) -> tuple[Read | None, list[Problem]]:
    """The record in a file of which it is known what it says, or everything wrong with the file."""
    if known is not None:
        try:
            return Read(made(model, known.values), known), []
        except ValidationError:
            pass
    try:
        return _closely(path, shown, model)
    except OSError as error:
        return None, [Problem(shown, 1, 1, "", "unreadable", {"why": error.strerror or "?"})]
    except Unreadable as error:
        at = error.position
        return None, [Problem(shown, at.line, at.column, "", error.key, error.values, error.remedy)]


def read_record(
    path: Path | str, shown: str, model: type[Model]
) -> tuple[Model | None, list[Problem]]:
    """The record in one file, or everything that is wrong with the file."""
    found, problems = record(path, shown, model, _said(path))
    return (found.record if found else None), problems


def _closely(path: Path | str, shown: str, model: type[Model]) -> tuple[Read | None, list[Problem]]:
    """May raise `OSError` and `Unreadable`."""
    text = decode(raw := _bytes(path))
    values = read_yaml(text)
    if not isinstance(values, dict):
        at = locate(text, ())
        found = {"found": shown_value(values)}
        return None, [Problem(shown, at.line, at.column, "", "not_a_mapping", found)]
    try:
        record, kept = read(model, values)
    except Unsound as unsound:
        return None, list(problems_of(unsound.found, shown, text))
    return Read(record, Said(_digest(raw), kept)), []


def _bytes(path: Path | str) -> bytes:
    """What a file holds; a pipe has no end, and a huge file would fill the memory."""
    file = os.open(path, _OPENED)
    try:
        facts = os.fstat(file)
        if not stat.S_ISREG(facts.st_mode):
            raise Unreadable("not_a_file")
        if facts.st_size > MAX_BYTES:
            raise Unreadable("too_large", values={"size": f"{facts.st_size:,}"})
        return os.read(file, facts.st_size + 1)
    finally:
        os.close(file)


def _digest(raw: bytes) -> bytes:
    return hashlib.blake2b(raw, digest_size=16).digest()
