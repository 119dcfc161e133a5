"""The letters of a typeface and how wide they are, read straight from its tables.

A font library would name all of its glyphs first: ten times as long, at every start.
"""

from __future__ import annotations

import struct
from functools import cache
from typing import TYPE_CHECKING

from dure.faces import FONTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FULL_UNICODE = 12
"""The format of the table that maps every plane."""


class BrokenFont(ValueError):
    """A font file that cannot be used; the message names it."""


@cache
def advances(weight: int) -> Mapping[int, float]:
    """Each drawable code point with its width in ems; raises `BrokenFont`."""
    path = FONTS[weight]
    try:
        return _advances(path.read_bytes())
    except (OSError, ValueError, KeyError, IndexError, struct.error) as error:
        raise BrokenFont(f"fonts/{path.name}: {error}") from error


def _advances(font: bytes) -> dict[int, float]:
    tables = dict(_tables(font))
    units: int = struct.unpack_from(">H", font, tables[b"head"] + 18)[0]
    wide = _widths(font, tables)
    return {
        code: wide[min(glyph, len(wide) - 1)] / units
        for code, glyph in _glyphs(font, tables[b"cmap"])
    }


def _tables(font: bytes) -> Iterator[tuple[bytes, int]]:
    """Each table's tag and where it begins."""
    for at in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, start, _ = struct.unpack_from(">4sIII", font, 12 + 16 * at)
        yield tag, start


def _widths(font: bytes, tables: Mapping[bytes, int]) -> tuple[int, ...]:
    """Widths by glyph; glyphs past the last have its width."""
    count: int = struct.unpack_from(">H", font, tables[b"hhea"] + 34)[0]
    return struct.unpack_from(f">{2 * count}H", font, tables[b"hmtx"])[::2]


def _glyphs(font: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Code points with their glyphs."""
    for at in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">I", font, cmap + 8 + 8 * at)[0]
        if struct.unpack_from(">H", font, start)[0] == FULL_UNICODE:
            many: int = struct.unpack_from(">I", font, start + 12)[0]
            for first, last, glyph in struct.iter_unpack(
                ">III", font[start + 16 : start + 16 + 12 * many]
            ):
                yield from zip(
                    range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True
                )
            return
    raise ValueError("expected a font with a table of all planes")
