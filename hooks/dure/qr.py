"""QR codes as SVG, for the printed page: black on white, level M, which survives a stain on 15 %.

Every record's page has one, so a code must take microseconds. `segno` draws each kind of code
once; as the code is linear, an address only turns those modules that each of its bytes turns.
"""

from __future__ import annotations

import struct
from functools import cache, cached_property, lru_cache, reduce
from itertools import compress, count, repeat, zip_longest
from operator import itemgetter, or_, xor
from typing import TYPE_CHECKING, Any

import segno
from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace
from segno import consts, encoder

if TYPE_CHECKING:
    from collections.abc import Iterator

QUIET = 4
"""Modules of white around a code (ISO/IEC 18004)."""
MASK = 3
"""Any mask is valid; choosing the best of eight takes seven times as long as drawing."""
MOST_IN_A_WORD = 12
"""Modules of a row that are drawn at once: 4,096 drawings at most."""
_SAMPLE = b"a"
_SEGNO: Any = encoder
"""Not typed upstream."""
_FREE = 2
"""How `segno` marks a module that no pattern needs."""
_BITS = bytes.maketrans(b"01", b"\0\1")


class _Layout(Struct, frozen=True, dict=True):
    """A code of one version as one number: all words in reading order, two bytes each."""

    side: int
    blocks: tuple[int, ...]
    """How many bytes of data each block has."""
    checks: int
    """How many bytes of error correction follow each block."""
    places: tuple[int, ...]
    """The modules that hold data, in the order of data, each as a number with one bit."""
    frame: int
    """What is dark where all data is zero, and what marks the last word of each row."""

    @cached_property
    def words(self) -> struct.Struct:
        """All words of the code."""
        return struct.Struct(f">{self.side * _words(self.side)}H")


def qr_svg(address: str) -> Markup:
    """The code of an address in ASCII."""
    data = address.encode("ascii")
    version = _version(len(data))
    shared = data.rfind(b"/", 0, -1) + 1  # before the record's id
    turned = map(_turned, repeat(version), count(shared), data[shared:])
    layout = _layout(version)
    lines = _lines(reduce(xor, turned, _begun(data[:shared], len(data))), layout)
    side = layout.side + 2 * QUIET
    return Markup(  # noqa: S704 - numbers only
        f'<svg class="qr" viewBox="0 0 {side} {side}" aria-hidden="true" focusable="false">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path stroke="#000" d="{lines}"/></svg>'
    )


def _words(side: int) -> int:
    """Words a row takes: of few modules each, so that all there can be are soon drawn."""
    return -(-side // MOST_IN_A_WORD)


def _width(side: int) -> int:
    """Modules a word has; the last one of a row may end in some that the code has not."""
    return -(-side // _words(side))


def _lines(modules: int, layout: _Layout) -> str:
    """A line down the middle of each row."""
    words = layout.words.unpack(modules.to_bytes(layout.words.size))
    strokes = itemgetter(*words)(_strokes(layout.side))
    return f"M{QUIET} {QUIET}.5{''.join(strokes)}"


@cache
def _strokes(side: int) -> tuple[str, ...]:
    """Every word a code may have, in the order of their numbers.

    The last word of a row has one bit more, and leads to the beginning of the next row.
    """
    width = _width(side)
    inside = _light(width) + _dark(width)
    return (*inside, *(f"{word}m-{_words(side) * width} 1" for word in inside))


@cache
def _light(width: int) -> tuple[str, ...]:
    """Words of so many modules that begin with light ones: `m3 0` passes over three."""
    shorter = (f"m{run} 0{rest}" for run in range(width - 1, 0, -1) for rest in _dark(width - run))
    return (f"m{width} 0", *shorter)


@cache
def _dark(width: int) -> tuple[str, ...]:
    """Words of so many modules that begin with dark ones: `h2` draws two."""
    shorter = (f"h{run}{rest}" for run in range(1, width) for rest in _light(width - run))
    return (*shorter, f"h{width}")


@cache
def _version(length: int) -> int:
    """The smallest version for so many bytes."""
    return next(v for v in range(1, 41) if _head(v) + 8 * length <= 8 * sum(_block_sizes(v)[0]))


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
    layout = _layout(_version(length))
    return layout.frame ^ _placed(_stream(data.ljust(length, b"\0"), _version(length)), layout)


@cache
def _layout(version: int) -> _Layout:
    drawn = segno.make(
        _SAMPLE, version=version, mode="byte", error="m", boost_error=False, mask=MASK
    )
    side = len(drawn.matrix)
    dark = (_bit(y, x, side) for y in range(side) for x in range(side) if drawn.matrix[y][x])
    ends = (1 << _shift(y, _words(side) - 1, side) + _width(side) for y in range(side))
    places = tuple(_bit(y, x, side) for y, x in _places(side))
    layout = _Layout(side, *_block_sizes(version), places, sum(dark) + sum(ends))
    return replace(layout, frame=layout.frame ^ _placed(_stream(_SAMPLE, version), layout))


def _bit(y: int, x: int, side: int) -> int:
    """A module's place in the number; the last module of a word is its lowest bit."""
    word, at = divmod(x, _width(side))
    return 1 << _shift(y, word, side) + _width(side) - 1 - at


def _shift(y: int, word: int, side: int) -> int:
    """Where a word of a row begins, from the number's lowest bit."""
    return 16 * ((side - y) * _words(side) - 1 - word)


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
                    yield y, x
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
    room = sum(_block_sizes(version)[0])
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
    steps = [0]
    for bit in (1, 2, 4, 8, 16, 32, 64, 128):
        step = int.from_bytes(bytes(_times(g, bit) for g in generator[1:]))
        steps += [step ^ other for other in steps]
    return tuple(steps)


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
