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
from dure.search.files import unpack
from dure.search.lines import FIELDS, LINE
from dure.search.pagefind import IndexFailed, build_index
from dure.search.terms import words_by_field
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


def read(folder: Path, path: str, lang: str = "ko") -> Any:
    """What a file of one language holds; `*` stands for the language's name."""
    entrance = json.loads((folder / "pagefind-entry.json").read_bytes())
    name = entrance["languages"][lang]["hash"]
    content = unpack((folder / path.replace("*", name)).read_bytes())
    return json.loads(content) if path.endswith("fragment") else cbor2.loads(content)


def tables(folder: Path, lang: str = "ko") -> dict[str, Any]:
    """A language's tables."""
    found: dict[str, Any] = read(folder, "pagefind.*.pf_meta", lang)
    return found


def shown(folder: Path, lang: str = "ko") -> list[dict[str, Any]]:
    """All records of a language in their order."""
    numbers = tables(folder, lang)["files"]
    files = [read(folder, f"fragment/*_{at}.pf_fragment", lang) for at in range(len(numbers))]
    assert [len(found) for found in files] == numbers
    return [found for file in files for found in file]


def owners(folder: Path) -> list[tuple[int, str]]:
    """Record and field of each line."""
    lines = tables(folder)["lines"]
    return [
        (at, name)
        for at in range(len(lines[0]))
        for name, own in zip(FIELDS, lines, strict=True)
        for _ in range(own[at])
    ]


def indexed(folder: Path) -> set[tuple[int, str, str]]:
    """Record, field and word of everything in the Korean index, as the browser works it out."""
    whose, found, volumes = owners(folder), set(), tables(folder)["volumes"]
    chunk = record_at = 0
    for records, chunks in volumes:
        first = sum(1 for at, _ in whose if at < record_at)
        for number in range(chunk, chunk + len(chunks)):
            for word, pages, _ in read(folder, f"index/*_{number}.pf_index")[0]:
                found |= {(*whose[first + line], word) for line in lines_of(pages[0][1])}
        chunk, record_at = chunk + len(chunks), record_at + records
    return found


def lines_of(places: list[int]) -> list[int]:
    """Places are steps; a negative number is a weight, after which they begin anew."""
    found, at = [], 0
    for step in places:
        at = 0 if step < 0 else at + step
        if step >= 0:
            found.append(at // LINE)
    return found


@pytest.mark.parametrize("most", [1_500_000, 2_000])
def test_the_index_holds_each_word_of_each_field_of_each_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """One text for all records, or several, must not mix them up."""
    monkeypatch.setattr("dure.search.pagefind.MOST_WORDS", most)
    build_index([*few(), *many(80)], tmp_path / "out", words())

    records = shown(tmp_path / "out")
    assert len(tables(tmp_path / "out")["volumes"]) == (1 if most > 10_000 else 4)
    assert indexed(tmp_path / "out") == {
        (at, name, word)
        for at, found in enumerate(records)
        for name, own in words_by_field(found).items()
        for word in own
    }


def test_two_builds_write_the_same_bytes_whatever_the_order_of_the_entries(tmp_path: Path) -> None:
    """Filters, sorts and languages come out of a hash map; all files are put in order."""
    entries = [
        replace(one, filters={f"facet-{n}": (one.id, "shared") for n in range(8)}) for one in few()
    ]
    shuffled = random.Random(1).sample(entries, len(entries))

    build_index(entries, tmp_path / "one", words())
    build_index(shuffled, tmp_path / "two", words())

    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_facet_names_the_records_of_each_value(tmp_path: Path) -> None:
    """Records are told by steps, which are small numbers."""
    entries = [
        entry("program", f"p{i:02}", f"가상 {i:02}", filters={"region": (f"r{i % 3}",)})
        for i in range(9)
    ]

    build_index(entries, tmp_path / "out", words())

    assert read(tmp_path / "out", "filter/*_region.pf_filter") == {
        "r0": [0, 3, 3], "r1": [1, 3, 3], "r2": [2, 3, 3],
    }  # fmt: skip
    assert tables(tmp_path / "out")["facets"] == ["region"]


def test_an_order_names_all_records(tmp_path: Path) -> None:
    """Those alike keep the order of the catalogue."""
    entries = [
        entry("program", name, "가상 사업", sort={"name": key})
        for name, key in (("a", "나"), ("b", "가"), ("c", "나"))
    ]

    build_index(entries, tmp_path / "out", words())

    assert [r["id"] for r in shown(tmp_path / "out")] == ["a", "b", "c"]
    assert read(tmp_path / "out", "sort/*_name.pf_sort") == [1, 0, 2]


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
        return {path.name for path in (tmp_path / folder).rglob("ko_*")}

    assert len(names("one")) == len(names("two"))
    assert names("one").isdisjoint(names("two"))


def test_records_lie_together_in_few_files(tmp_path: Path) -> None:
    """Tens of thousands of files take longer to write than to make."""
    build_index(many(100), tmp_path / "out", words())

    assert len(list((tmp_path / "out/fragment").iterdir())) < 20
    assert len(shown(tmp_path / "out")) == 100
    assert tables(tmp_path / "out")["kinds"] == "e" * 100


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
    assert len(started) == 1  # one language, one process, one message for all records


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


def test_entries_that_cannot_be_put_in_order_are_refused(tmp_path: Path) -> None:
    """Before anything is written."""
    entries = [*few(), replace(few()[0], url="programs/bare/", sort={})]

    with pytest.raises(IndexFailed, match=r"programs/bare/: no sort key 'name'"):
        build_index(entries, tmp_path / "out", words())
    assert not (tmp_path / "out").exists()


def test_the_report_counts_what_was_written(tmp_path: Path) -> None:
    """The build prints it."""
    report = build_index(few(), tmp_path / "out", words())

    written = contents(tmp_path / "out")
    assert report == pagefind.IndexReport(len(few()), len(written), sum(map(len, written.values())))
