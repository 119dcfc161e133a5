"""What every record shares: frozen models whose fields say, in both languages, what they hold."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from msgspec import Meta

from dure.records.model import Model, Reads, Refused, said
from dure.suspect import MIDDLE_DOTS, SUSPECT

_PLAIN_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,10})?")
_TRUE = frozenset("true yes on t y 1".split())
_FALSE = frozenset("false no off f n 0".split())


def _number(value: object) -> Decimal:
    """Digits only: `0110`, `1_000`, `1e9` and `NaN` are slips or traps, not figures."""
    if isinstance(value, Decimal | int):
        return Decimal(value)
    if isinstance(value, str) and _PLAIN_NUMBER.fullmatch(value):
        return Decimal(value)
    raise Refused("expected_number")


def _whole_number(value: object) -> int:
    if isinstance(value, int):
        return value
    if isinstance(value, str) and "." not in value and _PLAIN_NUMBER.fullmatch(value):
        return int(value)
    raise Refused("expected_whole_number")


def _yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = value.lower() if isinstance(value, str) else ""
    if word not in _TRUE | _FALSE:
        raise Refused("expected_yes_no")
    return word in _TRUE


def _figure(value: object) -> Decimal | None:
    return None if value in (None, "", "-") else _number(value)


Whole = Annotated[int, Reads(_whole_number, {"type": "integer"})]
Number = Annotated[Decimal, Reads(_number, {"type": "number"})]
YesNo = Annotated[bool, Reads(_yes_or_no, {"type": "boolean"})]
Cell = Annotated[Decimal | None, Reads(_figure, {"type": ["number", "null"]})]
"""A figure of a table; a blank or `-` in print is no figure."""


@dataclass(frozen=True)
class Clean:
    """Marks a text for people: surrounding blanks are dropped, some characters are refused."""

    one_line: bool

    def __call__(self, value: str) -> str:
        """The text; raises `Refused`."""
        if value.isascii() and value.isprintable():
            return value
        if not unicodedata.is_normalized("NFC", value):
            raise Refused("not_nfc")
        if suspect := SUSPECT.search(value):
            if (dot := suspect.group()) in MIDDLE_DOTS:
                raise Refused("wrong_dot", dot=dot)
            raise Refused("control_character")
        if self.one_line and "\n" in value:
            raise Refused("one_line")
        return value


Prose = Annotated[str, Meta(min_length=1, max_length=4000), Clean(one_line=False)]
Line = Annotated[str, Meta(min_length=1, max_length=400), Clean(one_line=True)]
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, Meta(pattern=ID_PATTERN, max_length=80)]
FORMER_IDS = said(
    "옛 id: 이름을 바꾸기 전의 id; 옛 주소가 이 쪽으로 이어짐",
    "Former ids: from before it was renamed; their addresses lead here",
    (),
)
"""A field of every record that has a page: an address that was printed or linked still answers."""
WEB_PATTERN = r"^(https?://)?([a-z0-9-]+\.)+[a-z]{2,}(:[0-9]+)?(/[^\s<>\"'`{}|\\^]*)?$"
Web = Annotated[str, Meta(pattern=WEB_PATTERN, max_length=400)]
"""A web address as printed, with or without `http://`; no other scheme is ever a link."""


class Text(Model):
    """A text in two languages; where English is missing, pages show the Korean and say so."""

    ko: Prose = said("한국어: 한국어 글", "Korean: the Korean text")
    en: Prose | None = said("영어: 영어 글", "English: the English text", None)


class Name(Model):
    """An official name, as printed, and its English form."""

    ko: Line = said(
        "한국어 이름: 문서에 적힌 그대로 (•와 ․만 ·로 통일)",
        "Korean name: exactly as printed (only • and ․ become ·)",
    )
    en: Line | None = said("영어 이름: 영어 이름", "English name: the English name", None)
    romanised: YesNo = said(
        "로마자 표기: 공식 영어 이름이 없어 로마자로 옮겼으면 참",
        "Romanised: true where the English form is our romanisation, not an official name",
        False,
    )
