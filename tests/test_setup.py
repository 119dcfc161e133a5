"""The set-up: locks, the walls between the rooms, and what an installed copy contains."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import distributions
from typing import TYPE_CHECKING

import pytest
from packaging.specifiers import SpecifierSet

from dure.site.sources import LIBRARIES

if TYPE_CHECKING:
    from pathlib import Path

LOCKS = ("runtime", "dev")
INSIDE = "hooks/dure/site/pages.py"
EDGE = "hooks/mkdocs_hooks.py"


def _ruff_codes(root: Path, path: str, source: str) -> set[str]:
    """The rules that `source` would break if it stood at `path`, under the project's settings."""
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format=json"]
    done = subprocess.run(
        [*command, f"--stdin-filename={root / path}", "-"],
        input=source,
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    return {finding["code"] for finding in json.loads(done.stdout)}


def _pins(lock: Path) -> dict[str, tuple[str, int]]:
    """Each locked package with its version and the number of its hashes."""
    entries = re.split(r"^(?=[a-z0-9])", lock.read_text("utf-8"), flags=re.MULTILINE)
    found = (re.match(r"([a-z0-9._-]+)==(\S+)", entry) for entry in entries)
    return {m[1]: (m[2], m.string.count("--hash=sha256:")) for m in found if m}


def _wanted(source: Path) -> set[str]:
    """The packages a person asked for, without versions and extras."""
    lines = (line.strip() for line in source.read_text("utf-8").splitlines())
    return {re.split(r"[\[<>=~!]", line)[0] for line in lines if line and line[0] not in "#-"}


@pytest.mark.parametrize(
    "line",
    [
        "import mkdocs",
        "import mkdocs.config",
        "from mkdocs.structure.files import File",
        "import properdocs",
        "from material.extensions import emoji",
    ],
)
def test_only_the_edge_may_import_mkdocs(root: Path, line: str) -> None:
    """What outlives MkDocs and its theme must not know them."""
    assert "TID251" in _ruff_codes(root, INSIDE, f"{line}\n")
    assert "TID251" not in _ruff_codes(root, EDGE, f"{line}\n")


def test_a_type_check_is_no_way_round_the_wall(root: Path) -> None:
    """An import for typing only ties the library to MkDocs all the same."""
    source = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import mkdocs\n"
    assert "TID251" in _ruff_codes(root, INSIDE, source)


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes(root: Path, name: str) -> None:
    """A changed archive must not install."""
    pins = _pins(root / f"requirements/{name}.txt")
    assert len(pins) > 20
    assert [package for package, (_, hashes) in pins.items() if not hashes] == []


def test_another_version_of_what_a_site_is_made_with_makes_it_anew(root: Path) -> None:
    """Only what writes nothing of it may change unseen."""
    writes_nothing = {"click", "pymdown-extensions", "setuptools", "watchdog"}
    assert _wanted(root / "requirements/runtime.in") - set(LIBRARIES) == writes_nothing


def test_no_group_is_held_fast_by_a_pattern(root: Path) -> None:
    """Debian 12 has Python 3.11.2, where `(...)*+` and `(?>...)` match the wrong letters.

    Fixed in 3.11.5 (python/cpython#106052). A single letter or class may be held: `[^:]*+`.
    """
    files = (root / "hooks").rglob("*.py")
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8"))))
    texts = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    held = re.compile(r"(?<!\\)\)(?:[*+?]|\{[\d,]+\})\+|\(\?>")
    assert any("*+" in text for text in texts)
    assert held.search("(?:ab)*+")
    assert held.search("(?:ab){2,}+")
    assert [text for text in texts if held.search(text)] == []


@pytest.mark.parametrize("python", ["3.11.2", "3.14.0"])
def test_every_locked_package_installs_with_a_python_that_may_be_used(
    root: Path, python: str
) -> None:
    """The first is Debian 12's. Which versions a package admits only the installed one tells."""
    pins = {name for lock in LOCKS for name in _pins(root / f"requirements/{lock}.txt")}
    wanted = {
        found.name.lower().replace("_", "-"): SpecifierSet(found.metadata["Requires-Python"] or "")
        for found in distributions()
    }
    assert len(pins & wanted.keys()) > 60
    assert [name for name in pins & wanted.keys() if not wanted[name].contains(python)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_wanted_package_is_locked(root: Path, name: str) -> None:
    """A name added to the .in file needs `make lock`."""
    wanted = _wanted(root / f"requirements/{name}.in")
    assert wanted
    assert wanted <= _pins(root / f"requirements/{name}.txt").keys()


def test_the_locks_agree_on_what_they_share(root: Path) -> None:
    """Tests must run on the versions the site is built with."""
    runtime, dev = (_pins(root / f"requirements/{name}.txt") for name in LOCKS)
    shared = runtime.keys() & dev.keys()
    assert shared
    assert [name for name in shared if runtime[name] != dev[name]] == []


@pytest.mark.parametrize(
    "name", ["requirements", "pyproject.toml", "Makefile", ".ci/run", ".pre-commit-config.yaml"]
)
def test_the_set_up_names_no_address(root: Path, name: str) -> None:
    """Packages come from whatever index the machine is set to, also a mirror inside an office."""
    path = root / name
    files = [path] if path.is_file() else sorted(path.iterdir())
    assert files
    assert [file for file in files if re.search(r"\w+://\w", file.read_text("utf-8"))] == []


def test_ci_runs_what_the_readme_says(root: Path) -> None:
    """Two commands, and no others, stand between a clone and a proven site."""
    script = root / ".ci/run"
    lines = script.read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("make")] == ["make", "make test"]
    assert "set -euo pipefail" in lines
    assert os.access(script, os.X_OK)


@pytest.mark.parametrize(
    "target", ["site", "test", "test-fast", "serve", "check", "clean", "lock", "format", "help"]
)
def test_make_help_explains(root: Path, target: str) -> None:
    """The Makefile documents itself."""
    done = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert re.search(rf"^make {target} +\S", done.stdout, re.MULTILINE)


def test_the_command_leads_to_the_library(root: Path) -> None:
    """`dure` is the module's own entry, so `python -m dure` is the same program."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["scripts"] == {"dure": "dure.__main__:main"}


@pytest.mark.slow
def test_an_installed_copy_has_every_file_of_the_library(root: Path, tmp_path: Path) -> None:
    """Templates, messages and fonts travel with the code."""
    sources = tmp_path / "sources"
    skipped = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for folder in ("hooks", "requirements"):
        shutil.copytree(root / folder, sources / folder, ignore=skipped)
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(root / name, sources / name)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    subprocess.run(
        [*command, "--no-build-isolation", f"--wheel-dir={tmp_path}", str(sources)], check=True
    )
    with zipfile.ZipFile(next(tmp_path.glob("dure-*.whl"))) as wheel:
        packed = {name for name in wheel.namelist() if name.startswith("dure/")}
    library = sources / "hooks"
    files = {
        p.relative_to(library).as_posix() for p in (library / "dure").rglob("*") if p.is_file()
    }
    assert "dure/fonts/LICENSE.txt" in files
    assert files == packed
