"""Modules loaded late."""

from __future__ import annotations

import subprocess
import sys

import pytest

from dure.later import later


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_module_is_loaded_when_it_is_used() -> None:
    """Naming it loads nothing; using it loads it, for everybody who imports it as ever."""
    code = (
        "import sys; from dure.later import later; module = later('dure.check');"
        "print('msgspec' in sys.modules); module.check_data; print('msgspec' in sys.modules);"
        "from dure.check import check_data; print(check_data is module.check_data)"
    )
    assert _run(code).split() == ["False", "True", "True"]


def test_a_module_that_is_there_stays_the_same() -> None:
    """Two copies of a class would not know each other."""
    assert later("dure.later") is sys.modules["dure.later"]


def test_a_misspelt_name_is_told_at_once() -> None:
    """Not in the middle of a build."""
    with pytest.raises(ModuleNotFoundError):
        later("dure.no_such_module")


def test_the_hooks_load_little_before_they_are_used() -> None:
    """A build without a change needs neither records nor pages, and answers at once."""
    code = (
        "import sys; sys.path.insert(0, 'hooks'); import mkdocs_hooks;"
        "print(*[m for m in ('PIL', 'dure.records', 'dure.views', 'fontTools')"
        " if m in sys.modules])"
    )
    assert _run(code) == ""
