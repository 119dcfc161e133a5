"""Builds the search: entries → `pagefind/`, byte for byte the same for the same entries.

Pagefind indexes the words; what is shown of a record, its facets and its order are written here,
many records to a file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import cbor2

from dure.search.bundle import offline_script
from dure.search.facets import Choices
from dure.search.files import VERSION, IndexFailed, content_digest, named, pack
from dure.search.lines import FIELDS, LINE
from dure.search.offline import offline
from dure.search.packed import packed
from dure.search.plan import categories, hanja, lexicon, plan
from dure.search.records import dump, newest_year, together
from dure.search.vocabulary import Vocabulary
from dure.search.volumes import MOST_WORDS, Volumes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from dure.search.entries import SearchEntry
    from dure.search.files import Files
    from dure.search.packed import Packed
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
    reports = {}
    for lang in LANGUAGES:
        own = [entry for entry in found if entry.lang == lang]
        with packed(own, newest_year(own)) as records:
            reports[lang] = write_language(lang, records, out, words)
    return write_entrance(out, reports)


def write_language(lang: str, records: Packed, out: Path, words: SynonymData) -> IndexReport:
    """The files of one language; raises IndexFailed with the engine's words."""
    choices, known, folder = Choices(), Vocabulary(), _Folder(out)
    with Volumes(MOST_WORDS) as volumes:
        files, numbers = _shown(_passing(records, volumes, choices, known))
        volumes.end()  # the engine works beside us: it is another process
        _write_plan(lang, records, words, known, folder)
        files |= _chosen(choices)
        files |= _index(volumes, records.kinds, numbers, choices.names())
    name, files = named(lang, files)
    for path, content in files.items():
        folder.write(path, [content])
    return folder.report(len(records), name)


def write_entrance(out: Path, languages: Mapping[str, IndexReport]) -> IndexReport:
    """The files of no language: where the others begin, and the search without a server."""
    begin = {
        lang: {"hash": report.name, "wasm": None, "page_count": report.entries}
        for lang, report in sorted(languages.items()) if report.entries
    }  # fmt: skip
    folder = _Folder(out)
    folder.write("pagefind-entry.json", [dump({"version": VERSION, "languages": begin}).encode()])
    folder.write("offline.js", [offline_script()])
    folder.write("hanja.json", [dump(hanja()).encode()])
    reports = (folder.report(), *languages.values())
    return IndexReport(sum(report.entries for report in reports),
                       sum(report.files for report in reports),
                       sum(report.size for report in reports))  # fmt: skip


def _passing(
    records: Packed, volumes: Volumes, choices: Choices, known: Vocabulary
) -> Iterator[str]:
    """What is shown of each record, when the others have learnt of it."""
    for text, beside in records:
        record = json.loads(text)
        volumes.add(record)
        known.add(record)
        choices.add(json.loads(beside))
        yield text


def _shown(records: Iterable[str]) -> tuple[Files, list[int]]:
    """Records that follow each other, many to a file, and how many each file holds."""
    files, numbers = {}, []
    for at, texts in enumerate(together(records)):
        files[f"fragment/*_{at}.pf_fragment"] = pack(f"[{','.join(texts)}]".encode())
        numbers.append(len(texts))
    return files, numbers


def _write_plan(
    lang: str, records: Packed, words: SynonymData, known: Vocabulary, folder: _Folder
) -> None:
    """What the planner brings along, and the same search without a server."""
    brought = {
        "plan": plan(words, lang, len(records), known),
        "words": lexicon(words, lang, known),
        "categories": categories(words, lang, known),
    }
    for name, value in brought.items():
        folder.write(f"{name}-{lang}.json", [dump(value).encode()])
    folder.write(f"offline-{lang}.js", offline(lang, records, brought))


def _chosen(choices: Choices) -> Files:
    """The records of each facet's values, and their orders."""
    found = {f"filter/*_{name}.pf_filter": values for name, values in choices.facets().items()}
    orders = {f"sort/*_{key}.pf_sort": order for key, order in choices.orders().items()}
    return {path: pack(cbor2.dumps(content)) for path, content in (found | orders).items()}


def _index(volumes: Volumes, kinds: str, numbers: Sequence[int], facets: Sequence[str]) -> Files:
    """The index of the words, and the tables that lead through all files."""
    made = volumes.made()
    tables = {
        "kinds": kinds,
        "files": numbers,
        "line": LINE,
        "fields": FIELDS,
        "lines": [list(lines) for lines in volumes.lines],
        "volumes": [[volume.records, [chunk.first for chunk in volume.chunks]] for volume in made],
        "facets": facets,
    }
    chunks = (chunk for volume in made for chunk in volume.chunks)
    files = {f"index/*_{at}.pf_index": chunk.content for at, chunk in enumerate(chunks)}
    return {**files, "pagefind.*.pf_meta": pack(cbor2.dumps(tables))}


class _Folder:
    """Writes files, and knows how many they are and what each holds."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._size = 0
        self._holds: dict[str, str] = {}

    def write(self, path: str, parts: Iterable[bytes]) -> None:
        digest = content_digest()
        (self._out / path).parent.mkdir(parents=True, exist_ok=True)
        with (self._out / path).open("wb") as file:
            for part in parts:
                self._size += file.write(part)
                digest.update(part)
        self._holds[path] = digest.hexdigest()

    def report(self, entries: int = 0, name: str = "") -> IndexReport:
        return IndexReport(entries, len(self._holds), self._size, name, self._holds)
