"""Booklets on the shelf and the tools of a page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from dure.views.booklets import BookletCard, BookletFile, booklets_view, shelf_item
from dure.views.home import home_view
from dure.views.tools import tools
from tests import sample


def _file(octets: int, lang: str = "ko", pages: int = 24) -> BookletFile:
    return BookletFile(lang, pages, octets, f"booklets/a-{lang}.pdf")


def _card(*files: BookletFile, size: tuple[int, int] = (148, 210)) -> BookletCard:
    said = sample.reader("ko").own("가상 책자")
    return BookletCard(said, said, None, size, files, "")


@pytest.mark.parametrize(
    ("octets", "korean", "english"),
    [
        (400, "24쪽 · PDF, 1 kB", "24 pages · PDF, 1 kB"),
        (850_400, "24쪽 · PDF, 850 kB", "24 pages · PDF, 850 kB"),
        (1_250_000, "24쪽 · PDF, 1.2 MB", "24 pages · PDF, 1.2 MB"),
    ],
)
def test_a_download_says_its_pages_and_size(octets: int, korean: str, english: str) -> None:
    """Nobody on a phone loads megabytes unawares."""
    for lang, facts in (("ko", korean), ("en", english)):
        assert shelf_item(_card(_file(octets)), sample.reader(lang)).downloads[0].facts == facts


def test_a_single_page_is_one_page() -> None:
    """`1 page`, not `1 pages`."""
    shown = shelf_item(_card(_file(400, pages=1)), sample.reader("en"))
    assert shown.downloads[0].facts == "1 page · PDF, 1 kB"


def test_a_card_offers_every_language_under_its_name() -> None:
    """One card for a booklet, however many files there are of it."""
    shown = shelf_item(
        _card(*(_file(1, lang) for lang in ("en", "ko", "ko-en"))), sample.reader("en")
    )
    assert [(d.name, d.href) for d in shown.downloads] == [
        ("English", "booklets/a-en.pdf"),
        ("Korean", "booklets/a-ko.pdf"),
        ("Korean and English", "booklets/a-ko-en.pdf"),
    ]


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((148, 210), "A5 (148 × 210 mm)"),
        ((420, 297), "A3 (420 × 297 mm)"),
        ((188, 257), "188 × 257 mm"),
    ],
)
def test_a_format_has_the_name_readers_know(size: tuple[int, int], said: str) -> None:
    """However the sheet lies; a size without such a name is given in figures."""
    assert shelf_item(_card(_file(1), size=size), sample.reader("ko")).format == said


def test_the_home_page_shows_the_newest_booklet_where_there_is_one() -> None:
    """Without a booklet the home page says nothing of any."""
    reader = sample.reader("ko")
    shown = home_view(reader, _card(_file(1))).booklet
    assert shown is not None
    assert shown.card == _card(_file(1))
    assert home_view(reader).booklet is None
    shelf = booklets_view([_card(_file(1))], reader).shelf
    assert [item.card for item in shelf] == [_card(_file(1))]


@pytest.mark.parametrize(
    ("report", "href"),
    [
        (None, ""),
        ("https://a.example/report", "https://a.example/report"),
        (
            "mailto:a@b.example",
            "mailto:a@b.example?subject=https%3A%2F%2F{host}%2Fen%2Fprograms%2Fx%2F",
        ),
        ("mailto:a@b.example?subject=x", "mailto:a@b.example?subject=x"),
    ],
)
def test_a_report_by_mail_names_the_page(report: str | None, href: str) -> None:
    """The office learns which page is wrong without asking back."""
    reader = sample.reader("en")
    site = structs.replace(reader.catalogue.site, report_url=report, url="https://dure.example/")
    reader = replace(reader, catalogue=replace(reader.catalogue, site=site))
    found = tools("programs/x/", reader)
    assert found.address == "https://dure.example/en/programs/x/"
    assert found.report == href.format(host="dure.example")
