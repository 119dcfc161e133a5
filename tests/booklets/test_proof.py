"""Proofs against the last edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from dure.booklets.jobs import Choice
from dure.booklets.proof import keep_pages, proofs
from dure.catalogue import Catalogue
from dure.load import Entry

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow
NAME = "contacts-seoul"
CHOICE = Choice((NAME,))


def renamed(catalogue: Catalogue, centre: str) -> Catalogue:
    """The same data with another name for one office."""
    old = catalogue.centres[centre]
    new = structs.replace(old, name=structs.replace(old.name, ko="가상 센터"))
    entries = (
        Entry(e.kind, e.id, e.path, e.folder, new if e.record is old else e.record)
        for e in catalogue.entries
    )
    return Catalogue(tuple(entries), catalogue.site)


def test_only_pages_that_changed_are_shown(catalogue: Catalogue, tmp_path: Path) -> None:
    """One office's Korean name changes: the Korean sheet differs, the English one does not."""
    keep_pages(catalogue, tmp_path / "kept", CHOICE)
    found = proofs(
        renamed(catalogue, "gangbuk-se-centre"), tmp_path / "kept", tmp_path / "proof", CHOICE
    )
    assert {p.name: p.changed for p in found} == {f"{NAME}-ko": (1,), f"{NAME}-en": ()}
    assert [p.name for p in (tmp_path / "proof").rglob("*.png")] == ["page-0001.png"]


def test_the_first_edition_has_nothing_to_be_compared_with(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    """No page is called changed."""
    found = proofs(catalogue, tmp_path / "kept", tmp_path / "proof", CHOICE)
    assert all(p.first and not p.changed for p in found)
