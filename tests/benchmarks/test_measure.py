"""Programs that are run to be measured."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from benchmarks import bare
from benchmarks.measure import Failed, Task, rounds, run, size_of

if TYPE_CHECKING:
    from pathlib import Path


def python(name: str, code: str, folder: Path, **more: int) -> Task:
    """A task of one line."""
    return Task(name, (sys.executable, "-c", code), folder, **more)  # type: ignore[arg-type]


def test_time_and_memory_are_those_of_the_program(tmp_path: Path) -> None:
    """Sixty-four MiB are held for a while that is not ours."""
    found = run(python("big", "x = b'1' * (64 << 20)", tmp_path))
    small = run(python("small", "pass", tmp_path))
    assert found.memory - small.memory > 50
    assert found.wall > 0


def test_a_program_that_fails_is_no_figure(tmp_path: Path) -> None:
    """Its words are told."""
    with pytest.raises(Failed, match="made-up failure"):
        run(python("bad", "raise SystemExit('made-up failure')", tmp_path))


def test_programs_take_turns_and_some_only_once(tmp_path: Path) -> None:
    """In each round each runs once, in the same order."""
    log = tmp_path / "order"
    code = f"open({str(log)!r}, 'a').write({{!r}})"
    tasks = [python(n, code.format(n), tmp_path, most=most) for n, most in (("a", 9), ("b", 1))]
    found = rounds(tasks, 2)
    assert log.read_text("utf-8") == "aba"
    assert {name: len(runs) for name, runs in found.items()} == {"a": 2, "b": 1}


def test_a_peer_that_fails_has_no_figures_and_stops_nothing(tmp_path: Path) -> None:
    """It is not run again."""
    bad = replace(python("bad", "raise SystemExit(1)", tmp_path), is_ours=False)
    found = rounds([bad, python("good", "pass", tmp_path)], 2)
    assert {name: len(runs) for name, runs in found.items()} == {"good": 2}


def test_the_bare_loop_writes_the_same_files(tmp_path: Path) -> None:
    """As many, under the same names, of the same sizes."""
    names = tmp_path / "names.txt"
    names.write_text("3 a.html\n5 b/c d.html\n0 b/e.html", "utf-8")
    bare.main(names, str(tmp_path / "out"))
    assert size_of(tmp_path / "out") == (3, 8)
    assert (tmp_path / "out" / "b" / "c d.html").stat().st_size == 5
