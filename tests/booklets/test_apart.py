"""Copies of the process: their answers, their faults, and how many there are."""

from __future__ import annotations

import os

import pytest

from dure.booklets import apart
from dure.booklets.apart import CopyFailed, each_apart


class Refused(RuntimeError):
    """A fault that is foreseen."""


def test_answers_come_in_the_order_of_the_inputs() -> None:
    """Whoever is done first."""
    assert each_apart(lambda n: n * n, [3, 1, 2, 5, 4]) == [9, 1, 4, 25, 16]


def test_nothing_is_done_in_the_process_itself_and_copies_are_used_again() -> None:
    """Two copies for nine tasks."""
    workers = each_apart(lambda _: os.getpid(), range(9))
    assert os.getpid() not in workers
    assert len(set(workers)) <= apart.AT_ONCE


def test_a_copy_that_has_grown_too_large_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the typesetter keeps is freed with its process."""
    monkeypatch.setattr(apart, "MOST_KIB", 0)
    workers = each_apart(lambda _: os.getpid(), range(5))
    assert len(set(workers)) == 5


def test_every_input_is_tried_and_every_refusal_told() -> None:
    """Staff mend all of them at once."""

    def task(n: int) -> int:
        if n % 2:
            raise Refused(f"not {n}")
        return n

    with pytest.raises(Refused) as error:
        each_apart(task, [1, 2, 3, 4], Refused)
    assert error.value.args == ("not 1", "not 3")


def test_an_unforeseen_fault_is_told_with_its_place() -> None:
    """The traceback of the copy."""
    with pytest.raises(CopyFailed, match=r"ZeroDivisionError"):
        each_apart(lambda n: 1 // n, [1, 0], Refused)


def test_a_copy_that_ends_without_an_answer_is_told() -> None:
    """As when the machine runs out of memory."""
    with pytest.raises(CopyFailed, match="ended without an answer"):
        each_apart(lambda n: os._exit(1) if n == 2 else n, [1, 2, 3, 4], Refused)
