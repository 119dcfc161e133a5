"""Building: what a failed run leaves behind, hostile data, the other engine, the preview."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.site.html import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Project

pytestmark = pytest.mark.build

HOSTILE = """\
name:
  ko: '<script>alert(1)</script> "가상" & {{ 7 * 7 }} 협동조합'
  en: '<b>Fiction</b> {% raw %}'
region: gaon-bada
summary: {ko: '"><img src=x onerror=alert(2)>', en: "'><svg onload=alert(3)>"}
source: [{document: sample-guide-2022, where: '</script><script>alert(4)</script>'}]
"""


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _forget(project: Project) -> None:
    """Takes the site and all that was kept of it away, so that the next build starts anew."""
    shutil.rmtree(project.site)
    shutil.rmtree(project.folder / "build")


def test_a_problem_in_the_data_leaves_the_earlier_site_untouched(
    small_project: Callable[[], Project],
) -> None:
    """The run fails, names the place, and `site/` is byte for byte what it was."""
    project = small_project()
    assert project.build().returncode == 0
    before = _bytes(project.site)
    (project.folder / "data" / "site.yml").write_text("title: {ko: 가상", "utf-8")

    done = project.build()

    assert done.returncode == 1
    assert "data/site.yml:" in done.stdout + done.stderr
    assert _bytes(project.site) == before


def test_a_broken_template_leaves_the_earlier_site_untouched(
    small_project: Callable[[], Project],
) -> None:
    """Even late in the build nothing of the old site is lost."""
    project = small_project()
    assert project.build().returncode == 0
    before = _bytes(project.site)
    template = project.folder / "hooks" / "dure" / "templates" / "pages" / "centre.html"
    template.write_text("{{ r.no_such_thing }}", "utf-8")

    done = project.build()

    assert done.returncode != 0
    assert "no_such_thing" in done.stdout + done.stderr
    assert _bytes(project.site) == before


def test_a_broken_link_in_a_page_leaves_the_earlier_site_untouched(
    small_project: Callable[[], Project],
) -> None:
    """A link to a record that is not there is refused with its page."""
    project = small_project()
    assert project.build().returncode == 0
    before = _bytes(project.site)
    page = project.folder / "docs" / "about.md"
    page.write_text(page.read_text("utf-8") + "\n[없음](/programs/no-such-program/)\n", "utf-8")

    done = project.build()

    assert done.returncode != 0
    assert "docs/about.md" in done.stdout + done.stderr
    assert _bytes(project.site) == before


@pytest.mark.parametrize(
    ("name", "path"),
    [("centres.md", "centres/"), ("enterprises/sample-dure.md", "enterprises/sample-dure/"),
     ("favicon.ico", "favicon.ico"), ("robots.txt", "robots.txt")],
)  # fmt: skip
def test_what_stands_where_the_site_has_something_else_is_refused(
    small_project: Callable[[], Project], name: str, path: str
) -> None:
    """A list, a record, a picture: it is named, and no site takes the earlier one's place."""
    project = small_project()
    for root in ("", "en/"):
        page = project.folder / "docs" / root / name
        page.parent.mkdir(exist_ok=True)
        page.write_text("# 가상\n", "utf-8")

    done = project.build()

    assert done.returncode == 1
    told = f"docs/{name}: the site makes /{path} itself; rename the file"
    assert told in done.stdout + done.stderr
    assert not project.site.exists()


def test_a_record_that_takes_the_place_of_a_page_is_refused(
    small_project: Callable[[], Project],
) -> None:
    """Also by a build that only adds it to the earlier site, which stays as it was."""
    project = small_project()
    for root in ("", "en/"):
        page = project.folder / "docs" / root / "enterprises" / "added.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text("# 가상\n", "utf-8")
    assert project.build().returncode == 0
    before = _bytes(project.site)
    record = project.folder / "data/enterprises/gaon-bada/sample-bada.yml"
    record.with_name("added.yml").write_bytes(record.read_bytes())

    done = project.build()

    assert done.returncode == 1
    assert "docs/enterprises/added.md: the site makes" in done.stdout + done.stderr
    assert _bytes(project.site) == before


def test_two_builds_are_the_same_byte_for_byte(small_project: Callable[[], Project]) -> None:
    """Nothing depends on the time, the order of files or the run."""
    project = small_project()
    assert project.build().returncode == 0
    first = _bytes(project.site)
    _forget(project)

    assert project.build().returncode == 0

    assert _bytes(project.site) == first


def test_the_maintained_fork_builds_the_same_site(small_project: Callable[[], Project]) -> None:
    """ProperDocs makes the same files as MkDocs."""
    project = small_project()
    assert project.build().returncode == 0
    with_mkdocs = _bytes(project.site)
    _forget(project)

    done = project.build("properdocs")

    assert done.returncode == 0, done.stdout + done.stderr
    assert _bytes(project.site) == with_mkdocs


def test_hostile_names_are_shown_as_text(small_project: Callable[[], Project]) -> None:
    """Tags, quotes and template marks in data appear as they were typed, and run nowhere."""
    project = small_project()
    folder = project.folder / "data" / "enterprises" / "gaon-bada"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "hostile.yml").write_text(HOSTILE, "utf-8")

    done = project.build()

    assert done.returncode == 0, done.stdout + done.stderr
    for path in sorted(project.site.rglob("*.html")):
        page = read(path)
        assert "alert(" not in "".join(
            value
            for _, attributes in page.tags
            for name, value in attributes.items()
            if name.startswith("on")
        ), path
        assert not [a for a in page.all("img") if a.get("src") == "x"], path
    record = read(project.site / "enterprises" / "hostile" / "index.html")
    assert "{{ 7 * 7 }}" in "".join(record.text)


def test_the_preview_shows_an_edit(small_project: Callable[[], Project]) -> None:
    """`serve` picks up changed settings and records by itself; hand-written pages stay."""
    project = small_project()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
        cwd=project.folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://{address}/", "")
        site = project.folder / "data" / "site.yml"
        text = site.read_text("utf-8")
        line = next(row for row in text.split("\n") if row.startswith("tagline:"))
        changed = "tagline: {ko: 방금 고친 한 줄, en: A line just edited}"
        site.write_text(text.replace(line, changed), "utf-8")
        _wait_for(f"http://{address}/", "방금 고친 한 줄")
        record = project.folder / "data" / "centres" / "bada-office.yml"
        text = record.read_text("utf-8")
        record.write_text(text.replace("name: {ko: ", "name: {ko: 방금 고친 "), "utf-8")
        _wait_for(f"http://{address}/centres/bada-office/", "방금 고친")
        _wait_for(f"http://{address}/about/", "</main>")
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(url: str, text: str) -> None:
    """Asks until the page has the text; half a minute is far more than it takes."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if text in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.1)  # another process: nothing tells when it has seen the change
    pytest.fail(f"{url} never showed {text!r}")
