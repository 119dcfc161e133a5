"""Figures in words, as each language writes them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from dure.records.reading import valid
from dure.records.values import Count, Duration, Figure, Money, Rate
from dure.views import figures
from tests import sample

if TYPE_CHECKING:
    from dure.render import Phrase

_FOUR_TEAMS = Count(number=Decimal(4), unit="team")
_LABEL = {"ko": "보증료", "en": "fee"}


def _both(tell: object, value: object) -> tuple[str, str]:
    assert callable(tell)
    return str(tell(value, sample.reader("ko"))), str(tell(value, sample.reader("en")))


@pytest.mark.parametrize(
    ("value", "korean", "english"),
    [
        ({"krw": "1896530"}, "1,896,530원", "KRW 1,896,530"),
        ({"krw": "620000000"}, "6억 2천만 원", "KRW 620 million"),
        ({"krw": "0"}, "0원", "KRW 0"),
        ({"krw": "5000000", "bound": "up-to"}, "최대 500만 원", "up to KRW 5 million"),
        ({"krw": "5000000", "bound": "at-least"}, "500만 원 이상", "at least KRW 5 million"),
        ({"krw": "5000000", "bound": "about"}, "500만 원 내외", "about KRW 5 million"),
        (
            {"krw": "5000000", "per": "enterprise"},
            "1개사당 500만 원",
            "KRW 5 million per enterprise",
        ),
        ({"krw": "5000000", "every": "year"}, "연 500만 원", "KRW 5 million per year"),
        (
            {"krw": "1896530", "bound": "up-to", "per": "person", "every": "month"},
            "1명당 월 최대 1,896,530원",
            "up to KRW 1,896,530 per person per month",
        ),
        (
            {"krw": "30000000", "to_krw": "70000000"},
            "3천만 원~7천만 원",
            "KRW 30 million to 70 million",
        ),
    ],
)
def test_money(value: dict[str, str], korean: str, english: str) -> None:
    """Korean says for whom and how often first, English last."""
    assert _both(figures.money, valid(Money, value)) == (korean, english)


@pytest.mark.parametrize(
    ("value", "korean", "english"),
    [
        ({"number": "1", "unit": "enterprise"}, "1개사", "1 enterprise"),
        ({"number": "15", "unit": "enterprise"}, "15개사", "15 enterprises"),
        ({"number": "1.5", "unit": "session"}, "1.5회", "1.5 sessions"),
        ({"number": "0", "unit": "person"}, "0명", "0 people"),
        ({"number": "1200", "unit": "person"}, "1,200명", "1,200 people"),
        ({"number": "25", "unit": "percent"}, "25%", "25%"),
        (
            {"number": "1", "to": "3", "unit": "session", "bound": "about"},
            "1~3회 내외",
            "about 1–3 sessions",
        ),
    ],
)
def test_counts(value: dict[str, str], korean: str, english: str) -> None:
    """English has a plural, which a sign such as % has not."""
    assert _both(figures.count, valid(Count, value)) == (korean, english)


@pytest.mark.parametrize(
    ("value", "korean", "english"),
    [
        ({"percent": "2.50"}, "보증료 2.5%", "fee 2.5%"),
        ({"percent": "100"}, "보증료 100%", "fee 100%"),
        ({"percent": "0"}, "보증료 0%", "fee 0%"),
        ({"percent": "1", "to_percent": "2.0"}, "보증료 1~2%", "fee 1–2%"),
        ({"percent": "20", "bound": "at-least"}, "보증료 20% 이상", "fee at least 20%"),
        ({"percent": "2", "years": "1"}, "보증료 2% (1년)", "fee 2% (1 year)"),
        ({"percent": "2", "years": "4"}, "보증료 2% (4년)", "fee 2% (4 years)"),
    ],
)
def test_rates(value: dict[str, str], korean: str, english: str) -> None:
    """Decimals only as far as they say something."""
    rate = valid(Rate, {"label": _LABEL, **value})
    assert _both(figures.rate, rate) == (korean, english)


@pytest.mark.parametrize(
    ("value", "korean", "english"),
    [
        ({"number": "1", "unit": "year"}, "1년", "1 year"),
        ({"number": "3", "unit": "year", "bound": "up-to"}, "최대 3년", "up to 3 years"),
        ({"number": "6", "unit": "month"}, "6개월", "6 months"),
        ({"number": "2", "unit": "week"}, "2주", "2 weeks"),
        ({"number": "10", "unit": "day"}, "10일", "10 days"),
        ({"number": "1.5", "unit": "hour"}, "1.5시간", "1.5 hours"),
        (
            {"number": "3", "unit": "year", "label": {"ko": "예비", "en": "preliminary"}},
            "3년 (예비)",
            "3 years (preliminary)",
        ),
    ],
)
def test_lengths_of_time(value: dict[str, object], korean: str, english: str) -> None:
    """One year, two years."""
    assert _both(figures.duration, valid(Duration, value)) == (korean, english)


@pytest.mark.parametrize(
    ("value", "unit", "korean", "english"),
    [
        ("5170000", "won", "517만 원", "KRW 5.17 million"),
        ("0.5", "won", "0.5원", "0.5 won"),
        ("12", "million-won", "12백만원", "12 million won"),
        ("-3", "person", "-3명", "-3 people"),
        ("12.50", "percent", "12.50%", "12.50%"),
    ],
)
def test_figures(value: str, unit: str, korean: str, english: str) -> None:
    """Sums of won as sums are written, all else as printed with its unit."""
    figure = valid(Figure, {"label": _LABEL, "value": value, "unit": unit})
    assert _both(figures.figure, figure) == (korean, english)


@pytest.mark.parametrize(
    ("phrase", "html"),
    [
        (
            figures.count(_FOUR_TEAMS, sample.reader("en")),
            '<span lang="ko">4모둠</span>',
        ),
        (
            figures.money(Money(krw=5, per="team", bound="up-to"), sample.reader("en")),
            '<span lang="ko">1모둠당 최대 5원</span>',
        ),
        (
            figures.rate(
                valid(Rate, {"percent": "5", "years": "2", "label": {"ko": "<이자>"}}),
                sample.reader("en"),
            ),
            '<span lang="ko">&lt;이자&gt; 5% (2년)</span>',
        ),
        (figures.count(_FOUR_TEAMS, sample.reader("ko")), "4모둠"),
        (figures.count(Count(number=Decimal(4), unit="person"), sample.reader("en")), "4 people"),
    ],
)
def test_a_figure_without_english_stands_wholly_in_korean(phrase: Phrase, html: str) -> None:
    """Never half a phrase in each language; it says so to readers and screen readers."""
    assert phrase.__html__() == html
