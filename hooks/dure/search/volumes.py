"""The index of the words of one language, which the engine makes one volume after another.

A nation is too much at once for its memory and for ours: the words of a volume wait in a file, and
the engine reads them beside us while we go on with the next.
"""

from __future__ import annotations

from array import array
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

from dure.search.engine import index_words
from dure.search.lines import FIELDS, LINE, lined

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from concurrent.futures import Future

    from dure.search.engine import Chunk

MOST_WORDS = 1_500_000
"""Words of one volume: the engine needs up to 250 bytes of memory for each (measured)."""


@dataclass(frozen=True)
class Volume:
    """The index of so many records, which follow each other."""

    records: int
    chunks: Sequence[Chunk]


class Volumes:
    """Grows by one record after another; use it as a context."""

    def __init__(self, most: int) -> None:
        self.lines: tuple[array[int], ...] = tuple(array("H") for _ in FIELDS)
        """How many lines each field has, record by record."""
        self._most = most
        self._engine = ThreadPoolExecutor(1)
        self._given: list[tuple[int, Future[list[Chunk]]]] = []
        self._begin()

    def __enter__(self) -> Volumes:
        return self

    def __exit__(self, *error: object) -> None:
        """Waits for the engine."""
        self._engine.shutdown()
        self._text.close()

    def add(self, record: Mapping[str, Any]) -> None:
        """The words of the next record."""
        text, lines = lined(record)
        self._text.write(f" {text}".encode())
        for field, own in zip(self.lines, lines, strict=True):
            field.append(own)
        self._records += 1
        self._words += LINE * sum(lines)
        if self._words >= self._most:
            self._give()

    def end(self) -> None:
        """No record is to come."""
        if self._words:
            self._give()

    def made(self) -> list[Volume]:
        """All volumes; waits for the engine; raises IndexFailed."""
        return [Volume(records, chunks.result()) for records, chunks in self._given]

    def _begin(self) -> None:
        self._text, self._records, self._words = TemporaryFile(), 0, 0  # noqa: SIM115 - see _give

    def _give(self) -> None:
        """Has the volume read and its file closed, when the one before is done; begins the next."""
        if self._given:
            self._given[-1][1].result()
        self._given.append((self._records, self._engine.submit(index_words, self._text)))
        self._begin()
