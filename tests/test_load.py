"""Loading: every file of a folder, and nothing but problems where something is wrong."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dure.load import load_data
from dure.record_files import read_record
from dure.records import FOLDERS, KINDS, Program
from tests import sample
from tests.broken import moved

if TYPE_CHECKING:
    from pathlib import Path


def test_every_record_is_read_with_its_place() -> None:
    """Kind from the first folder, id from the file's name, folder and path for what is told."""
    entries = {(e.kind, e.id): e for e in load_data(sample.DATA).entries}
    entry = entries["enterprise", "sample-dure"]
    assert entry.path == "data/enterprises/gaon-haneul/sample-dure.yml"
    assert entry.folder == "gaon-haneul"
    assert entry.record == sample.catalogue().enterprises["sample-dure"]


def test_records_come_in_the_order_of_their_paths() -> None:
    """Whatever order the disk keeps, two machines read alike."""
    paths = [entry.path.split("/") for entry in load_data(sample.DATA).entries]
    assert paths == sorted(paths)


def test_every_kind_has_one_folder() -> None:
    """The folder's name is the kind's plural; no two kinds share one."""
    assert sorted(FOLDERS.values()) == sorted(KINDS)
    assert all(folder[:6] == kind[:6] for folder, kind in FOLDERS.items())


def test_the_sites_settings_are_no_record() -> None:
    """They are read, but counted nowhere."""
    loaded = load_data(sample.DATA)
    assert loaded.site is not None
    assert loaded.site.title.ko == "가상 두레"
    assert not any(entry.path.endswith("site.yml") for entry in loaded.entries)


def test_programs_may_lie_in_folders_of_their_own(tmp_path: Path) -> None:
    """The first folder tells the kind; what lies below is for people."""
    data = sample.copied(tmp_path)
    moved("programs/sample-loan.yml", "programs/2019/loans/sample-loan.yml")(data)
    loaded = load_data(data)
    assert loaded.problems == ()
    assert ("program", "sample-loan") in {(e.kind, e.id) for e in loaded.entries}


def test_a_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size is asked first: a file of many GiB must not fill the memory."""
    path = tmp_path / "huge.yml"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    monkeypatch.setattr(os, "read", lambda *_: pytest.fail("was read"))
    record, problems = read_record(path, "huge.yml", Program)
    assert record is None
    assert [(p.key, p.values) for p in problems] == [("too_large", {"size": "1,099,511,627,776"})]


_WORDS = st.sampled_from(
    ["name", "ko", "en", "year", "operators", "source", "document", "where", "budget", "krw",
     "rows", "values", "tile", "phones", "number", "when", "2022", "-1", "a-b", "가상", "", "~",
     "2022-02-30", "031-555-0100~2", "x[0]", "id", "1e99", "•", "\u200b"]
)  # fmt: skip
_LIKE_DATA = st.recursive(
    _WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_WORDS, inner, max_size=4),
    max_leaves=25,
)


@given(
    raw=st.binary(max_size=200) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "ignore"))
)
@example(raw=b"\xff\xfe")
@example(raw=b"'\\ud800': 1")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_no_file_stops_the_loading(raw: bytes, tmp_path: Path) -> None:
    """Random bytes in a file of every kind: problems with a place, never an exception."""
    for folder in FOLDERS:
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / "random.yml").write_bytes(raw)
    (tmp_path / "site.yml").write_bytes(raw)
    loaded = load_data(tmp_path)
    assert len({p.path for p in loaded.problems}) == len(FOLDERS) + 1
    assert all(p.line >= 1 and p.column >= 1 for p in loaded.problems)
    assert not any(line.count("\n") for line in sample.told(tmp_path))


def _yaml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_yaml(k)}: {_yaml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_yaml, value)) + "]"
    return f"'{value}'"


@given(value=st.dictionaries(_WORDS, _LIKE_DATA, min_size=1, max_size=8))
@example(value={"rows": [{"values": [[], {}]}]})
@example(value={"x[0]": "", "": {"": ""}})
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_no_mapping_stops_the_loading(value: dict[str, object], tmp_path: Path) -> None:
    """Real field names with anything below them: problems with a place, never an exception."""
    text = _yaml(value)
    path = tmp_path / "random.yml"
    path.write_text(text, "utf-8")
    for model in KINDS.values():
        record, problems = read_record(path, "random.yml", model)
        assert (record is None) == bool(problems)
        assert all(1 <= p.column <= len(text) + 1 for p in problems)
