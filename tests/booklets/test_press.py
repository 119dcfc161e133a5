"""Files for the print shop."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from dure.booklets.jobs import Choice
from dure.booklets.paper import spine_mm
from dure.booklets.press import press_all, told
from dure.messages import text

if TYPE_CHECKING:
    from pathlib import Path

    from dure.booklets.press import Pressed
    from dure.catalogue import Catalogue

pytestmark = pytest.mark.slow
MM = 72 / 25.4
PALE = 235
"""Lighter than this is paper, of 255."""
NAMES = (
    "goyang-enterprises-education",
    "goyang-enterprises-facing",
    "gyeonggi-guidebook-2022",
    "map",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files are."""
    return tmp_path_factory.mktemp("press")


@pytest.fixture(scope="module")
def pressed(catalogue: Catalogue, folder: Path) -> tuple[Pressed, ...]:
    """A stitched work, one in two languages at once, a glued and a folded one."""
    return press_all(catalogue, folder, Choice(NAMES), impose=True)


def files(folder: Path, ending: str) -> list[Path]:
    """Files of one sort."""
    found = sorted(folder.glob(f"*-{ending}.pdf"))
    assert found
    return found


@pytest.mark.parametrize("ending", ["pages", "cover"])
def test_bleed_reaches_3_mm_over_the_trim_and_marks_stand_outside_it(
    pressed: tuple[Pressed, ...], folder: Path, ending: str
) -> None:
    """On every page: TrimBox inside BleedBox inside MediaBox."""
    assert pressed
    for path in files(folder, ending):
        with pikepdf.open(path) as document:
            for page in document.pages:
                trim, bleed, media = (
                    [float(v) for v in box.as_list()]
                    for box in (page.trimbox, page.bleedbox, page.mediabox)
                )
                assert [
                    round((t - b) / MM, 1) for t, b in zip(trim[:2], bleed[:2], strict=True)
                ] == [3.0, 3.0]
                assert [
                    round((b - t) / MM, 1) for t, b in zip(trim[2:], bleed[2:], strict=True)
                ] == [3.0, 3.0]
                assert media[0] < bleed[0]
                assert media[3] > bleed[3]


def test_colour_runs_to_the_edge_of_the_bleed(pressed: tuple[Pressed, ...], folder: Path) -> None:
    """The knife may be off: no edge of a cover is white, nor either end of a page's band."""
    assert pressed
    for path in files(folder, "cover"):
        assert _pale_edges(path, 0) == set()
    for name in ("goyang-enterprises-education", "gyeonggi-guidebook-2022"):
        path = folder / f"{name}-ko-pages.pdf"
        with pikepdf.open(path) as document:
            edges = [_pale_edges(path, at) for at in range(len(document.pages))]
        assert any("left" not in e for e in edges)
        assert any("right" not in e for e in edges)


def _pale_edges(path: Path, number: int) -> set[str]:
    """Edges of the bleed along which nothing but paper is seen, a tenth of a millimetre inside."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[number]
        image = page.render(scale=2).to_pil().convert("L")
        left, bottom, right, top = (2 * v for v in page.get_bleedbox())
        x0, y0, _, y1 = (2 * v for v in page.get_mediabox())
    shift = 0.1 * MM * 2
    box = (left - x0 + shift, y1 - top + shift, right - x0 - shift, y1 - bottom - shift)
    a, b, c, d = (round(v) for v in box)
    assert y0 < bottom
    strips = {
        "left": (a, b, a + 1, d),
        "right": (c - 1, b, c, d),
        "top": (a, b, c, b + 1),
        "bottom": (a, d - 1, c, d),
    }
    return {edge for edge, strip in strips.items() if image.crop(strip).getextrema()[0] > PALE}


def test_pages_fill_the_binding(pressed: tuple[Pressed, ...]) -> None:
    """Fours for the stitched work, twos for the glued one."""
    by_name = {work.id: work for work in pressed}
    assert by_name["goyang-enterprises-education"].pages % 4 == 0
    assert by_name["gyeonggi-guidebook-2022"].pages % 2 == 0


def test_a_glued_cover_has_room_for_its_spine(
    pressed: tuple[Pressed, ...], catalogue: Catalogue, folder: Path
) -> None:
    """Twice the width and the spine that pages and paper make."""
    paper = catalogue.booklets["gyeonggi-guidebook-2022"].paper
    work = next(w for w in pressed if w.id == "gyeonggi-guidebook-2022" and w.lang == "ko")
    spine = spine_mm(work.pages, paper)
    assert work.order.spine_mm == spine > 3
    with pikepdf.open(folder / "gyeonggi-guidebook-2022-ko-cover.pdf") as document:
        box = [float(v) for v in document.pages[0].trimbox.as_list()]
        assert (box[2] - box[0]) / MM == pytest.approx(2 * 148 + spine, abs=0.1)
        assert len(document.pages) == 2


def test_press_files_hold_no_screen_colour_and_black_text_is_black_ink_alone(
    pressed: tuple[Pressed, ...], folder: Path
) -> None:
    """No RGB operator anywhere; `0 0 0 1 k` fills the text."""
    assert pressed
    for path in files(folder, "pages"):
        with pikepdf.open(path) as document:
            for page in document.pages:
                found = pikepdf.parse_content_stream(page)
                operators = {str(instruction.operator) for instruction in found}
                assert not operators & {"rg", "RG"}
                names = [str(i.operands[0]) for i in found if str(i.operator) in {"cs", "CS"}]
                assert not any("rgb" in name.lower() for name in names)
            assert _uses_black_ink(document)


def _uses_black_ink(document: pikepdf.Pdf) -> bool:
    first = document.pages[0]
    content = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(first)).decode("latin-1")
    return bool(re.search(r"\b0(\.0*)? 0(\.0*)? 0(\.0*)? 1(\.0*)? (k|scn)\b", content))


def test_imposed_sheets_hold_two_pages_a_side(pressed: tuple[Pressed, ...], folder: Path) -> None:
    """Half as many sides as pages, with the bleed all round."""
    work = next(w for w in pressed if w.id == "goyang-enterprises-education" and w.lang == "ko")
    with pikepdf.open(folder / "goyang-enterprises-education-ko-imposed.pdf") as document:
        assert len(document.pages) == work.pages // 2
        box = [float(v) for v in document.pages[0].mediabox.as_list()]
        assert (box[2] - box[0]) / MM == pytest.approx(2 * 148 + 6, abs=0.1)


def test_each_work_has_a_spec_sheet(pressed: tuple[Pressed, ...], folder: Path) -> None:
    """With its own name and numbers."""
    assert len(files(folder, "spec")) == len(pressed) == 7


def test_what_staff_are_told_is_of_its_binding(pressed: tuple[Pressed, ...]) -> None:
    """One line for each work: a spine where there is one, sides where there is no book."""
    lines = {
        str(values["name"]): text(f"print.{key}", "en", **values)
        for key, values in told(pressed)
        if key.startswith("pressed_")
    }
    assert len(lines) == 7
    assert lines["map-ko"] == "map-ko: 2 files, printed sides: 2"
    assert "spine" in lines["gyeonggi-guidebook-2022-ko"]
    assert "spine" not in lines["goyang-enterprises-facing-ko-en"]
