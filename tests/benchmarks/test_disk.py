"""Measuring on a disk: nothing is removed between runs, and each begins from nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.disk import put_aside, put_build_aside

if TYPE_CHECKING:
    from pathlib import Path


def test_what_stood_there_is_put_aside_each_time(tmp_path: Path) -> None:
    """Under another name: the next run finds nothing, and the disk has nothing to remove."""
    site = tmp_path / "site"
    for _ in range(3):
        site.mkdir()
        (site / "index.html").write_text("page", "utf-8")
        put_aside(site)
        assert not site.exists()
    assert len(list((tmp_path / ".aside").rglob("index.html"))) == 3
    put_aside(site)


def test_a_build_of_ours_begins_with_nothing_but_its_fonts(tmp_path: Path) -> None:
    """As where sites are measured in memory."""
    for name in ("site", "build/cache", "build/fonts"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "file").write_text("x", "utf-8")
    (tmp_path / "build" / "site.seal").write_text("x", "utf-8")
    for _ in range(2):
        put_build_aside(tmp_path)
        assert not (tmp_path / "site").exists()
        assert {path.name for path in (tmp_path / "build").iterdir()} == {"fonts", ".aside"}
