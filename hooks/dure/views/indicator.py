"""Indicators as tables, and the documents everything comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.korean.amounts import format_number
from dure.views import figures
from dure.views.common import sources

if TYPE_CHECKING:
    from decimal import Decimal

    from dure.records import Indicator
    from dure.records.reference import PrintedWork
    from dure.render import Phrase
    from dure.views.common import SourceView
    from dure.views.reader import LinkView, Reader


class RowView(Struct, frozen=True):
    """A row of figures in words; `""` where nothing is printed."""

    label: Phrase
    values: tuple[str, ...]
    total: bool
    note: Phrase | None


class IndicatorView(Struct, frozen=True):
    """A table of figures."""

    id: str
    title: Phrase
    unit: Phrase
    period: str
    columns: tuple[tuple[Phrase, Phrase], ...]
    rows: tuple[RowView, ...]
    programs: tuple[LinkView, ...]
    region: Phrase
    sources: tuple[SourceView, ...]
    note: Phrase | None


class WorkView(Struct, frozen=True):
    """A printed work a document speaks of."""

    title: Phrase
    year: str
    copies: str
    texts: tuple[Phrase, ...]


class DocumentView(Struct, frozen=True):
    """A source document with what it holds and what was taken from it."""

    id: str
    title: Phrase
    publisher: Phrase
    year: int
    region: Phrase
    description: Phrase
    sections: tuple[Phrase, ...]
    works: tuple[WorkView, ...]
    programs: int
    note: Phrase | None


def indicator_views(reader: Reader) -> tuple[IndicatorView, ...]:
    """All tables, by region and id."""
    found = sorted(reader.catalogue.indicators.items(), key=lambda pair: (pair[1].region, pair[0]))
    return tuple(_indicator(i, indicator, reader) for i, indicator in found)


def _indicator(indicator_id: str, found: Indicator, reader: Reader) -> IndicatorView:
    when = found.as_of or None
    period = reader.day(when) if when else reader.period(found.period) if found.period else ""
    return IndicatorView(
        indicator_id,
        reader.say(found.title),
        figures.unit(found.unit, 2, reader),
        period,
        tuple(
            (reader.say(c.label), figures.unit(c.unit, 2, reader) if c.unit else reader.own(""))
            for c in found.columns
        ),
        tuple(
            RowView(
                reader.say(r.label),
                tuple(_value(v, reader) for v in r.values),
                bool(r.sum_of),
                reader.maybe(r.note),
            )
            for r in found.rows
        ),
        tuple(reader.program(i) for i in found.programs),
        reader.term("regions", found.region).label,
        sources(found.source, reader),
        reader.maybe(found.note),
    )


def _value(value: Decimal | None, reader: Reader) -> str:
    return "" if value is None else format_number(value, reader.lang)


def document_views(reader: Reader) -> tuple[DocumentView, ...]:
    """All documents, newest first."""
    found = sorted(reader.catalogue.documents.items(), key=lambda pair: (-pair[1].year, pair[0]))
    return tuple(
        DocumentView(
            i,
            reader.say(d.title),
            reader.say(d.publisher),
            d.year,
            reader.term("regions", d.region).label,
            reader.say(d.description),
            tuple(reader.say(s.title) for s in d.sections),
            tuple(_work(w, reader) for w in d.works),
            len(reader.catalogue.mentioned_by("document", i, "program")),
            reader.maybe(d.note),
        )
        for i, d in found
    )


def _work(work: PrintedWork, reader: Reader) -> WorkView:
    texts = (work.editions, work.contents, work.purpose, work.recipients, work.timing)
    copies = ""
    if work.copies is not None:
        copies = reader.words["copies"].format(n=format_number(work.copies, reader.lang))
    return WorkView(
        reader.say(work.title),
        str(work.year or ""),
        copies,
        tuple(reader.say(t) for t in texts if t is not None),
    )
