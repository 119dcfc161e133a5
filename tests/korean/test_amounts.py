"""Sums of won are written the way each reader expects and never lose a won."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dure.korean.amounts import AmountError, format_krw, format_number, parse_krw

WRITTEN = [
    (0, "0원", "KRW 0"),
    (900, "900원", "KRW 900"),
    (9_000, "9,000원", "KRW 9,000"),
    (10_000, "1만 원", "KRW 10,000"),
    (192_820, "192,820원", "KRW 192,820"),
    (800_000, "80만 원", "KRW 800,000"),
    (1_000_000, "100만 원", "KRW 1 million"),
    (1_896_530, "1,896,530원", "KRW 1,896,530"),
    (3_797_000, "379만 7천 원", "KRW 3.797 million"),
    (9_000_000, "900만 원", "KRW 9 million"),
    (10_000_000, "1천만 원", "KRW 10 million"),
    (12_500_000, "1,250만 원", "KRW 12.5 million"),
    (50_000_000, "5천만 원", "KRW 50 million"),
    (90_000_000, "9천만 원", "KRW 90 million"),
    (100_000_000, "1억 원", "KRW 100 million"),
    (143_500_000, "1억 4,350만 원", "KRW 143.5 million"),
    (146_558_000, "1억 4,655만 8천 원", "KRW 146.558 million"),
    (146_558_500, "146,558,500원", "KRW 146,558,500"),
    (620_000_000, "6억 2천만 원", "KRW 620 million"),
    (620_008_000, "6억 2천만 8천 원", "KRW 620.008 million"),
    (1_000_000_000, "10억 원", "KRW 1 billion"),
    (1_240_000_000, "12억 4천만 원", "KRW 1.24 billion"),
    (1_240_500_000, "12억 4,050만 원", "KRW 1,240.5 million"),
    (33_740_000_000, "337억 4천만 원", "KRW 33.74 billion"),
    (500_000_000_000, "5천억 원", "KRW 500 billion"),
    (1_500_000_000_000, "1조 5천억 원", "KRW 1.5 trillion"),
    (12_000_000_000_000_000, "12,000조 원", "KRW 12,000 trillion"),
    (-50_000_000, "-5천만 원", "-KRW 50 million"),
]

READ = [
    ("1,896,530원", 1_896_530),
    ("1896530", 1_896_530),
    ("6억 2천만원", 620_000_000),
    ("6억2천만 원", 620_000_000),
    ("668백만원", 668_000_000),
    ("2,138백만원", 2_138_000_000),
    ("50,000천원", 50_000_000),
    ("1.24억원", 124_000_000),
    ("5천 만원", 50_000_000),
    ("4.5천만원", 45_000_000),
    ("2천만", 20_000_000),
    ("1천5백만원", 15_000_000),
    ("1억 5천만원", 150_000_000),
    ("1억 천만원", 110_000_000),
    ("백만원", 1_000_000),
    ("만원", 10_000),
    ("1만5000원", 15_000),
    ("5백만원정", 5_000_000),
    ("₩620,000", 620_000),
    ("￦ 620,000", 620_000),
    ("６억 ２천만원", 620_000_000),
    ("KRW 620 million", 620_000_000),
    ("krw 1.24 Billion", 1_240_000_000),
    ("620 million won", 620_000_000),
    ("KRW 6억 원", 600_000_000),
    ("△1,000원", -1_000),
    ("0.5만원", 5_000),
]

REFUSED = [
    "", " ", "원", "KRW", "-", "약 5천만원", "5천만원 이내", "5천만원~6천만원",
    "1,89,653원", "12345,678원", "1,8965원", "1.5.2억", "5 000원", "2만 3만", "2만 1억",
    "1억 20,000만원", "1억 만원", "5백천원", "1천5000만원", "$5", "5 million 3", "1.5원",
    "0.00001만원", "--5원", "٣억원", "①억원", "억" * 300, "9" * 300, "예산 없음", "1/2억",
]  # fmt: skip


@pytest.mark.parametrize(("krw", "korean", "english"), WRITTEN)
def test_a_sum_is_written_as_each_reader_expects(krw: int, korean: str, english: str) -> None:
    """Round sums are grouped by 만, 억, 조 or million, billion, trillion; others show digits."""
    assert korean == format_krw(krw, "ko")
    assert english == format_krw(krw, "en")


@pytest.mark.parametrize(("text", "krw"), READ)
def test_a_printed_sum_is_read(text: str, krw: int) -> None:
    """Units of the documents (천원, 백만원, 억원) and spaces make no difference."""
    assert krw == parse_krw(text)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_one_exact_sum_is_refused(text: str) -> None:
    """Ranges, approximations, misplaced commas and units out of order are not guessed at."""
    with pytest.raises(AmountError):
        parse_krw(text)


@given(st.integers() | st.integers().map(lambda n: n * 1000), st.sampled_from(["ko", "en"]))
def test_a_written_sum_is_read_back_to_the_won(krw: int, lang: str) -> None:
    """Formatting is exact for every sum in both languages."""
    assert krw == parse_krw(format_krw(krw, lang))


@given(st.text() | st.text(alphabet="0123456789,. 조억만천백십원-KRW△", max_size=20))
def test_hostile_text_gives_a_sum_or_an_amount_error_and_nothing_else(text: str) -> None:
    """Whatever was typed, the caller has one kind of exception to catch."""
    try:
        won = parse_krw(text)
    except AmountError:
        return
    assert won == parse_krw(format_krw(won, "ko"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1234567, "1,234,567"),
        (-1234, "-1,234"),
        (Decimal("12345.60"), "12,345.60"),
        (Decimal("1E+5"), "100,000"),
    ],
)
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_numbers_have_thousands_separators(value: int | Decimal, text: str, lang: str) -> None:
    """Decimals stay as given and no number turns into powers of ten."""
    assert text == format_number(value, lang)


def test_a_language_nobody_wrote_rules_for_is_refused() -> None:
    """A wrong language code is a mistake in the program, not a silent fallback."""
    with pytest.raises(ValueError, match="expected language ko or en, got 'ja'"):
        format_krw(1, "ja")
    with pytest.raises(ValueError, match="expected language ko or en"):
        format_number(1, "")
