"""The home page: search first, three ways in, the year's enterprises as patches."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dure.korean.amounts import format_number
from dure.messages import LANGUAGES
from dure.views.booklets import shelf_item
from dure.views.headlines import headlines
from dure.views.indicator import document_views
from dure.views.rows import rows
from dure.views.search import search_hint
from dure.views.this_month import closings, months

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dure.render import Phrase
    from dure.views.booklets import BookletCard, ShelfItem
    from dure.views.headlines import Headline
    from dure.views.indicator import DocumentView
    from dure.views.reader import Reader, TermView
    from dure.views.rows import Row
    from dure.views.this_month import Closing, Month


MOST_PIECES = 400
"""Patches of the cloth: about 40 KB of page. Kinds that need part of a patch add one each."""


class PieceView(Struct, frozen=True):
    """One enterprise of the patchwork, or as many as its name says."""

    id: str
    name: str
    colour: str
    kind: str


class ShareView(Struct, frozen=True):
    """How many enterprises a kind has, and its dye on the cloth."""

    kind: str
    colour: str
    count: int


class Cloth(Struct, frozen=True):
    """The patchwork, with so few pieces that a page for thousands stays light."""

    pieces: tuple[PieceView, ...]
    each: int
    """How many enterprises a patch stands for."""
    shares: tuple[ShareView, ...]
    """In the order of the kinds; what has none comes last, a share for each colour."""

    @property
    def legend(self) -> tuple[ShareView, ...]:
        """One share for each kind."""
        counts: dict[str, ShareView] = {}
        for share in self.shares:
            before = counts.get(share.kind, ShareView(share.kind, share.colour, 0))
            counts[share.kind] = replace(before, count=before.count + share.count)
        return tuple(counts.values())


class Door(Struct, frozen=True):
    """A way in for one of the three readers."""

    path: str
    title: str
    text: str
    counts: tuple[str, ...]


class HomeView(Struct, frozen=True):
    """What the home page shows."""

    title: Phrase
    tagline: Phrase
    search_hint: Phrase | str
    data_note: Phrase | None
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
    site, enterprises = reader.catalogue.site, rows(reader).all
    return HomeView(
        reader.say(site.title),
        reader.say(site.tagline),
        search_hint(reader),
        reader.maybe(site.data_note),
        _doors(enterprises, reader),
        _cloth(enterprises, reader),
        reader.terms("enterprise-kinds", reader.catalogue.terms.get("enterprise-kinds", {})),
        document_views(reader),
        months(reader),
        closings(reader),
        headlines(reader),
        shelf_item(newest, reader) if newest else None,
    )


def _doors(enterprises: Mapping[str, Row], reader: Reader) -> tuple[Door, ...]:
    catalogue = reader.catalogue
    products = sum(len(row.sold) for row in enterprises.values())
    open_to_all = sum(p.access != "internal" for p in catalogue.programs.values())
    return (
        _door("programs", {"programs": open_to_all}, reader),
        _door("enterprises", {"enterprises": len(enterprises), "products": products}, reader),
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


def _cloth(enterprises: Mapping[str, Row], reader: Reader) -> Cloth:
    """Each kind keeps its share of the cloth; one with any enterprise has at least a patch."""
    each = -(-len(enterprises) // MOST_PIECES) or 1
    name = reader.words["count_enterprises"].format(n=format_number(each, reader.lang))
    counts: Counter[tuple[str, str]] = Counter()
    pieces = []
    at = LANGUAGES.index(reader.lang)
    dyes = [(row.kinds, row.sectors[:1]) for row in enterprises.values()]
    found = {key: _dye(*key, reader) for key in set(dyes)}
    for (enterprise_id, row), dye in zip(enterprises.items(), dyes, strict=True):
        kind, colour = key = found[dye]
        if counts[key] % each == 0:
            words = name if each > 1 else row.name[at]
            pieces.append(PieceView(enterprise_id, words, colour, kind))
        counts[key] += 1
    order = {label: at for at, label in enumerate(_kind_names(reader))}
    ranked = sorted(counts.items(), key=lambda one: (order.get(one[0][0], len(order)), one[0]))
    return Cloth(tuple(pieces), each, tuple(ShareView(*key, n) for key, n in ranked))


def _kind_names(reader: Reader) -> tuple[str, ...]:
    known = reader.catalogue.terms.get("enterprise-kinds", {})
    return tuple(term.label.text for term in reader.terms("enterprise-kinds", known))


def _dye(kinds: tuple[str, ...], sectors: tuple[str, ...], reader: Reader) -> tuple[str, str]:
    """Name of the kind, and its colour: the sector's where no document states the kind."""
    terms = reader.terms("enterprise-kinds", kinds) or reader.terms("sectors", sectors)
    label = terms[0].label.text if kinds else reader.words["kind_missing"]
    return label, terms[0].colour if terms else "jae"
