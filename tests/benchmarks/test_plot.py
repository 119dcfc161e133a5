"""Plots of growth."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from benchmarks.plot import APART, Scale, panel

SVG = "{http://www.w3.org/2000/svg}"
LINES = {
    "one": ((500, 1.0), (5_000, 10.0)),
    "two": ((500, 1.1), (5_000, 10.1)),
    "three": ((500, 0.5),),
}


def drawn() -> ET.Element:
    """A panel, read back."""
    return ET.fromstring(panel("Time & more", "What is < shown", LINES))


def test_it_says_what_it_shows_to_who_cannot_see_it() -> None:
    """The title and the description are named by the drawing."""
    svg = drawn()
    ids = str(svg.get("aria-labelledby")).split()
    said = {element.get("id"): element.text for element in svg}
    assert [said[i] for i in ids] == ["Time & more", "What is < shown"]
    assert svg.get("role") == "img"


def test_lines_can_be_told_apart_without_colour() -> None:
    """No two have the same dashes, and nothing is drawn but in black and grey."""
    lines = drawn().findall(f"{SVG}polyline")
    dashes = [line.get("stroke-dasharray") for line in lines]
    assert len(lines) == len(LINES) == len(set(dashes))
    colours = set(re.findall("#[0-9a-f]+", panel("t", "d", LINES)))
    assert all(len(set(colour[1:])) == 1 for colour in colours)


def test_names_do_not_cover_each_other() -> None:
    """Lines that end at the same value have their names one below the other."""
    places = sorted(float(str(text.get("y"))) for text in drawn().findall(f"{SVG}text")
                    if text.text in LINES)  # fmt: skip
    assert len(places) == len(LINES)
    assert all(b - a >= APART for a, b in pairwise(places))


@pytest.mark.parametrize(("value", "place"), [(1, 0), (10, 50), (100, 100)])
def test_equal_factors_are_equal_distances(value: float, place: float) -> None:
    """The axes are logarithmic."""
    assert Scale(1, 100, 0, 100).at(value) == place
