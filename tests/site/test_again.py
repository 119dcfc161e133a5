"""Building again: after any edits of records a site is as if built anew, and little is written."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dure.check import check_data
from dure.kept import keep
from dure.memory import remembered
from dure.site import build, files, finish
from dure.site.again import Handwritten, Known, unpacked
from dure.site.finish import Plan
from dure.site.pages import front_pages
from dure.site.seal import read
from dure.site.sources import sources_of
from tests import sample

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from dure.memory import Memory
    from dure.site.pages import Page


DURE, DURE_PAGE = "enterprises/gaon-haneul/sample-dure", "enterprises/sample-dure/index.html"


class _Assets(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return f"assets/{name}"


def _theme(context: Mapping[str, object]) -> str:
    """As little of a theme as pages need."""
    return f"<html lang={context['lang']}>@@dure:title@@ @@dure:body@@</html>"


@pytest.fixture(autouse=True)
def _small() -> Iterator[None]:
    """Lists are long at seven entries, and rows are kept; drawing cards takes long."""
    with (
        patch("dure.views.slices.LONG", 7),
        patch("dure.views.slices.PAGE", 3),
        patch("dure.views.rows.MOST_NEW", 2),
        patch.object(files, "_drawn", lambda _catalogue, _cache, _out: ()),
    ):
        yield


class _Project:
    """A folder with records, and the site made of them."""

    def __init__(self, folder: Path) -> None:
        self.data, self.site, self.folder = sample.copied(folder), folder / "site", folder
        for number in range(20):
            self.add(number)

    def path(self, number: int) -> Path:
        """Where a made-up record lies."""
        region = ("gaon-bada", "gaon-haneul")[number % 2]
        return self.data / "enterprises" / region / f"made-up-{number:02}.yml"

    def add(self, number: int, name: str = "") -> None:
        """A record with one to three products."""
        products = "".join(
            f"  - {{id: p{at}, name: {{ko: {name or number} 물건 {at}}}, "
            "procurement_class: goods}\n"
            for at in range(1 + number % 3)
        )
        self.path(number).write_text(
            f"name: {{ko: '가상 {name or number}', en: 'Fiction {name or number}'}}\n"
            f"region: {self.path(number).parent.name}\nproducts:\n{products}"
            "source: [{document: sample-guide-2022, where: 1쪽}]\n",
            "utf-8",
        )

    def build(self, *, anew: bool = False, memory: Memory | None = None) -> None:
        """The site as a build makes it, of the earlier one only what changed unless `anew`."""
        checked = check_data(self.data, memory)
        assert checked.catalogue is not None, checked.problems
        sources = sources_of(self.data, [], [])
        cache = self.folder / "cache"
        if anew:
            shutil.rmtree(cache, ignore_errors=True)
        plan = Plan(self.data, self.site, cache, sources, booklets=False, search=False, lang="ko")
        earlier = None if anew else read(plan.seal, self.site)
        same = earlier is not None and earlier.sources.frame == sources.frame
        known = unpacked(earlier.known) if earlier and same else Known(Handwritten(), {}, "", {})
        made_from = (checked.catalogue, (), _Assets(), _theme)
        site = build.Site(*made_from, cache=cache, marks=sources.marks)
        finish.finish(site, plan, known, _refuse, earlier if same else None)

    def bytes(self) -> dict[str, bytes]:
        """The site's files."""
        files = (path for path in self.site.rglob("*") if path.is_file())
        return {path.relative_to(self.site).as_posix(): path.read_bytes() for path in files}


def _refuse(problems: Iterable[str]) -> None:
    assert not list(problems)


def _renamed(project: _Project, number: int) -> None:
    if project.path(number).exists():
        project.path(number).rename(project.path(number).with_name(f"renamed-{number}.yml"))


def _renamed_and_told(project: _Project, number: int) -> None:
    """Its former address leads to the new one."""
    path = project.path(number)
    if path.exists():
        with path.open("a", encoding="utf-8") as record:
            record.write(f"former_ids: [{path.stem}]\n")
        _renamed(project, number)


def _takes_part(project: _Project, number: int) -> None:
    """The program's page names who takes part in it."""
    path = project.path(number)
    says = "participations: [{program: sample-loan, role: {ko: 참가}}]\n"
    if path.exists() and says not in path.read_text("utf-8"):
        path.write_text(path.read_text("utf-8") + says, "utf-8")


def _office(project: _Project, number: int) -> None:
    path = project.data / "centres" / "bada-office.yml"
    path.write_text(path.read_text("utf-8").replace("name: {ko: ", f"name: {{ko: {number} "))


def _settings(project: _Project, number: int) -> None:
    path = project.data / "site.yml"
    path.write_text(path.read_text("utf-8").replace("tagline: {ko: ", f"tagline: {{ko: {number} "))


def _damaged(project: _Project, number: int) -> None:
    pages = sorted(project.site.rglob("*.html"))
    pages[number % len(pages)].write_text("damaged", "utf-8")


EDITS: dict[str, Callable[[_Project, int], object]] = {
    "add": lambda project, number: project.add(20 + number),
    "change": lambda project, number: project.add(number, f"{number % 7} 바뀐"),
    "remove": lambda project, number: project.path(number).unlink(missing_ok=True),
    "rename": _renamed,
    "rename and tell": _renamed_and_told,
    "take part": _takes_part,
    "an office": _office,
    "settings": _settings,
    "damage": _damaged,
}  # fmt: skip


@pytest.mark.slow
@settings(max_examples=12)
@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 19)), max_size=4),
        min_size=1,
        max_size=3,
    )
)
def test_after_any_edits_a_site_is_the_same_as_built_anew(
    rounds: list[list[tuple[str, int]]],
) -> None:
    """Whatever is added, changed, renamed and removed, nothing of an earlier build stays behind."""
    with TemporaryDirectory() as folder:
        project = _Project(Path(folder))
        project.build()
        for edits in rounds:
            for name, number in edits:
                EDITS[name](project, number)
            project.build()
            again = project.bytes()
            project.build(anew=True)

            assert again == project.bytes(), edits


@pytest.mark.parametrize("name", sorted(EDITS))
def test_after_each_kind_of_edit_a_site_is_the_same_as_built_anew(
    name: str, tmp_path: Path
) -> None:
    """No kind of edit is overlooked."""
    project = _Project(tmp_path)
    project.build()
    EDITS[name](project, 3)
    project.build()
    again = project.bytes()

    project.build(anew=True)

    assert again == project.bytes()


def _stamps(project: _Project) -> dict[str, tuple[int, int]]:
    found = ((path, path.stat()) for path in project.site.rglob("*") if path.is_file())
    return {
        path.relative_to(project.site).as_posix(): (facts.st_ino, facts.st_mtime_ns)
        for path, facts in found
    }


def _built_again(project: _Project) -> tuple[set[str], set[str]]:
    """Files that a build writes, and pages it renders: of records, and later ones of lists."""
    before, drawn, write_page = _stamps(project), set(), build.write_page

    def seen(page: Page, *given: Any) -> None:
        drawn.add(page.head.address.file)
        write_page(page, *given)

    with patch.object(build, "write_page", seen), patch("dure.workers.cores", lambda: 1):
        project.build()
    after = _stamps(project)
    written = {name for name in before | after if after.get(name) != before.get(name)}
    return written, {name for name in drawn if _RECORD_OR_MORE.search(name)}


_RECORD_OR_MORE = re.compile(r"/page/|(enterprises|programs|centres)/[^/]+/index")
BOTH = ("", "en/")


def test_an_edit_writes_the_files_that_show_it_and_no_other(tmp_path: Path) -> None:
    """The record's pages, the pages of lists it stands on, and the indexes of the lists."""
    project = _Project(tmp_path)
    project.build()
    before = project.bytes()
    path = project.path(4)
    path.write_text(path.read_text("utf-8").replace("물건 1", "물건 1번"), "utf-8")

    written, drawn = _built_again(project)

    after = project.bytes()
    assert written == {name for name in after if after[name] != before[name]}
    assert written == {
        *(f"{root}enterprises/made-up-04/index.html" for root in BOTH),
        *(f"{root}{kind}/entries.js" for root in BOTH for kind in ("enterprises", "products")),
        *(name for name in _lists_of(project, "made-up-04") if "물건 1번" in after[name].decode()),
    }
    assert drawn == {
        *(f"{root}enterprises/made-up-04/index.html" for root in BOTH),
        *(name for name in _lists_of(project, "made-up-04") if "/page/" in name),
    }


def test_a_former_address_leads_to_the_new_one(tmp_path: Path) -> None:
    """In both languages, for as long as the record says so; no search engine is to list it."""
    project = _Project(tmp_path)
    project.build()
    _renamed_and_told(project, 4)
    project.build()

    for root, words in (("", "주소가 바뀌었습니다"), ("en/", "This page has moved")):
        page = (project.site / f"{root}enterprises/made-up-04/index.html").read_text("utf-8")
        back = "../" * (2 + root.count("/"))
        assert f'content="0; url={back}{root}enterprises/renamed-4/"' in page
        assert f'href="https://sample.example/{root}enterprises/renamed-4/"' in page
        assert words in page
        assert "noindex" in page
    assert "made-up-04" not in (project.site / "sitemap.xml").read_text("utf-8")

    renamed = project.path(4).with_name("renamed-4.yml")
    sample.rewrite(
        project.data, str(renamed.relative_to(project.data)), "former_ids: [made-up-04]", ""
    )
    project.build()
    assert not (project.site / "enterprises/made-up-04").exists()


def test_an_edit_draws_the_programs_that_name_the_record_and_no_other(tmp_path: Path) -> None:
    """One names it itself, the other is named by it."""
    project = _Project(tmp_path)
    project.build()
    sample.rewrite(project.data, f"{DURE}.yml", "phones:", "note: {ko: 덧붙인 말}\nphones:")

    written, drawn = _built_again(project)

    own = {f"{root}{DURE_PAGE}" for root in BOTH}
    programs = ("sample-growth", "sample-growth-school")
    assert written == own
    assert drawn == own | {f"{root}programs/{i}/index.html" for root in BOTH for i in programs}


def test_who_begins_to_take_part_is_named_on_the_page_of_the_program(tmp_path: Path) -> None:
    """Though the program's own record stays as it was."""
    project = _Project(tmp_path)
    project.build()
    _takes_part(project, 4)

    written, _ = _built_again(project)

    assert {f"{root}programs/sample-loan/index.html" for root in BOTH} < written


def _lists_of(project: _Project, record: str) -> set[str]:
    """Pages of lists that lead to a record."""
    found = {name: data.decode() for name, data in project.bytes().items() if "made-up" not in name}
    return {
        name
        for name, html in found.items()
        if name.endswith(".html") and f"enterprises/{record}/" in html
    }


def test_what_no_list_shows_draws_no_list(tmp_path: Path) -> None:
    """Nothing but the record's own pages is made where a note of it changes."""
    project = _Project(tmp_path)
    project.build()
    text = project.path(4).read_text("utf-8")
    project.path(4).write_text(f"{text}note: {{ko: 덧붙인 말}}\n", "utf-8")

    with patch.object(build, "front_pages", wraps=front_pages) as drawn:
        written, _ = _built_again(project)

    assert not drawn.mock_calls
    assert written == {f"{root}enterprises/made-up-04/index.html" for root in BOTH}


def test_an_edit_makes_no_record_but_the_edited(tmp_path: Path) -> None:
    """The others are listed by what was kept of them, besides those that share a page with it."""
    project = _Project(tmp_path)
    path = project.path(4)
    for at in range(2):
        memory = remembered(project.data, tmp_path / "memory")
        memory.began += 10**10
        path.write_text(path.read_text("utf-8").replace("물건 1", f"물건 1 {at}"), "utf-8")
        project.build(memory=memory)

    made = {entry.id for _, entry in memory.entries.values() if "record" in vars(entry)}
    others = {i for i in made if i.startswith("made-up-")}
    assert "made-up-04" in made
    assert len(others) < 15


@pytest.mark.parametrize("damage", ["torn", "foreign", "gone"])
def test_rows_that_are_not_whole_are_made_anew(damage: str, tmp_path: Path) -> None:
    """A broken-off run or another program leaves nothing that a list shows."""
    project = _Project(tmp_path)
    project.build()
    rows = tmp_path / "cache" / "rows"
    known = rows.read_bytes()
    if damage == "torn":
        rows.write_bytes(known[:-1])
    elif damage == "foreign":
        keep(rows, b"something else", known[20:])
    else:
        rows.unlink()
    project.add(4, "바뀐")
    project.build()
    again = project.bytes()

    project.build(anew=True)

    assert again == project.bytes()


def test_a_record_that_goes_takes_its_pages_along(tmp_path: Path) -> None:
    """No other record's page is made for it."""
    project = _Project(tmp_path)
    project.build()
    project.path(19).unlink()

    written, drawn = _built_again(project)

    gone = {f"{root}enterprises/made-up-19/index.html" for root in BOTH}
    assert gone < written
    assert not gone & project.bytes().keys()
    assert not [name for name in drawn if "made-up" in name]
    assert not list(project.site.glob("enterprises/made-up-19"))


def test_a_build_without_a_change_writes_nothing(tmp_path: Path) -> None:
    """Everything has the key it had."""
    project = _Project(tmp_path)
    project.build()

    assert _built_again(project) == (set(), set())


def test_a_site_touched_by_hand_is_made_anew(tmp_path: Path) -> None:
    """Its seal no longer fits."""
    project = _Project(tmp_path)
    project.build()
    before = project.bytes()
    os.utime(project.site / "index.html", ns=(1, 1))
    (project.site / "index.html").with_name("more.html").write_text("", "utf-8")

    written, _ = _built_again(project)

    assert "more.html" in written
    assert project.bytes() == before
