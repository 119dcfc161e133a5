"""What the calendar's filters offer: documents, their fields, terms and regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.views.calendar_facets import calendar_facets, held, regions_with_programs
from dure.views.subscriptions import region_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dure.render import Phrase
    from dure.views.calendar import Sheet
    from dure.views.reader import Reader


class Choice(Struct, frozen=True):
    """A value of a filter."""

    id: str
    label: str
    within: str = ""
    """The document it belongs to."""
    also: tuple[str, ...] = ()
    """Other values that a choice of this one shows too."""
    file: str = ""
    """The value whose calendar file has its dates, where that is another one."""


def document_choices(sheets: Iterable[Sheet], reader: Reader) -> tuple[Choice, ...]:
    """Each document once, by its id, under its publisher's name."""
    ids = sorted({sheet.document for sheet in sheets})
    return tuple(Choice(i, str(publisher_of(i, reader))) for i in ids)


def field_choices(sheets: Iterable[Sheet]) -> tuple[Choice, ...]:
    """The sections of the sheets, each once, in the sheets' order."""
    found = (
        Choice(f"{sheet.document}.{part.id}", part.title.text, sheet.document)
        for sheet in sheets
        for part in (*sheet.parts, *sheet.undated)
        if part.id
    )
    return tuple(dict.fromkeys(found))


def term_choices(facet: str, reader: Reader) -> tuple[Choice, ...]:
    """The terms that programs use, in the vocabulary's order."""
    programs = reader.catalogue.programs
    used = {value for i in programs for value in calendar_facets(i, reader)[facet]}
    terms = reader.catalogue.terms.get(f"{facet}s", {})
    return tuple(Choice(i, str(reader.say(term.label))) for i, term in terms.items() if i in used)


def region_choices(reader: Reader) -> tuple[Choice, ...]:
    """Regions with programs of their own or of a wider one; each says what it holds."""
    regions = tuple(regions_with_programs(reader))
    return tuple(_region_choice(region, regions, reader) for region in regions)


def _region_choice(region: str, regions: tuple[str, ...], reader: Reader) -> Choice:
    holds = held("region", region, reader)
    also = tuple(other for other in regions if other != region and other in holds)
    file = region_file(region, reader)
    label = str(reader.term("regions", region).label)
    return Choice(region, label, also=also, file="" if file == region else file)


def publisher_of(document: str, reader: Reader) -> Phrase:
    """Who published a document."""
    return reader.say(reader.catalogue.documents[document].publisher)
