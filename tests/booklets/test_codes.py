"""QR codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from dure.booklets.codes import code

if TYPE_CHECKING:
    from dure.booklets.codes import Code


def drawn(found: Code) -> Image.Image:
    """The code as a template draws it, with the white around it."""
    scale = 6
    size = (found.size + 2 * found.quiet) * scale
    image = Image.new("L", (size, size), 255)
    pen = ImageDraw.Draw(image)
    x = y = 0.0
    for move, right, down in re.findall(r"([Mmh])(-?[\d.]+)(?: ([\d.]+))?", found.strokes):
        top, to = int(y) * scale, x + float(right)
        if move == "h":
            pen.rectangle((x * scale, top, to * scale - 1, top + scale - 1), 0)
        x, y = to, y + float(down or 0)
    return image


@pytest.mark.parametrize(
    "url",
    [
        "https://dure.example/enterprises/sample-dure/",
        "https://dure.example/en/programs/a-very-long-id-of-a-program-that-somebody-wrote-down/",
        "https://dure.example/enterprises/sample-dure/?edition=sample-book-2022-01-01",
    ],
)
def test_the_runs_of_a_code_read_as_its_address(url: str) -> None:
    """Whatever its length."""
    assert [found.text for found in zxingcpp.read_barcodes(drawn(code(url)))] == [url]
