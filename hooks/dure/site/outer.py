"""Files around the pages: 404.html, the sitemap, robots.txt, and where renamed records went."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dure.messages import LANGUAGES, texts
from dure.render import render
from dure.site.addresses import Address
from dure.site.shell import Head
from dure.site.sitemap import robots, sitemaps
from dure.views.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dure.catalogue import Catalogue
    from dure.site.build import Site
    from dure.views.reader import LinkView


def outer_files(site: Site, addresses: Sequence[Address]) -> Iterator[tuple[str, bytes]]:
    """The files by name; `addresses` are those of all pages."""
    root = site.catalogue.site.url
    yield "404.html", not_found(site).encode()
    for name, xml in sitemaps(addresses, root):
        yield name, xml.encode()
    yield "robots.txt", robots(root).encode()
    for lang in LANGUAGES:
        for address, now in former_addresses(site.catalogue, lang):
            yield address.file, _moved(address, now, root)


def former_addresses(catalogue: Catalogue, lang: str) -> Iterator[tuple[Address, LinkView]]:
    """Where records stood before they were renamed, and where each is now."""
    if not any(catalogue.former.values()):
        return
    reader = Reader(catalogue, lang)
    links = {"program": reader.program, "enterprise": reader.enterprise, "centre": reader.centre}
    for kind, ids in catalogue.former.items():
        for old, now in ids.items():
            yield Address(lang, f"{kind}s/{old}/"), links[kind](now)


def _moved(address: Address, now: LinkView, root: str) -> bytes:
    """The page at a former address: it leads on by itself."""
    there = Address(address.lang, now.path)
    href, url = address.to(now.path), root + there.full
    return render("pages/moved.html", address.lang, url=url, href=href, name=now.label).encode()


def not_found(site: Site) -> str:
    """404.html: it answers at any depth, so its links start at the server's root."""
    path = urlsplit(site.catalogue.site.url).path
    chrome = site.chrome("ko")
    words = {lang: texts("site", lang) for lang in LANGUAGES}
    body = render("pages/not_found.html", "ko", root=path, en=words["en"])
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
