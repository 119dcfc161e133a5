"""Warnings: counted, and refused only where they are to be."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from dure.site.strict import Refused, Warnings, log

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def warnings() -> Iterator[Warnings]:
    """A counter that hears what the build says."""
    counter = Warnings("en")
    log.addHandler(counter)
    yield counter
    log.removeHandler(counter)


def test_problems_are_warned_of(warnings: Warnings) -> None:
    """Each counts; what is no warning does not."""
    log.log(logging.INFO, "no warning")
    warnings.tell(["one", "two"])
    assert warnings.count == 2


def test_a_strict_build_is_refused_for_any_warning(warnings: Warnings) -> None:
    """Also for one that came before."""
    warnings.strictly([])
    log.warning("earlier")
    with pytest.raises(Refused, match="1 warnings in strict mode: the old site stays"):
        warnings.strictly([])
