"""The booklets of the real data, read back as a reader would."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import page as validator
import pikepdf
import pytest
import zxingcpp

from dure.booklets import kept, typeset
from dure.booklets.jobs import jobs_of
from dure.booklets.printing import Choice, print_all
from dure.booklets.unprintable import Unprintable
from tests.booklets.reading import BOUND, EVERY, FACING, expected, outline, squeezed

if TYPE_CHECKING:
    from tests.booklets.conftest import Press, Sheets
    from tests.booklets.reading import Expected

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_every_selected_record_stands_once_on_the_page_it_is_said_to(
    press: Press, name: str, lang: str
) -> None:
    """The template says where; the page's own text confirms it. (Twice is refused when set.)."""
    sheets = press.sheets(name, lang)
    wanted = list(expected(sheets.booklet, press.catalogue, lang))
    assert wanted
    for record in wanted:
        at = sheets.file.places[record.place] - 1
        assert squeezed(record.name) in sheets.texts[at], record


@pytest.mark.parametrize(("name", "lang"), BOUND)
def test_numbers_in_contents_lead_to_the_page_with_that_number(
    press: Press, name: str, lang: str
) -> None:
    """For each bookmark: its title, then the number of the page it leads to."""
    sheets = press.sheets(name, lang)
    with pikepdf.open(sheets.path) as document:
        marks = outline(document, depth=2)
    contents = "".join(sheets.texts[sheets.covers : sheets.covers + 4])
    assert len(marks) > 10
    for title, at in marks:
        assert squeezed(f"{title}{at - sheets.covers + 1}") in contents, title
        assert squeezed(title) in sheets.texts[at]


@pytest.mark.parametrize(("name", "lang"), BOUND)
def test_numbers_in_the_index_lead_to_the_page_with_that_record(
    press: Press, name: str, lang: str
) -> None:
    """For each record: its name, perhaps its maker, then the number of its page."""
    sheets = press.sheets(name, lang)
    indexes = "".join(_index_pages(sheets, press))
    for record in expected(sheets.booklet, press.catalogue, lang):
        number = sheets.file.places[record.place] - sheets.covers
        entry = squeezed(record.name)
        ends = {squeezed(f"{entry}{maker}{number}") for maker in _makers(record.place, press, lang)}
        assert any(end in indexes for end in ends), (record, number)


def _index_pages(sheets: Sheets, press: Press) -> list[str]:
    last = max(
        sheets.file.places[r.place]
        for r in expected(sheets.booklet, press.catalogue, sheets.file.lang)
    )
    return sheets.texts[last:]


def _makers(place: str, press: Press, lang: str) -> list[str]:
    """Products are indexed with their makers."""
    kind, _, record = place.partition("/")
    if kind != "product":
        return [""]
    name = press.catalogue.enterprises[record.partition(".")[0]].name
    return ["", name.ko, name.en or ""]


@pytest.mark.parametrize(("name", "lang"), BOUND)
def test_each_record_has_one_heading_where_it_belongs(press: Press, name: str, lang: str) -> None:
    """No bookmark of a record is missing, none is there twice, and none leads elsewhere."""
    sheets = press.sheets(name, lang)
    with pikepdf.open(sheets.path) as document:
        marks = Counter((squeezed(title), at + 1) for title, at in outline(document))
    wanted = Counter(
        (squeezed(r.name), sheets.file.places[r.place] + side)
        for side, tongue in enumerate(lang.split("-"))
        for r in expected(sheets.booklet, press.catalogue, tongue)
    )
    assert {mark: marks[mark] for mark in wanted} == wanted
    titles = {squeezed(words(b["what"]["title"])) for _, b in blocks(press, name, lang, "band")}
    names = {title for title, _ in wanted} - titles
    assert sum(n for (title, _), n in marks.items() if title in names) == sum(
        n for (title, _), n in wanted.items() if title in names
    )


@pytest.mark.parametrize(("name", "lang"), BOUND)
def test_every_line_of_every_index_ends_with_the_number_of_its_page(
    press: Press, name: str, lang: str
) -> None:
    """All indexes, all lines: name, note, number; and the page of that number has the name."""
    sheets = press.sheets(name, lang)
    found = [
        (page, line)
        for page, block in blocks(press, name, lang, "index")
        for column in block["what"]["columns"]
        for line in column
        if "n" in line
    ]
    assert len(found) > len(expected(sheets.booklet, press.catalogue, lang))
    for page, line in found:
        said = squeezed(words(line["n"]))
        assert said in sheets.texts[line["p"] + sheets.covers - 1], line
        assert (
            f"{said}{squeezed(words(line['o']))}{line['p']}"
            in sheets.texts[page + sheets.covers - 1]
        ), line


def blocks(press: Press, name: str, lang: str, kind: str) -> list[tuple[int, Any]]:
    """Blocks of one kind with the numbers of their pages, as they were handed to the template."""
    return [
        (page["n"], block)
        for page in printed(press, name, lang)["pages"]
        for block in page["blocks"]
        if block["kind"] == kind
    ]


def printed(press: Press, name: str, lang: str) -> Any:
    """What the booklet was set from."""
    return next(j.data for j in jobs_of(press.catalogue, Choice((name,))) if j.lang == lang)


def words(value: Any) -> str:
    """A text that may be in a foreign language, or none."""
    return value["text"] if isinstance(value, dict) else value or ""


@pytest.mark.parametrize(("name", "lang"), BOUND)
def test_every_code_reads_as_the_address_of_its_record(press: Press, name: str, lang: str) -> None:
    """Read from the pictures of the pages; it also names its edition.

    It is on the record's page, or where a program that turns over ends.
    """
    sheets = press.sheets(name, lang)
    places = [
        (sheets.file.places[r.place] + side, _address(r, tongue, press, sheets))
        for side, tongue in enumerate(lang.split("-"))
        for r in expected(sheets.booklet, press.catalogue, tongue)
    ]
    last = 2 if sheets.booklet.work == "guidebook" else 0
    pages = range(min(at for at, _ in places), max(at for at, _ in places) + last + 1)
    read = {number: _read(sheets, number) for number in pages}
    for number, address in places:
        assert any(address in read[at] for at in range(number, number + last + 1)), address
    assert set().union(*read.values()) == {address for _, address in places}


def _address(record: Expected, tongue: str, press: Press, sheets: Sheets) -> str:
    root = press.catalogue.site.url + ("en/" if tongue == "en" else "")
    return f"{root}{record.path}?edition={edition_of(sheets)}"


@pytest.mark.parametrize(
    ("name", "path", "page"),
    [
        ("seoul-calendar-2019", "calendar/", 1),
        ("map", "booklets/", 2),
        ("contacts", "centres/", 1),
        ("contacts-gyeonggi", "centres/", 1),
        ("contacts-seoul", "centres/", 1),
    ],
)
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_code_of_a_sheet_leads_to_its_page_on_the_site(
    press: Press, name: str, path: str, page: int, lang: str
) -> None:
    """Poster, leaflet and contact sheets."""
    root = press.catalogue.site.url + ("en/" if lang == "en" else "")
    assert _read(press.sheets(name, lang), page) == {root + path}


def test_korean_and_english_face_each_other(press: Press) -> None:
    """Each enterprise stands on a left page in Korean, on the right page beside it in English."""
    sheets = press.sheets(*FACING)
    names = press.catalogue.enterprises
    for place, page in sheets.file.places.items():
        name = names[place.partition("/")[2]].name
        assert page % 2 == 0, place
        assert squeezed(name.ko) in sheets.texts[page - 1]
        assert squeezed(name.en or name.ko) in sheets.texts[page]


def edition_of(sheets: Sheets) -> str:
    """What a printed code says of its edition: the booklet and its day."""
    return f"{sheets.id}-{sheets.booklet.issued.first()}"


def _read(sheets: Sheets, number: int) -> set[str]:
    image = sheets.document[number - 1].render(scale=2.5, grayscale=True).to_pil()
    found = zxingcpp.read_barcodes(image)
    return {code.text for code in found if code.format == zxingcpp.BarcodeFormat.QRCode}


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_every_screen_file_is_accessible(press: Press, name: str, lang: str) -> None:
    """PDF/UA-1: no rule fails."""
    report = validator.validate_pdf(str(press.sheets(name, lang).path), profile="ua1")
    assert "0 failed" in str(report), str(report)
    assert "no failures" in str(report)


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_every_file_says_its_language_and_title_and_has_bookmarks(
    press: Press, name: str, lang: str
) -> None:
    """What a screen reader asks first."""
    sheets = press.sheets(name, lang)
    with pikepdf.open(sheets.path) as document:
        root = document.Root
        assert str(root.Lang).split("-", 1)[0] == lang.split("-", 1)[0]
        assert bool(root.MarkInfo.Marked)
        with document.open_metadata() as metadata:
            title = sheets.booklet.title
            assert metadata["dc:title"] == (title.en if lang == "en" else title.ko)
        assert outline(document)


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_all_fonts_are_embedded_subsets(press: Press, name: str, lang: str) -> None:
    """No file asks the reader's machine or the print shop's for a font, none is a Type 3."""
    with pikepdf.open(press.sheets(name, lang).path) as document:
        fonts = [
            o
            for o in document.objects
            if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"
        ]
        descriptors = [
            o
            for o in document.objects
            if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert not any(font.get("/Subtype") == "/Type3" for font in fonts)
        assert descriptors
        for found in descriptors:
            assert "/FontFile2" in found
            assert "+" in str(found.FontName)


@pytest.mark.parametrize(("name", "lang"), EVERY)
def test_no_letter_comes_within_5_mm_of_the_trim(press: Press, name: str, lang: str) -> None:
    """A knife may be a millimetre off; thumb tabs alone stand nearer."""
    sheets = press.sheets(name, lang)
    least = 5 * 72 / 25.4 - 0.5
    for number, page in enumerate(sheets.document, start=1):
        width, height = page.get_size()
        text = page.get_textpage()
        for at in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(at)
            if _is_tab(text.get_text_bounded(left, bottom, right, top)):
                continue
            inside = (
                left > least and right < width - least and bottom > least and top < height - least
            )
            assert inside, (number, text.get_text_bounded(left, bottom, right, top))


def _is_tab(text: str) -> bool:
    return text.strip().isdecimal() and len(text.strip()) <= 2


def test_the_same_data_gives_the_same_bytes_in_another_process(
    press: Press, root: Path, tmp_path: Path
) -> None:
    """From another folder, by another process, without a cache."""
    names = ("contacts-seoul", "goyang-enterprises-education")
    code = (
        "import sys; from pathlib import Path; from dure.check import check_data;"
        "from dure.booklets.printing import Choice, print_all;"
        f"c = check_data(Path({str(root / 'data')!r})).catalogue;"
        f"print_all(c, Path('out'), Path('cache'), Choice({names!r}))"
    )
    subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        check=True,
        env={"PYTHONPATH": str(root / "hooks")},
    )
    for name in names:
        for lang in ("ko", "en"):
            file = press.sheets(name, lang).file
            for path in (file.path, file.picture):
                assert (tmp_path / "out" / path).read_bytes() == (press.out / path).read_bytes()


def test_an_unchanged_booklet_is_not_set_again(
    press: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes from the cache, byte for byte."""
    monkeypatch.setattr(kept, "set_job", _never)
    print_all(press.catalogue, tmp_path, press.cache, Choice(("map",)))
    path = "booklets/map-ko.pdf"
    assert (tmp_path / path).read_bytes() == (press.out / path).read_bytes()


def _never(*_: Any, **__: Any) -> None:
    raise AssertionError("set again")


def test_a_broken_template_names_the_booklet_and_leaves_earlier_files(
    press: Press, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The place in the template is told as well."""
    out = tmp_path / "out"
    (out / "booklets").mkdir(parents=True)
    (out / "booklets" / "map-ko.pdf").write_bytes(b"earlier")
    templates = tmp_path / "templates"
    templates.mkdir()
    for path in typeset.TEMPLATES.glob("*.typ"):
        (templates / path.name).write_text(path.read_text("utf-8"), "utf-8")
    (templates / "map.typ").write_text('#import "sheet.typ": *\n#nothing-of-that-name', "utf-8")
    monkeypatch.setattr(typeset, "TEMPLATES", templates)
    with pytest.raises(Unprintable, match=r"map \(ko\).*nothing-of-that-name"):
        print_all(press.catalogue, out, tmp_path / "cache", Choice(("contacts-seoul", "map")))
    assert [p.name for p in (out / "booklets").iterdir()] == ["map-ko.pdf"]
    assert (out / "booklets" / "map-ko.pdf").read_bytes() == b"earlier"


def test_the_validator_is_there() -> None:
    """Its module is called `page`; another of that name would let everything pass."""
    spec = importlib.util.find_spec("page")
    assert spec is not None
    assert spec.origin is not None
    assert (Path(spec.origin).parent / "_page.pyi").is_file()
