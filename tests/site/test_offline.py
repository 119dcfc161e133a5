"""The zip for closed networks: every link names a file, and equal sites make equal bytes."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from dure.site.offline import from_disk, pack

if TYPE_CHECKING:
    from pathlib import Path

PAGE = '<a href="programs/">사업</a><script src="a.js"></script>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages, a script and a picture."""
    root = tmp_path / "site"
    (root / "programs").mkdir(parents=True)
    (root / "index.html").write_text(PAGE, "utf-8")
    (root / "programs" / "index.html").write_text('<a href="../">처음</a>', "utf-8")
    (root / "a.js").write_text('location.href = "programs/"; // <a href="b/">', "utf-8")
    (root / "card.png").write_bytes(b"\x89PNG" + bytes(100))
    return root


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="./">', '<a href="./index.html">'),
        (
            '<meta http-equiv="refresh" content="0; url=../new/">',
            '<meta http-equiv="refresh" content="0; url=../new/index.html">',
        ),
        ('<a href="../../">', '<a href="../../index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        (
            '<a class="x" href="../programs/a-b/">',
            '<a class="x" href="../programs/a-b/index.html">',
        ),
        (
            '<a href="calendar/?year=2022&amp;month=3#top">',
            '<a href="calendar/index.html?year=2022&amp;month=3#top">',
        ),
        ('<form action="search/">', '<form action="search/index.html">'),
    ],
)
def test_a_link_to_a_folder_names_the_page_inside(before: str, after: str) -> None:
    """Query and fragment stay, and so does the escaping."""
    assert from_disk(before) == after


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#top">',
        '<a href="?q=1">',
        '<a href="book.pdf">',
        '<a href="tel:+82318008">',
        '<a href="https://gsec.or.kr/">',
        '<a href="//gsec.or.kr/">',
        '<a href="/programs/">',
        '<a href="mailto:a@b.example">',
        '<link rel="canonical" href="https://dure.example/">',
        '<p data-href="a/">',
        '<a data-root="../">',
        '<p>href="a/"</p>',
    ],
)
def test_everything_else_stays(html: str) -> None:
    """Other sites, files, places on the page, addresses from the server's root, mere text."""
    assert from_disk(html) == html


def test_the_zip_holds_the_site_in_a_folder_of_its_name(site: Path, tmp_path: Path) -> None:
    """Pages are rewritten, everything else is as it was."""
    out = pack(site, tmp_path / "out" / "dure-offline.zip")

    with zipfile.ZipFile(out) as packed:
        assert packed.testzip() is None
        assert packed.namelist() == [
            f"dure-offline/{name}"
            for name in ("a.js", "card.png", "index.html", "programs/index.html")
        ]
        assert b'href="programs/index.html"' in packed.read("dure-offline/index.html")
        assert packed.read("dure-offline/a.js") == (site / "a.js").read_bytes()
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_equal_sites_make_equal_bytes(site: Path, tmp_path: Path) -> None:
    """Neither the time of a file nor an earlier zip inside the site makes a difference."""
    first = pack(site, tmp_path / "dure.zip").read_bytes()
    (site / "index.html").write_text(PAGE, "utf-8")
    inside = site / "dure.zip"

    assert pack(site, inside).read_bytes() == first
    assert pack(site, inside).read_bytes() == first


def test_a_folder_without_a_home_page_is_no_site(tmp_path: Path) -> None:
    """An empty zip would be found out only on the closed network."""
    with pytest.raises(FileNotFoundError, match="expected a built site"):
        pack(tmp_path, tmp_path / "dure.zip")


def test_what_only_a_server_can_give_is_left_out() -> None:
    """Browsers refuse to fetch a manifest or preload a font from a disk, and complain."""
    html = '<link rel="manifest" href="m">\n<link rel="preload" href="f" as="font">\n<p>글</p>'

    assert from_disk(html) == "<p>글</p>"
