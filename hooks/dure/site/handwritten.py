"""Hand-written pages: in both languages, linked to records, in the same frame as every other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from dure.site import links
from dure.site.addresses import ROOTS, Address
from dure.site.shell import Head
from dure.site.strict import Refused

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from dure.site.again import Handwritten
    from dure.site.shell import Chrome


class OneLanguage(Refused):
    """A page lacks its twin in the other language; the message says which."""


class Listed(NamedTuple):
    """A page by its path below `docs/`."""

    lang: str
    uri: str
    in_menu: bool


def listed(menu: Sequence[str], uris: Collection[str]) -> Iterator[Listed]:
    """The pages of both languages, those of the menu first and in its order.

    Raises `OneLanguage` where a page is in one language only.
    """
    korean = [*menu, *sorted(u for u in uris if not u.startswith("en/") and u not in menu)]
    if alone := sorted(set(uris) - {root + uri for uri in korean for root in ROOTS.values()}):
        raise OneLanguage(f"docs/{alone[0]}: no such page in Korean")
    for lang, root in ROOTS.items():
        for uri in korean:
            if root + uri not in uris:
                missing = f"docs/{root}{uri}: no such page; every page is in both languages"
                raise OneLanguage(missing)
            yield Listed(lang, root + uri, uri in menu)


def address_of(uri: str, url: str) -> Address:
    """The address of the page that MkDocs publishes at `url`."""
    lang = "en" if uri.startswith("en/") else "ko"
    return Address(lang, url.removeprefix(ROOTS[lang]).removeprefix("./"))


def linked(pages: Handwritten, uri: str, address: Address, html: str) -> tuple[Handwritten, str]:
    """`/programs/…` in a page as a relative link, and the pages with what this one names."""
    found = links.relative(html, address, uri)
    whole = {**pages.html, (address.lang, address.path): html}
    return replace(pages, named=pages.named + found.named, html=whole), found.html


def framed(chrome: Chrome, address: Address, title: str, about: str) -> dict[str, object]:
    """What the theme's template wants to know of a page."""
    slots = chrome.slots(Head(address, title, about, body_class="guide"))
    return chrome.context(address, slots)
