"""QR codes: the same modules as the library that draws one at a time."""

from __future__ import annotations

import re

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from dure.qr import MASK, QUIET, qr_svg

ADDRESS = "https://dure.example/en/enterprises/sample-dure/"


def _modules(svg: str) -> list[str]:
    """The rows of a drawn code without its quiet zone, `1` for dark."""
    side = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])  # type: ignore[index]
    dark: set[tuple[int, int]] = set()
    x = y = 0.0
    lines = svg.rpartition("d=")[2]
    for move, right, down in re.findall(r"([Mmh])(-?[\d.]+)(?: ([\d.]+))?", lines):
        if move == "h":
            dark |= {(int(y), int(x) + at) for at in range(int(right))}
        x, y = (0, 0) if move == "M" else (x, y)
        x, y = x + float(right), y + float(down or 0)
    inside = range(QUIET, side - QUIET)
    assert all(y in inside and x in inside for y, x in dark)
    return ["".join("01"[(y, x) in dark] for x in inside) for y in inside]


def _by_segno(address: str) -> list[str]:
    code = segno.make(address, error="m", boost_error=False, micro=False, mask=MASK)
    return ["".join("01"[module] for module in row) for row in code.matrix]


@pytest.mark.parametrize("length", range(1, 214))
def test_each_length_is_drawn_as_segno_draws_it(length: int) -> None:
    """Versions 1 to 10, whatever their blocks."""
    address = (ADDRESS * 5)[: length - 1] + "a"

    assert _by_segno(address) == _modules(qr_svg(address))


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789-/._%?=#", max_size=90))
def test_any_address_is_drawn_as_segno_draws_it(tail: str) -> None:
    """The bits of any address stand where they belong."""
    address = f"https://{tail}"

    assert _by_segno(address) == _modules(qr_svg(address))


def test_an_address_that_is_not_ascii_is_refused() -> None:
    """Readers disagree on what other bytes mean; addresses are encoded before."""
    with pytest.raises(UnicodeEncodeError):
        qr_svg("https://한국.example/")
