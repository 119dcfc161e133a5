"""What templates are given."""

from __future__ import annotations

import pytest
from msgspec import Struct

from dure.booklets.plain import plain
from dure.render import Phrase


class _View(Struct, frozen=True):
    name: Phrase
    many: tuple[int, ...]


def test_a_view_becomes_a_map() -> None:
    """Field by field."""
    assert plain(_View(Phrase("두레", "ko", "ko"), (1, 2))) == {"name": "두레", "many": [1, 2]}


def test_a_foreign_phrase_keeps_its_language() -> None:
    """So that a reader's voice says it right."""
    assert plain(Phrase("두레", "ko", "en")) == {"text": "두레", "lang": "ko"}


def test_what_no_template_should_see_is_refused() -> None:
    """A function, a set, an open file."""
    with pytest.raises(TypeError, match="set"):
        plain({1, 2})
