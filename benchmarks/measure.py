"""Runs programs as a shell would and notes what they took: wall time, CPU time, memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


def nothing() -> None:
    """What most tasks need done before a run."""


@dataclass(frozen=True)
class Task:
    """A program to measure in a folder, and what is done before each run (not measured)."""

    name: str
    command: Sequence[str]
    folder: Path
    before: Callable[[], None] = nothing


@dataclass(frozen=True)
class Run:
    """One process with all it started."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of all cores."""
    memory: float
    """MiB of its largest process."""


class Failed(RuntimeError):
    """A measured program ended with an error: its figures would mean nothing."""


def run(task: Task) -> Run:
    """Runs a task once; its words go to `<name>.log` in its folder. Raises `Failed`."""
    task.before()
    log = task.folder / f"{task.name}.log"
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, __file__, str(log), *task.command],
        cwd=task.folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise Failed(f"{task.name}: {log.read_text('utf-8', 'replace')[-2000:]}")
    return Run(*map(float, done.stdout.split()))


def watch(log: str, *command: str) -> int:
    """Runs a command from this small process, whose own size would else count as the command's."""
    with Path(log).open("wb") as words:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=words, stderr=words)
        _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
    return process.returncode


def rounds(tasks: Iterable[Task], number: int) -> dict[str, Run]:
    """Medians of `number` rounds; in each round every task runs once, so all see the same noise."""
    found: dict[str, list[Run]] = {}
    for _ in range(number):
        for task in tasks:
            found.setdefault(task.name, []).append(run(task))
    return {name: _median(runs) for name, runs in found.items()}


def _median(runs: list[Run]) -> Run:
    return Run(
        statistics.median(r.wall for r in runs),
        statistics.median(r.cpu for r in runs),
        statistics.median(r.memory for r in runs),
    )


def size_of(folder: Path) -> tuple[int, int]:
    """Number of files below a folder, and their bytes."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


if __name__ == "__main__":
    sys.exit(watch(*sys.argv[1:]))
