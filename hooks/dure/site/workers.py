"""Work on several cores: one copy of this process a task, where the system can make copies."""

from __future__ import annotations

import os
import pickle
import sys
import traceback
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

A = TypeVar("A")
R = TypeVar("R")


class WorkerFailed(RuntimeError):
    """A copy of the process failed; the message is what it said."""


def in_parallel(task: Callable[[A], R], inputs: Iterable[A]) -> tuple[R, ...]:
    """`task` of each input, in order; a copy sees all that stands in memory and alters none of it.

    The first input is worked on here. Raises `WorkerFailed` where a copy does.
    """
    first, *others = inputs
    if not hasattr(os, "fork"):
        return (task(first), *map(task, others))
    copies = [_start(task, one) for one in others]
    try:
        own = task(first)
    finally:
        answers = [_finish(*copy) for copy in copies]
    return (own, *(cast(R, _result(answer)) for answer in answers))


def _start(task: Callable[[A], R], one: A) -> tuple[int, BinaryIO]:
    """Begins a copy; returns its process id and where its answer will come."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, os.fdopen(reading, "rb")
    _work(task, one, writing)
    raise AssertionError("a copy never returns")


def _work(task: Callable[[A], R], one: A, writing: int) -> None:
    """What a copy does; it leaves without running anything of its parent's."""
    try:
        answer = pickle.dumps((True, task(one)))
    except BaseException:  # noqa: BLE001 - whatever it was, the parent must hear of it
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
