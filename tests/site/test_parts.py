"""Addresses, links, the shell and the sitemap, each on its own."""

from __future__ import annotations

import re

import pytest

from dure.catalogue import WITH_PAGES
from dure.site import links
from dure.site import sitemap as sitemap_module
from dure.site.addresses import Address
from dure.site.pages import records_with_pages
from dure.site.shell import Shell
from dure.site.sitemap import robots, sitemap, sitemaps
from dure.site.words import words_of
from tests import sample


@pytest.mark.parametrize(
    ("lang", "path", "base", "file"),
    [
        ("ko", "", "./", "index.html"),
        ("en", "", "../", "en/index.html"),
        ("ko", "programs/", "../", "programs/index.html"),
        ("en", "programs/x/", "../../../", "en/programs/x/index.html"),
    ],
)
def test_an_address_knows_its_way_to_the_root(lang: str, path: str, base: str, file: str) -> None:
    """Korean stands at the root and English below `en/`."""
    address = Address(lang, path)

    assert address.base == base
    assert address.file == file


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


def test_links_that_lead_nowhere_are_told_page_by_page() -> None:
    """Fragments, queries and assets aside, the path must be a page; each is named once."""
    named = [
        links.Named("about.md", "programs/?year=2022#x"),
        links.Named("about.md", "assets/a.css"),
        links.Named("about.md", "programs/none/"),
        links.Named("en/about.md", "en/programs/none/"),
        links.Named("about.md", "centres/none/"),
        links.Named("about.md", "programs/none/#again"),
    ]

    told = list(links.broken(named, [Address("ko", "programs/")], "en"))

    remedy = "Enter the record or take the link out."
    assert told == [
        f"docs/about.md: no such page: /programs/none/, /centres/none/. {remedy}",
        f"docs/en/about.md: no such page: /en/programs/none/. {remedy}",
    ]


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


def test_many_addresses_are_cut_into_files_that_an_index_lists(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A sitemap holds 50,000 addresses at most (sitemaps.org protocol 0.9)."""
    monkeypatch.setattr(sitemap_module, "MOST_URLS", 2)
    addresses = [Address("ko", f"{at}/") for at in range(5)]

    files = dict(sitemaps(addresses, "https://x.example/"))

    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert re.findall("<loc>(.*?)</loc>", files["sitemap.xml"]) == [
        f"https://x.example/sitemap-{number}.xml" for number in (1, 2, 3)
    ]
    below = "".join(text for name, text in files.items() if name != "sitemap.xml")
    assert re.findall("<loc>(.*?)</loc>", below) == [f"https://x.example/{at}/" for at in range(5)]


def test_few_addresses_need_no_index() -> None:
    """One file has them all."""
    assert [name for name, _ in sitemaps([Address("ko", "")], "https://x.example/")] == [
        "sitemap.xml"
    ]


def test_each_kind_with_pages_may_be_renamed() -> None:
    """What the catalogue knows of former ids is of the same kinds that the site makes pages of."""
    assert tuple(records_with_pages(sample.catalogue())) == WITH_PAGES
