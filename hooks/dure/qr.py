"""QR codes as SVG, for the printed page: black on white, level M, which survives a stain on 15 %.

Every record's page has one, so a code must take microseconds. `segno` draws each kind of code
once; as the code is linear, an address only turns those modules that each of its bytes turns.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from itertools import chain, compress, zip_longest
from operator import or_, xor
from typing import TYPE_CHECKING, Any

import segno
from markupsafe import Markup
from segno import consts, encoder

if TYPE_CHECKING:
    from collections.abc import Iterator

QUIET = 4
"""Modules of white around a code (ISO/IEC 18004)."""
MASK = 3
"""Any mask is valid; choosing the best of eight takes seven times as long as drawing."""
_SAMPLE = b"a"
_SEGNO: Any = encoder
"""Not typed upstream."""
_FREE = 2
"""How `segno` marks a module that no pattern needs."""
_BITS = bytes.maketrans(b"01", b"\0\1")


@dataclass(frozen=True)
class _Layout:
    """A code of one version as one number: all modules in reading order, rows in whole bytes."""

    side: int
    blocks: tuple[int, ...]
    """How many bytes of data each block has."""
    checks: int
    """How many bytes of error correction follow each block."""
    places: tuple[int, ...]
    """The modules that hold data, in the order of data, each as a number with one bit."""
    drawn: int
    """The code of the sample."""


def qr_svg(address: str) -> Markup:
    """The code of an address in ASCII."""
    data = address.encode("ascii")
    version = _version(len(data))
    shared = data.rfind(b"/", 0, -1) + 1  # before the record's id
    turned = (_turned(version, at, data[at]) for at in range(shared, len(data)))
    modules = reduce(xor, turned, _begun(data[:shared], len(data)))
    side = _layout(version).side
    rows = modules.to_bytes(side * _width(side))
    return Markup(  # noqa: S704 - numbers only
        f'<svg class="qr" viewBox="0 0 {side} {side}" aria-hidden="true" focusable="false">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path stroke="#000" d="{_lines(rows, side)}"/></svg>'
    )


def _width(side: int) -> int:
    """Bytes a row takes: two at a time."""
    return -(-side // 16) * 2


def _lines(rows: bytes, side: int) -> str:
    """A line half a module down each row inside the quiet zone."""
    width = _width(side)
    inside = memoryview(rows[QUIET * width : -QUIET * width]).cast("H").tolist()
    columns = (map(_STROKES.__getitem__, inside[at :: width // 2]) for at in range(width // 2))
    return "".join(chain.from_iterable(zip(_starts(side), *columns, strict=True)))


@cache
def _starts(side: int) -> tuple[str, ...]:
    return tuple(f"M0 {y}.5" for y in range(QUIET, side - QUIET))


class _Strokes(dict[int, str]):
    """Sixteen modules: `h2` draws two dark ones, `m3 0` passes over three light ones."""

    def __missing__(self, two: int) -> str:
        """Drawn once for all codes that have them, for two bytes as they lie in memory."""
        return self.setdefault(two, "".join(map(_strokes, two.to_bytes(2, sys.byteorder))))


def _strokes(byte: int) -> str:
    runs = f"{byte:08b}".replace("01", "0 1").replace("10", "1 0").split()
    return "".join(f"h{len(run)}" if run[0] == "1" else f"m{len(run)} 0" for run in runs)


_STROKES = _Strokes()


@cache
def _version(length: int) -> int:
    """The smallest version for so many bytes."""
    return int(segno.make("a" * length, error="m", micro=False, mask=MASK).version)


@cache
def _turned(version: int, at: int, byte: int) -> int:
    """The modules that a byte at a place turns: those that each of its bits turns."""
    bit = byte & -byte
    if byte != bit:
        return _turned(version, at, bit) ^ _turned(version, at, byte ^ bit)
    layout = _layout(version)
    stream = byte << (8 * (sum(layout.blocks) - at) - 8 - _head(version))
    return _placed(stream, layout)


@lru_cache(maxsize=256)
def _begun(data: bytes, length: int) -> int:
    """The code of an address of which only the beginning is known: the rest are zero bytes."""
    version = _version(length)
    return reduce(xor, (_turned(version, at, b) for at, b in enumerate(data)), _empty(length))


@cache
def _empty(length: int) -> int:
    """The code of so many zero bytes, from which those of addresses differ by what they turn."""
    version = _version(length)
    layout = _layout(version)
    sample, empty = (_stream(data, version) for data in (_SAMPLE, bytes(length)))
    return layout.drawn ^ _placed(sample, layout) ^ _placed(empty, layout)


@cache
def _layout(version: int) -> _Layout:
    drawn = segno.make(
        _SAMPLE, version=version, mode="byte", error="m", boost_error=False, mask=MASK
    )
    rows = ["".join("01"[d] for d in row) for row in drawn.matrix_iter(border=QUIET)]
    wide = 8 * _width(len(rows))
    last = len(rows) * wide - 1
    return _Layout(
        len(rows), *_block_sizes(version),
        tuple(1 << last - y * wide - x for y, x in _places(len(drawn.matrix))),
        int("".join(row.ljust(wide, "0") for row in rows), 2),
    )  # fmt: skip


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


def _placed(stream: int, layout: _Layout) -> int:
    """Data and error correction where they stand: the bytes of all blocks by turns."""
    words = stream.to_bytes(sum(layout.blocks))
    blocks, at = [], 0
    for size in layout.blocks:
        blocks.append(words[at : at + size])
        at += size
    checks = [_checked(block, layout.checks) for block in blocks]
    mixed = bytes(
        byte for part in (blocks, checks) for turn in zip_longest(*part) for byte in turn
        if byte is not None
    )  # fmt: skip
    bits = f"{int.from_bytes(mixed):0{8 * len(mixed)}b}".encode().translate(_BITS)
    return reduce(or_, compress(layout.places, bits), 0)


def _head(version: int) -> int:
    """Bits before the data: mode and length."""
    return 12 if version < 10 else 20


def _stream(data: bytes, version: int) -> int:
    """Mode, length and bytes, then a zero byte and 0xEC and 0x11 by turns, as `segno` fills up."""
    room = sum(_layout(version).blocks)
    head = _head(version)
    bits = (0b0100 << head - 4 | len(data)) << (8 * len(data)) | int.from_bytes(data)
    words = (bits << 4).to_bytes((head + 8 * len(data) + 4) // 8)
    return int.from_bytes((words + b"\0" + b"\xec\x11" * room)[:room])


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
