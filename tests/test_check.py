"""A data folder as a whole: what is wrong with it, all in one run."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from dure.check import check_data
from dure.problems import describe
from tests import sample
from tests.broken import CENTRE, GROWTH, LOAN, edit, put
from tests.golden_files import BROKEN, problems_told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests import broken


def test_the_sample_is_sound() -> None:
    """Nothing below would mean anything if the data it breaks were broken before."""
    checked = check_data(sample.DATA)
    assert checked.problems == ()
    assert checked.catalogue is not None
    assert {e.kind for e in checked.entries} == {
        "booklet", "centre", "document", "enterprise", "indicator", "program", "vocabulary",
    }  # fmt: skip


def test_the_golden_file_tells_of_every_case() -> None:
    """A case without its lines, or lines without a case, is a mistake of the tests."""
    assert list(problems_told()) == list(BROKEN)
    assert len(BROKEN) > 100


@pytest.mark.parametrize("name", BROKEN)
def test_broken_data_is_refused_at_its_place(name: str, tmp_path: Path) -> None:
    """Path, line, column, field, message and remedy are exact, and nothing else is told."""
    data = sample.copied(tmp_path)
    BROKEN[name](data)
    checked = check_data(data)
    assert [describe(p, "en") for p in checked.problems] == problems_told()[name]
    assert checked.catalogue is None


@pytest.mark.parametrize("name", BROKEN)
def test_broken_data_is_explained_in_korean(name: str, tmp_path: Path) -> None:
    """The same problems at the same places, in Korean."""
    data = sample.copied(tmp_path)
    BROKEN[name](data)
    for problem in check_data(data).problems:
        place, message = describe(problem, "ko").split(": ", 1)
        assert describe(problem, "en").startswith(place + ": ")
        assert any("가" <= c <= "힣" for c in message.removeprefix(problem.field))


def test_all_problems_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    """Files, fields and rules together, in the order of their places."""
    data = sample.copied(tmp_path)
    for change in (
        edit(GROWTH, "[advice]", "[advise]"),
        edit(GROWTH, "1896530", "-1"),
        edit(LOAN, "[bada-office]", "[nobody]"),
        edit(LOAN, "year: 2019", "year: two\nyears: 3"),
        put("centres/empty.yml", ""),
        edit("site.yml", "https://", "ftp://"),
        edit("centres/bada-office.yml", "0140", "0111"),
    ):
        change(data)
    found = [line.split(": ")[0] for line in sample.told(data)]
    assert found == [
        "data/centres/empty.yml:1:1",
        "data/centres/gaon-centre.yml:12:13",
        "data/programs/sample-growth.yml:18:19",
        "data/programs/sample-loan.yml:3:7",
        "data/programs/sample-loan.yml:4:1",
        "data/site.yml:4:6",
    ]


@pytest.mark.parametrize(
    "change",
    [
        put("vocabularies/regions.yml", ""),
        edit(CENTRE, "kind: support-centre\n", ""),
        edit("documents/sample-guide-2022.yml", "year: 2022\nregion", "year: x\nregion"),
    ],
)
def test_a_broken_file_is_one_problem_however_often_it_is_named(
    change: broken.Change, tmp_path: Path
) -> None:
    """Those who name a record that cannot be read are not told of: its own file is."""
    data = sample.copied(tmp_path)
    change(data)
    assert len(sample.told(data)) == 1


def test_a_term_that_is_gone_is_told_wherever_it_is_named(tmp_path: Path) -> None:
    """The vocabulary can be read, so each place that names the term is wrong."""
    data = sample.copied(tmp_path)
    edit("vocabularies/supports.yml", "id: grant", "id: money")(data)
    assert [line.split(": ")[0] for line in sample.told(data)] == [
        "data/programs/sample-growth.yml:9:12",
        "data/programs/sample-growth.yml:17:11",
    ]


def test_a_closed_folder_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be read is told; its records are not lost in silence."""
    data = sample.copied(tmp_path)
    scan = os.scandir

    def refusing(path: str) -> Iterator[os.DirEntry[str]]:
        if path == str(data / "booklets"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    edit("site.yml", "newest_booklet: sample-book\n", "")(data)
    monkeypatch.setattr(os, "scandir", refusing)
    assert sample.told(data) == ["data/booklets:1:1: the file cannot be opened: Permission denied."]


def test_a_closed_file_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may not be read is told in the file system's own words."""
    data = sample.copied(tmp_path)

    opened = os.open

    def refusing(path: str | Path, *how: int, **more: int) -> int:
        if str(path).endswith("sample-loan.yml"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *how, **more)

    monkeypatch.setattr(os, "open", refusing)
    line = "data/programs/sample-loan.yml:1:1: the file cannot be opened: Permission denied."
    assert sample.told(data)[0] == line


def test_a_missing_data_folder_is_a_problem(tmp_path: Path) -> None:
    """It is named as it was given."""
    folder = tmp_path / "nowhere"
    assert sample.told(folder) == [f"{folder}:1:1: there is no data folder."]


def test_a_file_in_place_of_the_data_folder_is_a_problem(tmp_path: Path) -> None:
    """A file holds no records."""
    (tmp_path / "data").write_text("x")
    assert sample.told(tmp_path / "data") == [f"{tmp_path / 'data'}:1:1: there is no data folder."]


def test_an_empty_data_folder_lacks_its_settings(tmp_path: Path) -> None:
    """No records are no problem, no settings are."""
    assert len(sample.told(tmp_path)) == 1
    assert "site.yml:1:1: the site settings are missing." in sample.told(tmp_path)[0]


def test_the_folder_one_stands_in_can_be_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--data .` finds its files again to tell the place, those of the site's settings too."""
    data = sample.copied(tmp_path)
    edit("site.yml", "[gaon]", "[gaonn]")(data)
    edit(LOAN, "[loan]", "[loans]")(data)
    monkeypatch.chdir(data)
    found = [line.split(": ")[0] for line in sample.told(type(data)())]
    assert found == ["programs/sample-loan.yml:6:12", "site.yml:6:11"]


@pytest.mark.parametrize("content", [None, b"", b"\xff", b"a: ["])
def test_a_file_that_changes_meanwhile_does_no_harm(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor may save between reading and telling: the problem then stands at the beginning."""
    data = sample.copied(tmp_path)
    edit(LOAN, "[loan]", "[loans]")(data)

    def changed(path: Path) -> bytes:
        if content is None:
            raise FileNotFoundError(path)
        return content

    monkeypatch.setattr(type(data), "read_bytes", changed)
    assert [line.split(": ")[0] for line in sample.told(data)] == [
        "data/programs/sample-loan.yml:1:1"
    ]


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    """Editors' swap files and version control are not data."""
    data = sample.copied(tmp_path)
    put(".git/config", "x")(data)
    put("programs/.sample.yml.swp", b"\xff")(data)
    put("programs/.hidden/x.yml", "x")(data)
    assert sample.told(data) == []


def test_a_file_name_that_is_no_text_is_spelt_out(tmp_path: Path) -> None:
    """Names from other systems may hold any bytes; the line that tells of them is text."""
    data = sample.copied(tmp_path)
    name = os.fsencode(data / "programs") + b"/\xb0\xa1.yml"
    with open(name, "wb"):  # noqa: PTH123 - a path of bytes
        pass
    assert [line.split(": ")[0] for line in sample.told(data)] == [
        "data/programs/\\xb0\\xa1.yml:1:1"
    ]
