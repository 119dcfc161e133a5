"""All pages of the site, made from a catalogue into a folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dure.messages import LANGUAGES, texts
from dure.render import render
from dure.site.addresses import Address
from dure.site.cards import card_path, write_cards
from dure.site.downloads import write_downloads
from dure.site.icons import write_icons
from dure.site.pages import site_pages
from dure.site.publish import write
from dure.site.shelf import cards
from dure.site.shell import Chrome, Head
from dure.site.sitemap import robots, sitemap
from dure.site.workers import in_parallel
from dure.views.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dure.booklets.printing import Printed
    from dure.catalogue import Catalogue
    from dure.site.pages import Page
    from dure.site.shell import Guide

RenderTheme = Callable[[Mapping[str, object]], str]


@dataclass(frozen=True)
class Site:
    """Everything pages are made from; the edge puts it together."""

    catalogue: Catalogue
    guides: tuple[Guide, ...]
    assets: Mapping[str, str]
    render_theme: RenderTheme
    printed: tuple[Printed, ...] = ()

    def chrome(self, lang: str) -> Chrome:
        """The theme around pages of one language."""
        reader = Reader(self.catalogue, lang)
        return Chrome(reader, self.assets, self.guides, self.render_theme, card_path)


def build_pages(site: Site, out: Path, earlier: Path | None = None) -> tuple[Address, ...]:
    """Writes every page made from records, the 404 page, sitemap and robots.txt.

    Pages that the `earlier` site has just so are taken from it.
    """
    written = in_parallel(lambda lang: tuple(_write_pages(site, lang, out, earlier)), LANGUAGES)
    made = [address for addresses in written for address in addresses]
    guides = [Address(guide.lang, guide.path) for guide in site.guides]
    everything = (*made, *guides)
    write_rest(site, out, everything)
    return everything


def write_rest(site: Site, out: Path, addresses: tuple[Address, ...]) -> None:
    """Everything that is no page of its own: files to take away, pictures, 404, sitemap."""
    write_downloads(site.catalogue, out)
    write_cards(site.catalogue, out)
    write_icons(site.catalogue, out)
    root = site.catalogue.site.url
    write(out / "404.html", not_found(site))
    write(out / "sitemap.xml", sitemap(addresses, root))
    write(out / "robots.txt", robots(root))


def _write_pages(site: Site, lang: str, out: Path, earlier: Path | None) -> Iterator[Address]:
    chrome = site.chrome(lang)
    for page in site_pages(chrome.reader, cards(site.printed, chrome.reader)):
        write_page(page, chrome, site.assets, out, earlier)
        yield page.head.address


def write_page(
    page: Page, chrome: Chrome, assets: Mapping[str, str], out: Path, earlier: Path | None = None
) -> None:
    """A page with the files beside it; taken from the `earlier` site where that has just it."""
    address = page.head.address
    html = chrome.page(page.head, page.body(assets))
    write(out / address.file, html, earlier and earlier / address.file)
    for name, beside in page.beside:
        write(out / address.full / name, beside)


def not_found(site: Site) -> str:
    """404.html: it answers at any depth, so its links start at the server's root."""
    path = urlsplit(site.catalogue.site.url).path
    chrome = site.chrome("ko")
    words = {lang: texts("site", lang) for lang in LANGUAGES}
    body = render("pages/not_found.html", root=path, t=words["ko"], en=words["en"], lang="ko")
    head = Head(
        Address("ko", ""),
        words["ko"]["not_found"],
        words["ko"]["not_found_text"],
        body_class="not_found",
    )
    page = chrome.page(head, body)
    return (
        page.replace('href="./', f'href="{path}')
        .replace('src="./', f'src="{path}')
        .replace('action="./', f'action="{path}')
    )
