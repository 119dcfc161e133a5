"""What a reader can do with a record's page: find it again, and report an error in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct

if TYPE_CHECKING:
    from dure.views.reader import Reader


class ToolsView(Struct, frozen=True):
    """A page's lasting address, and where errors in it are reported ("" where nowhere)."""

    address: str
    report: str


def tools(path: str, reader: Reader) -> ToolsView:
    """Tools for the page at `path` below the language's root; mail names the page by itself."""
    site = reader.catalogue.site
    address = f"{site.url}{'en/' if reader.lang == 'en' else ''}{path}"
    report = site.report_url or ""
    if report.startswith("mailto:") and "?" not in report:
        report += f"?subject={quote(address, safe='')}"
    return ToolsView(address, report)
