"""Full-width typing means the same as plain typing."""

from __future__ import annotations

import pytest

from dure.korean.widths import halfwidth


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("０３１－８００８", "031-8008"),
        ("（주）　Ａ～", "(주) A~"),
        ("￦５", "₩5"),
        ("①㈜½", "①㈜½"),
        ("두레", "두레"),
    ],
)
def test_full_width_forms_become_plain(text: str, plain: str) -> None:
    """Only widths change: circled digits and the ㈜ sign keep their meaning."""
    assert plain == halfwidth(text)
