"""The preview at any size: from an edit to the page that shows it, and what it uses when idle."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.measure import Failed
from benchmarks.own import EDITED, edit

if TYPE_CHECKING:
    from collections.abc import Iterator

EDITS = 5
IDLE = 10
"""Seconds."""
PATIENCE = 120
"""Seconds until a preview that says nothing is given up."""


@dataclass(frozen=True)
class Preview:
    """What was measured of one preview."""

    first: float
    """Seconds from the command to the first page."""
    visible: float
    """Seconds from saving a file to the page that shows it: the median."""
    slowest: float
    idle: float
    """Share of a core while nothing happens."""
    memory: float
    """MiB."""


def preview(folder: Path) -> Preview:
    """Starts a preview, edits a record a few times, and leaves it alone for a while."""
    start = time.perf_counter()
    with _served(folder) as (base, pid):
        page = f"{base}enterprises/{EDITED}/"
        _until(page, "")
        first = time.perf_counter() - start
        taken = [_edited(folder, page) for _ in range(EDITS)]
        before = _cpu(pid)
        time.sleep(IDLE)
        idle = (_cpu(pid) - before) / IDLE
        return Preview(*(round(value, 4) for value in (
            first, median(taken), max(taken), idle, _memory(pid))))  # fmt: skip


def _edited(folder: Path, page: str) -> float:
    time.sleep(1)  # edits come one by one
    old = _read(page)
    edit(folder)
    start = time.perf_counter()
    _until(page, old)
    return time.perf_counter() - start


@contextmanager
def _served(folder: Path) -> Iterator[tuple[str, int]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--config-file", "pages.yml",
               "--dev-addr", address]  # fmt: skip
    with (folder / "serve.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        yield f"http://{address}/", process.pid
    finally:
        process.terminate()
        process.wait()


def _until(page: str, old: str) -> None:
    """Asks until the page is another; raises `Failed` when that takes too long."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        if _read(page) not in {"", old}:
            return
        time.sleep(0.005)
    raise Failed(f"the preview does not show {page}")


def _read(page: str) -> str:
    """The page without what a server adds at each answer; "" while there is none."""
    try:
        with urlopen(page, timeout=PATIENCE) as answer:
            return str(answer.read().decode()).partition("</main>")[0]
    except (URLError, ConnectionError):
        return ""


def _cpu(pid: int) -> float:
    """Seconds of processor time so far (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
