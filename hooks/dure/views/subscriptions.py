"""Calendars that can be subscribed to: all programs, and those that one filter leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.messages import texts
from dure.views.around import steps_of
from dure.views.calendar_facets import FACETS, calendar_facets, held, regions_with_programs
from dure.views.reader import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dure.views.reader import Reader

FOLDER = "calendar/"
EVERYTHING = f"{FOLDER}year/all.ics"
"""Below a facet, where no program's or document's id can stand in its way."""
WIDE = ".wide"
"""Marks a wider region's calendar without the programs of single places in it."""


class Subscription(Struct, frozen=True):
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
    everything = _dated("", reader)
    if everything:
        yield Subscription(EVERYTHING, words["all_programs"], everything)
    for facet in FACETS:
        having = _having(facet, reader)
        for value, label in _choices(facet, reader):
            wanted = _wanted(facet, value, reader)
            found = {i for each in wanted & having.keys() for i in having[each]}
            if found:
                title = words["programs_of"].format(what=label)
                yield Subscription(_path(facet, value), title, tuple(sorted(found)))
    yield from _document_years(everything, reader)


def region_file(region: str, reader: Reader) -> str:
    """The value whose calendar a region's choice leads to; "" where nothing has a date.

    A place without dated programs of its own shares the calendar of what holds for all of the
    wider region: one for each place would be the same events many times over.
    """
    above, named = reader.catalogue.above, _having("region", reader).keys()
    if region in _around("", reader):
        return region
    wider = next((up for up in above(region) if up in named), "")
    return wider + WIDE if any(wider in above(r)[1:] for r in named) else wider


@once
def _around(_: str, reader: Reader) -> frozenset[str]:
    """Regions with a dated program of their own, or of a place in them."""
    named = _having("region", reader)
    return frozenset(up for region in named for up in reader.catalogue.above(region))


def _wanted(facet: str, value: str, reader: Reader) -> frozenset[str]:
    if facet == "region" and value.endswith(WIDE):
        return frozenset(reader.catalogue.above(value.removesuffix(WIDE)))
    return held(facet, value, reader)


@once
def _having(facet: str, reader: Reader) -> Mapping[str, Iterable[str]]:
    """Value of a facet → the programs with dates that have it."""
    found: dict[str, list[str]] = {}
    for i in _dated("", reader):
        for value in calendar_facets(i, reader)[facet]:
            found.setdefault(value, []).append(i)
    return found


def _document_years(everything: tuple[str, ...], reader: Reader) -> Iterator[Subscription]:
    """A document's programs of one year: one sheet of the calendar."""
    words = texts("calendar", reader.lang)
    sheets: dict[tuple[str, int], list[str]] = {}
    for i in everything:
        program = reader.catalogue.programs[i]
        sheets.setdefault((program.source[0].document, program.year), []).append(i)
    for (document, year), found in sorted(sheets.items()):
        title = words["sheet_title"].format(publisher=_publisher(document, reader), year=year)
        yield Subscription(
            _path("document", f"{document}.{year}"),
            words["programs_of"].format(what=title),
            tuple(found),
        )


@once
def _dated(_: str, reader: Reader) -> tuple[str, ...]:
    """Programs that readers can use and that have a step whose days or months are known."""
    programs = sorted(reader.catalogue.programs.items())
    return tuple(i for i, p in programs if p.access != "internal" and has_dates(i, reader))


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
        "region": _region_files(reader),
    }.get(facet, list(reader.catalogue.terms.get(f"{facet}s", {})))
    yield from ((value, _label(facet, value, reader)) for value in values)


def _label(facet: str, value: str, reader: Reader) -> str:
    if facet == "year":
        return texts("calendar", reader.lang)["of_year"].format(year=value)
    if facet == "document":
        return _publisher(value, reader)
    words, (term, wide, _) = texts("calendar", reader.lang), value.partition(WIDE)
    label = str(reader.term(f"{facet}s", term).label)
    return words["throughout"].format(region=label) if wide else label


def _region_files(reader: Reader) -> list[str]:
    found = (region_file(region, reader) for region in regions_with_programs(reader))
    return [value for value in dict.fromkeys(found) if value]


def _sections(reader: Reader) -> Iterator[tuple[str, str]]:
    """The fields of all documents; their titles alone would be alike."""
    for i, document in reader.catalogue.documents.items():
        for section in document.sections:
            yield f"{i}.{section.id}", f"{_publisher(i, reader)}, {reader.say(section.title)}"


def _publisher(document: str, reader: Reader) -> str:
    return str(reader.say(reader.catalogue.documents[document].publisher))
