"""Files around the pages: 404.html, the sitemap and robots.txt."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dure.messages import LANGUAGES, texts
from dure.render import render
from dure.site.addresses import Address
from dure.site.shell import Head
from dure.site.sitemap import robots, sitemaps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dure.site.build import Site


def outer_files(site: Site, addresses: Sequence[Address]) -> Iterator[tuple[str, bytes]]:
    """The files by name; `addresses` are those of all pages."""
    root = site.catalogue.site.url
    yield "404.html", not_found(site).encode()
    for name, xml in sitemaps(addresses, root):
        yield name, xml.encode()
    yield "robots.txt", robots(root).encode()


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
