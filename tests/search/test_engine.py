"""The client of the index program."""

from __future__ import annotations

import sys

import pytest

from dure.search.engine import Engine, IndexFailed


def test_an_error_is_raised_with_the_words_of_the_engine() -> None:
    """Whoever reads the failed build must learn what the engine said."""
    with Engine() as engine, pytest.raises(IndexFailed, match="unknown variant `Nonsense`"):
        engine.ask("Nonsense")


def test_a_program_that_dies_is_reported_with_its_last_words() -> None:
    """A crash leaves no answer; what it wrote to its error channel is all there is."""
    dying = (sys.executable, "-c", "import sys; sys.exit('out of memory')")

    with Engine(dying) as engine, pytest.raises(IndexFailed, match="out of memory"):
        engine.ask("NewIndex", config={})
