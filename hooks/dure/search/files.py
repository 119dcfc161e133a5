"""The files of the search: the engine's form, and names that change with what they hold.

A file's name is the mark of its language, which all its files make together, and a number: so no
browser mixes an old file with new ones, and the tables need not hold names.
"""

from __future__ import annotations

import gzip
import hashlib
from typing import TYPE_CHECKING

import cbor2

if TYPE_CHECKING:
    from collections.abc import Mapping
    from hashlib import blake2b

Files = dict[str, bytes]
SIGNATURE = b"pagefind_dcd"
VERSION = "1.5.2"
"""The layout of the engine's tables is internal to it and known for this version only."""


class IndexFailed(RuntimeError):
    """The index could not be built; says why, in the engine's words where it has any."""


def unpack(data: bytes) -> bytes:
    """What a Pagefind file holds; raises IndexFailed when it is not one."""
    raw = gzip.decompress(data)
    if not raw.startswith(SIGNATURE):
        raise IndexFailed("a file of the index lacks the engine's signature")
    return raw[len(SIGNATURE) :]


def pack(content: bytes) -> bytes:
    """A Pagefind file; no time stamp, so equal content gives equal bytes."""
    return gzip.compress(SIGNATURE + content, compresslevel=9, mtime=0)


def named(lang: str, files: Mapping[str, bytes]) -> tuple[str, Files]:
    """The language's name, and the files with it in place of the `*` of theirs."""
    digest = hashlib.sha256()
    for path, content in sorted(files.items()):
        digest.update(f"{path}\0{len(content)}\0".encode() + content)
    name = f"{lang}_{digest.hexdigest()[:8]}"
    return name, {path.replace("*", name): content for path, content in files.items()}


def content_digest() -> blake2b:
    """Grows to that of a file, to tell whether it still holds the same."""
    return hashlib.blake2b(digest_size=16)


def read_chunks(data: bytes) -> list[tuple[str, str]]:
    """First word and name of each chunk in the engine's tables; raises IndexFailed.

    The engine shortens the ends of ranges so that words between two are lost; beginnings are right.
    """
    version, _, chunks, *_ = cbor2.loads(unpack(data))
    if version != VERSION:
        raise IndexFailed(f"expected pagefind {VERSION}, got {version}")
    return [(first, name) for first, _, name in chunks]
