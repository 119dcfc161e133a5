"""The client of the index program."""

from __future__ import annotations

import base64
import io
import sys

import pytest

from dure.search import engine
from dure.search.engine import Engine, IndexFailed, in_base64, index_words
from dure.search.letters import decompose


def test_an_error_is_raised_with_the_words_of_the_engine() -> None:
    """Whoever reads the failed build must learn what the engine said."""
    with Engine() as one, pytest.raises(IndexFailed, match="unknown variant `Nonsense`"):
        one.ask("Nonsense")


def test_a_program_that_dies_is_reported_with_its_last_words() -> None:
    """A crash leaves no answer; what it wrote to its error channel is all there is."""
    dying = (sys.executable, "-c", "import sys; sys.exit('out of memory')")

    with Engine(dying) as one, pytest.raises(IndexFailed, match="out of memory"):
        one.ask("NewIndex", config={})


@pytest.mark.parametrize("parts", [[], [b""], [b"abc"], [b"a", b"bcd", b"", b"efgh", b"ij"]])
def test_base64_of_parts_is_that_of_the_whole(parts: list[bytes]) -> None:
    """Three bytes are four letters; a part may end anywhere."""
    assert b"".join(in_base64(parts)) == base64.b64encode(b"".join(parts))


def test_a_text_in_parts_is_indexed_like_one_in_one_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    """A nation's words are never in memory at once; a letter may be torn in two."""
    text = decompose(" ".join(f"가나{number} 다라" for number in range(400))).encode()
    whole = index_words(io.BytesIO(text))
    monkeypatch.setattr(engine, "PART", 7)

    assert index_words(io.BytesIO(text)) == whole
    assert whole[0].first == decompose("가나0")


def test_a_text_is_read_from_its_beginning_and_closed() -> None:
    """Whoever wrote it left it at its end."""
    text = io.BytesIO()
    text.write(b"one two")

    assert [chunk.first for chunk in index_words(text)] == ["one"]
    assert text.closed
