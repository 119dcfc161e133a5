"""Money, counts, rates and lengths of time as each language writes them.

A figure whose label or unit has no English stands wholly in Korean, marked as such.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dure.korean.amounts import format_krw, format_number
from dure.messages import text
from dure.records.values import Duration
from dure.render import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from dure.records import Name, Text
    from dure.records.values import Count, Figure, Money, Rate
    from dure.views.reader import Reader

_DURATIONS_KO = {"year": "년", "month": "개월", "week": "주", "day": "일", "hour": "시간"}


def money(value: Money, reader: Reader) -> Phrase:
    """`1명당 월 최대 1,896,530원` / `up to KRW 1,896,530 per person per month`."""
    return _phrase(lambda own: _money(value, own), reader, _unit_label(value.per, reader))


def count(value: Count, reader: Reader) -> Phrase:
    """`15개사 내외` / `about 15 enterprises`."""
    return _phrase(lambda own: _count(value, own), reader, _unit_label(value.unit, reader))


def figure(value: Figure, reader: Reader) -> Phrase:
    """A figure with its unit; won as sums are written."""
    if value.unit == "won" and value.value == int(value.value):
        return _phrase(lambda own: format_krw(int(value.value), own.lang), reader)
    number = format_number(value.value, reader.lang)
    return _phrase(
        lambda own: _with_unit(number, value.unit, value.value, own),
        reader,
        _unit_label(value.unit, reader),
    )


def rate(value: Rate, reader: Reader) -> Phrase:
    """`이차보전 2.5% (4년)` / `Interest subsidy 2.5% (4 years)`."""
    return _phrase(lambda own: _rate(value, own), reader, value.label)


def duration(value: Duration, reader: Reader) -> Phrase:
    """`최대 3년 (예비)` / `up to 3 years (preliminary)`."""
    return _phrase(lambda own: _duration(value, own), reader, value.label)


def unit(unit_id: str, number: Decimal | int, reader: Reader) -> Phrase:
    """The unit's word; English takes its plural from the term's first alias (signs have none)."""
    return _phrase(lambda own: _unit(unit_id, number, own), reader, _unit_label(unit_id, reader))


def percentage(value: Rate, lang: str) -> str:
    """`20% 이상` / `at least 20%`."""
    number = f"{plain(value.percent)}%"
    if value.to_percent is not None:
        number = f"{plain(value.percent)}{_dash(lang)}{plain(value.to_percent)}%"
    return bounded(number, value.bound, lang)


def bounded(words: str, bound: str, lang: str) -> str:
    """The figure with 최대, 이상, 내외 or their English around it."""
    return words if bound == "exact" else text(f"figures.{bound.replace('-', '_')}", lang, x=words)


def plain(number: Decimal) -> str:
    """A number without the zeros that end its decimals: `2.50` is `2.5`, `100` stays."""
    return f"{number.normalize():f}"


def _phrase(tell: Callable[[Reader], str], reader: Reader, *words: Text | Name | None) -> Phrase:
    korean_only = any(word is not None and word.en is None for word in words)
    own = replace(reader, lang="ko") if korean_only else reader
    return Phrase(tell(own), own.lang, reader.lang)


def _money(value: Money, reader: Reader) -> str:
    lang = reader.lang
    amount = format_krw(value.krw, lang)
    if value.to_krw is not None:
        upper = format_krw(value.to_krw, lang)
        amount += f"~{upper}" if lang == "ko" else f" to {upper.removeprefix('KRW ')}"
    amount = bounded(amount, value.bound, lang)
    per = _unit(value.per, 1, reader) if value.per else ""
    every = text(f"figures.every_{value.every}", lang) if value.every else ""
    if lang == "ko":
        return " ".join(part for part in (f"1{per}당" if per else "", every, amount) if part)
    return " ".join(part for part in (amount, f"per {per}" if per else "", every) if part)


def _count(value: Count, reader: Reader) -> str:
    number = format_number(value.number, reader.lang)
    many = value.number
    if value.to is not None:
        many = value.to
        number += f"{_dash(reader.lang)}{format_number(value.to, reader.lang)}"
    return bounded(_with_unit(number, value.unit, many, reader), value.bound, reader.lang)


def _rate(value: Rate, reader: Reader) -> str:
    words = f"{reader.say(value.label)} {percentage(value, reader.lang)}"
    if value.years is None:
        return words
    return f"{words} ({_duration(Duration(number=value.years, unit='year'), reader)})"


def _duration(value: Duration, reader: Reader) -> str:
    number = format_number(value.number, reader.lang)
    if reader.lang == "ko":
        length = f"{number}{_DURATIONS_KO[value.unit]}"
    else:
        length = f"{number} {value.unit}{'' if value.number == 1 else 's'}"
    length = bounded(length, value.bound, reader.lang)
    return f"{length} ({reader.say(value.label)})" if value.label else length


def _unit(unit_id: str, number: Decimal | int, reader: Reader) -> str:
    term = reader.catalogue.term("units", unit_id)
    if reader.lang == "ko" or term.label.en is None:
        return term.label.ko
    if number == 1 or not term.label.en[0].isalpha() or not term.aliases.en:
        return term.label.en
    return term.aliases.en[0]


def _unit_label(unit_id: str | None, reader: Reader) -> Text | None:
    return reader.catalogue.term("units", unit_id).label if unit_id else None


def _with_unit(number: str, unit_id: str, many: Decimal, reader: Reader) -> str:
    word = _unit(unit_id, many, reader)
    tight = reader.lang == "ko" or word.startswith("%")
    return f"{number}{word}" if tight else f"{number} {word}"


def _dash(lang: str) -> str:
    return "~" if lang == "ko" else "–"
