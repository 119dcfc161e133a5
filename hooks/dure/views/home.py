"""The home page: search first, three ways in, the year's enterprises as patches."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dure.korean.amounts import format_number
from dure.views.booklets import shelf_item
from dure.views.headlines import headlines
from dure.views.indicator import document_views
from dure.views.this_month import closings, months

if TYPE_CHECKING:
    from dure.records import Enterprise
    from dure.render import Phrase
    from dure.views.booklets import BookletCard, ShelfItem
    from dure.views.headlines import Headline
    from dure.views.indicator import DocumentView
    from dure.views.reader import Reader, TermView
    from dure.views.this_month import Closing, Month


MOST_PIECES = 400
"""Patches of the cloth: about 40 KB of page. Kinds that need part of a patch add one each."""


@dataclass(frozen=True)
class PieceView:
    """One enterprise of the patchwork, or as many as its name says."""

    id: str
    name: str
    colour: str
    kind: str


@dataclass(frozen=True)
class ShareView:
    """How many enterprises a kind has, and its dye on the cloth."""

    kind: str
    colour: str
    count: int


@dataclass(frozen=True)
class Cloth:
    """The patchwork, with so few pieces that a page for thousands stays light."""

    pieces: tuple[PieceView, ...]
    each: int
    """How many enterprises a patch stands for."""
    shares: tuple[ShareView, ...]


@dataclass(frozen=True)
class Door:
    """A way in for one of the three readers."""

    path: str
    title: str
    text: str
    counts: tuple[str, ...]


@dataclass(frozen=True)
class HomeView:
    """What the home page shows."""

    title: Phrase
    tagline: Phrase
    doors: tuple[Door, ...]
    cloth: Cloth
    kinds: tuple[TermView, ...]
    documents: tuple[DocumentView, ...]
    months: tuple[Month, ...]
    closings: tuple[Closing, ...]
    figures: tuple[Headline, ...]
    booklet: ShelfItem | None


def home_view(reader: Reader, newest: BookletCard | None = None) -> HomeView:
    """The home page in the reader's language, with live counts; `newest` is a booklet to show."""
    site = reader.catalogue.site
    return HomeView(
        reader.say(site.title),
        reader.say(site.tagline),
        _doors(reader),
        _cloth(reader),
        reader.terms("enterprise-kinds", reader.catalogue.terms.get("enterprise-kinds", {})),
        document_views(reader),
        months(reader),
        closings(reader),
        headlines(reader),
        shelf_item(newest, reader) if newest else None,
    )


def _doors(reader: Reader) -> tuple[Door, ...]:
    catalogue = reader.catalogue
    products = sum(len(e.products) for e in catalogue.enterprises.values())
    open_to_all = sum(p.access != "internal" for p in catalogue.programs.values())
    return (
        _door("programs", {"programs": open_to_all}, reader),
        _door(
            "enterprises", {"enterprises": len(catalogue.enterprises), "products": products}, reader
        ),
        _door("centres", {"centres": len(catalogue.centres)}, reader),
    )


def _door(name: str, counts: dict[str, int], reader: Reader) -> Door:
    words = reader.words
    return Door(
        f"{name}/",
        words[f"door_{name}"],
        words[f"door_{name}_text"],
        tuple(
            words[f"count_{key}"].format(n=format_number(n, reader.lang))
            for key, n in counts.items()
        ),
    )


def _cloth(reader: Reader) -> Cloth:
    """Each kind keeps its share of the cloth; one with any enterprise has at least a patch."""
    whole = [_piece(i, found, reader) for i, found in sorted(reader.catalogue.enterprises.items())]
    counts = Counter((piece.kind, piece.colour) for piece in whole)
    shares = tuple(ShareView(*key, n) for key, n in sorted(counts.items()))
    each = -(-len(whole) // MOST_PIECES) or 1
    if each == 1:
        return Cloth(tuple(whole), each, shares)
    name = reader.words["count_enterprises"].format(n=format_number(each, reader.lang))
    taken: Counter[tuple[str, str]] = Counter()
    pieces = []
    for piece in whole:
        key = (piece.kind, piece.colour)
        if taken[key] % each == 0:
            pieces.append(replace(piece, name=name))
        taken[key] += 1
    return Cloth(tuple(pieces), each, shares)


def _piece(enterprise_id: str, enterprise: Enterprise, reader: Reader) -> PieceView:
    """The colour is the kind's, or the sector's where no document states the kind."""
    kinds = reader.terms("enterprise-kinds", enterprise.kinds)
    sectors = reader.terms("sectors", enterprise.sectors)
    colour = next((term.colour for term in (*kinds, *sectors)), "jae")
    label = str(kinds[0].label) if kinds else reader.words["kind_missing"]
    return PieceView(enterprise_id, str(reader.say(enterprise.name)), colour, label)
