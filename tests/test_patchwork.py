"""Patches are drawn from ids alone: the same records give the same cloth, everywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from dure.patchwork import (
    BAND,
    CLOTHS,
    ICONS,
    PICTURE_PIECES,
    SEAM,
    cloth_svg,
    favicon_svg,
    patch_svg,
)

if TYPE_CHECKING:
    from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Enterprise:
    """As much of an enterprise as a patch needs."""

    id: str
    name: str = "Synthetic Cooperative"
    colour: str = "ok"
    kind: str = "Cooperative"


def parsed(svg: str) -> ET.Element:
    """The drawing as a tree; inline SVG carries no namespace of its own."""
    return ET.fromstring(svg)


def rects(svg: str) -> list[ET.Element]:
    """All patches of a drawing."""
    return list(parsed(svg).iter("rect"))


def pieces(number: int) -> list[Enterprise]:
    """So many synthetic enterprises."""
    return [Enterprise(f"synthetic-{at}") for at in range(number)]


@pytest.mark.parametrize("number", [0, 1, 2, 3, 56, 500])
def test_the_band_has_one_patch_for_each_enterprise(number: int) -> None:
    """Nobody is left out and nobody counts twice."""
    assert len(rects(cloth_svg(pieces(number), "Each patch is one enterprise."))) == number


@pytest.mark.parametrize("number", [1, 7, 56])
def test_patches_fill_the_band_up_to_their_seams(number: int) -> None:
    """Patches and the half seams around them add up to the whole cloth."""
    found = rects(cloth_svg(pieces(number), "label"))
    area = sum(
        (float(r.attrib["width"]) + SEAM) * (float(r.attrib["height"]) + SEAM) for r in found
    )
    assert area == pytest.approx(BAND[0] * BAND[1], rel=0.01)


def test_the_order_of_records_does_not_change_the_band() -> None:
    """A place is fixed by the id, not by the order in which files were read."""
    there = pieces(40)
    assert cloth_svg(there, "label") == cloth_svg(there[::-1], "label")


def test_the_band_says_what_it_shows_and_who_each_patch_is() -> None:
    """The picture has a name, and each patch the enterprise's name and kind."""
    drawn = parsed(cloth_svg(pieces(1), "Each patch is one enterprise."))
    assert drawn.attrib["role"] == "img"
    assert drawn.attrib["aria-label"] == "Each patch is one enterprise."
    assert [t.text for t in drawn.iter("title")] == ["Synthetic Cooperative · Cooperative"]


def test_names_cannot_break_out_of_the_drawing() -> None:
    """What stands in a record is text, never markup."""
    drawn = cloth_svg([Enterprise("x", name='<script>"&')], '"><b>')
    assert "<script>" not in drawn
    assert "<b>" not in drawn
    assert parsed(drawn).attrib["aria-label"] == '"><b>'


def test_a_kind_no_document_states_is_pale() -> None:
    """Full colour is kept for what is known."""
    known, unknown = Enterprise("a"), Enterprise("b", kind="Kind not stated")
    found = {
        t.text: r.attrib["class"].split()
        for r in rects(cloth_svg([known, unknown], "label", "Kind not stated"))
        for t in r
    }
    assert "p4" in found["Synthetic Cooperative · Kind not stated"]
    assert "p4" not in found["Synthetic Cooperative · Cooperative"]


def test_a_picture_is_the_same_for_the_same_id_and_differs_between_ids() -> None:
    """A record is recognised by its cloth."""
    first = patch_svg("synthetic-1", ["ok", "gam"], "bowl")
    assert first == patch_svg("synthetic-1", ["ok", "gam"], "bowl")
    assert first != patch_svg("synthetic-2", ["ok", "gam"], "bowl")


def test_pictures_are_sewn_in_many_ways() -> None:
    """Records side by side in the same dyes hardly ever look alike."""
    drawn = {patch_svg(f"synthetic-{at}", ["ok", "gam"], "bowl") for at in range(500)}
    assert len(drawn) > CLOTHS / 2


def test_a_picture_uses_its_records_colours_only() -> None:
    """Colours come from kinds and sectors; without any the cloth is ashen."""

    def dyes(svg: str) -> set[str]:
        return {r.attrib["class"].split()[0] for r in rects(svg)}

    assert dyes(patch_svg("synthetic", ["ok", "gam", "ok"], "bowl")) == {"c-ok", "c-gam"}
    assert dyes(patch_svg("synthetic", [], "bowl")) == {"c-jae"}


@pytest.mark.parametrize(("pictogram", "drawings"), [("bowl", 1), ("no-such-drawing", 0), ("", 0)])
def test_a_picture_bears_its_pictogram_if_there_is_one(pictogram: str, drawings: int) -> None:
    """A sector without a drawing still has its cloth."""
    drawn = parsed(patch_svg("synthetic", ["ok"], pictogram))
    assert len(drawn.findall("svg")) == drawings
    assert len(list(drawn.iter("rect"))) == PICTURE_PIECES


def test_pictures_are_silent_to_screen_readers() -> None:
    """A stand-in tells nothing that the words beside it do not tell."""
    assert parsed(patch_svg("synthetic", ["ok"], "bowl")).attrib["aria-hidden"] == "true"


def test_the_published_favicon_is_the_drawn_one() -> None:
    """The file browsers ask for is not a second, different mark."""
    published = ICONS.parent / "img" / "favicon.svg"
    assert published.read_text("utf-8") == favicon_svg()


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_every_pictogram_is_a_small_drawing_in_the_texts_colour(path: Path) -> None:
    """24 × 24, one stroke, no colours, no scripts: it works in both themes and under any policy."""
    text = path.read_text("utf-8")
    drawn = ET.fromstring(text)
    assert drawn.attrib["viewBox"] == "0 0 24 24"
    assert drawn.attrib["stroke"] == "currentColor"
    assert {child.tag for child in drawn} == {f"{SVG}path"}
    assert not re.search(r"#[0-9a-f]{3}|style=|<script", text)
    assert len(text) < 1000
