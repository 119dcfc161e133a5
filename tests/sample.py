"""The small made-up data folder beside this file, whole or with one thing broken."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dure.check import check_data
from dure.problems import describe
from dure.views.reader import Reader

if TYPE_CHECKING:
    from dure.catalogue import Catalogue

DATA = Path(__file__).parent / "data"


@cache
def catalogue() -> Catalogue:
    """The sample's catalogue; nothing is wrong with it."""
    checked = check_data(DATA)
    assert checked.catalogue is not None, [describe(p, "en") for p in checked.problems]
    return checked.catalogue


def reader(lang: str) -> Reader:
    """The sample in one language."""
    return Reader(catalogue(), lang)


def copied(folder: Path) -> Path:
    """A copy of the sample that a test may break."""
    return Path(shutil.copytree(DATA, folder / "data"))


def rewrite(root: Path, name: str, old: str, new: str) -> None:
    """Replaces the one place in a file of the copy where `old` stands."""
    path = root / name
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{name}: {old!r} stands {text.count(old)} times"
    path.write_text(text.replace(old, new), "utf-8")


def told(root: Path) -> list[str]:
    """Every problem of a data folder, as the `dure` command prints it."""
    return [describe(problem, "en") for problem in check_data(root).problems]
