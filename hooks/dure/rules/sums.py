"""Rules about figures: rows fit their columns, printed totals add up or are explained."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dure.records import Indicator, Program
from dure.rules.findings import Finding, each, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dure.catalogue import Linked
    from dure.load import Entry
    from dure.records.reference import Column, Row


def rows_fit_their_columns(linked: Linked) -> Iterator[Finding]:
    """Each row of an indicator has a value (or a blank) for each column."""
    for entry, indicator in each(linked, Indicator):
        columns = len(indicator.columns)
        for index, row in enumerate(indicator.rows):
            if len(row.values) != columns:
                values = {"columns": str(columns), "values": str(len(row.values))}
                yield Finding(entry, ("rows", index, "values"), "row_length", values)


def sums_name_real_parts(linked: Linked) -> Iterator[Finding]:
    """What a total says it adds up is in the table."""
    for entry, indicator in each(linked, Indicator):
        yield from _unknown_parts(entry, "rows", indicator.rows)
        yield from _unknown_parts(entry, "columns", indicator.columns)


def _unknown_parts(entry: Entry, name: str, parts: Sequence[Row | Column]) -> Iterator[Finding]:
    ids = {part.id for part in parts}
    for index, part in enumerate(parts):
        for at, part_id in enumerate(part.sum_of):
            if part_id not in ids:
                place = (name, index, "sum_of", at)
                yield unknown(entry, place, "no_such_part", ids, {"id": part_id})


def sums_add_up_or_are_explained(linked: Linked) -> Iterator[Finding]:
    """A printed total equals the sum of its parts, or a note tells the reader."""
    for entry, indicator in each(linked, Indicator):
        if indicator.note is not None or not _is_rectangle(indicator):
            continue
        for index, row in enumerate(indicator.rows):
            for at, printed, added in _wrong_sums(indicator, row) if row.note is None else ():
                values = {"printed": f"{printed:,f}", "added": f"{added:,f}"}
                place = ("rows", index, "values", at)
                yield Finding(entry, place, "sum_differs", values, "explain_in_note")


def _is_rectangle(indicator: Indicator) -> bool:
    return all(len(row.values) == len(indicator.columns) for row in indicator.rows)


def _wrong_sums(indicator: Indicator, row: Row) -> Iterator[tuple[int, Decimal, Decimal]]:
    """Column, printed total and sum, wherever these differ down or across."""
    rows = {other.id: other for other in indicator.rows}
    columns = {other.id: at for at, other in enumerate(indicator.columns)}
    for at, column in enumerate(indicator.columns):
        down = [rows[i].values[at] if i in rows else None for i in row.sum_of]
        across = [row.values[columns[i]] if i in columns else None for i in column.sum_of]
        for parts in (down, across):
            printed, added = row.values[at], _sum(parts)
            if printed is not None and added is not None and added != printed:
                yield at, printed, added


def _sum(parts: Sequence[Decimal | None]) -> Decimal | None:
    """The sum; none of no parts, and none where one is blank, which may be anything."""
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(parts) else None


def budgets_add_up(linked: Linked) -> Iterator[Finding]:
    """A budget's total equals its parts, or the program's note says why not."""
    for entry, program in each(linked, Program):
        if program.note is not None:
            continue
        total = next((b.krw for b in program.budget if b.payer == "total"), None)
        parts = [b.krw for b in program.budget if b.payer != "total"]
        added = _sum([None if krw is None else Decimal(krw) for krw in parts])
        if total is not None and added is not None and total != added:
            values = {"printed": f"{total:,}", "added": f"{added:,f}"}
            yield Finding(entry, ("budget",), "budget_differs", values, "explain_in_note")
