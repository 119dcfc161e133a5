"""Set works that are kept: used while they are whole, set again where they are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dure.booklets.jobs import Choice
from dure.booklets.printing import print_all

if TYPE_CHECKING:
    from pathlib import Path

    from dure.catalogue import Catalogue

ONE = Choice(("contacts-seoul",))


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".pdf", ".png", ".note"])
@pytest.mark.parametrize("lost", [False, True])
def test_what_is_torn_or_lost_is_set_again(
    catalogue: Catalogue, tmp_path: Path, ending: str, *, lost: bool
) -> None:
    """Half a file never reaches the site, and no run fails of it."""
    cache = tmp_path / "cache"
    print_all(catalogue, tmp_path / "first", cache, ONE)
    for path in cache.glob(f"*{ending}"):
        whole = path.read_bytes()
        path.unlink() if lost else path.write_bytes(whole[: len(whole) // 2])
    print_all(catalogue, tmp_path / "again", cache, ONE)
    first, again = (
        {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("first", "again")
    )
    assert first == again
    assert len(first) >= 4
