"""Builds the search: entries → `pagefind/`, byte for byte the same for the same entries."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dure.search.canonical import canonical_language, read_tables, write_tables
from dure.search.engine import Engine, IndexFailed
from dure.search.entries import KIND_LETTERS
from dure.search.offline import offline_files, offline_script
from dure.search.plan import Known, categories, hanja, lexicon, longer_words, plan
from dure.search.records import dump, newest_year, prior, record
from dure.search.terms import SENTINEL, fields, other_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from dure.search.canonical import Files, Tables
    from dure.search.entries import SearchEntry
    from dure.search.terms import Others
    from dure.search.words import SynonymData

__all__ = ["IndexFailed", "IndexReport", "build_index"]

UNSTEMMED = {"ko": "ko", "en": "qen"}
"""The engine stems what it takes for English; the planner does that itself, alike everywhere."""


@dataclass(frozen=True)
class IndexReport:
    """How much was indexed and written."""

    entries: int
    files: int
    size: int
    """Bytes of all files written."""


def build_index(entries: Iterable[SearchEntry], out: Path, words: SynonymData) -> IndexReport:
    """Write the whole search below `out`, a folder that does not exist yet.

    Raises IndexFailed with the engine's words, or when entries lack a sort key or share a URL.
    """
    ordered = in_order(list(entries))
    _check(ordered)
    files = {**_index(ordered, words), **_data(ordered, words)}
    for name, content in sorted(files.items()):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return IndexReport(len(ordered), len(files), sum(map(len, files.values())))


def in_order(entries: Sequence[SearchEntry]) -> list[SearchEntry]:
    """Weightiest first, short titles before long ones: the order among equal answers."""
    newest = newest_year(entries)
    return sorted(entries, key=lambda e: (e.lang, -prior(e, newest), len(e.title), e.url))


def _check(entries: Sequence[SearchEntry]) -> None:
    """One URL, one entry; every entry carries every sort key of its language."""
    seen: set[str] = set()
    for entry in entries:
        if entry.url in seen:
            raise IndexFailed(f"{entry.url}: two search entries have this URL")
        seen.add(entry.url)
    for lang in UNSTEMMED:
        own = [entry for entry in entries if entry.lang == lang]
        keys = {key for entry in own for key in entry.sort}
        for entry in own:
            if missing := keys - set(entry.sort):
                raise IndexFailed(f"{entry.url}: no sort key {min(missing)!r}")


def _index(entries: Sequence[SearchEntry], words: SynonymData) -> Files:
    newest = newest_year(entries)
    records = {entry.url: record(entry, newest) for entry in entries}
    raw = _raw_files(entries, records, words)

    def content(url: str) -> tuple[str, bytes]:
        found = records[url]
        return KIND_LETTERS[found["kind"]], dump(found).encode()

    out: Files = {}
    languages: dict[str, Tables] = {}
    published = json.loads(raw["pagefind-entry.json"])
    for lang, tag in UNSTEMMED.items():
        if tag in published["languages"]:
            old = read_tables(raw[f"pagefind.{published['languages'][tag]['hash']}.pf_meta"])
            languages[lang], files = canonical_language(lang, old, raw, content)
            out |= files
    return out | _entrance(published, languages)


def _entrance(published: dict[str, Any], languages: dict[str, Tables]) -> Files:
    """The file that names the others."""
    out: Files = {}
    hashes = {}
    for lang, tables in sorted(languages.items()):
        name, file = write_tables(lang, tables)
        out |= file
        hashes[lang] = {"hash": name, "wasm": None, "page_count": len(tables.pages)}
    out["pagefind-entry.json"] = dump({**published, "languages": hashes}).encode()
    return out


def _raw_files(
    entries: Sequence[SearchEntry], records: Mapping[str, Mapping[str, Any]], words: SynonymData
) -> Files:
    others = {
        lang: other_words(longer_words(words, [e for e in entries if e.lang == lang]))
        for lang in UNSTEMMED
    }
    with Engine() as engine:
        index = engine.ask("NewIndex", config={})["index_id"]
        for entry in entries:
            message = _message(entry, records[entry.url], others[entry.lang])
            engine.ask("AddRecord", index_id=index, **message)
        answer = engine.ask("GetFiles", index_id=index)
    return {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}


def _message(entry: SearchEntry, shown: Mapping[str, Any], others: Others) -> dict[str, Any]:
    filters = {**entry.filters, "kind": (entry.kind,)}
    return {
        "url": entry.url,
        "content": SENTINEL,
        "language": UNSTEMMED[entry.lang],
        "meta": fields(shown, others),
        "filters": {name: list(values) for name, values in filters.items() if values},
        "sort": dict(entry.sort),
    }


def _data(entries: Sequence[SearchEntry], words: SynonymData) -> Files:
    out: Files = {"offline.js": offline_script(), "hanja.json": dump(hanja()).encode()}
    for lang in UNSTEMMED:
        own = [entry for entry in entries if entry.lang == lang]
        known = Known(own)
        planned = plan(words, lang, own, known)
        more = {
            "words": lexicon(words, lang, own),
            "categories": categories(words, lang, known),
        }
        out[f"plan-{lang}.json"] = dump(planned).encode()
        out |= {f"{name}-{lang}.json": dump(value).encode() for name, value in more.items()}
        out |= offline_files(lang, entries, planned, more)
    return out
