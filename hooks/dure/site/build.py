"""All pages of the site, made from a catalogue into a folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dure.messages import LANGUAGES, texts
from dure.render import render
from dure.site.addresses import Address
from dure.site.cards import card_path, write_cards
from dure.site.downloads import write_downloads
from dure.site.icons import write_icons
from dure.site.pages import FRONTS, front_pages, record_page, records_with_pages
from dure.site.publish import write
from dure.site.shelf import cards
from dure.site.shell import Chrome, Head
from dure.site.sitemap import robots, sitemap
from dure.site.workers import in_parallel
from dure.views.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dure.booklets.printing import Printed
    from dure.catalogue import Catalogue
    from dure.site.pages import Page
    from dure.site.shell import Guide

CHUNK = 50
"""Records of which one process makes the pages before it asks for more work."""
LONG = frozenset({"", "enterprises", "products"})
"""Home and the lists that take longest; what takes long is begun first."""
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


@dataclass(frozen=True)
class _Work:
    """Parts of the site that can be made at the same time; each returns addresses it decided on."""

    site: Site
    chromes: tuple[Chrome, ...]
    out: Path
    earlier: str

    def jobs(self) -> Iterator[Callable[[], tuple[Address, ...]]]:
        """All parts, long ones first."""
        for name in sorted(FRONTS, key=lambda name: name not in LONG):
            yield from (partial(self.front, chrome, name) for chrome in self.chromes)
        yield self.files
        for kind, records in records_with_pages(self.site.catalogue).items():
            ids = tuple(records)
            for at in range(0, len(ids), CHUNK):
                yield partial(self.records, kind, ids[at : at + CHUNK])

    def front(self, chrome: Chrome, name: str) -> tuple[Address, ...]:
        """Home or a list, of which only making it shows how many pages it has."""
        shelf = cards(self.site.printed, chrome.reader)
        return tuple(
            self._written(page, chrome) for page in front_pages(chrome.reader, shelf, (name,))
        )

    def records(self, kind: str, ids: Iterable[str]) -> tuple[Address, ...]:
        """A record's pages in both languages follow each other, as they share its picture."""
        for record_id in ids:
            for chrome in self.chromes:
                self._written(record_page(kind, record_id, chrome.reader), chrome)
        return ()

    def files(self) -> tuple[Address, ...]:
        """What is no page."""
        _write_files(self.site, self.out)
        return ()

    def _written(self, page: Page, chrome: Chrome) -> Address:
        write_page(page, chrome, self.site.assets, self.out, self.earlier)
        return page.head.address


def build_pages(site: Site, out: Path, earlier: Path | None = None) -> tuple[Address, ...]:
    """Writes every page made from records, the 404 page, sitemap and robots.txt.

    Pages that the `earlier` site has just so are taken from it.
    """
    last = str(earlier) if earlier and earlier.is_dir() else ""
    work = _Work(site, tuple(map(site.chrome, LANGUAGES)), out, last)
    done = in_parallel(lambda job: job(), work.jobs())
    everything = tuple(_in_order(site, [address for found in done for address in found]))
    _write_outer(site, out, everything)
    return everything


def _in_order(site: Site, fronts: list[Address]) -> Iterator[Address]:
    """Pages by language, home and lists first, and the hand-written ones at the end."""
    fronts.sort(key=lambda address: FRONTS.index(address.path.partition("/")[0]))
    for lang in LANGUAGES:
        yield from (address for address in fronts if address.lang == lang)
        for kind, records in records_with_pages(site.catalogue).items():
            yield from (Address(lang, f"{kind}s/{record_id}/") for record_id in records)
    yield from (Address(guide.lang, guide.path) for guide in site.guides)


def write_rest(site: Site, out: Path, addresses: tuple[Address, ...]) -> None:
    """Everything that is no page of its own: files to take away, pictures, 404, sitemap."""
    _write_files(site, out)
    _write_outer(site, out, addresses)


def _write_files(site: Site, out: Path) -> tuple[Address, ...]:
    write_downloads(site.catalogue, out)
    write_cards(site.catalogue, out)
    write_icons(site.catalogue, out)
    return ()


def _write_outer(site: Site, out: Path, addresses: tuple[Address, ...]) -> None:
    root = site.catalogue.site.url
    write(f"{out}/404.html", not_found(site).encode())
    write(f"{out}/sitemap.xml", sitemap(addresses, root).encode())
    write(f"{out}/robots.txt", robots(root).encode())


def write_page(
    page: Page, chrome: Chrome, assets: Mapping[str, str], out: Path, earlier: str = ""
) -> None:
    """A page with the files beside it; taken from the `earlier` site where that has just it."""
    address = page.head.address
    html = chrome.page(page.head, page.body(assets))
    write(f"{out}/{address.file}", html, earlier and f"{earlier}/{address.file}")
    for name, beside in page.beside:
        write(f"{out}/{address.full}{name}", beside.encode())


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
    page = chrome.page(head, body).decode()
    return (
        page.replace('href="./', f'href="{path}')
        .replace('src="./', f'src="{path}')
        .replace('action="./', f'action="{path}')
    )
