"""A language's search that is taken from the earlier site."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from dure.search import kept, pagefind
from dure.search.kept import Earlier, take_or_write
from dure.search.packed import packed
from dure.search.words import SynonymGroup
from tests.search.corpus import few, words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dure.search.entries import SearchEntry
    from dure.search.pagefind import IndexReport
    from dure.search.words import SynonymData

KOREAN = [entry for entry in few() if entry.lang == "ko"]


def taken_or_written(
    earlier: Earlier,
    out: Path,
    entries: list[SearchEntry] = KOREAN,
    synonyms: SynonymData | None = None,
) -> IndexReport:
    """The files of the entries, in a folder."""
    with packed(entries, 2022) as records:
        return take_or_write("ko", records, out, synonyms or words(), earlier)


@pytest.fixture
def earlier(tmp_path: Path) -> Earlier:
    """A site that has been built, with its notes."""
    found = Earlier(tmp_path / "site", tmp_path / "notes")
    taken_or_written(found, found.search)
    return found


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and time of every file."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def built(
    earlier: Earlier,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    entries: list[SearchEntry] = KOREAN,
    synonyms: SynonymData | None = None,
) -> bool:
    """Builds again; whether the language's files were made anew."""
    made: list[str] = []
    write = pagefind.write_language

    def noted(lang: str, *rest: object) -> IndexReport:
        made.append(lang)
        return write(lang, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("dure.search.kept.write_language", noted)
    taken_or_written(earlier, out, entries, synonyms)
    return bool(made)


def test_what_has_not_changed_is_taken_with_its_time(
    earlier: Earlier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No engine runs, and every file is the earlier one."""
    assert not built(earlier, tmp_path / "new", monkeypatch)
    assert contents(tmp_path / "new") == contents(earlier.search)


def test_what_is_taken_is_reported_like_what_is_made(earlier: Earlier, tmp_path: Path) -> None:
    """The entrance is written from the report."""
    taken = taken_or_written(earlier, tmp_path / "new")
    afresh = Earlier(tmp_path / "none", tmp_path / "no-notes")
    assert taken == taken_or_written(afresh, tmp_path / "clean")
    assert taken.holds


@pytest.mark.parametrize("field", ["title", "subtitle", "body", "url", "id"])
def test_another_word_in_one_entry_makes_all_anew(
    earlier: Earlier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    """As a clean build makes it."""
    other: Any = {field: "새로운"}
    changed = [replace(KOREAN[0], **other), *KOREAN[1:]]
    assert built(earlier, tmp_path / "new", monkeypatch, changed)


def test_another_synonym_makes_all_anew(
    earlier: Earlier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planner's words are among the files."""
    more = replace(words(), groups=(*words().groups, SynonymGroup(("가상", "상상"))))
    assert built(earlier, tmp_path / "new", monkeypatch, synonyms=more)


def test_other_programs_make_all_anew(
    earlier: Earlier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Our code and the engine's version are part of what files are made of."""
    monkeypatch.setattr(kept, "_programs", lambda: b"others")
    assert built(earlier, tmp_path / "new", monkeypatch)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _turn(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _lose(path: Path) -> None:
    path.unlink()


def _replace_by_link(path: Path) -> None:
    aside = path.with_name("aside")
    path.rename(aside)
    path.symlink_to(aside)


@pytest.mark.parametrize("harm", [_cut, _turn, _lose, _replace_by_link])
@pytest.mark.parametrize("pattern", ["index/*", "fragment/*", "plan-ko.json", "*.pf_meta"])
def test_a_file_that_is_not_what_it_was_makes_all_anew(
    earlier: Earlier,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    harm: Callable[[Path], None],
    pattern: str,
) -> None:
    """A half-written or altered index is never passed on."""
    whole = contents(earlier.search)
    harm(next(earlier.search.glob(pattern)))
    assert built(earlier, tmp_path / "new", monkeypatch)
    made = contents(tmp_path / "new")
    assert {path: made[path][0] for path in made} == {path: whole[path][0] for path in whole}


@pytest.mark.parametrize("kept_of_it", [0, 1, 30, -1])
def test_a_torn_note_is_as_good_as_none(
    earlier: Earlier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept_of_it: int
) -> None:
    """And a whole one takes its place."""
    note = earlier.notes / "ko"
    note.write_bytes(note.read_bytes()[:kept_of_it])
    assert built(earlier, tmp_path / "new", monkeypatch)
    assert not built(Earlier(tmp_path / "new", earlier.notes), tmp_path / "newer", monkeypatch)


def test_on_another_disk_files_are_copied(
    earlier: Earlier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A preview writes to the system's folder for temporary files."""

    def refuse(*_: object) -> None:
        raise OSError("another device")

    monkeypatch.setattr("os.link", refuse)
    assert not built(earlier, tmp_path / "new", monkeypatch)
    assert contents(tmp_path / "new") == contents(earlier.search)
