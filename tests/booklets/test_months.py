"""Spans of months."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dure.booklets.works.months import runs


@pytest.mark.parametrize(
    ("months", "spans"),
    [
        ((), []),
        ((5,), [(5, 5)]),
        ((3, 4, 5, 9), [(3, 5), (9, 9)]),
        ((1, 12), [(1, 1), (12, 12)]),
        (tuple(range(1, 13)), [(1, 12)]),
    ],
)
def test_months_in_a_row_are_one_span(
    months: tuple[int, ...], spans: list[tuple[int, int]]
) -> None:
    """A gap begins a new one."""
    assert list(runs(months)) == spans


@given(st.sets(st.integers(1, 12)))
def test_spans_hold_the_same_months(months: set[int]) -> None:
    """None is lost and none is added."""
    assert {m for a, b in runs(sorted(months)) for m in range(a, b + 1)} == months
