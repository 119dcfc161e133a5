"""Characters are counted once for each folder of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.load import load_data
from dure.site import written
from dure.site.characters import counted, counted_records, counting_ahead, together
from dure.site.written import Written
from tests import sample

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from dure.site.characters import Uses

BADA = "enterprises/gaon-bada/sample-bada.yml"


def _uses(data: Path) -> Uses:
    return together(counted_records(load_data(data).entries, data, data.parent / "cache"))


def _cold(data: Path) -> Uses:
    paths = [data.parent / entry.path for entry in load_data(data).entries]
    return counted(written.written(tuple(paths)))


def test_uses_are_counted_by_texts_and_by_names() -> None:
    """A character twice in one text is one use."""
    texts = [Written(frozenset("가나"), (frozenset("가"),) * 2), Written(frozenset("가"), ())]
    uses = counted(texts)
    assert (uses.texts, uses.all, uses.bold) == (2, {"가": 2, "나": 1}, {"가": 2})
    assert together([uses.plain, uses.plain]).all == {"가": 4, "나": 2}


def test_kept_counts_are_those_of_the_files(tmp_path: Path) -> None:
    """From a cold and a warm start, and after a file was changed, added or taken away."""
    data = sample.copied(tmp_path)
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
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change of one enterprise reads its city's files again, and no other."""
    data = sample.copied(tmp_path)
    _uses(data)
    read: list[str] = []
    real = written.written

    def noted(roots: tuple[Path, ...]) -> tuple[Written, ...]:
        read.extend(path.name for path in roots)
        return real(roots)

    monkeypatch.setattr(written, "written", noted)
    _uses(data)
    assert read == []
    (data / BADA).write_text((data / BADA).read_text("utf-8") + "# 끝\n", "utf-8")
    _uses(data)
    assert read == ["sample-bada.yml"]


def test_a_torn_file_is_counted_anew(tmp_path: Path) -> None:
    """As everything that is kept."""
    data = sample.copied(tmp_path)
    _uses(data)
    file = tmp_path / "cache" / "characters"
    file.write_bytes(file.read_bytes()[:-3])
    assert _uses(data) == _cold(data)


def test_what_was_counted_ahead_is_not_counted_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Line ends of Windows and all; only a file that changed meanwhile is read with its folder."""
    data, cache = sample.copied(tmp_path), tmp_path / "cache"
    path = data / BADA
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    ahead = counting_ahead(data, cache)()
    entries = load_data(data).entries
    monkeypatch.setattr(written, "written", _nothing_is_read)

    found = together(counted_records(entries, data, cache, lambda: ahead))

    monkeypatch.undo()
    assert found == _cold(data)
    path.write_text(path.read_text("utf-8").replace("가상", "뷁뷁"), "utf-8")
    entries = load_data(data).entries
    (cache / "characters").unlink()
    assert together(counted_records(entries, data, cache, lambda: ahead)) == _cold(data)


def _nothing_is_read(roots: tuple[Path, ...]) -> tuple[Written, ...]:
    raise AssertionError(f"read again: {roots}")


def test_nothing_is_counted_ahead_where_counts_are_kept(tmp_path: Path) -> None:
    """Few folders have changed then, and the copy would count all."""
    data = sample.copied(tmp_path)
    _uses(data)
    assert counting_ahead(data, tmp_path / "cache")() == {}
