"""Icons and the web manifest."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from PIL import Image

from dure.patchwork import MARK
from dure.site.drawing import mark
from dure.site.icons import GROUND, ICONS, write_icons
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


def test_icons_are_the_same_each_time(tmp_path: Path) -> None:
    """Equal sites have equal bytes."""
    first = {
        name: (tmp_path / name).read_bytes() for name in write_icons(sample.catalogue(), tmp_path)
    }
    again = {
        name: (tmp_path / name).read_bytes() for name in write_icons(sample.catalogue(), tmp_path)
    }
    assert first == again


def test_the_mark_is_in_the_middle_with_all_its_colours() -> None:
    """Masks cut corners away, so the corners are ground."""
    drawn = mark(96, 0.5)
    assert drawn.getpixel((2, 2)) == (255, 255, 255)
    assert GROUND == "#ffffff"
    data = drawn.tobytes()
    colours = {f"#{data[at : at + 3].hex()}" for at in range(0, len(data), 3)}
    assert {patch[-1] for patch in MARK} <= colours
