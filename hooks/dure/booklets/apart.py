"""Tasks in copies of this process, two at a time.

Python keeps the typesetter from working side by side in one process. A copy also sees the
catalogue without its being sent. Nothing is typeset in the process itself: copies of one in which
the typesetter has threads would wait for them for ever.
"""

from __future__ import annotations

import gc
import multiprocessing
import resource
import traceback
from collections import deque
from contextlib import suppress
from itertools import chain
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    Answer = tuple[str, object]

A = TypeVar("A")
R = TypeVar("R")
AT_ONCE = 2
MOST_KIB = 512 * 1024
"""What has been laid out stays in memory until its process ends: a copy that has grown to this is
replaced, so that none comes to the 1.5 GiB a small machine can spare."""


class CopyFailed(RuntimeError):
    """A copy of the process failed; the message is what it said."""


def each_apart(
    task: Callable[[A], R], inputs: Sequence[A], known: type[Exception] = CopyFailed
) -> list[R]:
    """`task` of each input, in order; every input is tried.

    Raises one `known` with the arguments of all that tasks raised, or `CopyFailed` with the
    first fault that was not foreseen.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        return [task(one) for one in inputs]
    answers = _answers(task, inputs, known)
    if broken := [str(said) for how, said in answers if how == "broken"]:
        raise CopyFailed(broken[0])
    refused = [cast("tuple[object, ...]", said) for how, said in answers if how == "refused"]
    if refused:
        raise known(*chain.from_iterable(refused))
    return [cast("R", result) for _, result in answers]


def _answers(task: Callable[[A], R], inputs: Sequence[A], known: type[Exception]) -> list[Answer]:
    waiting = deque(range(len(inputs)))
    running: dict[Connection, tuple[int, BaseProcess]] = {}
    answers: dict[int, Answer] = {}
    try:
        for _ in range(min(AT_ONCE, len(inputs))):
            _start(task, inputs, known, waiting, running)
        while running:
            for ready in wait(list(running)):
                wire = cast("Connection", ready)
                at, process = running.pop(wire)
                answers[at], full = _heard(wire)
                if waiting and not full:
                    _send(wire, process, waiting, running)
                    continue
                _let_go(wire, process)
                if waiting:
                    _start(task, inputs, known, waiting, running)
    finally:
        for _, process in running.values():
            process.terminate()
    return [answer for _, answer in sorted(answers.items(), key=lambda found: found[0])]


def _start(
    task: Callable[[A], R],
    inputs: Sequence[A],
    known: type[Exception],
    waiting: deque[int],
    running: dict[Connection, tuple[int, BaseProcess]],
) -> None:
    """A new copy with the next input."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(task, inputs, known, theirs), daemon=True)
    process.start()
    theirs.close()
    _send(ours, process, waiting, running)


def _send(
    wire: Connection,
    process: BaseProcess,
    waiting: deque[int],
    running: dict[Connection, tuple[int, BaseProcess]],
) -> None:
    at = waiting.popleft()
    running[wire] = at, process
    wire.send(at)


def _work(
    task: Callable[[A], R], inputs: Sequence[A], known: type[Exception], wire: Connection
) -> None:
    """What a copy does; it ends before there is much to clear up, and looking would copy more."""
    gc.disable()
    while (at := wire.recv()) is not None:
        answer: Answer
        try:
            answer = "done", task(inputs[at])
        except known as error:
            answer = "refused", error.args
        except BaseException:  # noqa: BLE001 - whatever it was, the parent must hear of it
            answer = "broken", traceback.format_exc()
        wire.send((answer, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > MOST_KIB))


def _heard(wire: Connection) -> tuple[Answer, bool]:
    """What a copy answered, and whether it must be replaced."""
    try:
        return cast("tuple[Answer, bool]", wire.recv())
    except (EOFError, ConnectionError):
        return ("broken", "the copy ended without an answer"), True


def _let_go(wire: Connection, process: BaseProcess) -> None:
    with suppress(ConnectionError):  # it may have ended already
        wire.send(None)
    wire.close()
    process.join()
