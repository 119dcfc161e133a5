"""Our own builds as tasks: projects of any size, the real catalogue, what each begins with."""

from __future__ import annotations

import shutil
import sys
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.measure import Task
from benchmarks.synthetic import ROOT, write_province

if TYPE_CHECKING:
    from pathlib import Path

MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
PAGES = (*MKDOCS, "--config-file", "pages.yml")
SITE = (*MKDOCS, "--config-file", "site.yml")
_SETTINGS = "INHERIT: mkdocs.yml\nextra: {{data: data, search: {}, booklets: false}}\n"
EDITED = "made-up-00010"
_WORDS = ("스스로 점검", "늘 점검")


def project(folder: Path, number: int) -> Path:
    """A project of ours with so many enterprises; code, theme and pages are the real ones."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("hooks", "overrides", "docs"):
        _link(folder / name, ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name, search in (("pages", "false"), ("site", "true")):
        (folder / f"{name}.yml").write_text(_SETTINGS.format(search), "utf-8")
    if number:
        write_province(number, folder / "data")
    else:
        _link(folder / "data", ROOT / "data")
    return folder


def _link(link: Path, target: Path) -> None:
    link.unlink(missing_ok=True)
    link.symlink_to(target)


def tasks(folder: Path, most_edits: int = 99) -> list[Task]:
    """Pages only: anew, again without a change, again with one record edited."""
    return [
        Task("cold", PAGES, folder, partial(forget, folder)),
        Task("no change", PAGES, folder),
        Task("one edit", PAGES, folder, partial(edit, folder), most_edits),
    ]


def search_task(folder: Path) -> Task:
    """Pages and search, anew."""
    return Task("search", SITE, folder, partial(forget, folder))


def first_task(folder: Path) -> Task:
    """The first build on a machine: no fonts cut and none of our code compiled yet."""
    first = project(folder.with_name(f"first-{folder.name}"), 0)
    _link(first / "data", folder / "data")
    (first / "hooks").unlink()
    return Task("first", PAGES, first, partial(_fresh, first), 1,
                {"PYTHONPATH": str(first / "hooks")})  # fmt: skip


def real_tasks(folder: Path) -> tuple[list[Task], list[Task]]:
    """The real catalogue: pages, pages and search; then all with booklets, and again unchanged."""
    anew = [
        Task("pages", PAGES, folder, partial(forget, folder)),
        Task("site", SITE, folder, partial(forget, folder)),
    ]
    whole = Task("everything", MKDOCS, folder, partial(forget, folder), 1)
    return anew, [whole, Task("everything again", MKDOCS, folder)]


def forget(folder: Path) -> None:
    """No site and nothing known of one; fonts stay, as they are cut once for a set of letters."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    build = folder / "build"
    for kept in build.iterdir() if build.is_dir() else ():
        if kept.is_file():
            kept.unlink()
        elif kept.name != "fonts":
            shutil.rmtree(kept)


def settle(folder: Path) -> Task:
    """Undoes an edit; the task makes the site of the data as they were, unless it stands."""
    if _WORDS[1] in _edited(folder).read_text("utf-8"):
        edit(folder)
    return Task("settle", PAGES, folder)


def _edited(folder: Path) -> Path:
    return next((folder / "data" / "enterprises").rglob(f"{EDITED}.yml"))


def edit(folder: Path) -> None:
    """Another word in one record, so that each run has something to do."""
    path = _edited(folder)
    text = path.read_text("utf-8")
    old, new = _WORDS if _WORDS[0] in text else _WORDS[::-1]
    path.write_text(text.replace(old, new), "utf-8")


def _fresh(first: Path) -> None:
    for name in ("site", "build", "hooks"):
        shutil.rmtree(first / name, ignore_errors=True)
    shutil.copytree(ROOT / "hooks", first / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
