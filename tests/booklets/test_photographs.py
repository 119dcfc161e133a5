"""Photographs: in the entry they belong to, or refused with file, record and field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from PIL import Image

from dure.booklets.printing import Choice, print_all
from dure.check import check_data
from tests import sample

if TYPE_CHECKING:
    from pathlib import Path

    from dure.catalogue import Catalogue

RECORD = "enterprises/gaon-haneul/sample-dure.yml"
PLACE = "address: {ko: 가온도 하늘시 가상로 1"
PICTURE = "pictures: [{file: sample/dure.jpg, alt: {ko: 인쇄기, en: A printing press}}]\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The sample with a photograph of an enterprise named, not yet there."""
    root = sample.copied(tmp_path)
    sample.rewrite(root, RECORD, PLACE, PICTURE + PLACE)
    (root / "pictures" / "sample").mkdir(parents=True)
    return root


def photograph(data: Path, size: tuple[int, int]) -> Path:
    """A picture of that many pixels with a little in it."""
    path = data / "pictures" / "sample" / "dure.jpg"
    made = Image.linear_gradient("L").resize(size).convert("RGB")
    made.save(path, quality=90)
    return path


def catalogue(data: Path) -> Catalogue:
    """The folder's records; nothing may be wrong with them."""
    found = check_data(data).catalogue
    assert found is not None, sample.told(data)
    return found


@pytest.mark.slow
def test_a_photograph_stands_in_the_entry_at_300_dots_an_inch(data: Path, tmp_path: Path) -> None:
    """One picture in the file, with its alternative text, no larger than print can show."""
    photograph(data, (4000, 3000))
    print_all(catalogue(data), tmp_path / "out", tmp_path / "cache", Choice(data=data))
    with pikepdf.open(tmp_path / "out" / "booklets" / "sample-book-en.pdf") as document:
        found = [
            o
            for o in document.objects
            if isinstance(o, pikepdf.Stream)
            and o.get("/Subtype") == "/Image"
            and o.get("/Filter") == "/DCTDecode"
        ]
        told = [
            str(o.Alt)
            for o in document.objects
            if isinstance(o, pikepdf.Dictionary) and "/Alt" in o
        ]
    assert [(int(o.Width), int(o.Height)) for o in found] == [(402, 302)]
    assert "A printing press" in told


@pytest.mark.slow
def test_another_photograph_of_the_same_name_sets_the_booklet_again(
    data: Path, tmp_path: Path
) -> None:
    """What the cache holds was made with the old one."""
    out = tmp_path / "out" / "booklets" / "sample-book-en.pdf"
    said = set()
    for size in ((4000, 3000), (1600, 1600)):
        photograph(data, size)
        print_all(catalogue(data), tmp_path / "out", tmp_path / "cache", Choice(data=data))
        said.add(out.read_bytes())
    assert len(said) == 2


@pytest.mark.parametrize(
    ("size", "spoilt", "why"),
    [
        (None, None, "no file `sample/dure.jpg` in data/pictures"),
        ((200, 150), None, "would be printed at 149 dpi"),
        ((4000, 3000), lambda content: content[: len(content) // 2], "cannot be read to its end"),
        ((400, 300), lambda _: b"<svg/>", "is not a JPEG, PNG or WebP picture"),
    ],
)
def test_a_photograph_no_press_can_use_is_told_with_record_and_field(
    data: Path, size: tuple[int, int] | None, spoilt: object, why: str
) -> None:
    """Before anything is set."""
    if size:
        path = photograph(data, size)
        if callable(spoilt):
            path.write_bytes(spoilt(path.read_bytes()))
    [told] = sample.told(data)
    assert told.startswith("data/enterprises/gaon-haneul/sample-dure.yml:")
    assert "pictures[0].file" in told
    assert why in told
