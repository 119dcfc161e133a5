"""Addresses, links, the shell, sitemap and publishing, each on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dure.site import links
from dure.site.addresses import Address
from dure.site.publish import put_in_place, staging
from dure.site.shell import Shell
from dure.site.sitemap import robots, sitemap
from dure.site.words import words_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("lang", "path", "base", "file", "other"),
    [
        ("ko", "", "./", "index.html", "en/"),
        ("en", "", "../", "en/index.html", ""),
        ("ko", "programs/", "../", "programs/index.html", "en/programs/"),
        ("en", "programs/x/", "../../../", "en/programs/x/index.html", "programs/x/"),
    ],
)
def test_an_address_knows_its_way_to_the_root(
    lang: str, path: str, base: str, file: str, other: str
) -> None:
    """Korean stands at the root and English below `en/`; the twin has the same path."""
    address = Address(lang, path)

    assert address.base == base
    assert address.file == file
    assert address.in_other_language().full == other


def test_links_stay_in_their_language() -> None:
    """`to` leads to a page of the same language, relative to the page."""
    assert Address("en", "programs/x/").to("centres/y/") == "../../../en/centres/y/"
    assert Address("ko", "programs/x/").to("centres/y/") == "../../centres/y/"


def test_links_from_the_root_become_relative_and_are_named() -> None:
    """`/programs/` in a hand-written page is rewritten; other hosts and anchors are not."""
    html = (
        '<a href="/programs/#a">a</a> <a href="//host/x">b</a> <a href="#c">c</a> <a href="/">d</a>'
    )

    found = links.relative(html, Address("ko", "about/"), "about.md")

    assert found.html == (
        '<a href="../programs/#a">a</a> <a href="//host/x">b</a> <a href="#c">c</a>'
        ' <a href="../">d</a>'
    )
    assert [named.path for named in found.named] == ["programs/#a", ""]


def test_a_link_that_leads_nowhere_is_told_with_its_page() -> None:
    """Fragments, queries and assets aside, the path must be a page."""
    named = [
        links.Named("about.md", "programs/?year=2022#x"),
        links.Named("about.md", "assets/a.css"),
        links.Named("about.md", "programs/none/"),
    ]

    told = list(links.broken(named, [Address("ko", "programs/")]))

    assert told == ["docs/about.md: /programs/none/: no such page"]


def test_a_shell_is_filled_at_its_marks_and_nowhere_else() -> None:
    """Text that looks like a mark in a filled value is left alone."""
    shell = Shell.cut("<title>@@dure:title@@</title><main>@@dure:body@@</main>@@dure:title@@")

    page = shell.fill({"title": "@@dure:body@@", "body": "<p>본문</p>"})

    assert page.decode() == "<title>@@dure:body@@</title><main><p>본문</p></main>@@dure:body@@"


def test_a_shell_without_a_place_for_the_body_is_refused() -> None:
    """A theme that forgets the body would lose every page."""
    with pytest.raises(ValueError, match="body"):
        Shell.cut("<title>@@dure:title@@</title>")


def test_the_sitemap_pairs_the_languages_and_escapes() -> None:
    """Each address names itself and its twin."""
    xml = sitemap([Address("ko", "a&b/")], "https://x.example/")

    assert "<loc>https://x.example/a&amp;b/</loc>" in xml
    assert 'hreflang="ko" href="https://x.example/a&amp;b/"' in xml
    assert 'hreflang="en" href="https://x.example/en/a&amp;b/"' in xml


def test_robots_may_read_everything() -> None:
    """The sitemap is named by its full address."""
    assert robots("https://x.example/").endswith("Sitemap: https://x.example/sitemap.xml\n")


def test_the_words_of_a_page_are_its_text() -> None:
    """Tags go, entities become letters, spaces are folded."""
    assert words_of("<h1>A &amp; B</h1>\n<p>가<br>나</p>") == "A & B 가 나"


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """Files of the old site that the new one lacks are gone; nothing is left beside it."""
    site = tmp_path / "site"
    for folder, name in ((site, "old.html"), (staging(site), "new.html")):
        folder.mkdir()
        (folder / name).write_text(name, "utf-8")

    put_in_place(staging(site), site)

    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert [path.name for path in site.iterdir()] == ["new.html"]


def test_the_old_site_comes_back_when_the_new_one_cannot_be_placed(tmp_path: Path) -> None:
    """A new site that is not there leaves the old one standing."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "old.html").write_text("old", "utf-8")

    with pytest.raises(OSError, match="site"):
        put_in_place(tmp_path / "missing", site)

    assert (site / "old.html").read_text("utf-8") == "old"
