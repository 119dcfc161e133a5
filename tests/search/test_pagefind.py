"""The index on disk."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import cbor2
import pytest

from dure.search import pagefind
from dure.search.canonical import read_tables, unpack
from dure.search.pagefind import IndexFailed, build_index
from tests.search.corpus import entry, few, many, words

if TYPE_CHECKING:
    from pathlib import Path


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below the folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def tables(folder: Path, lang: str = "ko") -> list[object]:
    """A language's tables as the engine reads them."""
    entrance = json.loads((folder / "pagefind-entry.json").read_bytes())
    meta = folder / f"pagefind.{entrance['languages'][lang]['hash']}.pf_meta"
    found: list[object] = cbor2.loads(unpack(meta.read_bytes()))
    return found


def test_two_builds_write_the_same_bytes_whatever_the_order_of_the_entries(tmp_path: Path) -> None:
    """Filters, sorts and languages come out of a hash map; all files are put in order."""
    entries = [
        replace(one, filters={f"facet-{n}": (one.id, "shared") for n in range(8)}) for one in few()
    ]
    shuffled = random.Random(1).sample(entries, len(entries))

    build_index(entries, tmp_path / "one", words())
    build_index(shuffled, tmp_path / "two", words())

    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_filter_files_list_their_values_in_order(tmp_path: Path) -> None:
    """The engine writes a filter's values as its hash map has them."""
    entries = [
        entry("program", f"p{i}", f"가상 {i}", filters={"region": (f"r{i % 40:02}",)})
        for i in range(200)
    ]

    build_index(entries, tmp_path / "out", words())

    for path in (tmp_path / "out/filter").iterdir():
        _, values = cbor2.loads(unpack(path.read_bytes()))
        assert [name for name, _ in values] == sorted(name for name, _ in values)


def test_a_korean_index_is_split_into_chunks(tmp_path: Path) -> None:
    """In composed form the engine puts all Korean words into one chunk, whatever their number."""
    build_index(many(600), tmp_path / "out", words())

    chunks = list((tmp_path / "out/index").iterdir())
    assert len(chunks) > 3
    assert max(path.stat().st_size for path in chunks) < 20_000


def test_names_of_files_change_with_what_any_of_them_holds(tmp_path: Path) -> None:
    """A browser must not mix a kept file with new tables."""
    other = [replace(few()[0], title="다른 제목"), *few()[1:]]
    build_index(few(), tmp_path / "one", words())
    build_index(other, tmp_path / "two", words())

    def names(folder: str) -> set[str]:
        return {path.name for path in (tmp_path / folder / "fragment").glob("ko_*")}

    assert names("one").isdisjoint(names("two"))


def test_equal_answers_stand_in_the_order_of_their_weight(tmp_path: Path) -> None:
    """The number of a page is its place: newest programs first."""
    entries = [
        entry("program", year, "가상 사업", sort={"name": "가", "year": year})
        for year in ("2019", "2022", "2021")
    ]

    build_index(entries, tmp_path / "out", words())

    pages = [json.loads(unpack((tmp_path / f"out/fragment/{name}.pf_fragment").read_bytes()))
             for name, _ in tables(tmp_path / "out")[1]]  # type: ignore[attr-defined]
    assert [page["id"] for page in pages] == ["2022", "2021", "2019"]


def test_the_official_client_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It answers ten messages a second; ours must work where it cannot even be imported."""
    monkeypatch.setitem(sys.modules, "pagefind", None)
    monkeypatch.setitem(sys.modules, "pagefind.service", None)

    assert build_index(few(), tmp_path / "out", words()).entries == len(few())


def test_the_client_never_sleeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many records pass through one process, each answered as fast as the engine can."""
    started: list[object] = []
    start = subprocess.Popen

    def counted(*arguments: Any, **more: Any) -> subprocess.Popen[bytes]:
        started.append(arguments)
        return start(*arguments, **more)

    monkeypatch.setattr("time.sleep", lambda _: pytest.fail("the client slept"))
    monkeypatch.setattr("asyncio.sleep", lambda _: pytest.fail("the client slept"))
    monkeypatch.setattr(subprocess, "Popen", counted)

    assert build_index(many(300), tmp_path / "out", words()).entries == 300
    assert len(started) == 1


def test_only_the_files_in_use_are_published(tmp_path: Path) -> None:
    """The engine's own scripts weigh more than the index; the page reads the index itself."""
    build_index(few(), tmp_path / "out", words())

    top = {path.name for path in (tmp_path / "out").iterdir() if not path.name.endswith("pf_meta")}
    assert top == {
        "categories-en.json", "categories-ko.json", "filter", "fragment", "hanja.json",
        "index", "offline-en.js", "offline-ko.js",
        "offline.js", "pagefind-entry.json", "plan-en.json", "plan-ko.json", "sort",
        "words-en.json", "words-ko.json",
    }  # fmt: skip


def test_nothing_is_written_outside_the_folder(tmp_path: Path) -> None:
    """The site's other files are somebody else's."""
    build_index(few(), tmp_path / "site/pagefind", words())

    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["pagefind"]


def test_a_missing_sort_key_names_the_entry(tmp_path: Path) -> None:
    """The engine would silently drop the record from every sorted answer."""
    entries = [*few(), replace(few()[0], url="programs/bare/", sort={})]

    with pytest.raises(IndexFailed, match=r"programs/bare/: no sort key 'name'"):
        build_index(entries, tmp_path / "out", words())


def test_two_entries_with_one_url_are_refused(tmp_path: Path) -> None:
    """The later one would hide the earlier."""
    with pytest.raises(IndexFailed, match="programs/market/: two search entries"):
        build_index([few()[0], few()[0]], tmp_path / "out", words())


def test_the_report_counts_what_was_written(tmp_path: Path) -> None:
    """The build prints it."""
    report = build_index(few(), tmp_path / "out", words())

    written = contents(tmp_path / "out")
    assert report == pagefind.IndexReport(len(few()), len(written), sum(map(len, written.values())))


def test_an_index_of_another_version_is_refused(tmp_path: Path) -> None:
    """The layout of the tables is internal to one version of the engine."""
    build_index(few(), tmp_path / "out", words())
    meta = next((tmp_path / "out").glob("*.pf_meta")).read_bytes()
    assert read_tables(meta).version == "1.5.2"

    from dure.search.canonical import pack

    other = pack(cbor2.dumps(["1.6.0", [], [], [], [], []]))
    with pytest.raises(IndexFailed, match=r"expected pagefind 1\.5\.2, got 1\.6\.0"):
        read_tables(other)


def test_every_field_of_the_index_is_known_to_the_browser(tmp_path: Path) -> None:
    """A field under another name would be searched but not weighed."""
    build_index(few(), tmp_path / "out", words())

    assert set(tables(tmp_path / "out")[5]) == {"t", "f", "b", "n", "c"}  # type: ignore[call-overload]
