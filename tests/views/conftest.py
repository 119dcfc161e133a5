"""The real records, for what only they have enough of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dure.check import check_data

if TYPE_CHECKING:
    from pathlib import Path

    from dure.catalogue import Catalogue


@pytest.fixture(scope="session")
def real(root: Path) -> Catalogue:
    """The catalogue of `data/`, read once."""
    found = check_data(root / "data").catalogue
    assert found is not None
    return found
