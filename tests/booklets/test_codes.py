"""QR codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from dure.booklets.codes import code

if TYPE_CHECKING:
    from dure.booklets.codes import Code


def drawn(found: Code) -> Image.Image:
    """The code as a template draws it, with its quiet zone."""
    scale, quiet = 6, 4
    size = (found.size + 2 * quiet) * scale
    image = Image.new("L", (size, size), 255)
    pen = ImageDraw.Draw(image)
    for x, y, length in found.runs:
        left, top = (x + quiet) * scale, (y + quiet) * scale
        pen.rectangle((left, top, left + length * scale - 1, top + scale - 1), fill=0)
    return image


@pytest.mark.parametrize(
    "url",
    [
        "https://dure.example/enterprises/sample-dure/",
        "https://dure.example/en/programs/a-very-long-id-of-a-program-that-somebody-wrote-down/",
    ],
)
def test_the_runs_of_a_code_read_as_its_address(url: str) -> None:
    """Whatever its length."""
    assert [found.text for found in zxingcpp.read_barcodes(drawn(code(url)))] == [url]
