"""What a printed edition said of its records, and what has changed since.

`dure print --press` keeps what goes to the print shop in `data/booklets/editions/`; each build of
the site compares that with the records and writes what a record's page tells to readers who come
from a printed code (`?edition=<booklet>-<day>`).
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from dure.booklets.facts import printed_facts
from dure.booklets.kept import put
from dure.booklets.select import enterprise_ids, product_ids, program_ids
from dure.messages import LANGUAGES, text
from dure.views.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from dure.catalogue import Catalogue
    from dure.records import Booklet

FOLDER = "booklets/editions"
"""Below the data folder, and below the site's root."""
TEXTS = ("edition_changed", "edition_same", "edition_was", "edition_now", "edition_nothing")

Facts = dict[str, dict[str, list[str]]]
"""Language → field → what is printed."""


def edition_name(booklet_id: str, booklet: Booklet) -> str:
    """As the codes of the edition say it: the booklet and its day."""
    return f"{booklet_id}-{booklet.issued.first()}"


def keep_editions(catalogue: Catalogue, data: Path, names: Iterable[str] = ()) -> tuple[Path, ...]:
    """Writes what the named booklets (all, if none is named) say of their records.

    What was kept of the same edition is replaced: the last files sent to the press count.
    """
    chosen = frozenset(names) or frozenset(catalogue.booklets)
    readers = {lang: Reader(catalogue, lang) for lang in LANGUAGES}
    kept = []
    for booklet_id in sorted(chosen):
        booklet = catalogue.booklets[booklet_id]
        records = {path: _facts(path, readers) for path in _paths(booklet, catalogue)}
        if records:
            path = data / FOLDER / f"{edition_name(booklet_id, booklet)}.json"
            put(
                path,
                _written(
                    {
                        "booklet": booklet_id,
                        "issued": str(booklet.issued.first()),
                        "records": {
                            record: {"digest": digest(facts), "printed": facts}
                            for record, facts in records.items()
                        },
                    }
                ),
            )
            kept.append(path)
    return tuple(kept)


def _paths(booklet: Booklet, catalogue: Catalogue) -> Iterator[str]:
    """Pages that the booklet's codes lead to, below the language's root."""
    if booklet.work == "enterprises":
        yield from (f"enterprises/{i}" for i in enterprise_ids(booklet, catalogue))
    elif booklet.work == "products":
        makers = {maker for maker, _ in product_ids(booklet, catalogue)}
        yield from (f"enterprises/{i}" for i in sorted(makers))
    elif booklet.work == "guidebook":
        yield from (f"programs/{i}" for i in program_ids(booklet, catalogue))


def _facts(path: str, readers: Mapping[str, Reader]) -> Facts:
    return {lang: printed_facts(path, reader) for lang, reader in readers.items()}


def digest(facts: Facts) -> str:
    """Short enough to read, long enough never to be equal by chance."""
    return hashlib.blake2b(_written(facts), digest_size=8).hexdigest()


def _written(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def publish_editions(catalogue: Catalogue, data: Path, out: Path) -> tuple[str, ...]:
    """Writes `booklets/editions/<edition>.json` for every kept edition; returns paths below `out`.

    It says which records differ from what was printed, and how.
    """
    readers = {lang: Reader(catalogue, lang) for lang in LANGUAGES}
    written = []
    for kept in sorted((data / FOLDER).glob("*.json")):
        edition = json.loads(kept.read_text("utf-8"))
        path = f"{FOLDER}/{kept.name}"
        put(out / path, _written(_compared(edition, catalogue, readers)))
        written.append(path)
    return tuple(written)


def _compared(
    edition: Mapping[str, Any], catalogue: Catalogue, readers: Mapping[str, Reader]
) -> dict[str, object]:
    known = {
        f"{folder}/{i}"
        for folder, records in (
            ("enterprises", catalogue.enterprises),
            ("programs", catalogue.programs),
        )
        for i in records
    }
    return {
        "booklet": edition["booklet"],
        "issued": edition["issued"],
        "texts": {
            lang: {name: text(f"print.{name}", lang) for name in TEXTS} for lang in LANGUAGES
        },
        "records": {
            path: _changes(said, _facts(path, readers))
            for path, said in edition["records"].items()
            if path in known
        },
    }


def _changes(said: Mapping[str, Any], now: Facts) -> dict[str, object]:
    """The digest of what was printed, and language → (field, what was printed, what is so now)."""
    changes: dict[str, list[dict[str, object]]] = {lang: [] for lang in now}
    if said["digest"] != digest(now):
        for lang, facts in now.items():
            before = said["printed"].get(lang, {})
            changes[lang] = [
                {
                    "field": text(f"print.fact_{field}", lang),
                    "was": before.get(field, []),
                    "now": facts.get(field, []),
                }
                for field in dict.fromkeys([*facts, *before])
                if before.get(field, []) != facts.get(field, [])
            ]
    return {"digest": said["digest"], "changes": changes}
