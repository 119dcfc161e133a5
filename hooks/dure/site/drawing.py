"""What is drawn with Pillow for each site: the cards of shared links.

Sixteen colours and flat fields keep a card below 15 KB; the same name gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
from functools import cache
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from dure.faces import FONTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dure.site.cards import Card

SIZE = (1200, 630)
"""What Facebook, KakaoTalk and others show whole (1.91 : 1)."""
PANEL = 856
"""Where the cloth begins; left of it stand the words."""
MARGIN = 72
SEAM = 6
PIECES = 11
TITLE_SIZES = (76, 64, 54, 46)
"""The largest at which a name takes no more than three lines is taken."""
PAPER, INK = (0xFB, 0xFA, 0xF6), (0x1E, 0x21, 0x24)
DYES = {
    "jjok": (0x1C, 0x4F, 0x8C),
    "ok": (0x1F, 0x6F, 0x5F),
    "ssuk": (0x47, 0x64, 0x1C),
    "chija": (0xC9, 0x8F, 0x12),
    "gam": (0xA8, 0x40, 0x1C),
    "jaju": (0x7A, 0x2F, 0x5E),
    "jae": (0x58, 0x61, 0x6A),
}
SHADES = 16 - len(DYES)
"""Steps from ink to paper: what is left of a palette of sixteen."""
_RUNS = 3
"""zlib's `Z_RLE`: flat fields are runs of a colour, and looking for no more takes half the time."""
_Box = tuple[int, int, int, int]


def draw(card: Card) -> bytes:
    """The card as PNG, 1200 × 630."""
    image = _words(card)
    image.putpalette(_palette())
    pen = ImageDraw.Draw(image)
    pen.rectangle((PANEL, 0, *SIZE), fill=SHADES - 1)
    boxes = _sewn((PANEL, 0, *SIZE), PIECES, card.name)
    for (left, top, right, bottom), dye in zip(boxes, _dyes(card.name), strict=True):
        box = (left + SEAM, top + SEAM, right - SEAM, bottom - SEAM)
        pen.rectangle(box, fill=SHADES + dye)
    packed = io.BytesIO()
    image.save(packed, "PNG", bits=4, compress_type=_RUNS)
    return packed.getvalue()


def _dyes(name: str) -> Iterator[int]:
    """A dye for each piece, never that of the one before."""
    dye = 0
    for at in range(PIECES):
        dye = (dye + 1 + _number(f"{name}/{at}") % (len(DYES) - 1)) % len(DYES)
        yield dye


def _words(card: Card) -> Image.Image:
    """Ink on paper, its greys already numbers of the palette."""
    grey = Image.new("L", SIZE, 255)
    pen = ImageDraw.Draw(grey)
    pen.text((MARGIN, MARGIN), _cut(card.kicker, _font(34)), font=_font(34), fill=96)
    size, lines = _title(card.title)
    height = round(size * 1.3)
    top = SIZE[1] - MARGIN - height * len(lines)
    for at, line in enumerate(lines):
        pen.text((MARGIN, top + at * height), line, font=_font(size), fill=0)
    image = grey.point([value * SHADES // 256 for value in range(256)])
    return Image.frombytes("P", SIZE, image.tobytes())


def _title(title: str) -> tuple[int, Sequence[str]]:
    for size in TITLE_SIZES:
        lines = _lines(title, _font(size))
        if len(lines) <= 3:
            return size, lines
    return TITLE_SIZES[-1], [*lines[:2], _cut(" ".join(lines[2:]), _font(TITLE_SIZES[-1]))]


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Words in lines; Korean too is broken between words only."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= PANEL - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text: str, font: ImageFont.FreeTypeFont) -> str:
    """The text with `…` where it would run into the cloth."""
    if font.getlength(text) <= PANEL - 2 * MARGIN:
        return text
    while text and font.getlength(f"{text}…") > PANEL - 2 * MARGIN:
        text = text[:-1]
    return f"{text.rstrip()}…"


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS[700]), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _palette() -> bytes:
    """Shades from ink to paper, then the dyes."""
    last = SHADES - 1
    shades = [
        tuple(ink + (paper - ink) * step // last for ink, paper in zip(INK, PAPER, strict=True))
        for step in range(SHADES)
    ]
    return bytes(part for colour in (*shades, *DYES.values()) for part in colour)


def _sewn(box: _Box, pieces: int, name: str) -> Iterator[_Box]:
    """The box cut into pieces, always across its longer side; the name decides where."""
    if pieces == 1:
        yield box
        return
    left, top, right, bottom = box
    first = pieces // 2
    share = first / pieces + (_number(f"{name}{box}") % 100 - 50) / 400
    if right - left >= bottom - top:
        cut = left + round((right - left) * share)
        halves = ((left, top, cut, bottom), (cut, top, right, bottom))
    else:
        cut = top + round((bottom - top) * share)
        halves = ((left, top, right, cut), (left, cut, right, bottom))
    yield from _sewn(halves[0], first, name)
    yield from _sewn(halves[1], pieces - first, name)


def _number(name: str) -> int:
    """A number fixed by a name, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=4).digest())
