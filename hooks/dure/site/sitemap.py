"""`sitemap.xml` with each page's other language, and `robots.txt`."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dure.site.addresses import ROOTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dure.site.addresses import Address

MOST_URLS = 50_000
"""In one file (sitemaps.org protocol 0.9); more are listed by an index of files."""
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_PATH = "\0"
_LANGUAGES = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def sitemaps(addresses: Sequence[Address], root: str) -> Iterator[tuple[str, str]]:
    """Names and texts of the files; the first is `sitemap.xml`, an index where one is needed."""
    if len(addresses) <= MOST_URLS:
        yield "sitemap.xml", sitemap(addresses, root)
        return
    parts = [addresses[at : at + MOST_URLS] for at in range(0, len(addresses), MOST_URLS)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield "sitemap.xml", _index(names, root)
    yield from ((name, sitemap(part, root)) for name, part in zip(names, parts, strict=True))


def sitemap(addresses: Iterable[Address], root: str) -> str:
    """A sitemap of at most `MOST_URLS`; each URL names both languages."""
    forms = {lang: _form(lang, root) for lang in ROOTS}
    found = "".join([forms[one.lang].replace(_PATH, escape(one.path)) for one in addresses])
    return f"{_XML}<urlset {_SCHEMA} {_LANGUAGES}>\n{found}</urlset>\n"


def _index(names: Iterable[str], root: str) -> str:
    found = "".join(f"<sitemap><loc>{escape(root + name)}</loc></sitemap>\n" for name in names)
    return f"{_XML}<sitemapindex {_SCHEMA}>\n{found}</sitemapindex>\n"


def _form(lang: str, root: str) -> str:
    """The entry of a page of one language, with `_PATH` where its path goes."""
    urls = {lang: f"{escape(root + below)}{_PATH}" for lang, below in ROOTS.items()}
    links = "".join([
        f'<xhtml:link rel="alternate" hreflang="{lang}" href="{url}"/>'
        for lang, url in urls.items()
    ])  # fmt: skip
    return f"<url><loc>{urls[lang]}</loc>{links}</url>\n"


def robots(root: str) -> str:
    """Everything may be read; the sitemap is named."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {root}sitemap.xml\n"
