"""`sitemap.xml` with each page's other language, and `robots.txt`."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dure.site.addresses import Address

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(addresses: Iterable[Address], root: str) -> str:
    """The sitemap (sitemaps.org protocol 0.9); each URL names both languages."""
    return _HEAD + "".join(_entry(address, root) for address in addresses) + "</urlset>\n"


def _entry(address: Address, root: str) -> str:
    pair = sorted((address, address.in_other_language()), key=lambda a: a.lang, reverse=True)
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{a.lang}" href="{escape(root + a.full)}"/>'
        for a in pair
    )
    return f"<url><loc>{escape(root + address.full)}</loc>{links}</url>\n"


def robots(root: str) -> str:
    """Everything may be read; the sitemap is named."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {root}sitemap.xml\n"
