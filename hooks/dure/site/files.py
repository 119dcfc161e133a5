"""Files that are no page and show no enterprise: pictures of the site, files to take away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dure.site.cards import write_cards
from dure.site.downloads import write_downloads
from dure.site.icons import write_icons
from dure.site.made import made_by_key
from dure.site.photographs import publish_pictures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from dure.catalogue import Catalogue
    from dure.site.made import Made
    from dure.site.sources import Marks


DRAWN = "drawn"
"""The key of pictures that are made of nothing but the frame."""


def write_photographs(
    catalogue: Catalogue, marks: Marks, data: Path, out: Path, earlier: Mapping[str, str]
) -> dict[str, str]:
    """Photographs, each with the key of all that is no enterprise."""
    key = f"pictures {marks.shared}"
    standing = {file for file, known in earlier.items() if known == key}
    return dict.fromkeys(publish_pictures(catalogue, data, out, standing), key)


def write_files(
    catalogue: Catalogue, marks: Marks, cache: Path | None, out: Path, earlier: Mapping[str, str]
) -> tuple[Made, ...]:
    """Cards for shared links and icons; calendars and tables."""
    known = earlier if marks.shared else {}
    shared = f"files {marks.shared}"
    return (
        *made_by_key(DRAWN, known, partial(_drawn, catalogue, cache, out)),
        *made_by_key(shared, known, partial(write_downloads, catalogue, out)),
    )


def _drawn(catalogue: Catalogue, cache: Path | None, out: Path) -> Iterator[str]:
    yield from write_cards(catalogue, out, cache)
    yield from write_icons(catalogue, out)
