"""Booklets to take away: what was published, as the shelf and the home page show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.korean.amounts import format_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dure.render import Phrase
    from dure.views.reader import Reader

KILOBYTE, MEGABYTE = 1_000, 1_000_000
FORMATS = {(148, 210): "A5", (210, 297): "A4", (297, 420): "A3", (420, 594): "A2"}
"""Names readers know, by the shorter and the longer side in millimetres."""


class BookletFile(Struct, frozen=True):
    """A published file; `href` is its path below the site's root."""

    lang: str
    """`ko`, `en`, or `ko-en` for both on facing pages."""
    pages: int
    bytes: int
    href: str
    volume: Phrase | None = None
    """The region, sector or kind it holds, where the booklet is divided."""


class PagePicture(Struct, frozen=True):
    """A picture of pages: its path below the site's root and its size on the shelf in pixels."""

    src: str
    width: int
    height: int


class BookletCard(Struct, frozen=True):
    """A booklet with all of its files, those in the reader's language first."""

    title: Phrase
    edition: Phrase
    subtitle: Phrase | None
    size: tuple[int, int]
    """Trimmed width and height in millimetres."""
    files: tuple[BookletFile, ...]
    picture: str
    """The cover as a picture; "" where there is none."""
    inside: tuple[PagePicture, ...] = ()


class Download(Struct, frozen=True):
    """A file with its figures in words: `한국어`, `24쪽 · PDF, 1.2 MB`."""

    href: str
    name: str
    volume: Phrase | None
    facts: str


class ShelfItem(Struct, frozen=True):
    """A card with its figures in words; `downloads` are in the order of the card's files."""

    card: BookletCard
    format: str
    downloads: tuple[Download, ...]


class BookletsView(Struct, frozen=True):
    """The shelf, the newest first."""

    shelf: tuple[ShelfItem, ...]


def booklets_view(cards: Iterable[BookletCard], reader: Reader) -> BookletsView:
    """All booklets, in the order given."""
    return BookletsView(tuple(shelf_item(card, reader) for card in cards))


def shelf_item(card: BookletCard, reader: Reader) -> ShelfItem:
    """What the card says in the reader's language."""
    downloads = tuple(_download(file, reader) for file in card.files)
    return ShelfItem(card, _format(card.size), downloads)


def _download(file: BookletFile, reader: Reader) -> Download:
    words = reader.words
    key = "booklet_page" if file.pages == 1 else "booklet_pages"
    pages = words[key].format(n=format_number(file.pages, reader.lang))
    size = words["booklet_file"].format(size=_size(file.bytes))
    return Download(file.href, words[f"booklet_lang_{file.lang}"], file.volume, f"{pages} · {size}")


def _format(size: tuple[int, int]) -> str:
    """`A5 (148 × 210 mm)`; sizes without a name readers know are given in figures alone."""
    figures = f"{size[0]} × {size[1]} mm"
    name = FORMATS.get((min(size), max(size)))
    return f"{name} ({figures})" if name else figures


def _size(octets: int) -> str:
    if octets < MEGABYTE:
        return f"{max(1, round(octets / KILOBYTE))} kB"
    return f"{octets / MEGABYTE:.1f} MB"
