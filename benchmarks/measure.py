"""Runs programs as a shell would and notes what they took: wall time, CPU time, memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def nothing() -> None:
    """What most tasks need done before a run."""


@dataclass(frozen=True)
class Task:
    """A program to measure in a folder, and what is done before each run (not measured)."""

    name: str
    command: Sequence[str]
    folder: Path
    before: Callable[[], None] = nothing
    most: int = 99
    """Runs at most: some programs take too long for more than one."""
    variables: Mapping[str, str] = field(default_factory=dict)
    is_ours: bool = True
    """A peer that fails has no figures; a failure of ours is one of the whole measurement."""


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
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **task.variables}
    done = subprocess.run(
        [sys.executable, __file__, str(log), *task.command],
        cwd=task.folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise Failed(f"{task.name}: {log.read_text('utf-8', 'replace')[-2000:]}")
    return Run(*(round(float(word), 3) for word in done.stdout.split()))


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


def rounds(tasks: Sequence[Task], number: int) -> dict[str, list[Run]]:
    """In each round every task runs once, so that all see the same machine: A B C, A B C."""
    found: dict[str, list[Run]] = {}
    failed: set[str] = set()
    for at in range(number):
        for task in (task for task in tasks if at < task.most and task.name not in failed):
            try:
                found.setdefault(task.name, []).append(run(task))
            except Failed as problem:
                _forgive(task, problem)
                failed.add(task.name)
            else:
                say(f"  round {at + 1} of {number}: {task.name} {found[task.name][-1].wall:.2f} s")
    return {name: runs for name, runs in found.items() if name not in failed}


def _forgive(task: Task, problem: Failed) -> None:
    if task.is_ours:
        raise problem
    say(f"  {problem}")


def say(line: str) -> None:
    """Progress, for whoever waits."""
    print(line, file=sys.stderr, flush=True)


def size_of(folder: Path, pattern: str = "*") -> tuple[int, int]:
    """Number of files below a folder whose names fit, and their bytes."""
    sizes = [path.stat().st_size for path in folder.rglob(pattern) if path.is_file()]
    return len(sizes), sum(sizes)


if __name__ == "__main__":
    sys.exit(watch(*sys.argv[1:]))
