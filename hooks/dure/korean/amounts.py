"""Sums of won: written as each reader expects, read as documents print them, exact to the won.

Written in Korean as in public notices: a round sum (whole thousands from 1만 원 up) is grouped by
만, 억 and 조, with 천 for a round group: 5천만 원, 6억 2천만 원, 1억 4,655만 8천 원. Any other sum
shows its digits: 1,896,530원. In English whole thousands from a million up take million, billion
or trillion with at most three decimals; any other sum shows its digits.

Read, a Korean sum is a row of groups (조, 억, 만, rest), each a row of counts (천, 백, 십, ones).
Units only get smaller and no part reaches the unit before it: anything else is a slip of the pen
that must not pass as a budget.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from dure.korean.widths import halfwidth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

_GROUP_UNITS = {"조": 10**12, "억": 10**8, "만": 10**4}
_COUNT_UNITS = {"천": 1000, "백": 100, "십": 10}
_ENGLISH_UNITS = {"trillion": 10**12, "billion": 10**9, "million": 10**6}
_ROUND = 1000
_MAX_LENGTH = 200
"""Characters; no real sum is longer, and hostile ones must stay cheap."""

_MINUS_SIGNS = ("-", "−", "△", "▲")
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_COUNT = re.compile(rf"\s*({_NUMBER})?\s*([천백십])?")
_ENGLISH = re.compile(rf"({_NUMBER})\s*({'|'.join(_ENGLISH_UNITS)})", re.IGNORECASE)
_CURRENCY_BEFORE = re.compile(r"^(?:KRW|₩)\s*", re.IGNORECASE)
_CURRENCY_AFTER = re.compile(r"\s?(?:원정?|won)$", re.IGNORECASE)


class AmountError(ValueError):
    """A text that is not one exact sum of whole won."""


def format_krw(krw: int, lang: str) -> str:
    """Return whole won as '6억 2천만 원' (ko) or 'KRW 620 million' (en), a minus in front.

    Raises ValueError for another language.
    """
    _check_language(lang)
    sign = "-" if krw < 0 else ""
    return sign + (_korean(abs(krw)) if lang == "ko" else f"KRW {_english(abs(krw))}")


def format_number(value: int | Decimal, lang: str) -> str:
    """Return the number with thousands separators and its decimals as given: 12,345.60.

    Both languages write it alike. Raises ValueError for another language.
    """
    _check_language(lang)
    return f"{value:,}" if isinstance(value, int) else f"{value:,f}"


def parse_krw(text: str) -> int:
    """Return the won of '6억 2천만원', '668백만원', '1.24억원', 'KRW 620 million' and the like.

    Raises AmountError if the text is anything but one exact sum of whole won.
    """
    try:
        won = _read(halfwidth(text).strip())
    except AmountError:
        raise AmountError(f"expected a sum such as '6억 2천만원', got {text[:80]!r}") from None
    if won.denominator != 1:
        raise AmountError(f"expected whole won, got {text[:80]!r}")
    return won.numerator


def _check_language(lang: str) -> None:
    if lang not in ("ko", "en"):
        raise ValueError(f"expected language ko or en, got {lang!r}")


def _korean(krw: int) -> str:
    if krw % _ROUND or krw < _GROUP_UNITS["만"]:
        return f"{krw:,}원"
    groups = []
    for unit, size in _GROUP_UNITS.items():
        count, krw = divmod(krw, size)
        if count:
            groups.append(_round_count(count) + unit)
    if krw:
        groups.append(_round_count(krw))
    return " ".join(groups) + " 원"


def _round_count(count: int) -> str:
    """A count of 1,000, 2,000 … 9,000 is written 1천, 2천 … 9천."""
    thousands, rest = divmod(count, 1000)
    return f"{thousands}천" if rest == 0 and 1 <= thousands <= 9 else f"{count:,}"


def _english(krw: int) -> str:
    for unit, size in _ENGLISH_UNITS.items():
        thousandth = size // 1000
        if krw >= size and krw % thousandth == 0:
            whole, decimals = divmod(krw // thousandth, 1000)
            return f"{whole:,}.{decimals:03}".rstrip("0").rstrip(".") + f" {unit}"
    return f"{krw:,}"


def _read(text: str) -> Fraction:
    if len(text) > _MAX_LENGTH:
        raise AmountError
    if text.startswith(_MINUS_SIGNS):
        return -_read_positive(text[1:].lstrip())
    return _read_positive(text)


def _read_positive(text: str) -> Fraction:
    bare = _CURRENCY_AFTER.sub("", _CURRENCY_BEFORE.sub("", text)).rstrip()
    if english := _ENGLISH.fullmatch(bare):
        return _fraction(english[1]) * _ENGLISH_UNITS[english[2].lower()]
    return _descending_sum(_groups(bare))


def _groups(text: str) -> Iterator[tuple[Fraction, int]]:
    """Yield (count, unit) of each group: '6억 2천만' → (6, 억), (2000, 만)."""
    *pairs, rest = re.split("([조억만])", text)
    for position, (count, unit) in enumerate(zip(pairs[::2], pairs[1::2], strict=True)):
        is_bare_unit = position == 0 and not count.strip()
        yield (Fraction(1) if is_bare_unit else _count(count)), _GROUP_UNITS[unit]
    if rest.strip() or not pairs:
        yield _count(rest), 1


def _count(text: str) -> Fraction:
    return _descending_sum(_counts(text.strip()))


def _counts(text: str) -> Iterator[tuple[Fraction, int]]:
    """Yield (number, unit) of each count: '1천5백' → (1, 천), (5, 백); a bare 천 counts one."""
    position = 0
    while position < len(text) or position == 0:
        match = _COUNT.match(text, position)
        if not match or not match[0].strip():
            raise AmountError
        number, unit = match.groups()
        yield (_fraction(number) if number else Fraction(1)), _COUNT_UNITS.get(unit, 1)
        position = match.end()


def _descending_sum(parts: Iterable[tuple[Fraction, int]]) -> Fraction:
    """Add up count × unit; every part, and its unit, must be below the unit before it."""
    total = Fraction(0)
    ceiling: int | None = None
    for count, unit in parts:
        if ceiling is not None and (unit >= ceiling or count * unit >= ceiling):
            raise AmountError
        total += count * unit
        ceiling = unit
    return total


def _fraction(number: str) -> Fraction:
    return Fraction(number.replace(",", ""))
