"""Calendar files (iCalendar, RFC 5545): of a program, of a document, and to subscribe to."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from dure.messages import texts
from dure.site.addresses import Address
from dure.views.around import steps_of
from dure.views.reader import once
from dure.views.subscriptions import has_dates, subscriptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dure.korean.periods import Period
    from dure.records import Program
    from dure.views.outline import Step
    from dure.views.reader import Reader

FOLD = 75
"""Octets a content line may have, without its line break (RFC 5545, 3.1)."""
END = b"END:VCALENDAR\r\n"


class Event(Struct, frozen=True):
    """One span of days of one step."""

    uid: str
    step: Step
    period: Period


def calendar_files(reader: Reader) -> Iterator[tuple[str, bytes]]:
    """Path below the language's root and content of every file with dates."""
    for program_id in reader.catalogue.programs:
        if has_dates(program_id, reader):
            yield f"calendar/{program_id}.ics", calendar_file(program_id, reader)
    for document in _documents(reader):
        yield f"calendar/{document}.ics", document_calendar(document, reader)
    for found in subscriptions(reader):
        yield found.path, _calendar(found.name, found.path, found.programs, reader)
    yield "calendar/events.js", events_script(reader)


def _documents(reader: Reader) -> list[str]:
    """Documents with a dated step: an empty calendar is no calendar (RFC 5545, 3.6)."""
    programs = reader.catalogue.programs.items()
    return sorted({p.source[0].document for i, p in programs if has_dates(i, reader)})


def calendar_file(program_id: str, reader: Reader) -> bytes:
    """The dated steps of a program as an iCalendar file."""
    title = _titled(reader.say(reader.catalogue.programs[program_id].name).text, reader)
    return _calendar(title, f"calendar/{program_id}.ics", (program_id,), reader)


def document_calendar(document: str, reader: Reader) -> bytes:
    """The dated steps of all programs of a document as an iCalendar file."""
    programs = reader.catalogue.programs
    ids = sorted(i for i, p in programs.items() if p.source[0].document == document)
    title = _titled(reader.say(reader.catalogue.documents[document].title).text, reader)
    return _calendar(title, f"calendar/{document}.ics", ids, reader)


def events_script(reader: Reader) -> bytes:
    """Every event for the page that makes a file of what it shows.

    A script, because a page opened from a disk may fetch nothing else. It gives the file's head
    and, by program, each event with its first and last month (`202204`).
    """
    events = {
        program_id: [
            [f"{e.period.start.first():%Y%m}", f"{e.period.end.last():%Y%m}", made.decode()]
            for e, made in _program(program_id, reader)
        ]
        for program_id in sorted(reader.catalogue.programs)
        if has_dates(program_id, reader)
    }
    chosen = texts("calendar", reader.lang)["chosen_programs"]
    data = {"head": _head(_titled(chosen, reader), "", reader).decode(), "events": events}
    made = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"globalThis.dureEvents={made};\n".encode()


def _titled(title: str, reader: Reader) -> str:
    return texts("calendar", reader.lang)["file_name"].format(title=title)


def _calendar(name: str, path: str, ids: Iterable[str], reader: Reader) -> bytes:
    events = (made for i in ids for _, made in _program(i, reader))
    return b"".join((_head(name, path, reader), *events, END))


def _head(name: str, path: str, reader: Reader) -> bytes:
    """What stands before the events; a file without a `path` has no address to be fetched again."""
    name = _text(name)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Dure//Dure//{reader.lang.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
    ]
    if path:
        address = reader.catalogue.site.url + Address(reader.lang, path).full
        lines.append(f"SOURCE;VALUE=URI:{address}")
    return b"".join(map(_folded, lines))


@once
def _program(program_id: str, reader: Reader) -> tuple[tuple[Event, bytes], ...]:
    """Its events, made once for all the files they stand in."""
    events = _events(program_id, reader)
    return tuple((event, _event(program_id, event, reader)) for event in events)


def _event(program_id: str, event: Event, reader: Reader) -> bytes:
    """One event; it is stamped with the document's year, so that builds are equal."""
    program = reader.catalogue.programs[program_id]
    address = reader.catalogue.site.url + Address(reader.lang, f"programs/{program_id}/").full
    year = reader.catalogue.documents[program.source[0].document].year
    step = event.step
    summary = _text(f"{step.name}: {reader.say(program.name)}")
    lines = (
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{year:04d}0101T000000Z",
        f"DTSTART;VALUE=DATE:{event.period.start.first():%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.period.end.last() + timedelta(days=1):%Y%m%d}",
        f"SUMMARY;LANGUAGE={reader.lang}:{summary}",
        f"DESCRIPTION;LANGUAGE={reader.lang}:{_text(_description(program, event, reader))}",
        f"CATEGORIES:{_text(step.kind.label.text)}",
        f"URL:{address}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )
    return b"".join(map(_folded, lines))


def _events(program_id: str, reader: Reader) -> Iterator[Event]:
    """A step told twice is counted, so that no UID repeats."""
    host = urlsplit(reader.catalogue.site.url).hostname or "dure"
    seen: dict[str, int] = {}
    for step in steps_of(program_id, reader):
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
        phones = [
            p.number.display for p in office.phones if not found.phones or p.id in found.phones
        ]
        yield ", ".join((reader.say(office.name).text, *phones))


def _text(value: str) -> str:
    """A text value: backslash, semicolon, comma and line break are escaped (RFC 5545, 3.3.11)."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\n").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A content line with CRLF, folded before 75 octets and never inside a character."""
    octets = line.encode()
    parts, start, room = [], 0, FOLD
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        parts.append(octets[start:end])
        start, room = end, FOLD - 1
    return b"\r\n ".join([*parts, octets[start:]]) + b"\r\n"


__all__ = ["calendar_file", "calendar_files", "document_calendar", "events_script"]
