"""The whole search of a site."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from dure.search.build import Earlier, Search, build_search
from dure.site.shell import Guide
from tests import sample

if TYPE_CHECKING:
    from pathlib import Path

GUIDES = (Guide("ko", "about/", "가상 안내"), Guide("en", "about/", "Imaginary guide"),
          Guide("ko", "hidden/", "숨은 쪽", in_menu=False))  # fmt: skip
TEXTS = {("ko", "about/"): "가상의 글", ("en", "about/"): "Imaginary words"}


def search(out: Path, earlier: Earlier | None = None) -> Search:
    """Of the sample catalogue."""
    return Search(sample.catalogue(), GUIDES, TEXTS, out, earlier)


def files(out: Path) -> dict[str, bytes]:
    """All that was written."""
    found = (out / "pagefind").rglob("*")
    return {str(p.relative_to(out)): p.read_bytes() for p in found if p.is_file()}


def test_jobs_done_one_by_one_make_what_the_whole_does(tmp_path: Path) -> None:
    """So they can be done beside other work."""
    build_search(search(tmp_path / "whole"))
    parts = search(tmp_path / "parts")
    parts.finish([job() for job in parts.jobs()])
    assert files(tmp_path / "parts") == files(tmp_path / "whole")


@pytest.mark.parametrize("cores", [1, 2])
def test_a_job_is_done_in_a_copy_of_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    """With the copy its memory is given back; a machine of one core makes none."""
    monkeypatch.setattr("dure.workers.cores", lambda: cores)
    monkeypatch.setattr(Search, "language", lambda _, lang: f"{lang} {os.getpid()}")
    done = [str(job()).split() for job in search(tmp_path).jobs()]
    languages, processes = zip(*done, strict=True)

    assert languages == ("ko", "en")
    assert all((process == str(os.getpid())) == (cores == 1) for process in processes)


def test_the_search_begins_where_both_languages_do(tmp_path: Path) -> None:
    """With as many entries as were indexed, guides of the menu among them."""
    report = build_search(search(tmp_path))
    begin = json.loads((tmp_path / "pagefind" / "pagefind-entry.json").read_bytes())
    counts = {lang: found["page_count"] for lang, found in begin["languages"].items()}
    assert counts.keys() == {"ko", "en"}
    assert sum(counts.values()) == report.entries
    assert counts["ko"] == counts["en"]


def test_one_language_is_taken_while_the_other_changes(tmp_path: Path) -> None:
    """And the site is the one a clean build makes."""
    notes = tmp_path / "notes"
    build_search(search(tmp_path / "old", Earlier(tmp_path / "none", notes)))
    texts = {**TEXTS, ("ko", "about/"): "다른 글"}
    changed = Search(sample.catalogue(), GUIDES, texts, tmp_path / "new",
                     Earlier(tmp_path / "old" / "pagefind", notes))  # fmt: skip
    build_search(changed)
    clean = Search(sample.catalogue(), GUIDES, texts, tmp_path / "clean")
    build_search(clean)
    assert files(tmp_path / "new") == files(tmp_path / "clean")
    same = "pagefind/offline-en.js"
    assert (tmp_path / "new" / same).samefile(tmp_path / "old" / same)
    assert not (tmp_path / "old" / "pagefind/offline-ko.js").samefile(
        tmp_path / "new" / "pagefind/offline-ko.js")  # fmt: skip
