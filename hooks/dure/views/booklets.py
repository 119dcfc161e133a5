"""Booklets to take away: what was published, as the shelf and the home page show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dure.korean.amounts import format_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dure.render import Phrase
    from dure.views.reader import Reader

KILOBYTE, MEGABYTE = 1_000, 1_000_000


@dataclass(frozen=True)
class BookletCard:
    """A published file; `href` and `picture` are paths below the site's root."""

    title: Phrase
    edition: Phrase
    languages: tuple[str, ...]
    pages: int
    bytes: int
    href: str
    picture: str
    """The cover as a picture, 0.7 as wide as high; "" where there is none."""


@dataclass(frozen=True)
class ShelfItem:
    """A card with its figures in words."""

    card: BookletCard
    facts: str


@dataclass(frozen=True)
class BookletsView:
    """The shelf, the newest first."""

    shelf: tuple[ShelfItem, ...]


def booklets_view(cards: Iterable[BookletCard], reader: Reader) -> BookletsView:
    """All booklets, in the order given."""
    return BookletsView(tuple(shelf_item(card, reader) for card in cards))


def shelf_item(card: BookletCard, reader: Reader) -> ShelfItem:
    """`한국어 · 24쪽 · PDF, 1.2 MB`."""
    words = reader.words
    languages = ", ".join(words[f"booklet_lang_{lang}"] for lang in card.languages)
    key = "booklet_page" if card.pages == 1 else "booklet_pages"
    pages = words[key].format(n=format_number(card.pages, reader.lang))
    file = words["booklet_file"].format(size=_size(card.bytes))
    return ShelfItem(card, " · ".join((languages, pages, file)))


def _size(octets: int) -> str:
    if octets < MEGABYTE:
        return f"{max(1, round(octets / KILOBYTE))} kB"
    return f"{octets / MEGABYTE:.1f} MB"
