"""Tasks in copies of this process, two at a time.

The typesetter holds what it has laid out until its process ends, and Python keeps it from working
side by side in one. A copy also sees the catalogue without its being sent. Nothing is typeset in
the process itself: copies of one in which the typesetter has threads would wait for them for ever.
"""

from __future__ import annotations

import gc
import multiprocessing
import traceback
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


class CopyFailed(RuntimeError):
    """A copy of the process failed; the message is what it said."""


def each_apart(
    task: Callable[[A], R], inputs: Sequence[A], known: type[Exception] = CopyFailed
) -> list[R]:
    """`task` of each input, in order; every input is tried.

    Raises `known` with what all tasks said that raised it, one a line, or `CopyFailed`
    with the first fault that was not foreseen.
    """
    if "fork" not in multiprocessing.get_all_start_methods():
        return [task(one) for one in inputs]
    answers = _answers(task, inputs, known)
    if broken := [str(said) for how, said in answers if how == "broken"]:
        raise CopyFailed(broken[0])
    refused = [str(said) for how, said in answers if how == "refused"]
    if refused:
        raise known("\n".join(refused))
    return [cast("R", result) for _, result in answers]


def _answers(
    task: Callable[[A], R], inputs: Sequence[A], known: type[Exception]
) -> list[Answer]:
    waiting = list(enumerate(inputs))
    running: dict[Connection, tuple[int, BaseProcess]] = {}
    answers: dict[int, Answer] = {}
    try:
        while waiting or running:
            while waiting and len(running) < AT_ONCE:
                at, one = waiting.pop(0)
                reading, process = _started(task, one, known)
                running[reading] = at, process
            for ready in wait(list(running)):
                reading = cast("Connection", ready)
                at, process = running.pop(reading)
                answers[at] = _heard(reading, process)
    finally:
        for _, process in running.values():
            process.terminate()
    return [answer for _, answer in sorted(answers.items(), key=lambda found: found[0])]


def _started(
    task: Callable[[A], R], one: A, known: type[Exception]
) -> tuple[Connection, BaseProcess]:
    context = multiprocessing.get_context("fork")
    reading, writing = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(task, one, known, writing))
    process.start()
    writing.close()
    return reading, process


def _work(
    task: Callable[[A], R], one: A, known: type[Exception], writing: Connection
) -> None:
    """What a copy does; it ends before there is much to clear up, and looking would copy more."""
    gc.disable()
    answer: Answer
    try:
        answer = "done", task(one)
    except known as error:
        answer = "refused", str(error)
    except BaseException:  # noqa: BLE001 - whatever it was, the parent must hear of it
        answer = "broken", traceback.format_exc()
    writing.send(answer)
    writing.close()


def _heard(reading: Connection, process: BaseProcess) -> Answer:
    try:
        answer = cast("Answer", reading.recv())
    except EOFError:
        answer = "broken", "the copy ended without an answer"
    reading.close()
    process.join()
    return answer
