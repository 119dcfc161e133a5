"""Offices in print: who belongs to whom, what they did, and whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.korean.collation import sort_key
from dure.views.centre import centre_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dure.render import Phrase
    from dure.views.centre import CentreView
    from dure.views.common import PhoneView, WebView
    from dure.views.reader import Reader

DIRECTORY_KINDS = ("related-body", "hotline", "network")
"""Kinds of office that stand in the list of other contacts."""


class Row(Struct, frozen=True):
    """A line of a contact list; `region` is what the line is looked up by."""

    id: str
    province: str
    region: Phrase
    name: Phrase
    phones: tuple[PhoneView, ...]
    homepage: WebView | None
    address: Phrase | None


def trees(ids: Sequence[str], reader: Reader) -> list[CentreView]:
    """Offices that have offices below them and none above."""
    known = reader.catalogue.centres
    tops = [i for i in ids if not known[i].parent]
    views = [centre_view(i, reader) for i in tops]
    return [view for view in views if view.children]


def histories(
    ids: Sequence[str], reader: Reader
) -> list[tuple[Phrase, tuple[tuple[str, Phrase], ...]]]:
    """Offices whose history the documents tell."""
    views = (centre_view(i, reader) for i in ids if reader.catalogue.centres[i].history)
    return [(view.name, view.history) for view in views]


def city_rows(ids: Sequence[str], reader: Reader) -> list[Row]:
    """Cities, counties and districts in 가나다 order with the office each calls."""
    rows = [
        _row(
            centre,
            reader.term("regions", region).label,
            reader,
            reader.catalogue.terms["regions"][region].parent or "",
        )
        for centre in ids
        for region in reader.catalogue.centres[centre].serves
        if reader.catalogue.terms["regions"][region].tile is not None
    ]
    return sorted(rows, key=lambda row: (sort_key(str(row.region)), row.id))


def other_rows(ids: Sequence[str], reader: Reader) -> list[Row]:
    """Related bodies, hotlines and networks, kind by kind."""
    known = reader.catalogue.centres
    rows = [
        _row(i, reader.term("centre-kinds", known[i].kind).label, reader)
        for kind in DIRECTORY_KINDS
        for i in ids
        if known[i].kind == kind
    ]
    return [row for row in rows if row.phones or row.homepage]


def _row(centre: str, region: Phrase, reader: Reader, province: str = "") -> Row:
    view = centre_view(centre, reader)
    return Row(centre, province, region, view.name, view.phones, view.homepage, view.address)


def team_rows(ids: Sequence[str], reader: Reader) -> list[Row]:
    """Offices that serve a whole province or belong to one that does: those with phones."""
    known = reader.catalogue.centres
    terms = reader.catalogue.terms["regions"]
    tops = [i for i in ids if terms[known[i].region].tile is None and known[i].phones]
    return [_row(i, reader.term("regions", known[i].region).label, reader) for i in tops]
