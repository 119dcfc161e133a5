"""The `dure` command: its words, its language and its exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from dure.__main__ import main
from dure.messages import preferred_language
from tests import sample
from tests.broken import LOAN, edit

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

_COUNTS = "booklet 1, centre 4, document 2, enterprise 2, indicator 1, program 3, vocabulary 14"


def _run(*arguments: str | Path, **environment: str | None) -> Result:
    unset: dict[str, str | None] = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": None}
    return CliRunner().invoke(main, [*map(str, arguments)], env=unset | environment)


@pytest.fixture
def broken_data(tmp_path: Path) -> Path:
    """The sample with one unknown term."""
    data = sample.copied(tmp_path)
    edit(LOAN, "[loan]", "[loans]")(data)
    return data


def test_sound_data_has_no_problems() -> None:
    """The counts of records, then the count of problems; exit status 0."""
    done = _run("check", "--data", sample.DATA)
    assert done.output == f"records: {_COUNTS}\n0 problems\n"
    assert done.exit_code == 0


def test_one_problem_is_told_and_counted(broken_data: Path) -> None:
    """Exit status 1; the count is grammatical."""
    done = _run("check", "--data", broken_data)
    assert done.output.splitlines() == [
        (
            "data/programs/sample-loan.yml:6:12: supports[0]: "
            "no such term in vocabulary `supports`: `loans`. Did you mean `loan`?"
        ),
        f"records: {_COUNTS}",
        "1 problem",
    ]
    assert done.exit_code == 1


def test_many_problems_are_counted(broken_data: Path) -> None:
    """All of them in one run."""
    edit(LOAN, "[bada-office]", "[nobody]")(broken_data)
    done = _run("check", "--data", broken_data)
    assert done.output.splitlines()[-1] == "2 problems"
    assert len(done.output.splitlines()) == 4


def test_problems_are_told_in_korean(broken_data: Path) -> None:
    """`--lang ko`, whatever the locale says."""
    done = _run("check", "--data", broken_data, "--lang", "ko", LANG="en_GB.UTF-8")
    assert done.output.splitlines()[-1] == "문제 1건"
    assert "'loan'을(를) 쓰려 했습니까?" in done.output


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "en"),
        ({"LANG": ""}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko"}, "ko"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": ""}, "ko"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], lang: str) -> None:
    """LC_ALL before LC_MESSAGES before LANG; an empty one counts as unset; else English."""
    assert preferred_language(environment) == lang


def test_the_language_of_the_locale_is_spoken() -> None:
    """The command asks the locale where `--lang` is not given."""
    done = _run("check", "--data", sample.DATA, LANG="ko_KR.UTF-8")
    assert done.output.splitlines()[-1] == "문제 0건"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nothing"],
        ["nothing"],
        ["check", "--lang", "fr"],
        ["check", "extra"],
        ["check", "--data"],
    ],
)
def test_wrong_usage_has_a_status_of_its_own(arguments: list[str]) -> None:
    """Exit status 2, so that scripts can tell a slip of the pen from broken data."""
    assert _run(*arguments).exit_code == 2


def test_a_missing_data_folder_is_a_problem(tmp_path: Path) -> None:
    """Exit status 1 and its name."""
    done = _run("check", "--data", tmp_path / "nowhere")
    assert f"{tmp_path / 'nowhere'}:1:1: there is no data folder." in done.output
    assert done.exit_code == 1


def test_the_help_names_every_command() -> None:
    """In both languages, so that nobody has to ask for one."""
    done = _run("--help")
    assert done.exit_code == 0
    assert set(main.commands) <= set(done.output.split())
    assert "데이터" in done.output


def test_what_lacks_english_is_reported() -> None:
    """Each text by file and field, then the counts of each kind and of all."""
    lines = _run("report", "--data", sample.DATA).output.splitlines()
    gaps = [line for line in lines if line.startswith("data/")]
    assert len(gaps) == 8
    assert any("data/programs/sample-growth-school.yml" in gap and "summary" in gap for gap in gaps)
    assert [line.split()[:2] for line in lines if line.startswith("centre ")] == [["centre", "4"]]
    assert "%" in lines[-1]


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp949"])
def test_no_terminal_stops_the_command(encoding: str, broken_data: Path, root: Path) -> None:
    """A terminal that lacks a character shows its code; the exit status stays."""
    edit(LOAN, "where: 융자}", "where: '융자\u200b 😀'\n    place: x}")(broken_data)
    done = subprocess.run(
        [sys.executable, "-m", "dure", "check", "--lang", "ko", "--data", str(broken_data)],
        env=os.environ | {"PYTHONPATH": str(root / "hooks"), "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    assert done.stdout.count(b"\n") >= 3
