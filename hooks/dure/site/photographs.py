"""Photographs of records, as large as their pages can use, without what cameras add to files."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from dure.catalogue import Catalogue


def publish_pictures(catalogue: Catalogue, data: Path, out: Path) -> None:
    """Writes the first photograph of each enterprise that has any into `pictures/` below `out`."""
    files = {e.pictures[0].file for e in catalogue.enterprises.values() if e.pictures}
    if not files:
        return
    from dure.pictures import FOLDER, for_screen, screen_name  # noqa: PLC0415 - most data has none

    for file in sorted(files):
        path = out / screen_name(file)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(for_screen(data / FOLDER / file))
