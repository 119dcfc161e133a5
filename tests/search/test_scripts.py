"""The browser's modules: their types hold, they are short, and each bundle has them all."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dure.search.bundle import OFFLINE, ONLINE, classic, offline_script, online_module

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parents[2] / "hooks/dure/assets/search"
SCRIPTS = sorted(FOLDER.glob("*.js"))
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


@pytest.mark.parametrize(
    ("bundle", "left_out"),
    [
        (OFFLINE, {"pagefind-backend.js", "pagefind-files.js", "search-start.js", "types.js"}),
        (ONLINE, {"offline-backend.js", "search-start.js", "types.js"}),
    ],
)
def test_a_bundle_has_every_module_after_those_it_uses(
    bundle: tuple[str, ...], left_out: set[str]
) -> None:
    """It is one script: a module that comes too late is not there yet."""
    assert {path.name for path in SCRIPTS} - left_out == set(bundle)
    for at, name in enumerate(bundle):
        text = (FOLDER / name).read_text(encoding="utf-8")
        used = set(re.findall(r'^(?:import|\}).*from "\./([\w-]+\.js)"', text, re.MULTILINE))
        assert used <= set(bundle[:at]), name


@pytest.mark.parametrize(
    ("module", "inside"),
    [
        ('import { a } from "./b.js";\nexport const c = a;',
         'const { a } = modules["b.js"];\nconst c = a;\nreturn { c };'),
        ('import {\n  a, b,\n} from "./c.js";\n',
         'const {\n  a, b,\n} = modules["c.js"];\n\nreturn {  };'),
        ("/** Why. */\nexport async function f() {}\nexport class G {}",
         "async function f() {}\nclass G {}\nreturn { f, G };"),
        ("/**\n * @returns {x}\n */\nlet a;\n  // why\nlet b = 1; // how",
         "let a;\nlet b = 1; // how\nreturn {  };"),
        ("f((/** @type {x} */ y) => /** @type {z} */ (y));", "f((y) => (y));\nreturn {  };"),
        ('let a = "//", b = /\\/\\//u, c = "https://x";',
         'let a = "//", b = /\\/\\//u, c = "https://x";\nreturn {  };'),
    ],
)  # fmt: skip
def test_a_module_is_joined_without_its_comments(module: str, inside: str) -> None:
    """What is exported comes back, what is imported is there; strings stay as they are."""
    assert classic("m.js", module) == f'modules["m.js"] = (() => {{\n{inside}\n}})();\n'


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_line_of_a_text_can_pass_for_a_comment(path: Path) -> None:
    """Texts end on their line, so that a line that begins as a comment is one."""
    text = re.sub(r"/\*\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("//")]
    assert [line for line in lines if line.count("`") % 2] == []


@pytest.mark.slow
@pytest.mark.parametrize("bundle", [offline_script, online_module])
def test_a_bundle_is_a_script(bundle: Callable[[], bytes], tsc: str, tmp_path: Path) -> None:
    """The checker reads it to its end and knows every name in it."""
    script = tmp_path / "bundle.mjs"
    script.write_bytes(bundle())
    loose = ("--noEmit", "--allowJs", "--checkJs", *FLAGS[FLAGS.index("--target") :])

    done = subprocess.run([tsc, *loose, str(script)], capture_output=True, text=True, check=False)
    wrong = re.findall(r"error TS(1\d{3}|2304|2451|2300): .*", done.stdout)
    assert wrong == [], done.stdout


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_module_is_short(path: Path) -> None:
    """Two hundred and fifty lines are what one can hold in mind."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250
