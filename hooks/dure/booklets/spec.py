"""The spec sheet a print shop is handed with the files, in Korean and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.booklets.finish import BLEED_MM
from dure.booklets.paper import FOLDED, bound, cover_order, order, spine_mm
from dure.booklets.plain import plain
from dure.korean.amounts import format_number
from dure.messages import text

if TYPE_CHECKING:
    from dure.booklets.paper import Order
    from dure.booklets.plain import Plain
    from dure.records import Booklet
    from dure.records.booklet import Stock

LANGUAGES = ("ko", "en")


def spec_sheet(booklet: Booklet, lang: str, pages: int, padding: int) -> Plain:
    """Rows of (Korean name, English name, value in both languages)."""
    name = booklet.title.ko if lang == "ko" or booklet.title.en is None else booklet.title.en
    return plain(
        {
            "lang": lang,
            "title": f"{name}: {text('print.spec', lang)}",
            "publisher": "",
            "summary": "",
            "keywords": [],
            "words": {},
            "paper": {"width": 210.0, "height": 297.0},
            "name": name,
            "rows": [
                _row(key, values) for key, values in _values(booklet, pages, padding) if values
            ],
        }
    )


def _row(key: str, values: tuple[str, ...]) -> dict[str, object]:
    names = [text(f"print.spec_{key}", lang) for lang in LANGUAGES]
    return {"names": names, "values": list(dict.fromkeys(values))}


def _both(key: str, **values: object) -> tuple[str, ...]:
    return tuple(text(f"print.{key}", lang, **values) for lang in LANGUAGES)


def _values(booklet: Booklet, pages: int, padding: int) -> list[tuple[str, tuple[str, ...]]]:
    """Everything a shop asks for, in the order of its own forms."""
    paper, recipients = booklet.paper, booklet.recipients
    return [
        ("edition", (booklet.edition.ko, booklet.edition.en or "", str(booklet.issued.first()))),
        ("size", (f"{paper.width_mm} × {paper.height_mm} mm (+ {BLEED_MM:g} mm)",)),
        ("pages", _both("pages_padded" if bound(paper) else "sides", n=pages, padding=padding)),
        ("binding", _both(f"binding_{paper.binding}")),
        ("fold", _fold(booklet)),
        ("stock", _stock(paper.stock)),
        ("cover_stock", _stock(paper.cover) if paper.cover else ()),
        ("spine", (f"{spine_mm(pages, paper):g} mm",) if bound(paper) else ()),
        ("colours", _both("colours")),
        ("black", _both("black")),
        ("files", _both("files_bound" if bound(paper) else "files_sheet")),
        *_run(booklet, pages),
        ("recipients", (recipients.ko, recipients.en or "") if recipients else ()),
    ]


def _run(booklet: Booklet, pages: int) -> list[tuple[str, tuple[str, ...]]]:
    """Copies, weight and paper; where the run is not set yet only what holds for one copy."""
    needed, copies = order(booklet, pages), booklet.copies
    if not copies:
        return [("copies", _both("copies_open")), ("weight", (f"{needed.copy_grams:g} g",))]
    total = format_number(round(needed.copy_grams * copies / 1000), "ko")
    cover = _sheets(cover_order(booklet, pages)) if booklet.paper.cover else ()
    return [
        ("copies", (format_number(copies, "ko"),)),
        ("weight", (f"{needed.copy_grams:g} g × {format_number(copies, 'ko')} = {total} kg",)),
        ("sheets", _sheets(needed)),
        ("cover_sheets", cover),
    ]


def _sheets(needed: Order) -> tuple[str, ...]:
    return _both(
        "sheets_needed",
        sheet=needed.sheet,
        pages=needed.pages_a_sheet,
        sheets=format_number(needed.sheets, "ko"),
        reams=f"{needed.reams:g}",
    )


def _fold(booklet: Booklet) -> tuple[str, ...]:
    """Panels across and down, and the size of the folded sheet."""
    if booklet.paper.binding != "fold" or booklet.work not in FOLDED:
        return ()
    across, down = FOLDED[booklet.work]
    paper = booklet.paper
    size = f"{paper.width_mm / across:g} × {paper.height_mm / down:g} mm"
    return _both("folded", across=across, down=down, size=size)


def _stock(stock: Stock) -> tuple[str, ...]:
    size = f"{stock.gsm} g/㎡, {stock.thickness_mm} mm"
    return tuple(f"{name} {size}" for name in (stock.name.ko, stock.name.en) if name)
