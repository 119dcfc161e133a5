"""Photographs that cannot be printed: not there, not pictures, torn, or too coarse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.records import Enterprise
from dure.rules.findings import Finding, each

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dure.catalogue import Linked


def unprintable_pictures(linked: Linked, root: Path) -> Iterator[Finding]:
    """A finding for each file below `root/pictures` that a record names and no press can use."""
    for entry, enterprise in each(linked, Enterprise):
        for at, picture in enumerate(enterprise.pictures):
            from dure.pictures import FOLDER, Unusable, checked  # noqa: PLC0415 - most data has none

            try:
                checked(root / FOLDER / picture.file)
            except Unusable as error:
                told = {**error.values, "file": picture.file}
                yield Finding(entry, ("pictures", at, "file"), error.key, told)
