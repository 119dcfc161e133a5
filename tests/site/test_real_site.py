"""The site of the real data: pages, languages, links, and nothing from elsewhere."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from dure.load import load_data
from tests.site.html import pages, read

if TYPE_CHECKING:
    from tests.site.html import Html

pytestmark = pytest.mark.build

ROOT = "https://dure.example/"
DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="module")
def site_pages(real_site: Path) -> dict[str, Html]:
    """All pages by path."""
    return dict(pages(real_site))


def test_each_record_has_a_page_in_each_language(site_pages: dict[str, Html]) -> None:
    """`/…/<id>/` and `/en/…/<id>/` stand, and their article names kind and id."""
    records = [
        (entry.kind, entry.id)
        for entry in load_data(DATA).entries
        if entry.kind in {"program", "enterprise", "centre"}
    ]

    assert records
    for kind, record_id in records:
        for root in ("", "en/"):
            page = site_pages[f"{root}{kind}s/{record_id}/index.html"]
            marked = [
                tag
                for tag, attributes in page.tags
                if attributes.get("data-kind") == kind and attributes.get("data-id") == record_id
            ]
            assert marked, (kind, record_id)
            assert set(marked) <= {"main", "article"}, (kind, record_id)


def test_each_page_says_its_language_and_has_one_heading(site_pages: dict[str, Html]) -> None:
    """`lang` is right, one `h1`, and a title and description of its own."""
    for path, page in site_pages.items():
        lang = next(page.all("html"))["lang"]
        assert lang == ("en" if path.startswith("en/") else "ko"), path
        assert sum(1 for _ in page.all("h1")) == 1, path
        assert next(page.all("meta", name="description"))["content"], path


def test_titles_and_descriptions_are_not_shared(
    site_pages: dict[str, Html], real_site: Path
) -> None:
    """No two pages of one language have the same title and description."""
    seen = Counter(
        (
            path.startswith("en/"),
            _title(real_site / path),
            next(page.all("meta", name="description"))["content"],
        )
        for path, page in site_pages.items()
    )

    assert [key for key, number in seen.items() if number > 1] == []


def _title(path: Path) -> str:
    text = path.read_text("utf-8")
    return text[text.index("<title>") + 7 : text.index("</title>")]


def test_languages_point_at_each_other(site_pages: dict[str, Html]) -> None:
    """Every `hreflang` leads to a page that points back."""
    pairs = {
        path: {
            link["hreflang"]: link["href"]
            for link in page.all("link", rel="alternate")
            if "hreflang" in link
        }
        for path, page in site_pages.items()
        if path != "404.html"
    }

    for path, links in pairs.items():
        assert {"ko", "en", "x-default"} == set(links), path
        own = "en" if path.startswith("en/") else "ko"
        assert links[own] == ROOT + path.removesuffix("index.html")
        for link in links.values():
            assert pairs[link.removeprefix(ROOT) + "index.html"] == links, path


def test_no_internal_link_or_anchor_is_broken(site_pages: dict[str, Html], real_site: Path) -> None:
    """Each relative address leads to a file, each fragment to an id."""
    broken: list[str] = []
    for path, page in site_pages.items():
        here = ROOT + path
        for tag, attributes in page.tags:
            address = attributes.get("href") or attributes.get("src")
            if not address or tag == "form" or urlsplit(address).scheme not in {"", "https"}:
                continue
            goal = urljoin(here, address)
            if not goal.startswith(ROOT):
                continue
            parts = urlsplit(goal)
            file = unquote(parts.path.removeprefix("/"))
            file += "index.html" if file == "" or file.endswith("/") else ""
            if not (real_site / file).is_file():
                broken.append(f"{path}: {address}")
            elif parts.fragment and parts.fragment not in site_pages[file].ids:
                broken.append(f"{path}: {address} (no such id)")

    assert sorted(set(broken))[:20] == []


def test_nothing_is_asked_of_another_host(site_pages: dict[str, Html], real_site: Path) -> None:
    """Scripts, styles, images and fonts are the site's own."""
    loading = {"script": "src", "img": "src", "iframe": "src", "source": "srcset", "object": "data"}
    for path, page in site_pages.items():
        for tag, attributes in page.tags:
            address = attributes.get(loading.get(tag, ""), "")
            assert not address.startswith(("http", "//")), (path, address)
            if tag == "link" and attributes.get("rel") in {"stylesheet", "icon", "preload"}:
                assert not attributes["href"].startswith(("http", "//")), path
    for sheet in real_site.rglob("*.css"):
        assert "url(http" not in sheet.read_text("utf-8")


def test_the_sitemap_names_every_page(site_pages: dict[str, Html], real_site: Path) -> None:
    """Each page but 404 is in sitemap.xml, and robots.txt names the sitemap."""
    sitemap = (real_site / "sitemap.xml").read_text("utf-8")
    listed = {part.split("</loc>")[0] for part in sitemap.split("<loc>")[1:]}

    expected = {ROOT + p.removesuffix("index.html") for p in site_pages if p != "404.html"}

    assert expected == listed
    assert f"Sitemap: {ROOT}sitemap.xml" in (real_site / "robots.txt").read_text("utf-8")


def test_the_error_page_speaks_both_languages(real_site: Path) -> None:
    """404.html has Korean and English, and links that work at any depth."""
    page = read(real_site / "404.html")
    links = [a["href"] for a in page.all("a")]

    assert any(a.get("lang") == "en" for _, a in page.tags)
    assert links
    assert [href for href in links if not href.startswith(("/", "#", "mailto:"))] == []


def test_phones_can_be_called(site_pages: dict[str, Html]) -> None:
    """Each number of a range is a `tel:` link on its office's page."""
    page = site_pages["centres/bucheon-se-centre/index.html"]
    calls = {a["href"] for a in page.all("a") if a.get("href", "").startswith("tel:")}

    assert {f"tel:+82-32-625-299{n}" for n in range(2, 7)} <= calls
