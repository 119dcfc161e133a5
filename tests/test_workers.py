"""Work on several cores: every task is done once, and no failure is overlooked."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from dure import workers
from dure.workers import WorkerFailed, begun, beside, in_parallel

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system copies no process")


@pytest.fixture(autouse=True)
def three_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine with three cores."""
    monkeypatch.setattr(workers, "cores", lambda: 3)


@pytest.mark.parametrize("number", [0, 1, 2, 300])
def test_answers_come_in_the_order_of_the_inputs(number: int) -> None:
    """Whoever has done a task, and however many there are."""
    assert in_parallel(lambda one: one * one, range(number)) == tuple(
        one * one for one in range(number)
    )


def _process(_: int) -> int:
    """Who works; long enough that nobody takes all tasks before the others have begun."""
    sum(range(100_000))
    return os.getpid()


def test_several_processes_share_the_tasks() -> None:
    """This one works too."""
    found = set(in_parallel(_process, range(200)))

    assert os.getpid() in found
    assert len(found) > 1


def _refuse(one: int) -> int:
    if one == 7:
        raise ValueError(f"no {one}")
    return _process(one)


def test_a_failure_is_told_wherever_it_happens() -> None:
    """In a copy or in this process; with one core it is raised as it is."""
    with pytest.raises((WorkerFailed, ValueError), match="no 7"):
        in_parallel(_refuse, range(200))


def _vanish(one: int) -> int:
    if os.getpid() != _OWN:
        os._exit(0)
    return _process(one)


_OWN = os.getpid()


def test_a_copy_that_vanishes_is_a_failure() -> None:
    """The system may end it at any time."""
    with pytest.raises(WorkerFailed, match="without an answer"):
        in_parallel(_vanish, range(200))


def test_more_tasks_than_tickets_are_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe holds so many only."""
    monkeypatch.setattr(workers, "_MOST", 10)

    assert in_parallel(lambda _: os.getpid(), range(11)) == (os.getpid(),) * 11


def test_a_task_is_done_beside_this_process() -> None:
    """In a copy of it, whose answer waits until it is asked for."""
    answer = beside(os.getpid)

    assert answer() != os.getpid()


def test_what_is_begun_is_joined_when_it_is_asked_for() -> None:
    """Copies begin at once; the results are those of a row that was done here."""
    found = begun(_process, range(200))
    here = os.getpid()

    done = found()

    assert len(done) == 200
    assert set(done) - {here}


def test_a_copy_that_nobody_waits_for_ends_with_its_process(tmp_path: Path) -> None:
    """After a failure, nothing goes on writing on its own."""
    program = f"""
import os, sys, time
from pathlib import Path
from dure import workers
workers.cores = lambda: 2
note = Path({str(tmp_path / "note")!r})
def work():
    note.write_text(str(os.getpid()))
    os.read(os.pipe()[0], 1)
workers.beside(work)
while not (note.exists() and note.read_text()):
    os.sched_yield()
sys.exit("failed")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True,
                          timeout=60, check=False)  # fmt: skip

    assert done.stderr == "failed\n"
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "note").read_text("utf-8")), 0)


def test_a_copy_takes_no_more_tasks_when_its_process_was_killed(tmp_path: Path) -> None:
    """Another run may have begun by then, and writes the same files."""
    program = f"""
import os, signal
from pathlib import Path
from dure import workers
workers.cores = lambda: 2
note, parent = Path({str(tmp_path / "note")!r}), os.getpid()
def work(_):
    with note.open("a") as file:
        file.write(".")
    while os.getppid() == parent:
        os.sched_yield()
workers.begun(work, range(9))
while not (note.exists() and note.read_text()):
    os.sched_yield()
os.kill(parent, signal.SIGKILL)
"""
    # Nobody closes what it prints to before the copy has ended.
    subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=60, check=False)

    assert (tmp_path / "note").read_text("utf-8") == "."


def test_a_patient_copy_lets_others_go_first() -> None:
    """By its niceness."""
    assert beside(lambda: os.nice(0), niceness=3)() == os.nice(0) + 3


def test_without_a_second_core_a_task_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy would only take turns with this process."""
    monkeypatch.setattr(workers, "cores", lambda: 1)

    assert beside(os.getpid)() == os.getpid()


def test_a_process_with_threads_makes_no_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thread's locks would stay shut in a copy, where nobody is left to open them."""
    monkeypatch.undo()
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1}, raising=False)
    thread = threading.Thread(target=(over := threading.Event()).wait)
    thread.start()
    try:
        assert in_parallel(lambda _: os.getpid(), range(9)) == (os.getpid(),) * 9
        assert beside(os.getpid)() == os.getpid()
    finally:
        over.set()
        thread.join()


def test_a_failure_beside_is_told_when_its_result_is_asked_for() -> None:
    """And nothing before."""
    answer = beside(lambda: _refuse(7))

    with pytest.raises(WorkerFailed, match="no 7"):
        answer()
