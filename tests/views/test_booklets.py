"""Booklets on the shelf and the tools of a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dure.views.booklets import BookletCard, booklets_view, shelf_item
from dure.views.home import home_view
from dure.views.tools import tools
from tests import sample


def _card(octets: int) -> BookletCard:
    said = sample.reader("ko").own("가상 책자")
    return BookletCard(said, said, ("ko", "en"), 24, octets, "booklets/a-ko.pdf", "")


@pytest.mark.parametrize(
    ("octets", "korean", "english"),
    [
        (400, "한국어, 영어 · 24쪽 · PDF, 1 kB", "Korean, English · 24 pages · PDF, 1 kB"),
        (850_400, "한국어, 영어 · 24쪽 · PDF, 850 kB", "Korean, English · 24 pages · PDF, 850 kB"),
        (
            1_250_000,
            "한국어, 영어 · 24쪽 · PDF, 1.2 MB",
            "Korean, English · 24 pages · PDF, 1.2 MB",
        ),
    ],
)
def test_a_download_says_its_language_pages_and_size(
    octets: int, korean: str, english: str
) -> None:
    """Nobody on a phone loads megabytes unawares."""
    assert shelf_item(_card(octets), sample.reader("ko")).facts == korean
    assert shelf_item(_card(octets), sample.reader("en")).facts == english


def test_a_single_page_is_one_page() -> None:
    """`1 page`, not `1 pages`."""
    sheet = replace(_card(400), pages=1)
    assert shelf_item(sheet, sample.reader("en")).facts == "Korean, English · 1 page · PDF, 1 kB"


def test_the_home_page_shows_the_newest_booklet_where_there_is_one() -> None:
    """Without a booklet the home page says nothing of any."""
    reader = sample.reader("ko")
    shown = home_view(reader, _card(1)).booklet
    assert shown is not None
    assert shown.card == _card(1)
    assert home_view(reader).booklet is None
    assert [item.card for item in booklets_view([_card(1)], reader).shelf] == [_card(1)]


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
    site = reader.catalogue.site.model_copy(
        update={"report_url": report, "url": "https://dure.example/"}
    )
    reader = replace(reader, catalogue=replace(reader.catalogue, site=site))
    found = tools("programs/x/", reader)
    assert found.address == "https://dure.example/en/programs/x/"
    assert found.report == href.format(host="dure.example")
