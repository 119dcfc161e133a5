"""Icons and the web manifest."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from PIL import Image, ImageSequence

from dure.patchwork import MARK
from dure.site.icons import GROUND, PICTURES, write_icons
from dure.site.mark import ICONS, drawn, mark
from tests import sample

if TYPE_CHECKING:
    from pathlib import Path


def test_every_icon_has_its_size_and_is_small(tmp_path: Path) -> None:
    """PNG of the size that the manifest says, none larger than 8 kB."""
    write_icons(sample.catalogue(), tmp_path)
    for name, (side, _) in ICONS.items():
        data = (tmp_path / name).read_bytes()
        assert Image.open(io.BytesIO(data)).size == (side, side)
        assert len(data) < 8_000


def test_a_manifest_names_icons_that_are_there(tmp_path: Path) -> None:
    """Each language's manifest starts its own home page; its addresses are relative."""
    written = write_icons(sample.catalogue(), tmp_path)
    assert {"manifest.webmanifest", "en/manifest.webmanifest"} <= set(written)
    for path, lang in (("", "ko"), ("en/", "en")):
        found = json.loads((tmp_path / path / "manifest.webmanifest").read_text("utf-8"))
        assert (found["lang"], found["start_url"]) == (lang, "./")
        for icon in found["icons"]:
            assert (tmp_path / path / icon["src"]).resolve().is_file()


def test_the_pictures_at_hand_are_those_that_would_be_drawn() -> None:
    """They show the mark as it is, pixel for pixel: `make icons` draws them anew."""
    pictures = {path: data for path, data in drawn().items() if path.suffix != ".svg"}

    assert set(pictures) == set(PICTURES.iterdir())
    for path, data in pictures.items():
        assert _pixels(path.read_bytes()) == _pixels(data)


def _pixels(data: bytes) -> list[bytes]:
    """Of each picture in a file."""
    frames = ImageSequence.Iterator(Image.open(io.BytesIO(data)))
    return [frame.convert("RGBA").tobytes() for frame in frames]


def test_the_manifest_tells_the_size_of_each_icon(tmp_path: Path) -> None:
    """A browser chooses by it."""
    write_icons(sample.catalogue(), tmp_path)
    for icon in json.loads((tmp_path / "manifest.webmanifest").read_text("utf-8"))["icons"]:
        data = (tmp_path / icon["src"]).read_bytes()
        width, height = Image.open(io.BytesIO(data)).size
        assert icon["sizes"] == f"{width}x{height}"


def test_the_mark_is_in_the_middle_with_all_its_colours() -> None:
    """Masks cut corners away, so the corners are ground."""
    drawn = mark(96, 0.5)
    assert drawn.getpixel((2, 2)) == (255, 255, 255)
    assert GROUND == "#ffffff"
    data = drawn.tobytes()
    colours = {f"#{data[at : at + 3].hex()}" for at in range(0, len(data), 3)}
    assert {patch[-1] for patch in MARK} <= colours
