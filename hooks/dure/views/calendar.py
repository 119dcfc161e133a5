"""The year's calendar: the programs of a document over twelve months, and the same by month."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dure.korean.collation import sort_key
from dure.messages import texts
from dure.render import Phrase
from dure.views.calendar_choices import (
    document_choices,
    field_choices,
    publisher_of,
    region_choices,
    term_choices,
)
from dure.views.calendar_lines import MONTHS
from dure.views.outline import program_row, row_height
from dure.views.reader import LinkView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dure.records import Document
    from dure.views.calendar_choices import Choice
    from dure.views.outline import Row, Step
    from dure.views.reader import Reader

_MONTH_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class Part(Struct, frozen=True):
    """A section of a sheet, as its document divides it."""

    id: str
    title: Phrase
    rows: tuple[Row, ...]

    @property
    def size(self) -> int:
        """How many programs it has."""
        return len(self.rows)


class Entry(Struct, frozen=True):
    """What one program does in one month."""

    row: Row
    part: str
    steps: tuple[Step, ...]


class MonthList(Struct, frozen=True):
    """One month (0 = at any time) with its programs."""

    month: int
    label: str
    entries: tuple[Entry, ...]


class Sheet(Struct, frozen=True):
    """The calendar of one document and year."""

    id: str
    document: str
    year: int
    title: Phrase
    source: LinkView
    counts: str
    caption: str
    parts: tuple[Part, ...]
    undated: tuple[Part, ...]
    by_month: tuple[MonthList, ...]
    has_rest: bool
    print_size: str
    """How small it must be drawn to be one page of paper: "", `smaller` or `smallest`."""
    note: Phrase | None
    file: str
    """The document's calendar file; "" where nothing of the sheet has a date."""


class Colour(Struct, frozen=True):
    """A dye and the kinds of step it stands for."""

    dye: str
    kinds: str


class CalendarView(Struct, frozen=True):
    """All sheets, the newest year first, with what they can be narrowed by."""

    words: Mapping[str, str]
    months: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    years: tuple[int, ...]
    documents: tuple[Choice, ...]
    fields: tuple[Choice, ...]
    supports: tuple[Choice, ...]
    applicants: tuple[Choice, ...]
    regions: tuple[Choice, ...]
    colours: tuple[Colour, ...]


def calendar_view(reader: Reader) -> CalendarView:
    """The calendar of every document and year in the reader's language."""
    sheets = tuple(_sheet(document, year, ids, reader) for document, year, ids in _years(reader))
    return CalendarView(
        texts("calendar", reader.lang),
        month_names(reader.lang),
        sheets,
        tuple(dict.fromkeys(s.year for s in sheets)),
        document_choices(sheets, reader),
        field_choices(sheets),
        term_choices("support", reader),
        term_choices("applicant", reader),
        region_choices(reader),
        _colours(reader),
    )


def month_names(lang: str) -> tuple[str, ...]:
    """`1월` … `12월` / `Jan` … `Dec`."""
    return tuple(_MONTH_NAMES) if lang == "en" else tuple(f"{m}월" for m in MONTHS)


def _years(reader: Reader) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Document, year and the programs of both; the newest year first."""
    found: dict[tuple[int, str], list[str]] = {}
    for program_id, program in reader.catalogue.programs.items():
        found.setdefault((-program.year, program.source[0].document), []).append(program_id)
    for (year, document), ids in sorted(found.items()):
        yield document, -year, tuple(ids)


def _sheet(document: str, year: int, ids: tuple[str, ...], reader: Reader) -> Sheet:
    found = reader.catalogue.documents[document]
    words = texts("calendar", reader.lang)
    rows = {i: program_row(i, year, reader) for i in ids}
    dated = _parts(found, [r for r in rows.values() if r.months], reader)
    publisher = publisher_of(document, reader)
    title = Phrase(
        words["sheet_title"].format(publisher=publisher, year=year), publisher.lang, reader.lang
    )
    return Sheet(
        document if year == found.year else f"{document}-{year}",
        document,
        year,
        title,
        LinkView(f"documents/#{document}", reader.say(found.title)),
        words["sheet_counts"].format(n=len(rows), dated=sum(bool(r.months) for r in rows.values())),
        words["caption"].format(title=title),
        dated,
        _parts(found, [r for r in rows.values() if not r.months], reader),
        _by_month(dated, year, reader),
        any(r.rest for part in dated for r in part.rows),
        _print_size(dated),
        reader.maybe(found.note),
        f"calendar/{document}.ics" if any(_has_dates(row) for row in rows.values()) else "",
    )


def _parts(document: Document, rows: Iterable[Row], reader: Reader) -> tuple[Part, ...]:
    """Rows by section in the document's order; a parent before its parts, else by month."""
    titles = {s.id: reader.say(s.title) for s in document.sections}
    titles[""] = reader.own(texts("calendar", reader.lang)["no_section"])
    places = list(titles)
    by_id = {row.id: row for row in rows}
    programs = reader.catalogue.programs

    def section(row: Row) -> str:
        found = programs[row.id].section or ""
        return found if found in titles else ""

    def head(row: Row) -> Row:
        above = by_id.get(programs[row.id].parent or "", row)
        return above if section(above) == section(row) else row

    def place(row: Row) -> tuple[object, ...]:
        return (places.index(section(row)), *_when(head(row)), head(row) != row, *_when(row))

    ordered = (replace(r, child=head(r) != r) for r in sorted(by_id.values(), key=place))
    return tuple(Part(i, titles[i], tuple(found)) for i, found in groupby(ordered, section))


def _when(row: Row) -> tuple[object, ...]:
    return row.months[:1], sort_key(str(row.program.label)), row.id


def _by_month(parts: Iterable[Part], year: int, reader: Reader) -> tuple[MonthList, ...]:
    """The same steps month by month; what goes on at any time stands once, at the end."""
    names = month_names(reader.lang)
    always = texts("calendar", reader.lang)["any_time"]
    rows = [(part.id, row) for part in parts for row in part.rows]
    lists = [MonthList(m, names[m - 1], tuple(_entries(rows, m, year))) for m in MONTHS]
    lists.append(
        MonthList(
            0,
            always,
            tuple(Entry(row, part, row.steps) for part, row in rows if not _dated(row, year)),
        )
    )
    return tuple(found for found in lists if found.entries)


def _has_dates(row: Row) -> bool:
    return any(step.dated for step in row.steps)


def _print_size(parts: Iterable[Part]) -> str:
    """By the lines of text of the sheet; measured on A4, landscape."""
    height = sum(1 + sum(row_height(row) for row in part.rows) for part in parts)
    return "" if height <= 62 else "smaller" if height <= 84 else "smallest"


def _entries(rows: Iterable[tuple[str, Row]], month: int, year: int) -> Iterator[Entry]:
    for part, row in rows:
        steps = tuple(step for step in row.steps if month in step.months(year))
        if steps:
            yield Entry(row, part, steps)


def _dated(row: Row, year: int) -> bool:
    return any(step.months(year) for step in row.steps)


def _colours(reader: Reader) -> tuple[Colour, ...]:
    """Dyes in the order of the phases, each with the kinds of step it stands for."""
    found: dict[str, list[str]] = {}
    for term in reader.catalogue.terms.get("phases", {}).values():
        found.setdefault(term.colour or "jae", []).append(str(reader.say(term.label)))
    return tuple(Colour(dye, ", ".join(kinds)) for dye, kinds in found.items())
