"""The browser's modules: their types hold, they are short, and the offline copy has them all."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dure.search.offline import MODULES

FOLDER = Path(__file__).parents[2] / "hooks/dure/assets/search"
SCRIPTS = sorted(FOLDER.glob("*.js"))
ONLINE_ONLY = {"pagefind-backend.js", "pagefind-files.js", "search-start.js", "types.js"}
FLAGS = ("--noEmit", "--allowJs", "--checkJs", "--strict", "--target", "es2022", "--lib",
         "es2022,dom,dom.iterable", "--module", "nodenext")  # fmt: skip


@pytest.fixture(scope="module")
def tsc() -> str:
    """TypeScript's checker: `DURE_TSC`, else what is installed; its absence is a failure."""
    path = os.environ.get("DURE_TSC") or shutil.which("tsc")
    if path is None or not os.access(path, os.X_OK):
        pytest.fail(
            f"no TypeScript checker ({path or 'tsc'}). Remedy: `make test` installs it on Debian "
            "(apt-get install node-typescript); elsewhere set DURE_TSC to the path of a tsc",
            pytrace=False,
        )
    return path


@pytest.mark.slow
def test_the_types_in_the_comments_hold(tsc: str) -> None:
    """Without a build step the comments are the only types; they are checked, not trusted."""
    done = subprocess.run([tsc, *FLAGS, *map(str, SCRIPTS)], capture_output=True, text=True,
                          check=False)  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_a_wrong_type_is_noticed(tsc: str, tmp_path: Path) -> None:
    """The check would be worth nothing if it passed everything."""
    wrong = tmp_path / "wrong.js"
    wrong.write_text("/** @type {number} */\nexport const n = 'one';\n", encoding="utf-8")

    done = subprocess.run([tsc, *FLAGS, str(wrong)], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "not assignable" in done.stdout


def test_the_offline_copy_has_every_module_after_those_it_uses() -> None:
    """It is one script: a module that comes too late is not there yet."""
    assert {path.name for path in SCRIPTS} - ONLINE_ONLY == set(MODULES)
    for at, name in enumerate(MODULES):
        text = (FOLDER / name).read_text(encoding="utf-8")
        used = set(re.findall(r'^(?:import|\}).*from "\./([\w-]+\.js)"', text, re.MULTILINE))
        assert used <= set(MODULES[:at]), name


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_module_is_short(path: Path) -> None:
    """Two hundred and fifty lines are what one can hold in mind."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250
