"""A process that ends without taking its objects apart still does all it has to."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import atexit, gc, sys
from dure.ending import leave_all_standing
class Held:
    def __del__(self): print("taken apart")
gc.disable()
held = [Held()]
atexit.register(lambda: print("others are called"))
{}
print("said", end="")
sys.exit(3)
"""


def _ended(line: str) -> tuple[str, int]:
    done = subprocess.run(
        [sys.executable, "-c", CODE.format(line)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout, done.returncode


def test_nothing_is_taken_apart() -> None:
    """What was said is written, others are called, and the status is the same."""
    assert _ended("") == ("saidothers are called\ntaken apart\n", 3)
    assert _ended("atexit.register(leave_all_standing)") == ("saidothers are called\n", 3)
