"""조각보: records drawn as patches; place, size and shade are fixed by their ids."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from markupsafe import Markup, escape
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

ICONS = Path(__file__).parent / "assets" / "icons"
"""Pictograms: one 24 × 24 drawing a file, named as vocabularies name them."""

MARK_SIDE = 32
MARK = (
    (0, 0, 18, 13, 1.5, "#1c4f8c"),
    (20, 0, 12, 19, 1.5, "#c98f12"),
    (0, 15, 11, 17, 1.5, "#1f6f5f"),
    (13, 21, 19, 11, 1.5, "#a8401c"),
    (13, 15, 5, 4, 1, "#7a2f5e"),
)
"""The site's mark: x, y, width, height, radius and colour of each patch, in a square of 32."""
SEAM = 2.0
"""Between two patches, in the drawing's units."""
BAND = (1200.0, 168.0)
"""Width and height of a band of patches."""
PICTURE = 96.0
"""Side of a record's stand-in picture."""
PICTURE_PIECES = 6
CLOTHS = 256
"""Ways to sew a stand-in picture: with its dyes and pictogram, hardly two of a list look alike."""
UNDYED = "jae"
"""Ash: what is neither of a kind nor of a sector."""
LEAN = 0.5
"""How far a cut may move from an even share, both ways together."""
PALE = "p4"
BAND_SHADES = ("", "p1", "")
PICTURE_SHADES = ("p2", "p3", PALE)
"""Shades of a dye, by the names the style sheet gives them; "" is the full dye."""

_NOTHING = Markup("")


class Piece(Protocol):
    """What a patch of the band needs to know of its record."""

    @property
    def id(self) -> str:
        """Fixes the patch's place."""

    @property
    def name(self) -> str:
        """What is read out and shown over the patch."""

    @property
    def colour(self) -> str:
        """A dye's name."""

    @property
    def kind(self) -> str:
        """The kind's name in words."""


class Rect(Struct, frozen=True):
    """A field of the cloth, its seams included."""

    x: float
    y: float
    width: float
    height: float

    def cut(self, share: float) -> tuple[Rect, Rect]:
        """Two fields, the first with `share` of the area; the longer side is cut."""
        if self.width < self.height:
            first = self.height * share
            rest = Rect(self.x, self.y + first, self.width, self.height - first)
            return Rect(self.x, self.y, self.width, first), rest
        first = self.width * share
        rest = Rect(self.x + first, self.y, self.width - first, self.height)
        return Rect(self.x, self.y, first, self.height), rest

    @property
    def inner(self) -> float:
        """The shorter side without seams."""
        return min(self.width, self.height) - SEAM


def cloth_svg(pieces: Sequence[Piece], label: str, unknown: str = "") -> Markup:
    """The band: one patch a piece, its place by its id; `label` says what the picture shows.

    A piece of the kind `unknown` is pale: full colour is kept for what documents state.
    """
    ordered = sorted((_number(piece.id), piece.id, piece) for piece in pieces)
    fields = _sew(Rect(0, 0, *BAND), [record_id for _, record_id, _ in ordered])
    patches = (
        _patch(field, piece.colour, _band_shade(piece, number, unknown), _title(piece))
        for (number, _, piece), field in zip(ordered, fields, strict=True)
    )
    width, height = map(_short, BAND)
    return Markup(  # noqa: S704 - what is put in is escaped
        f'<svg class="patchwork cloth" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(label)}" preserveAspectRatio="none">{"".join(patches)}</svg>'
    )


def patch_svg(record_id: str, colours: Sequence[str], pictogram: str) -> Markup:
    """The stand-in for a photograph: a small patchwork in its dyes, with its pictogram.

    It tells nothing that the page does not say in words, so screen readers skip it.
    """
    cloth, drawing = _cloth(_number(record_id) % CLOTHS), _drawing(pictogram)
    return Markup(  # noqa: S704 - what is put in is escaped
        '<svg class="patchwork picture" viewBox="0 0 96 96" aria-hidden="true" focusable="false">'
        f"{cloth.patches % _dyes(tuple(colours))}{cloth.place if drawing else ''}{drawing}</svg>"
    )


@cache
def _dyes(colours: tuple[str, ...]) -> tuple[Markup, ...]:
    """One for each piece of a picture, by turns."""
    dyes = [escape(colour) for colour in dict.fromkeys(colours)] or [escape(UNDYED)]
    return tuple(islice(cycle(dyes), PICTURE_PIECES))


class _Cloth(Struct, frozen=True):
    """A stand-in picture before it is dyed."""

    patches: str
    """With `%s` for the dye of each."""
    place: str
    """Where the pictogram begins: in the middle of the largest patch."""


@cache
def _cloth(number: int) -> _Cloth:
    names = [f"{number}/{at}" for at in range(PICTURE_PIECES)]
    fields = _sew(Rect(0, 0, PICTURE, PICTURE), names)
    largest = max(fields, key=lambda field: field.inner)
    patches = (
        _patch(field, "%s", "" if field is largest else _picture_shade(name))
        for field, name in zip(fields, names, strict=True)
    )
    size = min(largest.inner * 0.72, 44)
    x, y = largest.x + (largest.width - size) / 2, largest.y + (largest.height - size) / 2
    place = f'<svg x="{_short(x)}" y="{_short(y)}" width="{_short(size)}" height="{_short(size)}" '
    return _Cloth("".join(patches), place)


def favicon_svg() -> Markup:
    """The site's mark: four patches sewn round a small fifth, in colours that read on any tab."""
    patches = (
        f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{r}" fill="{colour}"/>'
        for x, y, w, h, r, colour in MARK
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {MARK_SIDE} {MARK_SIDE}">'
    return Markup(f"{head}{''.join(patches)}</svg>\n")  # noqa: S704 - numbers and colours of ours


def _sew(field: Rect, names: Sequence[str]) -> list[Rect]:
    """One field a name, in their order; how each cut falls is fixed by the names."""
    if len(names) < 2:
        return [field] * len(names)
    half = len(names) // 2
    lean = (_number(f"{names[0]}|{names[-1]}") % 1000 / 1000 - 0.5) * LEAN
    first, second = field.cut(half / len(names) * (1 + lean))
    return _sew(first, names[:half]) + _sew(second, names[half:])


def _patch(field: Rect, colour: str, shade: str, inside: Markup = _NOTHING) -> Markup:
    """A patch, half a seam smaller on every side."""
    x, y = _short(max(field.x + SEAM / 2, 0.5)), _short(max(field.y + SEAM / 2, 0.5))
    width, height = _short(max(field.width - SEAM, 0.5)), _short(max(field.height - SEAM, 0.5))
    return Markup(  # noqa: S704 - all is escaped; `format` would take ten times as long
        f'<rect class="{_classes(colour, shade)}" x="{x}" y="{y}" width="{width}" '
        f'height="{height}">{inside}</rect>'
    )


@cache
def _classes(colour: str, shade: str) -> Markup:
    return escape(f"c-{colour} {shade}".strip())


def _title(piece: Piece) -> Markup:
    words = escape(f"{piece.name} · {piece.kind}")
    return Markup(f"<title>{words}</title>")  # noqa: S704 - the words are escaped


def _band_shade(piece: Piece, number: int, unknown: str) -> str:
    return PALE if piece.kind == unknown else BAND_SHADES[number % len(BAND_SHADES)]


def _picture_shade(name: str) -> str:
    return PICTURE_SHADES[_number(name) % len(PICTURE_SHADES)]


@cache
def icon_svg(name: str) -> Markup:
    """A pictogram as its file has it; nothing for a name without one."""
    path = ICONS / f"{name}.svg"
    if not path.is_file():
        return _NOTHING
    return Markup(path.read_text("utf-8").strip())  # noqa: S704 - a drawing of ours


@cache
def _drawing(name: str) -> Markup:
    """The drawing's own text after its first attribute, the namespace."""
    text = icon_svg(name).partition('xmlns="http://www.w3.org/2000/svg" ')[2]
    return Markup(text)  # noqa: S704 - a drawing of ours, no data in it


def _number(name: str) -> int:
    """A number fixed by a name, the same on every machine."""
    return int.from_bytes(blake2b(name.encode(), digest_size=6).digest())


def _short(number: float) -> str:
    """At most one decimal, without a needless zero."""
    return f"{number:.1f}".removesuffix(".0")
