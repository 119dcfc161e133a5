"""The engine's files made equal from build to build, and small: sorted, and named by number.

Pagefind writes filters, sorts and languages in the order of a hash map, and gives every page and
chunk a hash for a name, which no compression makes smaller. Everything is read, put in order and
written again; a file's name is its number and a mark of all files of its sort, so that no browser
mixes an old file with new ones.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cbor2

from dure.search.engine import IndexFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Files = dict[str, bytes]
SIGNATURE = b"pagefind_dcd"
VERSION = "1.5.2"
"""The layout of `pf_meta` is internal to the engine and known for this version only."""


@dataclass(frozen=True)
class Tables:
    """The parts of a language's `pf_meta`, in their order there."""

    version: str
    pages: list[list[Any]]
    chunks: list[list[str]]
    filters: list[list[str]]
    sorts: list[list[Any]]
    fields: list[str]


def unpack(data: bytes) -> bytes:
    """What a Pagefind file holds; raises IndexFailed when it is not one."""
    raw = gzip.decompress(data)
    if not raw.startswith(SIGNATURE):
        raise IndexFailed("a file of the index lacks the engine's signature")
    return raw[len(SIGNATURE) :]


def pack(content: bytes) -> bytes:
    """A Pagefind file; no time stamp, so equal content gives equal bytes."""
    return gzip.compress(SIGNATURE + content, compresslevel=9, mtime=0)


def mark(contents: Iterable[bytes]) -> str:
    """Six letters that change when any of the contents does."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()[:6]


def read_tables(data: bytes) -> Tables:
    """A language's tables; raises IndexFailed for a version whose layout is not known."""
    tables = Tables(*cbor2.loads(unpack(data)))
    if tables.version != VERSION:
        raise IndexFailed(f"expected pagefind {VERSION}, got {tables.version}")
    return tables


@dataclass(frozen=True)
class _Folder:
    """Files of one sort in one language, numbered in their order."""

    names: list[str]
    files: Files


def _folder(lang: str, path: str, contents: Sequence[tuple[str, bytes]]) -> _Folder:
    """`path` names the folder and the ending, as in `index/*.pf_index`."""
    made = mark(content for _, content in contents)
    names = [f"{lang}_{letter}{number}_{made}" for number, (letter, _) in enumerate(contents)]
    files = {path.replace("*", name): pack(content)
             for name, (_, content) in zip(names, contents, strict=True)}  # fmt: skip
    return _Folder(names, files)


def _values(data: bytes) -> bytes:
    """A facet with its values and their pages in order."""
    name, found = cbor2.loads(unpack(data))
    return cbor2.dumps([name, [[value, sorted(pages)] for value, pages in sorted(found)]])


def canonical_language(
    lang: str,
    tables: Tables,
    files: Mapping[str, bytes],
    record: Callable[[str], tuple[str, bytes]],
) -> tuple[Tables, Files]:
    """One language in order; `record` gives the letter and the content of the page at a URL."""

    def url(old: str) -> str:
        return str(json.loads(unpack(files[f"fragment/{old}.pf_fragment"]))["url"])

    def values(old: str) -> bytes:
        return _values(files[f"filter/{old}.pf_filter"])

    facets, orders = sorted(tables.filters), sorted(tables.sorts)
    pages = _folder(lang, "fragment/*.pf_fragment", [record(url(old)) for old, _ in tables.pages])
    chunks = _folder(lang, "index/*.pf_index", [
        ("", unpack(files[f"index/{old}.pf_index"])) for _, _, old in tables.chunks
    ])  # fmt: skip
    filters = _folder(lang, "filter/*.pf_filter", [("", values(old)) for _, old in facets])
    sorts = _folder(lang, "sort/*.pf_sort", [("", cbor2.dumps(order)) for _, order in orders])
    result = Tables(
        tables.version,
        [[name, count] for name, (_, count) in zip(pages.names, tables.pages, strict=True)],
        [[a, b, name] for name, (a, b, _) in zip(chunks.names, tables.chunks, strict=True)],
        [[facet, name] for name, (facet, _) in zip(filters.names, facets, strict=True)],
        [[order, name] for name, (order, _) in zip(sorts.names, orders, strict=True)],
        tables.fields,
    )
    return result, {**pages.files, **chunks.files, **filters.files, **sorts.files}


def write_tables(lang: str, tables: Tables) -> tuple[str, Files]:
    """The tables' name and file."""
    content = cbor2.dumps([
        tables.version,
        tables.pages,
        tables.chunks,
        tables.filters,
        tables.sorts,
        tables.fields,
    ])  # fmt: skip
    name = f"{lang}_{mark([content])}"
    return name, {f"pagefind.{name}.pf_meta": pack(content)}
