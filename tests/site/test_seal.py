"""The seal: what a site was made from and how it was left, and nothing else passes for it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from dure.site.seal import Seal, moved, put, read, standing
from dure.site.sources import Marks, Sources, data_digests, sources_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RECORD = "enterprises/gaon/one.yml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A sealed site of two files."""
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "index.html").write_text("home", "utf-8")
    (site / "a" / "index.html").write_text("a", "utf-8")
    put(tmp_path / "seal", site, Seal(Sources("frame", {RECORD: "1"}), standing(site), b"known"))
    return site


def test_a_seal_tells_what_was_put(site: Path) -> None:
    """Sources, the site's files, and what was known."""
    found = read(site.parent / "seal", site)

    assert found == Seal(Sources("frame", {RECORD: "1"}), standing(site), b"known")
    assert set(standing(site)) == {"index.html", "a/index.html"}


def _touch(site: Path) -> None:
    os.utime(site / "index.html", ns=(1, 1))


EDITS: dict[str, Callable[[Path], object]] = {
    "another time": _touch,
    "another size": lambda site: (site / "index.html").write_text("longer", "utf-8"),
    "a file less": lambda site: (site / "a" / "index.html").unlink(),
    "a file more": lambda site: (site / "a" / "more.html").write_text("", "utf-8"),
    "another name": lambda site: (site / "a").rename(site / "b"),
    "moved": lambda site: site.rename(site.with_name("elsewhere")),
    "torn": lambda site: (site.parent / "seal").write_bytes(
        (site.parent / "seal").read_bytes()[:-1]
    ),
    "foreign": lambda site: (site.parent / "seal").write_bytes(b"x" * 100),
    "gone": lambda site: (site.parent / "seal").unlink(),
}


@pytest.mark.parametrize("name", sorted(EDITS))
def test_no_other_site_fits_a_seal(site: Path, name: str) -> None:
    """Whatever was touched by hand, and whatever became of the seal."""
    EDITS[name](site)

    assert read(site.parent / "seal", site) is None
    assert read(site.parent / "seal", site.with_name("elsewhere")) is None


def test_what_was_moved_in_is_as_if_looked_at_anew(site: Path) -> None:
    """The site is gone through once, not twice."""
    before = standing(site)
    (site / "index.html").write_text("new home", "utf-8")
    (site / "a" / "index.html").unlink()
    (site / "b.html").write_text("b", "utf-8")

    now = moved(before, site, ("index.html", "b.html"), ("a/index.html",))

    assert now == standing(site)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Data and a frame around it."""
    for name in (RECORD, "enterprises/gaon/two.yml", "centres/x.yml", "site.yml"):
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "data" / name).write_text(name, "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text("about", "utf-8")
    return tmp_path


def _sources(project: Path, *settings: str) -> Sources:
    return sources_of(project / "data", [project / "docs"], settings)


CHANGES: dict[str, tuple[str, str, str]] = {
    "a record": (f"data/{RECORD}", "frame", "shared"),
    "an office": ("data/centres/x.yml", "frame", "own"),
    "the site's settings": ("data/site.yml", "files", "shared"),
    "a page": ("docs/about.md", "files", "shared"),
}


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_a_change_shows_where_it_belongs(project: Path, name: str) -> None:
    """An enterprise's marks change with it alone; the frame with everything all pages share."""
    path, same, marks_same = CHANGES[name]
    before = _sources(project)
    (project / path).write_text("changed", "utf-8")

    after = _sources(project)

    assert after != before
    assert getattr(after, same) == getattr(before, same)
    assert getattr(after.marks, marks_same) == getattr(before.marks, marks_same)


def test_settings_and_names_of_files_are_sources_too(project: Path) -> None:
    """The same words under another name make another page."""
    before = _sources(project)
    assert _sources(project, "strict") != before
    (project / "data" / RECORD).rename(project / "data" / "enterprises" / "gaon" / "new.yml")

    assert _sources(project).marks.own.keys() == {"new", "two"}


def test_files_of_editors_are_no_sources(project: Path) -> None:
    """Neither are Python's own."""
    before = _sources(project)
    (project / "data" / ".one.yml.swp").write_text("x", "utf-8")
    (project / "docs" / "__pycache__").mkdir()
    (project / "docs" / "__pycache__" / "x").write_text("x", "utf-8")

    assert _sources(project) == before


def test_a_file_that_was_read_counts_as_it_was_read(project: Path) -> None:
    """A site made of what it said before is not one made of what it says now."""
    before = _sources(project).files
    read = {RECORD: before[RECORD]}
    assert data_digests(project / "data", read) == before
    (project / "data" / RECORD).write_text("changed meanwhile", "utf-8")

    assert data_digests(project / "data", read) == before != _sources(project).files


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_among_the_records_is_not_waited_for(project: Path) -> None:
    """It says nothing; that it is no record is told when the data is checked."""
    os.mkfifo(project / "data" / "enterprises" / "pipe.yml")

    assert "enterprises/pipe.yml" in _sources(project).files


def test_keys_stand_for_what_pages_show() -> None:
    """Other enterprises, another shape, other records: another key; nothing known: none."""
    marks = Marks("shared", {"a": "1", "b": "2"})
    keys = [
        marks.key(("a",)),
        marks.key(("b",)),
        marks.key(("a", "b")),
        marks.key(("b", "a")),
        marks.key(("a",), "shape"),
        Marks("other", marks.own).key(("a",)),
        Marks("shared", {"a": "3"}).key(("a",)),
    ]

    assert len(set(keys)) == len(keys)
    assert Marks().key(("a",)) == ""
