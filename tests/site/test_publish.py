"""Putting a site in place: whole or not at all, whenever the run ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dure.site import publish
from dure.site.publish import Desk, move_in, put_in_place, recover, staging

if TYPE_CHECKING:
    from collections.abc import Callable


def _write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def _read(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


OLD = {"index.html": "home", "a/index.html": "a", "b/index.html": "b", "b/c/index.html": "c"}
NEW = {"index.html": "home", "a/index.html": "other", "d/e/index.html": "e"}
GONE = ("b/c/index.html", "b/index.html")
AFTER = {"index.html": "home", "a/index.html": "other", "d/e/index.html": "e"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An earlier site, and new files beside it."""
    _write(staging(tmp_path / "site"), NEW)
    return _write(tmp_path / "site", OLD)


def test_a_new_site_takes_the_place_of_the_old_one(site: Path) -> None:
    """Files of the old site that the new one lacks are gone; nothing is left beside it."""
    put_in_place(staging(site), site)

    assert _read(site) == NEW
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_files_that_stay_the_same_keep_their_time(site: Path) -> None:
    """They are the old site's own, not copies."""
    before = (site / "index.html").stat()

    put_in_place(staging(site), site)

    assert (site / "index.html").stat() == before


def test_the_old_site_comes_back_when_the_new_one_cannot_be_placed(site: Path) -> None:
    """A new site that is not there leaves the old one standing."""
    with pytest.raises(OSError, match="site"):
        put_in_place(site.parent / "missing", site)

    assert _read(site) == OLD


def test_new_files_are_moved_in_and_others_go(site: Path) -> None:
    """What is the same is left alone; empty folders go too, and nothing is left beside the site."""
    moves = move_in(staging(site), site, GONE)

    assert sorted(moves) == ["a/index.html", "d/e/index.html"]
    assert _read(site) == AFTER
    assert not (site / "b").exists()
    assert [path.name for path in site.parent.iterdir()] == ["site"]


class _BrokenOff(Exception):
    """The run ends here."""


def _break_off(at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ends the run before its step number `at` on the disk."""
    steps = iter(range(100))

    def broken(step: Callable[..., object]) -> Callable[..., object]:
        def taken(*given: object, **named: object) -> object:
            if next(steps) == at:
                raise _BrokenOff
            return step(*given, **named)

        return taken

    for name in ("mkdir", "replace", "rmdir", "unlink"):
        monkeypatch.setattr(Path, name, broken(getattr(Path, name)))


@pytest.mark.parametrize(
    ("at", "then"),
    [(0, OLD), (1, OLD), (2, AFTER), (3, AFTER), (4, AFTER), (5, AFTER), (6, AFTER), (8, AFTER)],
)
def test_a_run_that_is_broken_off_is_undone_or_finished_by_the_next(
    site: Path, at: int, then: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of moves decides: its folder is made and it is put there, then files move."""
    with monkeypatch.context() as broken:
        _break_off(at, broken)
        with pytest.raises(_BrokenOff):
            move_in(staging(site), site, GONE)

    recover(site)

    assert _read(site) == then
    assert {path.name for path in site.rglob("*") if path.is_dir()} == (
        {"a", "b", "c"} if then is OLD else {"a", "d", "e"}
    )
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_torn_list_of_moves_moves_nothing(site: Path) -> None:
    """It is as good as none: the site is then not what its seal says, and made anew."""
    (staging(site) / ".moves").write_bytes(b"{")

    recover(site)

    assert _read(site) == OLD


def test_a_list_of_moves_that_cannot_be_written_leaves_the_site(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk is full, nothing has moved."""
    monkeypatch.setattr(publish, "keep", lambda *_: None)

    with pytest.raises(OSError, match="cannot be written"):
        move_in(staging(site), site, GONE)

    assert _read(site) == OLD


def test_two_sites_that_were_changing_places_end_as_the_old_one(site: Path) -> None:
    """A run that was broken off when neither stood in its place."""
    site.rename(site.with_name(".site.old"))

    recover(site)

    assert _read(site) == OLD


def test_a_preview_is_cleared_of_all_but_its_frame(site: Path) -> None:
    """What is made of records is made anew."""
    publish.clear(site, {"index.html": "frame", "b/index.html": "frame"})

    assert _read(site) == {"index.html": "home", "b/index.html": "b"}


def test_what_is_left_of_an_old_site_goes(site: Path) -> None:
    """A run that was broken off when the new one stood already."""
    _write(site.with_name(".site.old"), {"x": "x"})

    recover(site)

    assert _read(site) == OLD
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("whole", [True, False])
def test_a_desk_writes_what_the_earlier_site_has_not(site: Path, whole: bool) -> None:  # noqa: FBT001
    """A whole new site takes the rest over; where only changes are wanted it is left out."""
    desk = Desk(str(site.parent / "new"), str(site), whole)

    for name, text in {"index.html": "home", "b/c/index.html": "new", "x/y.html": "y"}.items():
        desk.write(name, text.encode())

    new = {"b/c/index.html": "new", "x/y.html": "y"}
    assert _read(site.parent / "new") == ({"index.html": "home"} | new if whole else new)
    if whole:
        assert (site.parent / "new" / "index.html").samefile(site / "index.html")


def test_a_desk_writes_a_file_where_a_link_stood(site: Path) -> None:
    """A site is made of files: what a link leads to may change."""
    (site / "index.html").rename(site.parent / "elsewhere")
    (site / "index.html").symlink_to(site.parent / "elsewhere")

    Desk(str(site.parent / "new"), str(site)).write("index.html", b"home")

    assert not (site.parent / "new" / "index.html").is_symlink()
