"""Plain values and a template become a PDF; whatever the typesetter warns of is an error."""

from __future__ import annotations

import json
import re
from collections import Counter
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast

import typst
from msgspec import Struct, field

from dure.booklets.unprintable import Unprintable, as_said, reason
from dure.faces import FONTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dure.booklets.plain import Plain

COVER_PAGES = 4
"""Pages of a bound screen file that have no number: both sides of both covers."""
NAMED = 5
"""Records that a reason names."""
_A_PAGE = re.compile(rb"/Type\s*/Page\b")
TEMPLATES = Path(__file__).parent.parent / "templates" / "print"


class RunsOver(Unprintable):
    """A book with more pages than were worked out for it."""


class Sheets(Struct, frozen=True):
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
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )


class Manuscript(Struct, frozen=True):
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
                format="pdf", pdf_standards=["ua-1"], timestamp=epoch
            )
            if warnings:
                raise Unprintable(as_said(warnings[0].message))
            if not _is_planned(manuscript):
                return _sheets(cast("bytes", pdf), _notes(compiler))
            return _planned(cast("bytes", pdf), part, manuscript, root)
    except typst.TypstError as error:
        raise Unprintable(as_said(_told(error))) from error


def _is_planned(manuscript: Manuscript) -> bool:
    """Whether all pages were worked out before; of other works the template tells."""
    return isinstance(manuscript.data, dict) and "extent" in manuscript.data


def _notes(compiler: typst.Compiler) -> list[dict[str, str | int]]:
    found: list[dict[str, str | int]] = json.loads(compiler.query("<note>", field="value"))
    return found


def _planned(pdf: bytes, part: str, manuscript: Manuscript, root: Path) -> Sheets:
    """A book that has the pages it was to have; otherwise the records that run over are told."""
    data = cast("Mapping[str, Any]", manuscript.data)
    pages, padding = data["extent"]["pages"], data["extent"]["padding"]
    physical = {"whole": pages + COVER_PAGES, "body": pages, "cover": 2}[part]
    if len(_A_PAGE.findall(pdf)) != physical:
        check = _compiler(root, manuscript, part, press=False, check=True)
        full = {str(n["full"]) for n in _notes(check) if "full" in n}
        raise RunsOver(_too_full(full) if full else reason("runs_over"))
    return Sheets(pdf, pages, pages + COVER_PAGES, _once(data["places"]), padding)


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
    _refuse_full(notes)
    places = _once([(str(n["place"]), int(n["page"])) for n in notes if "place" in n])
    pages = max((int(n["pages"]) for n in notes if "pages" in n), default=0)
    padding = sum(int(n["padding"]) for n in notes if "padding" in n)
    return Sheets(pdf, pages, pages, places, padding)


def _refuse_full(notes: list[dict[str, str | int]]) -> None:
    full = {str(n["full"]) for n in notes if "full" in n}
    if full:
        raise Unprintable(_too_full(full))


def _too_full(places: Iterable[str]) -> dict[str, str]:
    """Where text has no room, by records; of many a few are named."""
    records = sorted({place.partition(" ")[0] for place in places})
    named, more = ", ".join(records[:NAMED]), len(records) - NAMED
    return (
        reason("too_full", records=named)
        if more <= 0
        else reason("too_full_of_many", records=named, more=more)
    )


def _once(placed: Sequence[tuple[str, int]]) -> dict[str, int]:
    """Record → page; a record that stands twice is refused."""
    places = dict(placed)
    if len(places) < len(placed):
        twice = sorted(name for name, count in Counter(n for n, _ in placed).items() if count > 1)
        raise Unprintable(reason("stands_twice", records=", ".join(twice)))
    return places


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
        raise Unprintable(as_said(_told(error))) from error
    return made if isinstance(made, list) else [cast("bytes", made)]


def _compiler(
    root: Path, manuscript: Manuscript, part: str, *, press: bool, check: bool = False
) -> typst.Compiler:
    data = json.dumps(manuscript.data, ensure_ascii=False, sort_keys=True)
    inputs = {
        "data": data,
        "part": part,
        "press": "yes" if press else "no",
        "check": "yes" if check else "no",
    }
    return _compile(root / f"{manuscript.template}.typ", root, inputs)


def _compile(main: Path, root: Path, inputs: dict[str, str]) -> typst.Compiler:
    return typst.Compiler(
        main, root=root, font_paths=fonts(), ignore_system_fonts=True, sys_inputs=inputs
    )


def _told(error: typst.TypstError) -> str:
    """The typesetter's own words with its place in the template and its hints."""
    return error.diagnostic.strip() or error.message
