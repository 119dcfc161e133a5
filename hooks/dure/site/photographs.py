"""Photographs of records, as large as their pages can use, without what cameras add to files."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path

    from dure.catalogue import Catalogue
    from dure.records import Enterprise


def publish_pictures(
    catalogue: Catalogue, data: Path, out: Path, standing: Container[str] = ()
) -> tuple[str, ...]:
    """Writes the first photograph of each enterprise that has any into `pictures/` below `out`.

    Returns their paths in the site; those that are `standing` in it already are not made.
    """
    makers = (cast("Enterprise", e.record) for e in catalogue.with_field("enterprise", "pictures"))
    files = {maker.pictures[0].file for maker in makers if maker.pictures}
    if not files:
        return ()
    from dure.pictures import FOLDER, for_screen, screen_name  # noqa: PLC0415 - most data has none

    for file in sorted(files):
        path = out / screen_name(file)
        if screen_name(file) not in standing:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(for_screen(data / FOLDER / file))
    return tuple(map(screen_name, sorted(files)))
