"""What was read before: never believed when it should not be, never missed when it may be."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dure import kept, memory, record_files
from dure.check import check_data
from dure.memory import Memory, remembered
from dure.problems import describe
from tests import sample
from tests.golden_files import BROKEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from dure.check import Checked

ENTERPRISE = "enterprises/gaon-haneul/sample-dure.yml"
BADA = "enterprises/gaon-bada/sample-bada.yml"


@pytest.fixture(autouse=True)
def _nothing_is_young(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests write and read in the same second."""
    monkeypatch.setattr(memory, "YOUNG_NS", -60_000_000_000)


def _warm(data: Path) -> Checked:
    return check_data(data, remembered(data, data.parent / "cache"))


def _told(checked: Checked) -> object:
    """All there is to tell of checked data."""
    entries = [(e.kind, e.id, e.path, e.folder, e.record) for e in checked.entries]
    return entries, [describe(problem, "en") for problem in checked.problems]


def _same(warm: Checked, cold: Checked) -> bool:
    site = warm.catalogue.site if warm.catalogue else None
    assert site == (cold.catalogue.site if cold.catalogue else None)
    return _told(warm) == _told(cold)


def _reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that are read from now on."""
    names: list[str] = []
    opened = record_files._bytes

    def read(path: str | Path) -> bytes:
        names.append(Path(path).name)
        return opened(path)

    monkeypatch.setattr(record_files, "_bytes", read)
    return names


def test_only_changed_files_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site's settings are one file and always read."""
    data = sample.copied(tmp_path)
    _warm(data)
    names = _reads(monkeypatch)
    assert _same(_warm(data), check_data(data))
    names.clear()

    path = data / ENTERPRISE
    path.write_text(path.read_text("utf-8").replace("가상 두레", "가상 새 두레"), "utf-8")
    warm = _warm(data)

    assert names == ["sample-dure.yml", "site.yml"]
    assert warm.catalogue is not None
    assert "새" in warm.catalogue.enterprises["sample-dure"].name.ko


def test_a_record_is_made_when_it_is_looked_at(tmp_path: Path) -> None:
    """Thousands of enterprises that nobody asks for cost nothing."""
    data = sample.copied(tmp_path)
    _warm(data)
    warm = _warm(data)
    assert warm.catalogue is not None

    made = {entry.id for entry in warm.entries if "record" in vars(entry)}

    assert not made & {"sample-dure", "sample-bada"}
    cold = check_data(data).catalogue
    assert cold is not None
    assert warm.catalogue.enterprises["sample-dure"] == cold.enterprises["sample-dure"]


def test_a_digest_stands_for_what_a_file_holds(tmp_path: Path) -> None:
    """The same from a cold and a warm start, another where a byte is."""
    data = sample.copied(tmp_path)
    cold = {entry.path: entry.digest for entry in _warm(data).entries}
    assert {entry.path: entry.digest for entry in _warm(data).entries} == cold
    (data / BADA).write_text((data / BADA).read_text("utf-8") + "# 끝\n", "utf-8")
    new = {entry.path: entry.digest for entry in _warm(data).entries}
    assert {path for path in new if new[path] != cold[path]} == {f"data/{BADA}"}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_every_problem_is_told_from_a_warm_start_too(name: str, tmp_path: Path) -> None:
    """What is broken after it was sound is found, in the same words; repaired, it is forgotten."""
    data = sample.copied(tmp_path)
    _warm(data)
    shutil.copytree(data, tmp_path / "sound")
    BROKEN[name](data)

    assert _same(_warm(data), check_data(data))
    assert _same(_warm(data), check_data(data))

    shutil.rmtree(data)
    shutil.copytree(tmp_path / "sound", data)
    assert _same(_warm(data), check_data(data))
    assert _warm(data).problems == ()


def _change(data: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(data.rglob("*.yml")))
    path.write_text(path.read_text("utf-8") + f"# {chance.random()}\n", "utf-8")


def _words(data: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(data.rglob("*.yml")))
    text = path.read_text("utf-8")
    path.write_text(text.replace("가상", chance.choice(["가상", "가상의", "•"])), "utf-8")


def _add(data: Path, chance: random.Random) -> None:
    path = data / BADA
    if path.exists():
        shutil.copy(path, path.with_name(f"added-{chance.randrange(4)}.yml"))


def _remove(data: Path, chance: random.Random) -> None:
    found = [path for path in sorted(data.rglob("*.yml")) if path.name != "site.yml"]
    chance.choice(found).unlink()


def _rename(data: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(data.rglob("*.yml")))
    path.rename(path.with_name(f"renamed-{chance.randrange(9)}.yml"))


def _drop_line(data: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(data.rglob("*.yml")))
    lines = path.read_text("utf-8").splitlines(keepends=True)
    lines.pop(chance.randrange(len(lines)) if lines else 0) if lines else None
    path.write_text("".join(lines), "utf-8")


def _break(data: Path, chance: random.Random) -> None:
    name = chance.choice(sorted(BROKEN))
    try:
        BROKEN[name](data)
    except (OSError, AssertionError):  # what it would break is gone already
        return


def _repair(data: Path, _chance: random.Random) -> None:
    shutil.rmtree(data)
    shutil.copytree(sample.DATA, data)


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    _change, _words, _add, _remove, _rename, _drop_line, _break, _repair
)  # fmt: skip


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 1 << 30), st.integers(2, 7))
def test_after_any_edits_a_warm_start_tells_the_same(seed: int, number: int) -> None:
    """Records, their order and every problem are those of a cold start."""
    chance = random.Random(seed)
    with TemporaryDirectory() as folder:
        data = sample.copied(Path(folder))
        _warm(data)
        preview = Memory()
        check_data(data, preview)
        for _ in range(number):
            chance.choice(EDITS)(data, chance)
            cold = check_data(data)
            assert _same(_warm(data), cold)
            assert _same(check_data(data, preview), cold)


def _kept(data: Path) -> dict[str, Path]:
    """The files of the memory: `ids`, and for each folder of records one by some record's id."""
    (folder,) = (data.parent / "cache").iterdir()
    whole = {path.name: path for path in folder.iterdir()}
    found = {"ids": whole.pop("ids")}
    for path in whole.values():
        names = [name for name in ("sample-dure", "sample-bada", "sample-loan")
                 if name.encode() in path.read_bytes()]  # fmt: skip
        found |= dict.fromkeys(names, path)
    return found


def _changed(data: Path, before: dict[Path, int]) -> set[Path]:
    return {path for path, inode in _inodes(data).items() if before.get(path) != inode}


def _inodes(data: Path) -> dict[Path, int]:
    return {path: path.stat().st_ino for path in (data.parent / "cache").glob("*/*")}


def test_after_an_edit_one_folder_is_kept_anew(tmp_path: Path) -> None:
    """What is known of thousands of files is not written again for one of them."""
    data = sample.copied(tmp_path)
    _warm(data)
    before = _inodes(data)
    _warm(data)
    assert not _changed(data, before)

    path = data / ENTERPRISE
    path.write_text(path.read_text("utf-8") + "# 끝\n", "utf-8")
    _warm(data)

    assert _changed(data, before) == {_kept(data)["sample-dure"]}


def test_where_ids_change_all_is_kept_anew(tmp_path: Path) -> None:
    """A part tells what was sound beside certain ids only: beside others it is not believed."""
    data = sample.copied(tmp_path)
    _warm(data)
    before = _inodes(data)
    old = {path: path.read_bytes() for path in before}
    shutil.copy(data / BADA, data / BADA.replace("sample", "second"))
    _warm(data)
    assert _changed(data, before) == set(before)

    path = _kept(data)["sample-dure"]
    path.write_bytes(old[path])
    known = remembered(data, tmp_path / "cache").entries
    assert BADA in known
    assert ENTERPRISE not in known


def test_what_lay_in_a_folder_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    """Neither ids nor other records have changed."""
    data = sample.copied(tmp_path)
    top, below = "programs/sample-loan.yml", "programs/2019/sample-loan.yml"
    for before, after in (top, below), (below, top):
        (data / after).parent.mkdir(exist_ok=True)
        (data / before).rename(data / after)
        assert _warm(data).catalogue is not None
        known = remembered(data, tmp_path / "cache").entries
        assert after in known
        assert before not in known


@pytest.mark.parametrize("cut", [0, 1, 19, 20, 21, 100, -1])
@pytest.mark.parametrize("name", ["ids", "sample-dure"])
def test_a_torn_file_is_noticed(name: str, cut: int, tmp_path: Path) -> None:
    """A run that was broken off, a full disk: what it held is read, and kept anew."""
    data = sample.copied(tmp_path)
    _warm(data)
    path = _kept(data)[name]
    path.write_bytes(path.read_bytes()[:cut])
    known = remembered(data, tmp_path / "cache").entries
    assert ENTERPRISE not in known
    assert (BADA in known) == (name != "ids")
    assert _same(_warm(data), check_data(data))
    assert ENTERPRISE in remembered(data, tmp_path / "cache").entries


@pytest.mark.parametrize("at", [0, 25, 100, -1])
@pytest.mark.parametrize("name", ["ids", "sample-dure"])
def test_a_changed_byte_is_noticed(name: str, at: int, tmp_path: Path) -> None:
    """`marshal` believes what it reads, so nothing else may reach it."""
    data = sample.copied(tmp_path)
    _warm(data)
    path = _kept(data)[name]
    spoilt = bytearray(path.read_bytes())
    spoilt[at] ^= 1
    path.write_bytes(bytes(spoilt))
    assert ENTERPRISE not in remembered(data, tmp_path / "cache").entries


@pytest.mark.parametrize("folder", ["records", "rules", "korean", "."])
def test_other_code_believes_nothing(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was sound by yesterday's rules need not be by today's."""
    library = tmp_path / "library"
    for name in ("records", "rules", "korean"):
        (library / name).mkdir(parents=True)
        (library / name / "a.py").write_text("1")
    (library / "a.py").write_text("1")
    monkeypatch.setattr(memory, "__file__", str(library / "memory.py"))
    memory._programs.cache_clear()
    data = sample.copied(tmp_path)
    _warm(data)
    memory._programs.cache_clear()
    assert remembered(data, tmp_path / "cache").entries
    (library / folder / "a.py").write_text("2")
    memory._programs.cache_clear()
    assert not remembered(data, tmp_path / "cache").entries
    memory._programs.cache_clear()


def test_a_file_touched_just_before_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written again in the same moment with as many bytes, it would bear the same marks."""
    monkeypatch.setattr(memory, "YOUNG_NS", 3600 * 10**9)
    data = sample.copied(tmp_path)
    _warm(data)
    assert not remembered(data, tmp_path / "cache").entries


def test_the_same_bytes_with_an_old_date_are_another_file(tmp_path: Path) -> None:
    """A copy that keeps the date, as archives make them, still bears another time of change."""
    data = sample.copied(tmp_path)
    _warm(data)
    path = data / ENTERPRISE
    facts = path.stat()
    path.write_text(path.read_text("utf-8").replace("가상", "나상"), "utf-8")
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert path.stat().st_size == facts.st_size
    assert _same(_warm(data), check_data(data))


def test_the_command_uses_what_builds_keep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only beside a project that was built: checking a folder elsewhere leaves nothing behind."""
    data = sample.copied(tmp_path)
    assert memory.of_project(data) is None
    (tmp_path / "build" / "cache").mkdir(parents=True)
    assert not check_data(data, memory.of_project(data)).problems
    names = _reads(monkeypatch)
    assert not check_data(data, memory.of_project(data)).problems
    assert names == ["site.yml"]


def test_two_folders_of_data_are_kept_apart(tmp_path: Path) -> None:
    """A project may build several sites."""
    one, two = sample.copied(tmp_path / "one"), sample.copied(tmp_path / "two")
    for data in (one, two):
        check_data(data, remembered(data, tmp_path / "cache"))
    assert len(list((tmp_path / "cache").iterdir())) == 2


def test_data_with_a_problem_is_not_kept(tmp_path: Path) -> None:
    """Only what was sound as a whole need not be looked at again."""
    data = sample.copied(tmp_path)
    BROKEN["an unknown phone"](data)
    assert _warm(data).problems
    assert not (tmp_path / "cache").exists()


def test_a_closed_folder_does_no_harm(tmp_path: Path) -> None:
    """Where nothing may be written, everything is read each time."""
    data = sample.copied(tmp_path)
    (tmp_path / "file").write_text("")
    assert not check_data(data, remembered(data, tmp_path / "file" / "cache")).problems


def test_a_kept_file_is_whole_or_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full when it is to be put in place: the earlier one stays."""
    kept.keep(tmp_path / "a", b"key", b"one")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    kept.keep(tmp_path / "a", b"key", b"two")
    assert kept.kept(tmp_path / "a", b"key") == b"one"
    assert kept.kept(tmp_path / "a", b"other") is None
