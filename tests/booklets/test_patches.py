"""The patchwork of a cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dure.booklets.patches import Area, Piece, patchwork

if TYPE_CHECKING:
    from dure.booklets.patches import Patch

COVER = (Area(-3, -3, 154, 120), Area(118, 117, 33, 72), Area(-3, 189, 154, 24))


def pieces(count: int) -> list[Piece]:
    """Made-up records."""
    return [Piece(f"sample-{n}", "jjok") for n in range(count)]


@given(st.integers(3, 200))
def test_every_record_is_one_patch(count: int) -> None:
    """However many there are."""
    assert len(patchwork(pieces(count), COVER)) == count


@given(st.integers(30, 120))
def test_patches_fill_the_areas_without_overlap(count: int) -> None:
    """Their sizes add up to the areas', and no two share a point inside."""
    found = patchwork(pieces(count), COVER)
    assert sum(p.w * p.h for p in found) == pytest.approx(sum(a.w * a.h for a in COVER), rel=1e-3)
    assert not any(_overlap(a, b) for n, a in enumerate(found) for b in found[n + 1 :])


def _overlap(a: Patch, b: Patch) -> bool:
    slack = 0.01
    return (
        a.x + a.w > b.x + slack
        and b.x + b.w > a.x + slack
        and a.y + a.h > b.y + slack
        and b.y + b.h > a.y + slack
    )


def test_the_same_records_make_the_same_cover_in_any_order() -> None:
    """A cover is its data."""
    assert patchwork(pieces(20), COVER) == patchwork(pieces(20)[::-1], COVER)


def test_another_record_makes_another_cover() -> None:
    """Two years' covers differ."""
    assert patchwork(pieces(21), COVER)[:20] != patchwork(pieces(20), COVER)
