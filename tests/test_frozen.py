"""Values that never change: equal by what they hold, or themselves alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dure.frozen import frozen, unique


@frozen
class _Pair:
    first: str
    second: int = 2


@unique
class _Term:
    id: str


def test_values_are_equal_where_all_they_hold_is() -> None:
    """They may be keys, and a changed copy is another value."""
    assert _Pair("a") == _Pair("a", 2)
    assert {_Pair("a"): 1}[_Pair("a")] == 1
    assert replace(_Pair("a"), second=3) != _Pair("a")


def test_a_unique_value_equals_itself_alone() -> None:
    """It is a key by what it is, not by what it holds."""
    one, other = _Term("a"), _Term("a")

    assert one == one  # noqa: PLR0124 - the claim
    assert one != other
    assert len({one, other}) == 2


def test_a_value_has_no_room_for_more() -> None:
    """A misspelt field is refused."""
    with pytest.raises(AttributeError):
        _Pair("a").third = 1  # type: ignore[attr-defined]
