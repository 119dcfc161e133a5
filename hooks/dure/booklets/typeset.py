"""Plain values and a template become a PDF; whatever the typesetter warns of is an error."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typst

from dure.webfonts import FONTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dure.booklets.plain import Plain

TEMPLATES = Path(__file__).parent.parent / "templates" / "print"
THUMBNAIL_PPI = 48
"""An A5 cover becomes 280 × 397 px: what the list of booklets shows."""


class Unprintable(RuntimeError):
    """A work that cannot be set; the message names the record where it is known."""


@dataclass(frozen=True)
class Sheets:
    """A set work: its PDF, its pages, and for each record the page it starts on."""

    pdf: bytes
    pages: int
    """Pages between the covers, as they are numbered."""
    physical: int
    """Pages of the PDF."""
    places: Mapping[str, int]
    padding: int
    """Pages for notes that fill the binding's multiple."""


@cache
def fonts() -> typst.Fonts:
    """The library's own fonts and no others: the same bytes on every machine."""
    folder = next(iter(FONTS.values())).parent
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False,
                       font_paths=[folder])


def set_sheets(template: str, data: Plain, part: str, *, press: bool, epoch: int) -> Sheets:
    """The PDF of one part (`whole`, `body` or `cover`); raises `Unprintable`.

    Screen files and press files are both checked against PDF/UA-1 as they are written: only then
    does the typesetter refuse characters without a glyph.
    """
    compiler = _compiler(template, data, part, press=press)
    try:
        pdf, warnings = compiler.compile_with_warnings(
            format="pdf", pdf_standards=["ua-1"], timestamp=epoch)
        notes = json.loads(compiler.query("<note>", field="value"))
    except typst.TypstError as error:
        raise Unprintable(_told(error)) from error
    if warnings:
        raise Unprintable(warnings[0].message)
    return _sheets(cast(bytes, pdf), notes)


def _sheets(pdf: bytes, notes: list[dict[str, str | int]]) -> Sheets:
    """What the template notes of itself: too full boxes stop the work, places are kept."""
    full = {str(n["full"]) for n in notes if "full" in n}
    if full:
        raise Unprintable("too full: " + ", ".join(sorted(full)))
    placed = [(str(n["place"]), int(n["page"])) for n in notes if "place" in n]
    places = dict(placed)
    if len(places) < len(placed):
        twice = sorted(name for name, count in Counter(n for n, _ in placed).items() if count > 1)
        raise Unprintable("stands twice: " + ", ".join(twice))
    pages = max((int(n["pages"]) for n in notes if "pages" in n), default=0)
    padding = sum(int(n["padding"]) for n in notes if "padding" in n)
    physical = max((int(n["physical"]) for n in notes if "physical" in n), default=pages)
    return Sheets(pdf, pages, physical, places, padding)


def set_picture(template: str, data: Plain) -> bytes:
    """A small PNG of the cover, or of a sheet's first side; raises `Unprintable`."""
    return _pictures(template, data, "picture", THUMBNAIL_PPI)[0]


def set_pages(template: str, data: Plain, ppi: float) -> list[bytes]:
    """Every page of the screen file as PNG; raises `Unprintable`."""
    return _pictures(template, data, "whole", ppi)


def _pictures(template: str, data: Plain, part: str, ppi: float) -> list[bytes]:
    try:
        made = _compiler(template, data, part, press=False).compile(format="png", ppi=ppi)
    except typst.TypstError as error:
        raise Unprintable(_told(error)) from error
    return made if isinstance(made, list) else [cast(bytes, made)]


def _compiler(template: str, data: Plain, part: str, *, press: bool) -> typst.Compiler:
    inputs = {"data": json.dumps(data, ensure_ascii=False, sort_keys=True), "part": part,
              "press": "yes" if press else "no"}
    return typst.Compiler(TEMPLATES / f"{template}.typ", root=TEMPLATES, font_paths=fonts(),
                          ignore_system_fonts=True, sys_inputs=inputs)


def _told(error: typst.TypstError) -> str:
    """The typesetter's own words with its place in the template and its hints."""
    return error.diagnostic.strip() or error.message
