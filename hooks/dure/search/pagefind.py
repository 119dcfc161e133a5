"""Builds the search: entries → `pagefind/`, byte for byte the same for the same entries.

Pagefind indexes the words; what is shown of a record, its facets and its order are written here,
many records to a file.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import cbor2

from dure.search.bundle import offline_script
from dure.search.engine import index_words
from dure.search.entries import KIND_LETTERS
from dure.search.facets import facets, order
from dure.search.files import VERSION, IndexFailed, content_digest, named, pack
from dure.search.lines import FIELDS, LINE, MOST_WORDS, volumes
from dure.search.offline import offline
from dure.search.plan import Known, categories, hanja, lexicon, plan
from dure.search.records import dump, newest_year, prior, record, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from dure.search.engine import Chunk
    from dure.search.entries import SearchEntry
    from dure.search.files import Files
    from dure.search.lines import Volume
    from dure.search.words import SynonymData

__all__ = ["IndexFailed", "IndexReport", "build_index", "write_entrance", "write_language"]

LANGUAGES = ("ko", "en")


@dataclass(frozen=True)
class IndexReport:
    """How much was indexed and written."""

    entries: int
    files: int
    size: int
    """Bytes of all files written."""
    name: str = ""
    """With which the names of a language's files begin."""
    holds: Mapping[str, str] = field(default_factory=dict)
    """Digest of each file by its path."""


def build_index(entries: Iterable[SearchEntry], out: Path, words: SynonymData) -> IndexReport:
    """Write the whole search below `out`, a folder that does not exist yet.

    Raises IndexFailed with the engine's words, or when entries lack a sort key or share a URL.
    """
    found = list(entries)
    own = {lang: [entry for entry in found if entry.lang == lang] for lang in LANGUAGES}
    reports = {lang: write_language(lang, own[lang], out, words) for lang in LANGUAGES}
    return write_entrance(out, reports)


@dataclass(frozen=True)
class _Language:
    """What one language's files are made of."""

    lang: str
    entries: Sequence[SearchEntry]
    shown: Sequence[Mapping[str, Any]]
    """Each entry as it is read back."""
    files: Sequence[Sequence[str]]
    """The same as text, those in one file together."""
    read: Sequence[Volume]
    """The same as the engine reads it."""


def write_language(
    lang: str, entries: Sequence[SearchEntry], out: Path, words: SynonymData
) -> IndexReport:
    """The files of one language; raises as `build_index`."""
    own = _gathered(lang, entries)
    with ThreadPoolExecutor(1) as engine:  # works beside us: it is another process
        indexed = engine.submit(lambda: [index_words(volume.text) for volume in own.read])
        made = {**_records(own), **_choices(own.entries)}
        plain = _plan(own, words)
        chunks = indexed.result()
    name, files = named(lang, {**made, **_index(own, chunks)})
    return _written(out, {**files, **plain}, len(entries), name)


def _gathered(lang: str, entries: Sequence[SearchEntry]) -> _Language:
    ordered = in_order(entries)
    _check(ordered)
    newest = newest_year(ordered)
    shown = [record(entry, newest) for entry in ordered]
    files, read = list(together(map(dump, shown))), list(volumes(shown, MOST_WORDS))
    return _Language(lang, ordered, shown, files, read)


def write_entrance(out: Path, languages: Mapping[str, IndexReport]) -> IndexReport:
    """The files of no language: where the others begin, and the search without a server."""
    begin = {
        lang: {"hash": report.name, "wasm": None, "page_count": report.entries}
        for lang, report in sorted(languages.items()) if report.entries
    }  # fmt: skip
    own = _written(out, {
        "pagefind-entry.json": dump({"version": VERSION, "languages": begin}).encode(),
        "offline.js": offline_script(),
        "hanja.json": dump(hanja()).encode(),
    })  # fmt: skip
    reports = (own, *languages.values())
    return IndexReport(sum(report.entries for report in reports),
                       sum(report.files for report in reports),
                       sum(report.size for report in reports))  # fmt: skip


def in_order(entries: Sequence[SearchEntry]) -> list[SearchEntry]:
    """Weightiest first, short titles before long ones: the order among equal answers."""
    newest = newest_year(entries)
    return sorted(entries, key=lambda e: (-prior(e, newest), len(e.title), e.url))


def _check(entries: Sequence[SearchEntry]) -> None:
    """One URL, one entry; every entry carries every sort key, or it would be in no order."""
    seen: set[str] = set()
    keys = {key for entry in entries for key in entry.sort}
    for entry in entries:
        if entry.url in seen:
            raise IndexFailed(f"{entry.url}: two search entries have this URL")
        seen.add(entry.url)
        if missing := keys - set(entry.sort):
            raise IndexFailed(f"{entry.url}: no sort key {min(missing)!r}")


def _records(own: _Language) -> Files:
    """What is shown of each record, in their order."""
    return {f"fragment/*_{at}.pf_fragment": pack(f"[{','.join(texts)}]".encode())
            for at, texts in enumerate(own.files)}  # fmt: skip


def _choices(entries: Sequence[SearchEntry]) -> Files:
    """The records of each facet's values, and their orders."""
    found = {f"filter/*_{name}.pf_filter": values for name, values in facets(entries).items()}
    orders = {f"sort/*_{key}.pf_sort": order(entries, key) for key in _keys(entries)}
    return {path: pack(cbor2.dumps(content)) for path, content in {**found, **orders}.items()}


def _keys(entries: Sequence[SearchEntry]) -> list[str]:
    return sorted({key for entry in entries for key in entry.sort})


def _index(own: _Language, indexed: Sequence[Sequence[Chunk]]) -> Files:
    """The index of the words, and the tables that lead through all files."""
    lines = [line for volume in own.read for line in volume.lines]
    tables = {
        "kinds": "".join(KIND_LETTERS[entry.kind] for entry in own.entries),
        "files": [len(texts) for texts in own.files],
        "line": LINE,
        "fields": FIELDS,
        "lines": list(zip(*lines, strict=True)),
        "volumes": [[len(volume.lines), [chunk.first for chunk in chunks]]
                    for volume, chunks in zip(own.read, indexed, strict=True)],
        "facets": sorted({name for entry in own.entries for name in entry.filters}),
    }  # fmt: skip
    chunks = (chunk for volume in indexed for chunk in volume)
    files = {f"index/*_{at}.pf_index": chunk.content for at, chunk in enumerate(chunks)}
    return {**files, "pagefind.*.pf_meta": pack(cbor2.dumps(tables))}


def _plan(own: _Language, words: SynonymData) -> Files:
    """What the planner brings along, and the same search without a server."""
    lang, known = own.lang, Known(own.entries)
    brought = {
        "plan": plan(words, lang, own.entries, known),
        "words": lexicon(words, lang, own.entries),
        "categories": categories(words, lang, known),
    }
    files = {f"{name}-{lang}.json": dump(value).encode() for name, value in brought.items()}
    return {**files, f"offline-{lang}.js": offline(lang, own.entries, own.shown, brought)}


def _written(out: Path, files: Files, entries: int = 0, name: str = "") -> IndexReport:
    for path, content in files.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(content)
    holds = {path: content_digest(content) for path, content in files.items()}
    return IndexReport(entries, len(files), sum(map(len, files.values())), name, holds)
