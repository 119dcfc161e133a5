"""Facets and orders."""

from __future__ import annotations

from itertools import accumulate

import pytest

from dure.search.facets import Choices, steps


def test_a_facet_names_the_records_of_each_value_in_order() -> None:
    """As steps; a record without the facet is in none."""
    choices = Choices()
    for facets in ({"region": ["b", "a"]}, {}, {"region": ["b"], "kind": ["k"]}):
        choices.add({"facets": facets, "sort": {}})

    found = choices.facets()
    assert found == {"kind": {"k": [2]}, "region": {"a": [0], "b": [0, 2]}}
    assert list(found) == choices.names() == ["kind", "region"]
    assert list(found["region"]) == ["a", "b"]


def test_records_that_are_alike_keep_their_order() -> None:
    """It is that of their weight."""
    choices = Choices()
    for name in ("나", "가", "나", "가"):
        choices.add({"facets": {}, "sort": {"year": "0", "name": name}})

    assert choices.orders() == {"name": [1, 3, 0, 2], "year": [0, 1, 2, 3]}


@pytest.mark.parametrize("numbers", [[], [0], [7], [0, 1, 5], [3, 300, 70_000]])
def test_steps_lead_to_their_numbers(numbers: list[int]) -> None:
    """The first from nought."""
    assert list(accumulate(steps(numbers))) == numbers
