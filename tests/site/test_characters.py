"""Characters are counted once for each folder of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dure.load import load_data
from dure.site import characters, written
from dure.site.characters import Folders, counted, counted_files, counting_ahead, together, uses
from tests import sample

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from dure.site.characters import Lots, Uses

BADA = "enterprises/gaon-bada/sample-bada.yml"


def _folders(data: Path) -> Folders:
    return Folders(data, data.parent / "docs", data.parent / "cache")


def _uses(data: Path, frame: str = "frame", ahead: Callable[[], Lots] = dict) -> Uses:
    return uses(load_data(data).entries, _folders(data), frame, ahead)


def _cold(data: Path) -> Uses:
    paths = [data.parent / entry.path for entry in load_data(data).entries]
    others = counted_files(written.files(_folders(data).others))
    return together((counted_files(paths).plain, others.plain))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The sample, with a hand-written page beside it."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("# 쪽\n", "utf-8")
    return sample.copied(tmp_path)


def test_uses_are_counted_by_texts_and_by_names() -> None:
    """A character twice in one text is one use; what stands in bold counts in each name."""
    found = counted(["# 가가\n나\n# 가\n", "가"], ["다"])
    assert (found.texts, found.all["가"], found.all["나"]) == (2, 2, 1)
    assert (found.bold["가"], found.bold["나"], found.bold["다"]) == (2, 0, 1)
    assert together([found.plain, found.plain]).all["가"] == 4


def test_kept_counts_are_those_of_the_files(data: Path) -> None:
    """From a cold and a warm start, and after a file was changed, added or taken away."""
    assert _uses(data) == _uses(data) == _cold(data)
    path = data / BADA
    path.write_text(path.read_text("utf-8").replace("가상", "뷁뷁"), "utf-8")
    assert _uses(data) == _cold(data)
    assert "뷁" in _uses(data).all
    path.rename(path.with_name("renamed.yml"))
    assert _uses(data) == _cold(data)
    path.with_name("renamed.yml").unlink()
    assert _uses(data) == _cold(data)
    assert "뷁" not in _uses(data).all


def test_only_folders_with_a_change_are_counted(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change of one enterprise reads its city's files again, and no other."""
    _uses(data)
    read: list[str] = []
    real = characters.counted_files

    def noted(paths: Iterable[Path]) -> Uses:
        found = tuple(paths)
        read.extend(path.name for path in found)
        return real(found)

    monkeypatch.setattr(characters, "counted_files", noted)
    _uses(data)
    assert read == []
    (data / BADA).write_text((data / BADA).read_text("utf-8") + "# 끝\n", "utf-8")
    _uses(data)
    assert read == ["sample-bada.yml"]


def test_the_other_texts_are_counted_again_with_another_frame(data: Path) -> None:
    """The digest of the frame stands for them."""
    _uses(data)
    (data.parent / "docs" / "a.md").write_text("# 뷁\n", "utf-8")
    assert "뷁" not in _uses(data).all
    assert _uses(data, "another frame") == _cold(data)


def test_a_torn_file_is_counted_anew(data: Path) -> None:
    """As everything that is kept."""
    _uses(data)
    file = _folders(data).cache / "characters"
    file.write_bytes(file.read_bytes()[:-3])
    assert _uses(data) == _cold(data)


def test_what_was_counted_ahead_is_not_counted_again(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Line ends of Windows and all; only a file that changed meanwhile is read with its folder."""
    path, cache = data / BADA, _folders(data).cache
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    ahead = counting_ahead(data, cache)()
    real = characters.counted_files
    monkeypatch.setattr(characters, "counted_files", _no_records(real))

    found = _uses(data, ahead=lambda: ahead)

    monkeypatch.undo()
    assert found == _cold(data)
    path.write_text(path.read_text("utf-8").replace("가상", "뷁뷁"), "utf-8")
    (cache / "characters").unlink()
    assert _uses(data, ahead=lambda: ahead) == _cold(data)


def _no_records(real: Callable[[Iterable[Path]], Uses]) -> Callable[[Iterable[Path]], Uses]:
    def counted(paths: Iterable[Path]) -> Uses:
        found = tuple(paths)
        assert not any("enterprises" in path.parts for path in found)
        return real(found)

    return counted


def test_nothing_is_counted_ahead_where_counts_are_kept(data: Path) -> None:
    """Few folders have changed then, and the copy would count all."""
    _uses(data)
    assert counting_ahead(data, _folders(data).cache)() == {}
