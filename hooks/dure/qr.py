"""QR codes as SVG, for the printed page: black on white, level M, which survives a stain on 15 %.

Every record's page has one, so a code must take microseconds. `segno` draws each kind of code
once; after that only the bits of an address are put where that drawing has its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import segno
from markupsafe import Markup
from segno import consts, encoder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

QUIET = 4
"""Modules of white around a code (ISO/IEC 18004)."""
MASK = 3
"""Any mask is valid; choosing the best of eight takes seven times as long as drawing."""
_SAMPLE = b"a"
_SEGNO: Any = encoder
"""Not typed upstream."""
_FREE = 2
"""How `segno` marks a module that no pattern needs."""


@dataclass(frozen=True)
class _Layout:
    """Where the bits of a code of one version stand; rows are padded to whole bytes."""

    side: int
    blocks: tuple[int, ...]
    """How many bytes of data each block has."""
    checks: int
    """How many bytes of error correction follow each block."""
    count: int
    """Modules that hold data."""
    mask: int
    """What turns bits of data into modules."""
    grid: Callable[[str], tuple[str, ...]]
    """From the modules of data, and a light and a dark one, to all modules in reading order."""


def qr_svg(address: str) -> Markup:
    """The code of an address in ASCII."""
    data = address.encode("ascii")
    version = _version(len(data))
    layout = _layout(version)
    modules = f"{_bits(data, version) ^ layout.mask:0{layout.count}b}01"
    rows = int("".join(layout.grid(modules)), 2).to_bytes(layout.side * _width(layout.side))
    return Markup(
        '<svg class="qr" viewBox="0 0 {0} {0}" aria-hidden="true" focusable="false">'
        '<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path stroke="#000" d="{1}"/></svg>'
    ).format(layout.side, "".join(_lines(rows, _width(layout.side))))


def _width(side: int) -> int:
    """Bytes a row takes."""
    return -(-side // 8)


def _lines(rows: bytes, width: int) -> Iterator[str]:
    """A line half a module down each row that has dark modules."""
    for y, at in enumerate(range(0, len(rows), width)):
        if any(row := rows[at : at + width]):
            yield f"M0 {y}.5" + "".join(map(_STROKES.__getitem__, row))


def _strokes(byte: int) -> str:
    """Eight modules: `h2` draws two dark ones, `m3 0` passes over three light ones."""
    runs = f"{byte:08b}".replace("01", "0 1").replace("10", "1 0").split()
    return "".join(f"h{len(run)}" if run[0] == "1" else f"m{len(run)} 0" for run in runs)


_STROKES = tuple(map(_strokes, range(256)))


@cache
def _version(length: int) -> int:
    """The smallest version for so many bytes."""
    return int(segno.make("a" * length, error="m", micro=False, mask=MASK).version)


@cache
def _layout(version: int) -> _Layout:
    drawn = segno.make(
        _SAMPLE, version=version, mode="byte", error="m", boost_error=False, mask=MASK
    )
    dark = ["".join("01"[d] for d in row) for row in drawn.matrix_iter(border=QUIET)]
    places = list(_places(len(drawn.matrix)))
    shown = int("".join(dark[y][x] for y, x in places), 2)
    blocks, checks = _block_sizes(version)
    empty = _Layout(len(dark), blocks, checks, len(places), 0, itemgetter(0))
    return _Layout(
        len(dark), blocks, checks, len(places), shown ^ _placed(_SAMPLE, version, empty),
        _grid(dark, {place: at for at, place in enumerate(places)}),
    )  # fmt: skip


def _grid(dark: Sequence[str], at: dict[tuple[int, int], int]) -> Any:
    """Picks each module by its place among the data; others are always light or always dark."""
    wide = 8 * _width(len(dark))
    fixed = {"0": len(at), "1": len(at) + 1}
    rows = enumerate(row.ljust(wide, "0") for row in dark)
    return itemgetter(*(at.get((y, x), fixed[m]) for y, row in rows for x, m in enumerate(row)))


def _places(size: int) -> Iterator[tuple[int, int]]:
    """Modules in the order of data (ISO/IEC 18004, 7.7.3): two columns at a time, up and down."""
    frame = _SEGNO.make_matrix(size, size)
    _SEGNO.add_finder_patterns(frame, size, size)
    _SEGNO.add_alignment_patterns(frame, size, size)
    upwards = True
    for right in (*range(size - 1, 6, -2), 5, 3, 1):
        for y in range(size - 1, -1, -1) if upwards else range(size):
            for x in (right, right - 1):
                if frame[y][x] == _FREE:
                    yield y + QUIET, x + QUIET
        upwards = not upwards


def _block_sizes(version: int) -> tuple[tuple[int, ...], int]:
    table: Any = consts.ECC
    found = table[version][consts.ERROR_LEVEL_M]
    sizes = tuple(part.num_data for part in found for _ in range(part.num_blocks))
    return sizes, found[0].num_total - found[0].num_data


def _bits(data: bytes, version: int) -> int:
    return _placed(data, version, _layout(version))


def _placed(data: bytes, version: int, layout: _Layout) -> int:
    """Data and error correction as they are placed: the bytes of all blocks by turns."""
    words = _codewords(data, version, sum(layout.blocks))
    blocks, at = [], 0
    for size in layout.blocks:
        blocks.append(words[at : at + size])
        at += size
    checks = [_checked(block, layout.checks) for block in blocks]
    mixed = bytes(
        byte for part in (blocks, checks) for turn in zip_longest(*part) for byte in turn
        if byte is not None
    )  # fmt: skip
    return int.from_bytes(mixed) << (layout.count - 8 * len(mixed))


def _codewords(data: bytes, version: int, room: int) -> bytes:
    """Mode, length and bytes, then a zero byte and 0xEC and 0x11 by turns, as `segno` fills up."""
    width = 8 if version < 10 else 16
    used = 4 + width + 8 * len(data) + 4
    bits = (0b0100 << width | len(data)) << (8 * len(data)) | int.from_bytes(data)
    words = (bits << 4).to_bytes(used // 8)
    return (words + b"\0" + b"\xec\x11" * room)[:room]


def _checked(block: bytes, checks: int) -> bytes:
    """The Reed–Solomon remainder of a block."""
    steps, high = _steps(checks), 8 * (checks - 1)
    low = (1 << high) - 1
    left = 0
    for byte in block:
        left = (left & low) << 8 ^ steps[left >> high ^ byte]
    return left.to_bytes(checks)


@cache
def _steps(checks: int) -> tuple[int, ...]:
    """Each byte times the generator polynomial, in GF(256) with the polynomial 0x11D."""
    generator = [1]
    for power in range(checks):
        root = _power(power)
        shifted = [*generator, 0]
        generator = [a ^ _times(b, root) for a, b in zip(shifted, [0, *generator], strict=True)]
    tail = generator[1:]
    return tuple(int.from_bytes(bytes(_times(g, byte) for g in tail)) for byte in range(256))


def _power(exponent: int) -> int:
    value = 1
    for _ in range(exponent):
        value = _times(value, 2)
    return value


def _times(a: int, b: int) -> int:
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = a << 1 ^ (0x11D if a & 0x80 else 0)
        b >>= 1
    return product
