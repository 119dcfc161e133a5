"""Building again: the same bytes as a clean build, and only what changed is written."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT, copy_project

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Project

pytestmark = [pytest.mark.build, pytest.mark.slow]

RECORD = "data/enterprises/gaon-haneul/sample-dure.yml"


def _replace(name: str, old: str, new: str) -> Callable[[Path, int], None]:
    """An edit of one file: `old` goes, `new` with the edit's number comes."""

    def edit(folder: Path, number: int) -> None:
        path = folder / name
        text = path.read_text("utf-8")
        path.write_text(text.replace(old, new.format(number)), "utf-8")

    return edit


def _write_a_new_letter(folder: Path, number: int) -> None:
    """The fonts are then others, and every page names them."""
    said, letter = "책자를 인쇄합니다.", chr(ord("갸") + number % 500)
    _replace(RECORD, said, said + letter)(folder, number)


def _add(folder: Path, number: int) -> None:
    text = (folder / "data/enterprises/gaon-bada/sample-bada.yml").read_text("utf-8")
    path = folder / f"data/enterprises/gaon-bada/added-{number}.yml"
    path.write_text(text.replace("name: {ko: '", f"name: {{ko: '{number} "), "utf-8")


def _remove(folder: Path, number: int) -> None:
    for path in sorted(folder.glob("data/enterprises/gaon-bada/added-*.yml"))[: 1 + number % 2]:
        path.unlink()


def _rename(folder: Path, number: int) -> None:
    for path in sorted(folder.glob("data/enterprises/gaon-bada/added-*.yml"))[:1]:
        path.rename(path.with_name(f"added-renamed-{number}.yml"))


def _damage(folder: Path, number: int) -> None:
    """Somebody edits the built site by hand, or a page of it is lost."""
    pages = sorted((folder / "site").rglob("*.html"))
    if pages and number % 2:
        pages[number % len(pages)].write_text("damaged", "utf-8")
    elif pages:
        pages[number % len(pages)].unlink()


def _tear_seal(folder: Path, number: int) -> None:
    """A run that was broken off while it wrote what it knows of the site."""
    seal = folder / "build" / "site.seal"
    if seal.is_file():
        seal.write_bytes(seal.read_bytes()[: number % 40])


EDITS: dict[str, Callable[[Path, int], None]] = {
    "nothing": lambda _folder, _number: None,
    "change a record": _replace(RECORD, "책자를 인쇄합니다.", "책자를 인쇄합니다. {}"),
    "change a name": _replace(RECORD, "ko: 가상 두레", "ko: {} 가상 두레"),
    "change an office": _replace("data/centres/bada-office.yml", "name: {ko: ", "name: {{ko: {} "),
    "change a term": _replace("data/vocabularies/sectors.yml", "ko: 인쇄", "ko: 인쇄 {}"),
    "write a new letter": _write_a_new_letter,
    "add": _add,
    "remove": _remove,
    "rename": _rename,
    "change a template": _replace(
        "hooks/dure/templates/pages/enterprise.html", "<h1>", "<h1 data-n={}>"
    ),
    "change the theme": _replace("overrides/partials/footer.html", "</footer>", "{}</footer>"),
    "change a style": _replace("hooks/dure/assets/css/00-tokens.css", ":root", "/* {} */ :root"),
    "change settings": _replace("data/site.yml", "tagline: {ko: ", "tagline: {{ko: {} "),
    "change code": _replace("hooks/dure/site/sitemap.py", "User-agent: *", "# {}\\nUser-agent: *"),
    "change a page": _replace("docs/about.md", "\n\n", "\n\n{} "),
    "damage the site": _damage,
    "tear the seal": _tear_seal,
}  # fmt: skip


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Cut fonts, shared by all projects: they take seconds, as booklets do, which are left out."""
    return tmp_path_factory.mktemp("fonts")


def _project(folder: Path, fonts: Path) -> Project:
    (folder / "build").mkdir(parents=True)
    (folder / "build" / "fonts").symlink_to(fonts)
    project = copy_project(folder, ROOT / "tests" / "data", ROOT / "tests" / "pages")
    settings_ = folder / "mkdocs.yml"
    text = settings_.read_text("utf-8")
    settings_.write_text(text.replace("data: data", "booklets: false\n  data: data"), "utf-8")
    return project


def _bytes(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _built(project: Project) -> dict[str, bytes]:
    done = project.build()
    assert done.returncode == 0, done.stdout + done.stderr
    return _bytes(project.site)


def _built_clean(project: Project) -> dict[str, bytes]:
    shutil.rmtree(project.site, ignore_errors=True)
    (project.folder / "build" / "site.seal").unlink(missing_ok=True)
    return _built(project)


@settings(max_examples=4, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=3, max_size=6, unique=True))
def test_after_any_edits_a_site_is_the_same_as_built_anew(fonts: Path, names: list[str]) -> None:
    """Whatever is edited between builds, nothing of an earlier build stays behind."""
    with TemporaryDirectory() as folder:
        again, anew = (_project(Path(folder) / name, fonts) for name in ("again", "anew"))
        _built(again)

        for number, name in enumerate(names):
            for project in (again, anew):
                EDITS[name](project.folder, number)

            assert _built(again) == _built_clean(anew), names[: number + 1]


@pytest.mark.parametrize("name", sorted(EDITS))
def test_after_each_kind_of_edit_a_site_is_the_same_as_built_anew(
    name: str, tmp_path: Path, fonts: Path
) -> None:
    """No kind of edit is overlooked, the second time either."""
    again, anew = (_project(tmp_path / folder, fonts) for folder in ("again", "anew"))
    EDITS["add"](again.folder, 0)
    EDITS["add"](anew.folder, 0)
    _built(again)
    EDITS[name](again.folder, 1)
    EDITS[name](anew.folder, 1)

    assert _built(again) == _built_clean(anew)


def _times(folder: Path) -> dict[str, tuple[int, int]]:
    found = ((path, path.stat()) for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): (facts.st_ino, facts.st_mtime_ns)
        for path, facts in found
    }


def test_only_files_that_changed_are_written(tmp_path: Path, fonts: Path) -> None:
    """An edit of one enterprise writes its pages, the lists that show it and its search entry."""
    project = _project(tmp_path / "project", fonts)
    before, times = _built(project), _times(project.site)
    EDITS["change a record"](project.folder, 1)

    after = _built(project)

    changed = {name for name in after if after[name] != before.get(name)}
    assert {name for name, time in _times(project.site).items() if time != times.get(name)} == (
        changed
    )
    pages = {name for name in changed if name.endswith(".html")}
    assert pages == {
        f"{root}{path}index.html"
        for root in ("", "en/")
        for path in ("enterprises/", "enterprises/sample-dure/")
        if changed & {f"{root}{path}index.html"}
    }
    assert "enterprises/sample-dure/index.html" in pages


def test_a_build_without_a_change_touches_nothing(tmp_path: Path, fonts: Path) -> None:
    """It says so, and every file keeps its time."""
    project = _project(tmp_path / "project", fonts)
    _built(project)
    times = _times(project.site)

    done = project.build()

    assert "nothing changed" in done.stderr
    assert _times(project.site) == times
