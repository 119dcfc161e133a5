"""What a booklet should hold, worked out from the records alone."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import pikepdf

from dure.booklets.select import centre_ids, enterprise_ids, product_ids, program_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dure.catalogue import Catalogue
    from dure.records import Booklet, Name, Text

BOOKS = (
    "goyang-enterprises",
    "goyang-enterprises-education",
    "products",
    "gyeonggi-guidebook-2022",
)
SHEETS = ("seoul-calendar-2019", "map", "contacts", "contacts-gyeonggi", "contacts-seoul")
FACING = ("goyang-enterprises-facing", "ko-en")
BOUND = [*((name, lang) for name in BOOKS for lang in ("ko", "en")), FACING]
EVERY = [*BOUND, *((name, lang) for name in SHEETS for lang in ("ko", "en"))]


def squeezed(text: str) -> str:
    """Letters and figures alone: how a line is broken is no part of what it says."""
    return re.sub(r"[\s.\-\u00ad\u2060\x02\ufffe]+", "", unicodedata.normalize("NFC", text))


def said(text: Text | Name, lang: str) -> str:
    """The text as a booklet of one language prints it."""
    return text.en if lang == "en" and text.en is not None else text.ko


class Expected(NamedTuple):
    """A record that must be in a booklet."""

    place: str
    name: str
    path: str


def expected(booklet: Booklet, catalogue: Catalogue, lang: str) -> list[Expected]:
    """The records a booklet is about, with their names and the pages their codes lead to."""
    return list(_RECORDS[booklet.work](booklet, catalogue, lang))


def _enterprises(booklet: Booklet, catalogue: Catalogue, lang: str) -> Iterator[Expected]:
    for i in enterprise_ids(booklet, catalogue):
        name = said(catalogue.enterprises[i].name, lang)
        yield Expected(f"enterprise/{i}", name, f"enterprises/{i}/")


def _products(booklet: Booklet, catalogue: Catalogue, lang: str) -> Iterator[Expected]:
    for maker, at in product_ids(booklet, catalogue):
        product = catalogue.enterprises[maker].products[at]
        place = f"product/{maker}.{product.id}"
        yield Expected(place, said(product.name, lang), f"enterprises/{maker}/")


def _programs(booklet: Booklet, catalogue: Catalogue, lang: str) -> Iterator[Expected]:
    for i in program_ids(booklet, catalogue):
        yield Expected(f"program/{i}", said(catalogue.programs[i].name, lang), f"programs/{i}/")


def _offices(booklet: Booklet, catalogue: Catalogue, lang: str) -> Iterator[Expected]:
    for i in centre_ids(booklet, catalogue):
        if catalogue.centres[i].serves and catalogue.centres[i].phones:
            yield Expected(f"centre/{i}", said(catalogue.centres[i].name, lang), "")


_RECORDS = {
    "enterprises": _enterprises,
    "map": _enterprises,
    "products": _products,
    "guidebook": _programs,
    "calendar": _programs,
    "contacts": _offices,
}


def outline(document: pikepdf.Pdf, depth: int = 9) -> list[tuple[str, int]]:
    """Bookmarks down to a depth with the number of the page they lead to, from 0."""
    pages: dict[Any, int] = {page.objgen: at for at, page in enumerate(document.pages)}
    with document.open_outline() as found:
        return [(str(item.title), pages[_page(item, document)]) for item in _all(found.root, depth)]


def _all(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[pikepdf.OutlineItem]:
    for item in items if depth else ():
        yield item
        yield from _all(item.children, depth - 1)


def _page(item: pikepdf.OutlineItem, document: pikepdf.Pdf) -> Any:
    destination: Any = item.destination
    if destination is None:
        destination = cast(Any, item.action).D
    if isinstance(destination, pikepdf.String | pikepdf.Name):
        destination = _named(document, str(destination).removeprefix("/"))
    return destination[0].objgen


def _named(document: pikepdf.Pdf, name: str) -> Any:
    found: Any = pikepdf.NameTree(cast(Any, document.Root).Names.Dests)[name]
    return found.D if isinstance(found, pikepdf.Dictionary) else found
