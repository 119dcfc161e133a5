"""The site's fonts in slices: what most pages use first, the rest fetched where it is needed.

A page of a record shows some 250 of the catalogue's thousand characters. Each weight is cut into
slices by how many texts use a character, the bold one by how many names and headings do, and
`unicode-range` lets the browser fetch only those it needs.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from dure.webfonts import ALWAYS, font_face_css, is_cut, refuse_missing, seen, subset_fonts
from dure.workers import in_parallel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from dure.site.characters import Uses

SIZES = {400: (450, 300), 700: (350, 250)}
"""Characters in the first slices of each weight; one more slice holds the rest."""


class Fonts(Struct, frozen=True):
    """What was published."""

    css: str
    """The `@font-face` rules."""
    first: Mapping[int, str]
    """Weight → name of its first slice, which every page needs."""


def publish_fonts(written: Uses, out: Path, cache: Path, base: str) -> Fonts:
    """Writes the slices into `out`, their rules addressed below the URL `base`.

    Raises `MissingGlyph` where the fonts lack a character of the texts.
    """
    parts = _parts(written)
    jobs = [(weight, part) for weight, cut in parts.items() for part in cut]
    each: Callable[..., Iterable[Path]] = map
    if not all(is_cut(weight, part, cache) for weight, part in jobs):
        refuse_missing(frozenset().union(*parts[400]))
        each = in_parallel
    files = list(each(lambda job: subset_fonts(job[1], out, cache, (job[0],))[0], jobs))
    rules = [
        font_face_css([file], base, _range(part) if part != parts[weight][-1] else "")
        for file, (weight, part) in zip(files, jobs, strict=True)
    ]
    # Where two rules have a character the later one is asked: the rest stands first.
    first = {weight: files[jobs.index((weight, cut[0]))].name for weight, cut in parts.items()}
    return Fonts("".join(reversed(rules)), first)


def letters(written: Uses) -> str:
    """Stands for the slices that `publish_fonts` would write."""
    said = [[sorted(part) for part in cut] for cut in _parts(written).values()]
    return hashlib.blake2b(repr(said).encode(), digest_size=10).hexdigest()


def _parts(written: Uses) -> Mapping[int, tuple[frozenset[str], ...]]:
    """The slices of each weight."""
    uses, bold = drawn(written.all), drawn(written.bold)
    names = {char: bold[char] + number / (written.texts + 1) for char, number in uses.items()}
    return {400: slices(uses, SIZES[400]), 700: slices(names, SIZES[700])}


def drawn(written: Mapping[str, int]) -> Counter[str]:
    """Uses of characters as readers see them, but for those that are always there."""
    uses = Counter[str]()
    for char, number in written.items():
        for shown in seen(char) - ALWAYS:
            uses[shown] += number
    return uses


def slices(uses: Mapping[str, float], sizes: Iterable[int]) -> tuple[frozenset[str], ...]:
    """The characters in use, the most used first; what templates print is in the first."""
    order = sorted(uses, key=lambda char: (-uses[char], char))
    cut: list[frozenset[str]] = []
    for size in sizes:
        cut.append(frozenset(order[:size]))
        order = order[size:]
    if order:
        cut.append(frozenset(order))
    first, *others = cut
    return (first | ALWAYS, *(part for part in others if part))


def _range(chars: Iterable[str]) -> str:
    """`U+20-7e,U+ac00`: code points as CSS writes them, neighbours as one range."""
    points = sorted(map(ord, chars))
    starts = [p for at, p in enumerate(points) if at == 0 or points[at - 1] != p - 1]
    ends = [p for at, p in enumerate(points) if at == len(points) - 1 or points[at + 1] != p + 1]
    return ",".join(
        f"U+{a:x}" if a == b else f"U+{a:x}-{b:x}" for a, b in zip(starts, ends, strict=True)
    )
