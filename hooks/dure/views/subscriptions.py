"""Calendars that can be subscribed to: all programs, and those that one filter leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dure.messages import texts
from dure.views.around import steps_of
from dure.views.calendar_facets import FACETS, calendar_facets, held, regions_with_programs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dure.views.reader import Reader

FOLDER = "calendar/"
EVERYTHING = f"{FOLDER}year/all.ics"
"""Below a facet, where no program's or document's id can stand in its way."""


@dataclass(frozen=True)
class Subscription:
    """A calendar file with a lasting address."""

    path: str
    """Below the language's root: `calendar/<facet>/<value>.ics`."""
    name: str
    programs: tuple[str, ...]


def subscriptions(reader: Reader) -> Iterator[Subscription]:
    """One for each choice that leaves a program with dates; the offices' own work is in none.

    Without a date a calendar would be empty, and that is no calendar (RFC 5545, 3.6).
    """
    words = texts("calendar", reader.lang)
    everything = tuple(_dated(reader))
    if everything:
        yield Subscription(EVERYTHING, words["all_programs"], everything)
    for facet in FACETS:
        for value, label in _choices(facet, reader):
            wanted = held(facet, value, reader)
            found = tuple(
                i for i in everything if wanted.intersection(calendar_facets(i, reader)[facet])
            )
            if found:
                yield Subscription(_path(facet, value), words["programs_of"].format(what=label),
                                   found)
    yield from _document_years(everything, reader)


def _document_years(everything: tuple[str, ...], reader: Reader) -> Iterator[Subscription]:
    """A document's programs of one year: one sheet of the calendar."""
    words = texts("calendar", reader.lang)
    sheets: dict[tuple[str, int], list[str]] = {}
    for i in everything:
        program = reader.catalogue.programs[i]
        sheets.setdefault((program.source[0].document, program.year), []).append(i)
    for (document, year), found in sorted(sheets.items()):
        title = words["sheet_title"].format(publisher=_publisher(document, reader), year=year)
        yield Subscription(_path("document", f"{document}.{year}"),
                           words["programs_of"].format(what=title), tuple(found))


def _dated(reader: Reader) -> Iterator[str]:
    """Programs that readers can use and that have a step whose days or months are known."""
    for program_id, program in sorted(reader.catalogue.programs.items()):
        if program.access != "internal" and has_dates(program_id, reader):
            yield program_id


def has_dates(program_id: str, reader: Reader) -> bool:
    """Whether a program has a step whose days or months are known."""
    return any(step.dated for step in steps_of(program_id, reader))


def _path(facet: str, value: str) -> str:
    """The point between a document and its section or year becomes a folder."""
    return f"{FOLDER}{facet}/{value.replace('.', '/')}.ics"


def _choices(facet: str, reader: Reader) -> Iterator[tuple[str, str]]:
    """Values of a facet with their names."""
    if facet == "field":
        yield from _sections(reader)
        return
    values = {
        "year": sorted({str(program.year) for program in reader.catalogue.programs.values()}),
        "document": list(reader.catalogue.documents),
        "region": list(regions_with_programs(reader)),
    }.get(facet, list(reader.catalogue.terms.get(f"{facet}s", {})))
    yield from ((value, _label(facet, value, reader)) for value in values)


def _label(facet: str, value: str, reader: Reader) -> str:
    if facet == "year":
        return texts("calendar", reader.lang)["of_year"].format(year=value)
    if facet == "document":
        return _publisher(value, reader)
    return str(reader.term(f"{facet}s", value).label)


def _sections(reader: Reader) -> Iterator[tuple[str, str]]:
    """The fields of all documents; their titles alone would be alike."""
    for i, document in reader.catalogue.documents.items():
        for section in document.sections:
            yield f"{i}.{section.id}", f"{_publisher(i, reader)}, {reader.say(section.title)}"


def _publisher(document: str, reader: Reader) -> str:
    return str(reader.say(reader.catalogue.documents[document].publisher))
