"""A language's search, taken from the earlier site while nothing it is made of has changed.

A note beside the caches says what a language's files were made of and what they hold. Files are
taken only where the note names just these entries, words and programs, and each file still holds
what the note says; a torn note, or a file lost, cut off or changed, and all are made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from dure.kept import keep, kept
from dure.search.files import content_digest
from dure.search.pagefind import IndexReport, write_language

if TYPE_CHECKING:
    from dure.search.packed import Packed
    from dure.search.words import SynonymData

PROGRAMS = ("cbor2", "pagefind", "pagefind_bin")
_LIBRARY = Path(__file__).parents[1]
_CODE = ("search", "korean")
"""Parts of the library that make the files from entries."""


@dataclass(frozen=True)
class Earlier:
    """What an earlier build has left."""

    search: Path
    """The earlier site's `pagefind/`."""
    notes: Path
    """A folder of ours, outside any site."""


def take_or_write(
    lang: str, records: Packed, out: Path, words: SynonymData, earlier: Earlier
) -> IndexReport:
    """The files of one language, the earlier ones if they are the same; raises as `build_index`."""
    note = earlier.notes / f"{lang}"
    made_of = digest(records, words)
    known = _known(note, made_of)
    if known is not None and _stands(known, earlier.search):
        _take(known, earlier.search, out)
        return known
    report = write_language(lang, records, out, words)
    keep(note, made_of.encode(), json.dumps(asdict(report)).encode())
    return report


def digest(records: Packed, words: SynonymData) -> str:
    """Of everything a language's files are made of, the programs that make them included."""
    told = json.dumps([records.digest, asdict(words)]).encode()
    return hashlib.blake2b(told + _programs(), digest_size=20).hexdigest()


@cache
def _programs() -> bytes:
    """Our own code and word lists, and the versions of others'."""
    found = hashlib.blake2b(" ".join((sys.version, *map(version, PROGRAMS))).encode())
    for path in sorted(path for part in _CODE for path in (_LIBRARY / part).iterdir()):
        if path.is_file():
            found.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return found.digest()


def _known(note: Path, made_of: str) -> IndexReport | None:
    """What the note says, if it is whole and of the same entries."""
    said = kept(note, made_of.encode())
    return IndexReport(**json.loads(said)) if said else None


def _stands(known: IndexReport, search: Path) -> bool:
    """Whether each file is there and holds what it held."""
    try:
        return all(_digest_of(search / path) == held and not (search / path).is_symlink()
                   for path, held in known.holds.items())  # fmt: skip
    except OSError:
        return False


def _digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, content_digest).hexdigest()


def _take(known: IndexReport, search: Path, out: Path) -> None:
    """The same files under new names where the disk can do that: they keep their time."""
    for path in known.holds:
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(search / path, out / path)
        except OSError:  # a preview lies on another disk
            shutil.copy2(search / path, out / path)
