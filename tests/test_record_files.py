"""Files read on several cores: what they say is the same as in one process, wrong or right."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from dure import record_files, workers
from dure.load import Entry, load_data
from dure.memory import Memory
from dure.record_files import said
from dure.workers import WorkerFailed
from tests import sample
from tests.golden_files import BROKEN

if TYPE_CHECKING:
    from pathlib import Path

    from dure.load import LoadedData

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system copies no process")

OWN = os.getpid()


def _told(loaded: LoadedData) -> object:
    return [vars(entry) for entry in loaded.entries], loaded.site, loaded.problems


def _on_several_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 3)
    monkeypatch.setattr(record_files, "_LOT", 2)


@pytest.mark.parametrize("keeping", [False, True])
def test_several_cores_read_the_same(keeping: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001
    """Records, what is kept of them, and their order."""
    alone, shared = Memory(), Memory()
    one = load_data(sample.DATA, alone if keeping else None)
    _on_several_cores(monkeypatch)
    assert _told(load_data(sample.DATA, shared if keeping else None)) == _told(one)
    assert list(shared.entries) == list(alone.entries)


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_several_cores_find_the_same_problems(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file that is not plain and sound is looked at here, as if nothing had been read."""
    data = sample.copied(tmp_path)
    BROKEN[name](data)
    one = load_data(data)
    _on_several_cores(monkeypatch)
    assert _told(load_data(data)) == _told(one)


def test_a_few_files_are_read_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of it would begin too late."""
    monkeypatch.setattr(workers, "cores", lambda: 3)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a copy was made"))
    assert load_data(sample.DATA).entries


def test_only_files_that_are_not_remembered_are_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """With one record edited there is nothing to share."""
    memory = Memory()
    load_data(sample.DATA, memory)
    del memory.entries["enterprises/gaon-haneul/sample-dure.yml"]
    _on_several_cores(monkeypatch)
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("a copy was made"))
    assert isinstance(load_data(sample.DATA, memory).entries[0], Entry)
    assert "enterprises/gaon-haneul/sample-dure.yml" in memory.entries


def test_a_copy_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a catalogue is none."""
    digest = record_files._digest

    def failing(raw: bytes) -> bytes:
        if os.getpid() != OWN:
            raise MemoryError("no room")
        sum(range(100_000))  # nobody takes all files before the others have begun
        return digest(raw)

    _on_several_cores(monkeypatch)
    monkeypatch.setattr(record_files, "_digest", failing)
    with pytest.raises(WorkerFailed, match="no room"):
        load_data(sample.DATA)


def test_a_file_that_vanishes_meanwhile_is_a_problem(tmp_path: Path) -> None:
    """An editor may put it away between the listing and the reading."""
    data = sample.copied(tmp_path)
    path = data / "enterprises/gaon-haneul/sample-dure.yml"
    assert [*said([str(path)])] != [None]
    shutil.rmtree(path.parent)
    assert [*said([str(path)])] == [None]
