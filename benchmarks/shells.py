"""Our own page, taken apart, so that other generators make the same one.

The page around a record becomes a text with marks where pages differ. The two drawings that our
program makes for each page (the sewn picture, the QR code) are taken from one page for all: no
peer has to draw, and each writes as many bytes as we do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from dure.catalogue import Catalogue

SAMPLE = "made-up-00010"
"""The record whose page is cut."""
ROOTS = {"ko": "", "en": "en/"}
_PICTURE = re.compile(r'<svg class="patchwork picture".*?</svg></svg>', re.DOTALL)
_QR = re.compile(r'<svg class="qr".*?</svg>', re.DOTALL)
_TOOLS = re.compile(r'(?<=\n)<ul class="actions".*(?=</aside>)', re.DOTALL)
_MAIN = re.compile(r"(<main[^>]*>).*</main>", re.DOTALL)


@dataclass(frozen=True)
class Shells:
    """Our page around a record in each language, with `%NAME%` where pages differ."""

    by_language: dict[str, str]
    tools: dict[str, str]
    """What a reader can do with a page, which bears the page's address."""
    picture: str
    qr: str


def filled(shell: str, slots: dict[str, str]) -> str:
    """A shell with another tool's marks."""

    def fill(found: re.Match[str]) -> str:
        return slots[found[1]]

    return re.sub("%([A-Z]+)%", fill, shell)


def page(record_id: str, lang: str) -> str:
    """Where a record's page lies below a site's folder, ours or a peer's."""
    return f"{ROOTS[lang]}enterprises/{record_id}/index.html"


def cut_shells(site: Path, catalogue: Catalogue) -> Shells:
    """Cuts the sample's built pages at what differs from page to page."""
    record, shells, tools, html = catalogue.enterprises[SAMPLE], {}, {}, ""
    assert record.summary is not None
    for lang in ROOTS:
        html = (site / page(SAMPLE, lang)).read_text("utf-8")
        summary, name = (str(getattr(text, lang)) for text in (record.summary, record.name))
        tools[lang] = _first(_TOOLS, html).replace(SAMPLE, "%ID%")
        shell = _MAIN.sub(r"\1\n%BODY%</main>", html).replace(escape(summary), "%SUMMARY%")
        shells[lang] = shell.replace(SAMPLE, "%ID%").replace(escape(name), "%TITLE%")
    return Shells(shells, tools, _first(_PICTURE, html), _first(_QR, html))


def _first(pattern: re.Pattern[str], html: str) -> str:
    found = pattern.search(html)
    return found[0] if found else ""


def plain(html: str) -> str:
    """A page as it is compared: drawings left out, white space and ways of escaping made one."""
    bare = _QR.sub("", _PICTURE.sub("", html))
    return unescape(re.sub(r"\s*(<[^>]+>)\s*", r"\1", re.sub(r"\s+", " ", bare)))


def first_difference(ours: str, theirs: str) -> str:
    """Where two pages first say something else; "" where they say the same."""
    left, right = plain(ours), plain(theirs)
    if left == right:
        return ""
    at = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), -1)
    return f"…{left[max(at - 60, 0) : at + 60]}… ≠ …{right[max(at - 60, 0) : at + 60]}…"
