"""What every test may ask for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable

# The same examples every time and no stop-watch: a red test is red for everybody.
settings.register_profile("dure", deadline=None, derandomize=True, database=None)
settings.load_profile("dure")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root folder."""
    return ROOT


@dataclass(frozen=True)
class Project:
    """A copy of the project that a test may build and break."""

    folder: Path

    @property
    def site(self) -> Path:
        """Where its site is built."""
        return self.folder / "site"

    def build(self, tool: str = "mkdocs") -> subprocess.CompletedProcess[str]:
        """Runs the strict build as `make` does, its words kept for the test."""
        return subprocess.run(
            [sys.executable, "-m", tool, "build", "--strict", "--config-file", "mkdocs.yml"],
            cwd=self.folder,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
        )


def copy_project(folder: Path, data: Path, docs: Path) -> Project:
    """The project's own files with the given records and hand-written pages."""
    settings_ = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    settings_["nav"] = [uri for uri in settings_["nav"] if (docs / uri).is_file()]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings_, allow_unicode=True), "utf-8")
    for name in ("hooks", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(data, folder / "data")
    shutil.copytree(docs, folder / "docs")
    return Project(folder)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real data, built once for the whole run."""
    project = copy_project(tmp_path_factory.mktemp("real"), ROOT / "data", ROOT / "docs")
    done = project.build()
    assert done.returncode == 0, done.stdout + done.stderr
    return project.site


@pytest.fixture
def small_project(tmp_path: Path) -> Callable[[], Project]:
    """Makes a project over the small made-up data of `tests/data`."""

    def make() -> Project:
        folder = tmp_path / "project"
        folder.mkdir()
        return copy_project(folder, ROOT / "tests" / "data", ROOT / "tests" / "pages")

    return make
