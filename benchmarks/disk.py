"""The same files on a disk, which does not answer at once as memory does.

Removing thousands of files keeps a disk busy for seconds after, so nothing is removed between
runs: what an earlier run wrote is put aside, and the system has written all it owes before a run
begins.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.measure import rounds, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from benchmarks.measure import Run, Task

KEPT = "fonts"
"""They are cut once for a set of letters."""


def put_aside(*paths: Path) -> None:
    """Moves what stands there into a folder beside it; returns when the disk has all of it."""
    for path in paths:
        aside = path.parent / ".aside"
        aside.mkdir(exist_ok=True)
        if path.exists():
            path.rename(aside / f"{len(os.listdir(aside))}-{path.name}")  # noqa: PTH208
    os.sync()


def put_build_aside(folder: Path) -> None:
    """The site of a project of ours, and all that is known of it."""
    build = folder / "build"
    known = [path for path in build.iterdir() if path.name not in {KEPT, ".aside"}]
    put_aside(folder / "site", *known)


def on_disk(
    ours: Task, others: Iterable[tuple[Task, Path]], count: int
) -> dict[str, Sequence[Run]]:
    """Our build, from nothing, and others with the folders they write, in so many rounds."""
    tasks = [replace(ours, before=partial(put_build_aside, ours.folder))]
    tasks += [replace(task, before=partial(put_aside, out)) for task, out in others]
    for task in tasks[1:]:
        run(task)  # what it reads is in the system's memory from here on, as ours is
    return dict(rounds(tasks, count))
