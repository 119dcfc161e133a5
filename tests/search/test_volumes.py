"""The index of the words, one volume after another."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pytest

from dure.search.engine import Chunk
from dure.search.files import IndexFailed
from dure.search.lines import LINE, lined
from dure.search.records import record
from dure.search.volumes import Volumes
from tests.search.corpus import many

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from dure.search.volumes import Volume

RECORDS = [record(one, 0) for one in many(20)]


class Engine:
    """Stands for the engine: notes what it is given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: list[str] = []
        self.files: list[IO[bytes]] = []
        monkeypatch.setattr("dure.search.volumes.index_words", self._read)

    def _read(self, text: IO[bytes]) -> list[Chunk]:
        with text:
            text.seek(0)
            self.texts.append(text.read().decode())
        self.files.append(text)
        return [Chunk(self.texts[-1].split()[0], b"")]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    """In place of the real one."""
    return Engine(monkeypatch)


def made_of(records: Iterable[Mapping[str, Any]], most: int) -> tuple[Volumes, list[Volume]]:
    """The volumes of some records."""
    with Volumes(most) as volumes:
        for one in records:
            volumes.add(one)
        volumes.end()
        return volumes, volumes.made()


@pytest.mark.parametrize("most", [1, 100, 1000, 10**6])
def test_volumes_hold_all_records_in_order(engine: Engine, most: int) -> None:
    """However many they are; none is longer than a record over its bounds."""
    known, volumes = made_of(RECORDS, most)
    texts, lines = zip(*map(lined, RECORDS), strict=True)

    assert " ".join(engine.texts).split() == " ".join(texts).split()
    assert list(zip(*known.lines, strict=True)) == list(lines)
    assert sum(volume.records for volume in volumes) == len(RECORDS)
    assert [volume.chunks[0].first for volume in volumes] == [t.split()[0] for t in engine.texts]
    longest = LINE * max(map(sum, lines))
    assert all(len(text.split()) < most + longest for text in engine.texts)
    assert len(volumes) == {1: 20, 100: 10, 1000: 2, 10**6: 1}[most]


def test_a_volume_is_read_while_records_still_pass(engine: Engine) -> None:
    """When a third one begins, the first has been read; only the last is still in our hands."""
    with Volumes(1) as volumes:
        for one in RECORDS[:3]:
            volumes.add(one)
        assert len(engine.texts) >= 2
    assert all(file.closed for file in engine.files)


def test_no_records_are_no_volume(engine: Engine) -> None:
    """The engine drops a text without words."""
    assert made_of([], 1)[1] == []
    assert engine.texts == []


@pytest.mark.parametrize("count", [1, 3])
def test_what_the_engine_complains_of_is_heard(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """It works in a thread, where an error could be lost; with the next volume or at the end."""

    def fail(text: IO[bytes]) -> list[Chunk]:
        text.close()
        raise IndexFailed("out of memory")

    monkeypatch.setattr("dure.search.volumes.index_words", fail)

    with pytest.raises(IndexFailed, match="out of memory"):
        made_of(RECORDS[:count], 1)
