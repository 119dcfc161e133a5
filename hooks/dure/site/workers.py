"""Work on all cores: copies of this process, where the system can make them, share a row of tasks.

Each takes the next task when it has done one, so that none waits for another's long one.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
import traceback
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


class WorkerFailed(RuntimeError):
    """A copy of the process failed; the message is what it said."""


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_parallel(task: Callable[[A], R], inputs: Iterable[A]) -> tuple[R, ...]:
    """`task` of each input, in order; a copy sees all that stands in memory and alters none of it.

    This process works too. Raises `WorkerFailed` where a copy does.
    """
    row = tuple(inputs)
    copies = min(cores(), len(row))
    if copies < 2 or len(row) > _MOST or not hasattr(os, "fork"):
        return tuple(task(one) for one in row)
    tickets = _tickets(len(row))
    started = [_start(task, row, tickets) for _ in range(copies - 1)]
    try:
        done = _work(task, row, tickets)
    finally:
        list(_taken(tickets))  # after a failure nobody need go on
        answers = [_finish(*copy) for copy in started]
        os.close(tickets)
    for answer in answers:
        done |= cast("dict[int, R]", _result(answer))
    return tuple(done[at] for at in range(len(row)))


def _tickets(number: int) -> int:
    """A pipe with a ticket for each task."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(map(_TICKET.pack, range(number))))
    os.close(writing)
    return reading


def _taken(tickets: int) -> Iterator[int]:
    """Tickets, one after another, while there are any."""
    while ticket := os.read(tickets, _TICKET.size):
        yield _TICKET.unpack(ticket)[0]


def _work(task: Callable[[A], R], row: tuple[A, ...], tickets: int) -> dict[int, R]:
    """What one process does."""
    return {at: task(row[at]) for at in _taken(tickets)}


def _start(task: Callable[[A], R], row: tuple[A, ...], tickets: int) -> tuple[int, BinaryIO]:
    """Begins a copy; returns its process id and where its answer will come."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, os.fdopen(reading, "rb")
    _answer(task, row, tickets, writing)
    raise AssertionError("a copy never returns")


def _answer(task: Callable[[A], R], row: tuple[A, ...], tickets: int, writing: int) -> None:
    """What a copy does; it leaves without running anything of its parent's."""
    try:
        answer = pickle.dumps((True, _work(task, row, tickets)))
    except BaseException:  # noqa: BLE001 - whatever it was, the parent must hear of it
        list(_taken(tickets))
        answer = pickle.dumps((False, traceback.format_exc()))
    with os.fdopen(writing, "wb") as out:
        out.write(answer)
    os._exit(0)


def _finish(pid: int, reading: BinaryIO) -> bytes:
    with reading:
        answer = reading.read()
    os.waitpid(pid, 0)
    return answer


def _result(answer: bytes) -> object:
    done, result = pickle.loads(answer) if answer else (False, "the copy ended without an answer")  # noqa: S301 - our own copy wrote it
    if not done:
        raise WorkerFailed(result)
    return result
