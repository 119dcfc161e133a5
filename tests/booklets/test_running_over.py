"""Books whose heights were worked out too small: set again with pages filled less, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from dure.booklets.printing import Choice, print_all
from dure.booklets.unprintable import Unprintable
from dure.booklets.works import entryfit

if TYPE_CHECKING:
    from pathlib import Path

    from dure.catalogue import Catalogue

pytestmark = pytest.mark.slow
NAME = "goyang-enterprises"


def test_a_book_that_runs_over_is_set_again_with_its_pages_filled_less(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each entry a few millimetres taller than it was worked out."""
    monkeypatch.setattr(entryfit, "GAPS_MM", 9.0)
    [work] = print_all(catalogue, tmp_path, tmp_path / "cache", Choice((NAME,)))
    for file in work.files:
        with pypdfium2.PdfDocument(tmp_path / file.path) as document:
            assert len(document) == file.pages
    assert len(work.files) == 2


def test_a_book_that_still_runs_over_is_refused_with_the_records_that_do(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written."""
    monkeypatch.setattr(entryfit, "GAPS_MM", -15.0)
    with pytest.raises(Unprintable, match=rf"{NAME} \(ko\): too full: enterprise/"):
        print_all(catalogue, tmp_path, tmp_path / "cache", Choice((NAME,)))
    assert not (tmp_path / "booklets").exists()
