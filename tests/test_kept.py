"""Kept files are whole, of what they were made from, or not there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from dure.kept import keep, kept, once

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_kept_is_found_where_it_was_made_from_the_same(tmp_path: Path) -> None:
    """Anything else is as good as nothing."""
    keep(tmp_path / "below" / "file", b"programs", b"data")
    assert kept(tmp_path / "below" / "file", b"programs") == b"data"
    assert kept(tmp_path / "below" / "file", b"other programs") is None
    assert kept(tmp_path / "nothing", b"programs") is None


@pytest.mark.parametrize("at", range(0, 24, 5))
def test_a_torn_or_changed_file_counts_for_nothing(tmp_path: Path, at: int) -> None:
    """Wherever it is torn."""
    file = tmp_path / "file"
    keep(file, b"programs", b"data")
    whole = file.read_bytes()
    file.write_bytes(whole[:at])
    assert kept(file, b"programs") is None
    file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    assert kept(file, b"programs") is None


def test_what_is_kept_is_made_once(tmp_path: Path) -> None:
    """Without a place to keep it, it is made each time."""
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"data"

    assert [once(tmp_path / "file", b"x", make) for _ in range(2)] == [b"data"] * 2
    assert len(made) == 1
    assert once(None, b"x", make) == b"data"
    assert len(made) == 2


def test_on_a_full_disk_the_earlier_file_stays_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run goes on without keeping anything."""
    keep(tmp_path / "file", b"x", b"before")

    def full(_handle: int, _mode: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    keep(tmp_path / "file", b"x", b"after")

    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert kept(tmp_path / "file", b"x") == b"before"


def test_where_nothing_may_be_written_nothing_is_kept(tmp_path: Path) -> None:
    """A file stands where the folder should."""
    (tmp_path / "folder").write_text("a file", "utf-8")
    keep(tmp_path / "folder" / "file", b"x", b"data")
    assert kept(tmp_path / "folder" / "file", b"x") is None
