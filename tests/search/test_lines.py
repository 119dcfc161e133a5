"""The text the engine reads."""

from __future__ import annotations

from typing import Any

import pytest

from dure.search.lines import FIELDS, LINE, volumes
from dure.search.records import record
from tests.search.corpus import entry, many


def shown(**more: Any) -> dict[str, Any]:
    """A record as it is shown."""
    return record(entry("enterprise", "x", "가나", **more), 0)


def test_every_field_begins_a_line() -> None:
    """Or a word's line would not tell its field."""
    body = " ".join(f"가{i}" for i in range(LINE + 1))
    (volume,) = volumes([shown(facts=("다라",), body=body), shown()])

    words = volume.text.split()
    assert volume.lines == ((1, 1, 2, 0, 1), (1, 0, 0, 0, 1))
    assert len(words) == LINE * sum(map(sum, volume.lines))
    assert words[2 * LINE - 1] == "-"
    assert words[4 * LINE - 1] == "-"
    assert words[4 * LINE] != "-"
    assert len(volume.lines[0]) == len(FIELDS)


@pytest.mark.parametrize("most", [1, 100, 1000, 10**6])
def test_volumes_hold_all_records_in_order(most: int) -> None:
    """However many they are; no volume is longer than a record over its bounds."""
    records = [record(one, 0) for one in many(20)]
    (whole,) = volumes(records, 10**9)

    parts = list(volumes(records, most))

    assert " ".join(part.text for part in parts) == whole.text
    assert sum((part.lines for part in parts), ()) == whole.lines
    assert all(part.text.count(" ") < most + 400 for part in parts)


def test_no_records_are_no_volume() -> None:
    """The engine drops a text without words."""
    assert list(volumes([])) == []
