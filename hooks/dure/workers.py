"""Work on all cores: copies of this process, where the system can make them, share a row of tasks.

Each takes the next task when it has done one, so that none waits for another's long one. What is
wanted later can be begun beside what this process does meanwhile. A preview, which has threads,
does everything itself: their locks would stay shut in a copy.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import struct
import sys
import threading
import traceback
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

A = TypeVar("A")
R = TypeVar("R")
_TICKET = struct.Struct("H")
"""A task's number, as it passes through a pipe: two bytes are never torn apart."""
_MOST = 4096
"""Tickets; they must fit into the pipe together, which holds 16 KB at least."""
_at_work: set[int] = set()
"""Copies that nobody has waited for yet."""


class WorkerFailed(RuntimeError):
    """A copy of the process failed; the message is what it said."""


def cores() -> int:
    """How many this process may use, with copies of it."""
    if threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_parallel(task: Callable[[A], R], inputs: Iterable[A]) -> tuple[R, ...]:
    """`task` of each input, in order; a copy sees all that stands in memory and alters none of it.

    This process works too. Raises `WorkerFailed` where a copy does.
    """
    return begun(task, inputs)()


def begun(
    task: Callable[[A], R], inputs: Iterable[A], niceness: int = 0
) -> Callable[[], tuple[R, ...]]:
    """As `in_parallel`, but this process joins the copies when the results are asked for.

    With a `niceness` (POSIX) the copies let others have the cores first.
    """
    row = tuple(inputs)
    copies = min(cores(), len(row))
    if copies < 2 or len(row) > _MOST or not hasattr(os, "fork"):
        return lambda: tuple(task(one) for one in row)
    tickets = _tickets(len(row))
    work = partial(_work, task, row, tickets)
    started = [_start(partial(work, os.getpid()), niceness) for _ in range(copies - 1)]

    def joined() -> tuple[R, ...]:
        try:
            done = work()
        finally:
            answers = [_finish(*copy) for copy in started]
            os.close(tickets)
        for answer in answers:
            done |= cast("dict[int, R]", _result(answer))
        return tuple(done[at] for at in range(len(row)))

    return joined


def beside(task: Callable[[], R], niceness: int = 0) -> Callable[[], R]:
    """Begins a task in a copy; what is returned waits for its result, or for `WorkerFailed`.

    Without a second core the task is done when its result is asked for. With a `niceness` (POSIX)
    the copy lets others have the cores first.
    """
    if cores() < 2 or not hasattr(os, "fork"):
        return task
    copy = _start(task, niceness)
    return lambda: cast("R", _result(_finish(*copy)))


def _tickets(number: int) -> int:
    """A pipe with a ticket for each task."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(map(_TICKET.pack, range(number))))
    os.close(writing)
    return reading


def _taken(tickets: int, parent: int = 0) -> Iterator[int]:
    """Tickets, one after another, while there are any, and while the `parent` of a copy lives.

    One that was killed may have been begun again, and writes where the copy would.
    """
    while (not parent or os.getppid() == parent) and (ticket := os.read(tickets, _TICKET.size)):
        yield _TICKET.unpack(ticket)[0]


def _work(
    task: Callable[[A], R], row: tuple[A, ...], tickets: int, parent: int = 0
) -> dict[int, R]:
    """What one process does; a copy names its parent."""
    try:
        return {at: task(row[at]) for at in _taken(tickets, parent)}
    finally:
        list(_taken(tickets))  # after a failure nobody need go on


def _start(work: Callable[[], object], niceness: int = 0) -> tuple[int, BinaryIO]:
    """Begins a copy; returns its process id and where its answer will come."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        _at_work.add(pid)
        os.close(writing)
        return pid, os.fdopen(reading, "rb")
    try:
        os.close(reading)
        os.nice(niceness)
        _answer(work, writing)
    finally:
        os._exit(0)  # without running anything of its parent's, which may have ended
    raise AssertionError("a copy never returns")


def _answer(work: Callable[[], object], writing: int) -> None:
    """What a copy does."""
    try:
        answer = pickle.dumps((True, work()))
    except BaseException:  # noqa: BLE001 - whatever it was, the parent must hear of it
        answer = pickle.dumps((False, traceback.format_exc()))
    with os.fdopen(writing, "wb") as out:
        out.write(answer)


def _finish(pid: int, reading: BinaryIO) -> bytes:
    with reading:
        answer = reading.read()
    os.waitpid(pid, 0)
    _at_work.discard(pid)
    return answer


@atexit.register
def _end_all() -> None:
    """After a failure nobody asks for what was begun: no copy goes on writing on its own."""
    for pid in _at_work:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)


def _result(answer: bytes) -> object:
    done, result = pickle.loads(answer) if answer else (False, "the copy ended without an answer")  # noqa: S301 - our own copy wrote it
    if not done:
        raise WorkerFailed(result)
    return result
