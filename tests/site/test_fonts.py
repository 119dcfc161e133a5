"""The font slices: every character in one of them, the rest asked last."""

from __future__ import annotations

import re
import threading
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from dure import webfonts
from dure.site.characters import counted
from dure.site.fonts import drawn, publish_fonts, slices
from dure.webfonts import ALWAYS, MissingGlyph

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [frozenset("가나다"), frozenset("가나"), frozenset("가"), frozenset("라")]


def test_what_most_texts_use_comes_first() -> None:
    """By use, then by code point; each character is in one slice only."""
    first, second, rest = slices(drawn(Counter(chain.from_iterable(TEXTS))), (1, 1))

    assert first == ALWAYS | {"가"}
    assert second == {"나"}
    assert rest == {"다", "라"}


def test_few_characters_make_one_slice() -> None:
    """Empty slices are no files."""
    assert slices(drawn({"가": 1}), (450, 300)) == (ALWAYS | {"가"},)


def test_every_character_is_in_a_slice_of_each_weight(tmp_path: Path) -> None:
    """Rules name files that are there, and the slice of everything else stands first."""
    texts = ["".join(map(chr, range(0xAC00, 0xAC00 + 900)))]

    fonts = publish_fonts(counted(texts), tmp_path / "fonts", tmp_path / "cache", "../fonts")

    rules = fonts.css.splitlines()
    files = {re.search(r"dure-sans-\d+\.\w+\.woff2", rule)[0] for rule in rules}  # type: ignore[index]
    assert files == {path.name for path in (tmp_path / "fonts").iterdir()}
    for weight in ("400", "700"):
        own = [rule for rule in rules if f"font-weight:{weight};" in rule]
        assert ["unicode-range" in rule for rule in own] == [False] + [True] * (len(own) - 1)
        assert len(own) == 3
        assert fonts.first[int(weight)] in own[-1]


def test_the_bold_weight_begins_with_names(tmp_path: Path) -> None:
    """What a single name uses comes before what many texts use, but no name."""
    name = chr(0xAC00 + 899)
    chars = "".join(map(chr, range(0xAC00, 0xAC00 + 899)))
    texts = [f"# {name}", *[chars] * 3]

    fonts = publish_fonts(counted(texts), tmp_path / "fonts", tmp_path / "cache", "../fonts")

    for weight, first in ((400, False), (700, True)):
        rule = next(one for one in fonts.css.splitlines() if fonts.first[weight] in one)
        assert (f"U+{ord(name):x}" in rule) is first


def test_fonts_are_cut_outside_of_threads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tool that cuts does not promise the same bytes to threads that cut side by side."""

    def alone(_: bytes, weight: int, chars: frozenset[str]) -> bytes:
        assert threading.current_thread() is threading.main_thread()
        return f"{weight} {len(chars)}".encode()

    monkeypatch.setattr(webfonts, "_cut", alone)
    texts = ["".join(map(chr, range(0xAC00, 0xAC00 + 900)))]

    publish_fonts(counted(texts), tmp_path / "fonts", tmp_path / "cache", "")

    assert len(list((tmp_path / "fonts").iterdir())) == 6


def test_a_missing_glyph_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    """All of them are named at once."""
    with pytest.raises(MissingGlyph, match="U\\+260E ☎, U\\+2714 ✔"):
        publish_fonts(counted("☎✔"), tmp_path / "f", tmp_path / "c", "")

    assert list(tmp_path.iterdir()) == []
