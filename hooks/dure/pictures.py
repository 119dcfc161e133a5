"""Photographs in the data: whether they can be printed, and copies for paper and screen.

They are read to their last byte: a torn file opens like a whole one.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from PIL import Image, ImageOps, UnidentifiedImageError

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "pictures"
"""Below the data folder, and below the site's root."""
FORMATS = ("JPEG", "PNG", "WEBP")
PLACE_MM = (34.0, 25.5)
"""What an entry leaves for a photograph: width and height."""
FINE_DPI, LEAST_DPI = 300, 200
"""Print shops ask for 300; below 200 a photograph is seen to be coarse."""
SCREEN_PX = 960
QUALITY = 82
MM_AN_INCH = 25.4
MOST_PIXELS = 60_000_000
"""More than any camera's: a file that claims more is there to fill the memory."""


class Unusable(ValueError):
    """A file that cannot be printed; `key` names a message, `values` fill its places."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


def checked(path: Path) -> Image.Image:
    """The photograph, upright and fit to print; raises `Unusable`."""
    picture = opened(path)
    dpi = round(picture.width / _fit(picture.size)[0] * MM_AN_INCH)
    if dpi < LEAST_DPI:
        least = round(_fit(picture.size)[0] / MM_AN_INCH * LEAST_DPI)
        raise Unusable("picture_coarse", dpi=str(dpi), width=str(picture.width), least=str(least))
    return picture


def opened(path: Path) -> Image.Image:
    """A photograph turned as its camera was held, without anything hidden in its file."""
    if path.is_symlink() or not path.is_file():
        raise Unusable("picture_missing", file=path.name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise Unusable("picture_huge", file=path.name)
                picture.load()
                return ImageOps.exif_transpose(picture).convert("RGB")
    except UnidentifiedImageError as error:
        raise Unusable("not_a_picture", file=path.name) from error
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombWarning) as error:
        if isinstance(error, Unusable):
            raise
        raise Unusable("picture_torn", file=path.name) from error


def fitted_mm(path: Path) -> tuple[float, float]:
    """Width and height at which an entry shows a photograph (mm)."""
    w, h = _fit(opened(path).size)
    return round(w, 1), round(h, 1)


def _fit(size: tuple[int, int]) -> tuple[float, float]:
    scale = min(PLACE_MM[0] / size[0], PLACE_MM[1] / size[1])
    return size[0] * scale, size[1] * scale


def for_print(path: Path, *, press: bool) -> bytes:
    """A JPEG of no more than 300 dots an inch at its size; in four inks for the press.

    Without the shop's own profile the inks are worked out plainly: the shop may convert again.
    """
    picture = opened(path)
    wide = round(_fit(picture.size)[0] / MM_AN_INCH * FINE_DPI)
    return _jpeg(_at_most(picture, wide).convert("CMYK" if press else "RGB"))


def for_screen(path: Path) -> bytes:
    """A JPEG as large as a record's page can use."""
    return _jpeg(_at_most(opened(path), SCREEN_PX))


def screen_name(file: str) -> str:
    """Name of the site's copy, below the site's root."""
    return f"{FOLDER}/{file.rpartition('.')[0]}.jpg"


def _at_most(picture: Image.Image, wide: int) -> Image.Image:
    if picture.width <= wide:
        return picture
    size = (wide, max(1, round(picture.height * wide / picture.width)))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
