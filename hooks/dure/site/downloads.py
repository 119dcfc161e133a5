"""Files to take away: calendars (iCalendar, RFC 5545) and the tables of figures (CSV)."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dure.messages import LANGUAGES, texts
from dure.site.addresses import Address
from dure.views.outline import program_steps
from dure.views.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dure.catalogue import Catalogue
    from dure.korean.periods import Period
    from dure.records import Program
    from dure.views.outline import Step

FOLD = 75
"""Octets a content line may have, without its line break (RFC 5545, 3.1)."""


@dataclass(frozen=True)
class Event:
    """One span of days of one step."""

    uid: str
    step: Step
    period: Period


def write_downloads(catalogue: Catalogue, out: Path) -> tuple[str, ...]:
    """Writes every calendar and table in both languages below `out`; returns their paths."""
    written = []
    for lang in LANGUAGES:
        for path, data in _files(Reader(catalogue, lang)):
            target = out / Address(lang, path).full
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            written.append(Address(lang, path).full)
    return tuple(written)


def _files(reader: Reader) -> Iterator[tuple[str, bytes]]:
    catalogue = reader.catalogue
    for program_id in catalogue.programs:
        if has_calendar(program_id, reader):
            yield f"calendar/{program_id}.ics", calendar_file(program_id, reader)
    for document in _documents(reader):
        yield f"calendar/{document}.ics", document_calendar(document, reader)
    for indicator_id in catalogue.indicators:
        yield f"indicators/{indicator_id}.csv", indicator_table(indicator_id, reader)


def _documents(reader: Reader) -> list[str]:
    """Documents with a dated step: an empty calendar is no calendar (RFC 5545, 3.6)."""
    programs = reader.catalogue.programs.items()
    return sorted({p.source[0].document for i, p in programs if has_calendar(i, reader)})


def has_calendar(program_id: str, reader: Reader) -> bool:
    """Whether a program has a step whose days or months are known."""
    return any(step.dated for step in program_steps(program_id, reader))


def calendar_file(program_id: str, reader: Reader) -> bytes:
    """The dated steps of a program as an iCalendar file."""
    title = reader.say(reader.catalogue.programs[program_id].name).text
    return _calendar(title, f"calendar/{program_id}.ics", (program_id,), reader)


def document_calendar(document: str, reader: Reader) -> bytes:
    """The dated steps of all programs of a document as an iCalendar file."""
    programs = reader.catalogue.programs
    ids = sorted(i for i, p in programs.items() if p.source[0].document == document)
    title = reader.say(reader.catalogue.documents[document].title).text
    return _calendar(title, f"calendar/{document}.ics", ids, reader)


def _calendar(title: str, path: str, ids: Iterable[str], reader: Reader) -> bytes:
    name = _text(texts("calendar", reader.lang)["file_name"].format(title=title))
    address = reader.catalogue.site.url + Address(reader.lang, path).full
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Dure//Dure//{reader.lang.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
        f"SOURCE;VALUE=URI:{address}",
        *(line for program_id in ids for line in _program(program_id, reader)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _program(program_id: str, reader: Reader) -> Iterator[str]:
    """Its events; they are stamped with the document's year, so that builds are equal."""
    program = reader.catalogue.programs[program_id]
    address = reader.catalogue.site.url + Address(reader.lang, f"programs/{program_id}/").full
    name = reader.say(program.name).text
    year = reader.catalogue.documents[program.source[0].document].year
    for event in _events(program_id, reader):
        step = event.step
        yield from (
            "BEGIN:VEVENT",
            f"UID:{event.uid}",
            f"DTSTAMP:{year:04d}0101T000000Z",
            f"DTSTART;VALUE=DATE:{event.period.start.first():%Y%m%d}",
            f"DTEND;VALUE=DATE:{event.period.end.last() + timedelta(days=1):%Y%m%d}",
            f"SUMMARY;LANGUAGE={reader.lang}:{_text(f'{step.name}: {name}')}",
            f"DESCRIPTION;LANGUAGE={reader.lang}:{_text(_description(program, event, reader))}",
            f"CATEGORIES:{_text(step.kind.label.text)}",
            f"URL:{address}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        )


def _events(program_id: str, reader: Reader) -> Iterator[Event]:
    """A step told twice is counted, so that no UID repeats."""
    host = urlsplit(reader.catalogue.site.url).hostname or "dure"
    seen: dict[str, int] = {}
    for step in program_steps(program_id, reader):
        for period in step.dated:
            seen[step.key] = seen.get(step.key, 0) + 1
            mark = hashlib.blake2b(f"{step.key}/{seen[step.key]}".encode(), digest_size=5)
            yield Event(f"{program_id}-{mark.hexdigest()}@{host}", step, period)


def _description(program: Program, event: Event, reader: Reader) -> str:
    words = texts("calendar", reader.lang)
    ends = (event.period.start, event.period.end)
    source = program.source[0]
    document = reader.say(reader.catalogue.documents[source.document].title).text
    parts = (
        ", ".join(when.text for when in event.step.when),
        event.step.detail.text if event.step.detail else "",
        reader.say(program.summary).text,
        words["month_only"] if any(day.day is None for day in ends) else "",
        words["year_note"].format(year=program.year),
        *(words["ask"].format(who=who) for who in _contacts(program, reader)),
        words["source"].format(what=f"{document}, {source.where}"),
    )
    return "\n".join(part for part in parts if part)


def _contacts(program: Program, reader: Reader) -> Iterator[str]:
    for found in program.contacts:
        office = reader.catalogue.centres[found.office]
        phones = [p.number.display for p in office.phones
                  if not found.phones or p.id in found.phones]
        yield ", ".join((reader.say(office.name).text, *phones))


def _text(value: str) -> str:
    """A text value: backslash, semicolon, comma and line break are escaped (RFC 5545, 3.3.11)."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A content line with CRLF, folded before 75 octets and never inside a character."""
    parts: list[bytes] = []
    part = b""
    for char in line:
        octets = char.encode()
        if len(part) + len(octets) > FOLD:
            parts.append(part)
            part = b" "
        part += octets
    return b"\r\n".join([*parts, part]) + b"\r\n"


def indicator_table(indicator_id: str, reader: Reader) -> bytes:
    """An indicator as CSV (RFC 4180) that spreadsheets open as UTF-8; figures are bare numbers."""
    found = reader.catalogue.indicators[indicator_id]
    words = texts("calendar", reader.lang)
    shared = reader.say(reader.catalogue.term("units", found.unit).label).text
    units = [reader.say(reader.catalogue.term("units", c.unit).label).text if c.unit else shared
             for c in found.columns]
    heads = [f"{reader.say(c.label)} ({u})" for c, u in zip(found.columns, units, strict=True)]
    rows = [
        [reader.say(row.label).text,
         *("" if value is None else f"{value:f}" for value in row.values),
         reader.say(row.note).text if row.note else ""]
        for row in found.rows
    ]
    out = io.StringIO()
    csv.writer(out).writerows([[words["row_head"], *heads, words["row_note"]], *rows])
    return out.getvalue().encode("utf-8-sig")


__all__ = ["calendar_file", "document_calendar", "has_calendar", "indicator_table",
           "write_downloads"]
