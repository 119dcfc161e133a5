"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# The same examples every time and no stop-watch: a red test is red for everybody.
settings.register_profile("dure", deadline=None, derandomize=True, database=None)
settings.load_profile("dure")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root folder."""
    return Path(__file__).resolve().parent.parent
