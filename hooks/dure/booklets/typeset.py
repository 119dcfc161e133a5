"""Plain values and a template become a PDF; whatever the typesetter warns of is an error."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

import typst

from dure.faces import FONTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dure.booklets.plain import Plain

TEMPLATES = Path(__file__).parent.parent / "templates" / "print"


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


@dataclass(frozen=True)
class Manuscript:
    """What is to be set: a template, what it prints, and the photographs that names."""

    template: str
    data: Plain
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def set_sheets(manuscript: Manuscript, part: str, *, press: bool, epoch: int) -> Sheets:
    """The PDF of one part (`whole`, `body` or `cover`); raises `Unprintable`.

    Screen files and press files are both checked against PDF/UA-1 as they are written: only then
    does the typesetter refuse characters without a glyph.
    """
    try:
        with _root(manuscript.pictures) as root:
            compiler = _compiler(root, manuscript, part, press=press)
            pdf, warnings = compiler.compile_with_warnings(
                format="pdf", pdf_standards=["ua-1"], timestamp=epoch)
            notes = json.loads(compiler.query("<note>", field="value"))
    except typst.TypstError as error:
        raise Unprintable(_told(error)) from error
    if warnings:
        raise Unprintable(warnings[0].message)
    return _sheets(cast("bytes", pdf), notes)


@contextmanager
def _root(pictures: Mapping[str, bytes]) -> Iterator[Path]:
    """The templates' folder; a copy of it with the photographs where there are any."""
    if not pictures:
        yield TEMPLATES
        return
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for path in TEMPLATES.glob("*.typ"):
            (root / path.name).write_bytes(path.read_bytes())
        for name, content in pictures.items():
            path = root / "pictures" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        yield root


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


def set_pages(manuscript: Manuscript, ppi: float) -> list[bytes]:
    """Every page of the screen file as PNG; raises `Unprintable`."""
    with _root(manuscript.pictures) as root:
        return _png(_compiler(root, manuscript, "whole", press=False), ppi)


def set_png(main: Path, root: Path, inputs: dict[str, str]) -> list[bytes]:
    """A template of its own as PNG, a pixel a point; raises `Unprintable`."""
    return _png(_compile(main, root, inputs), 72)


def _png(compiler: typst.Compiler, ppi: float) -> list[bytes]:
    try:
        made = compiler.compile(format="png", ppi=ppi)
    except typst.TypstError as error:
        raise Unprintable(_told(error)) from error
    return made if isinstance(made, list) else [cast("bytes", made)]


def _compiler(root: Path, manuscript: Manuscript, part: str, *, press: bool) -> typst.Compiler:
    data = json.dumps(manuscript.data, ensure_ascii=False, sort_keys=True)
    inputs = {"data": data, "part": part, "press": "yes" if press else "no"}
    return _compile(root / f"{manuscript.template}.typ", root, inputs)


def _compile(main: Path, root: Path, inputs: dict[str, str]) -> typst.Compiler:
    return typst.Compiler(main, root=root, font_paths=fonts(), ignore_system_fonts=True,
                          sys_inputs=inputs)


def _told(error: typst.TypstError) -> str:
    """The typesetter's own words with its place in the template and its hints."""
    return error.diagnostic.strip() or error.message
