"""Web fonts: the two weights of the print face, cut down to the characters the site shows."""

from __future__ import annotations

import hashlib
import io
import os
import re
import tempfile
import unicodedata
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dure.faces import FONTS
from dure.kept import kept, once

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fontTools import subset
    from fontTools.ttLib import TTFont

FAMILY: Final = "Dure Sans"
"""Our subsets' name: the licence reserves the original one for the unmodified font (OFL 1.1 §3)."""

ALWAYS: Final = frozenset(
    "".join(map(chr, range(0x20, 0x7F)))
    + "\u00a0·…‥•※§¶†‡°℃×÷±−≤≥≠%‰₩¥€£©®™"
    + "‘’“”′″‐‑–—〈〉《》「」『』【】〔〕、。～"
    + "←↑→↓↔↕↗↘⇒⇔■□▲△▼▽◆◇○●★☆✓①②③④⑤⑥⑦⑧⑨⑩㈜㎡㎥㎢½¼¾"
)
"""What templates may print whatever the records say: ASCII, KS X 1001 punctuation, arrows."""

_INVISIBLE: Final = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Unicode categories that need no glyph: controls, joiners, line and paragraph separators."""

_SUBFAMILY: Final = {400: "Regular", 700: "Bold"}
_NAMES_KEPT: Final = (0, 5, 13, 14)
"""Copyright, version, licence and its address: OFL 1.1, §2 wants them in every copy."""

_FEATURES: Final = ("kern", "ccmp", "locl")
"""Figures are tabular without `tnum`; the stylistic sets would only add glyphs."""

_RECIPE: Final = "1"
"""Raise when a change here changes the bytes: it is part of the cache key."""


class MissingGlyph(ValueError):
    """Text uses characters that a font cannot draw: a reader would see empty boxes."""

    def __init__(self, font: str, letters: str) -> None:
        super().__init__(f"{font}: expected a glyph for each character, none for {letters}")
        self.font, self.letters = font, letters


def characters(texts: Iterable[str]) -> frozenset[str]:
    """Return every character a reader sees in `texts`, composed (NFC) as browsers draw them."""
    return ALWAYS.union(*map(seen, texts))


def seen(text: str) -> frozenset[str]:
    """What a reader sees of one text."""
    return frozenset(filter(_is_drawn, set(unicodedata.normalize("NFC", text))))


def missing_glyphs(chars: Iterable[str], font: Path) -> tuple[str, ...]:
    """Return the characters `font` has no glyph for, in code-point order."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - most builds cut no font

    with TTFont(font, lazy=True) as opened:
        cmap = opened.getBestCmap()
    return tuple(sorted(char for char in set(chars) if ord(char) not in cmap))


def refuse_missing(chars: frozenset[str]) -> None:
    """Raise MissingGlyph, naming every one, where a weight lacks characters of `chars`."""
    for font in FONTS.values():
        _refuse_missing(chars, font)


def is_cut(weight: int, chars: frozenset[str], cache: Path) -> bool:
    """Whether just this subset was cut before; then its characters are known to be drawable."""
    name = _name(weight, chars)
    return kept(cache / name, name.encode()) is not None


def subset_fonts(
    chars: frozenset[str], out: Path, cache: Path, weights: Iterable[int] = tuple(FONTS)
) -> tuple[Path, ...]:
    """Write `dure-sans-<weight>.<hash8>.woff2` for each weight into `out`; return the files.

    Equal characters give equal bytes, hence equal names; `cache` keeps what was cut before.
    Raises MissingGlyph when a weight lacks a character.
    """
    return tuple(_publish(weight, _cached_subset(weight, chars, cache), out) for weight in weights)


def font_face_css(files: Iterable[Path], base: str, shown: str = "") -> str:
    """Return one `@font-face` rule per file of `subset_fonts`, addressed below the URL `base`.

    `shown` is the CSS `unicode-range` of the files, "" for every character.
    Raises ValueError for a file that `subset_fonts` did not name.
    """
    return "".join(_font_face(Path(file).name, base.rstrip("/"), shown) for file in files)


def _is_drawn(char: str) -> bool:
    """Variation selectors (U+FE00–FE0F) are combining marks by category but draw nothing."""
    return unicodedata.category(char) not in _INVISIBLE and not "\ufe00" <= char <= "\ufe0f"


def _cached_subset(weight: int, chars: frozenset[str], cache: Path) -> bytes:
    def cut() -> bytes:
        _refuse_missing(chars, FONTS[weight])
        return _cut(FONTS[weight].read_bytes(), weight, chars)

    name = _name(weight, chars)
    return once(cache / name, name.encode(), cut)


def _name(weight: int, chars: frozenset[str]) -> str:
    """Made of everything the bytes depend on."""
    return hashlib.sha256(made_from(weight) + "".join(sorted(chars)).encode()).hexdigest()


@cache
def made_from(weight: int) -> bytes:
    """What stands for a weight's font, the tools and our own recipe."""
    tools = f"{_RECIPE} {weight} {version('fonttools')} {version('brotli')} {FAMILY}\0"
    return hashlib.sha256(FONTS[weight].read_bytes()).digest() + tools.encode()


def _refuse_missing(chars: frozenset[str], font: Path) -> None:
    if missing := missing_glyphs(chars, font):
        named = ", ".join(f"U+{ord(char):04X} {char}" for char in missing)
        raise MissingGlyph(font.name, named)


def _cut(font: bytes, weight: int, chars: frozenset[str]) -> bytes:
    """Return the WOFF2 of `font` with the glyphs of `chars` only, under our own name."""
    from fontTools import subset  # noqa: PLC0415 - most builds cut no font
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = _options()
    with TTFont(io.BytesIO(font), lazy=True, recalcTimestamp=False) as cut:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=sorted(map(ord, chars)))
        cutter.subset(cut)
        _rename(cut, weight)
        packed = io.BytesIO()
        subset.save_font(cut, packed, options)
    return packed.getvalue()


def _options() -> subset.Options:
    """Drop what a browser never reads: hints, vertical metrics, the signature cutting breaks."""
    from fontTools import subset  # noqa: PLC0415 - most builds cut no font

    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = list(_FEATURES)
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = list(_NAMES_KEPT)
    options.drop_tables += ["DSIG", "vhea", "vmtx"]
    return options


def _rename(font: TTFont, weight: int) -> None:
    """Set family, subfamily, unique, full and PostScript name (name ids 1, 2, 3, 4, 6)."""
    style = _SUBFAMILY[weight]
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    names = {1: FAMILY, 2: style, 3: f"{postscript};subset", 4: f"{FAMILY} {style}", 6: postscript}
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)


def _publish(weight: int, data: bytes, out: Path) -> Path:
    """The name carries the content's hash, so servers may let browsers keep the file for ever."""
    file = out / f"dure-sans-{weight}.{hashlib.sha256(data).hexdigest()[:8]}.woff2"
    _write_whole(file, data)
    return file


def _write_whole(file: Path, data: bytes) -> None:
    """A broken-off run must not leave half a font under a name that promises its content."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as draft:
            draft.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _font_face(name: str, base: str, shown: str) -> str:
    parts = re.fullmatch(r"dure-sans-(\d+)\.[0-9a-f]{8}\.woff2", name)
    if parts is None:
        raise ValueError(f"font file: expected dure-sans-<weight>.<hash8>.woff2, got {name!r}")
    limits = f";unicode-range:{shown}" if shown else ""
    return (
        f'@font-face{{font-family:"{FAMILY}";font-style:normal;font-weight:{parts[1]};'
        f'font-display:swap;src:url("{base}/{name}") format("woff2"){limits}}}\n'
    )
