"""Files to take away: calendars (iCalendar) and the tables of figures (CSV)."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from dure.messages import LANGUAGES, texts
from dure.site.addresses import Address
from dure.site.calendars import calendar_files
from dure.views.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dure.catalogue import Catalogue


def write_downloads(catalogue: Catalogue, out: Path) -> tuple[str, ...]:
    """Writes every calendar and table in both languages below `out`; returns their paths."""
    written = []
    folders = set()
    for lang in LANGUAGES:
        for path, data in _files(Reader(catalogue, lang)):
            full = Address(lang, path).full
            folder = out / full.rpartition("/")[0]
            if folder not in folders:
                folder.mkdir(parents=True, exist_ok=True)
                folders.add(folder)
            (out / full).write_bytes(data)
            written.append(full)
    return tuple(written)


def _files(reader: Reader) -> Iterator[tuple[str, bytes]]:
    yield from calendar_files(reader)
    for indicator_id in reader.catalogue.indicators:
        yield f"indicators/{indicator_id}.csv", indicator_table(indicator_id, reader)


def indicator_table(indicator_id: str, reader: Reader) -> bytes:
    """An indicator as CSV (RFC 4180) that spreadsheets open as UTF-8; figures are bare numbers."""
    found = reader.catalogue.indicators[indicator_id]
    words = texts("calendar", reader.lang)
    shared = reader.say(reader.catalogue.term("units", found.unit).label).text
    units = [
        reader.say(reader.catalogue.term("units", c.unit).label).text if c.unit else shared
        for c in found.columns
    ]
    heads = [f"{reader.say(c.label)} ({u})" for c, u in zip(found.columns, units, strict=True)]
    rows = [
        [
            reader.say(row.label).text,
            *("" if value is None else f"{value:f}" for value in row.values),
            reader.say(row.note).text if row.note else "",
        ]
        for row in found.rows
    ]
    out = io.StringIO()
    csv.writer(out).writerows([[words["row_head"], *heads, words["row_note"]], *rows])
    return out.getvalue().encode("utf-8-sig")


__all__ = ["indicator_table", "write_downloads"]
