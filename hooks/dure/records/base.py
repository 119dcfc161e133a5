"""What every record shares: frozen models whose fields say, in both languages, what they hold."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

MIDDLE_DOTS = "•․‧∙ㆍᆞ・"
"""Look-alikes of the middle dot; the data writes `·` (U+00B7) for all of them."""


class Model(BaseModel):
    """A value read from a data file: it never changes, and a key nobody knows is a problem."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


@dataclass(frozen=True)
class Refers:
    """Marks a field as the id of another record: `kind`, and for terms the vocabulary."""

    kind: str
    vocabulary: str = ""

    @cached_property
    def group(self) -> str:
        """What ids are looked up in: `centre`, or for terms `term:regions`."""
        return f"term:{self.vocabulary}" if self.kind == "term" else self.kind


def said(ko: str, en: str, default: Any = ..., **constraints: Any) -> Any:
    """A field with its title and description in Korean and English, each written "title: text"."""
    titles = {"ko": ko.partition(": ")[0], "en": en.partition(": ")[0]}
    texts = {"ko": ko.partition(": ")[2], "en": en.partition(": ")[2]}
    return Field(
        default,
        title=titles["en"],
        description=texts["en"],
        json_schema_extra={"x-title": dict(titles), "x-description": dict(texts)},
        **constraints,
    )


_PLAIN_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,10})?")


def _plain_number(value: object) -> object:
    """Digits only: `0110`, `1_000`, `1e9` and `NaN` are slips or traps, not figures."""
    if isinstance(value, str) and not _PLAIN_NUMBER.fullmatch(value):
        raise PydanticCustomError("decimal_plain", "not a plain number")
    return value


def _whole_number(value: object) -> object:
    if isinstance(value, str) and ("." in value or not _PLAIN_NUMBER.fullmatch(value)):
        raise PydanticCustomError("int_plain", "not a plain whole number")
    return value


Whole = Annotated[int, BeforeValidator(_whole_number)]
Number = Annotated[Decimal, BeforeValidator(_plain_number)]


# Control, format and private-use characters (Unicode categories Cc, Cf, Co) but the line feed,
# foreign line breaks, Hangul fillers, and the dots: one search tells whether to look closer.
_SUSPECT = re.compile(
    f"[{MIDDLE_DOTS}\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e"
    "\u115f\u1160\u3164\uffa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufff9-\ufffb"
    "\U000e0001-\U000e007f\U000f0000-\U0010ffff]"
)


def _clean(value: str) -> str:
    if value.isascii() and value.isprintable():
        return value
    if not unicodedata.is_normalized("NFC", value):
        raise PydanticCustomError("not_nfc", "text is not in composed form (NFC)")
    if suspect := _SUSPECT.search(value):
        if (dot := suspect.group()) in MIDDLE_DOTS:
            raise PydanticCustomError("wrong_dot", "{dot} where · is meant", {"dot": dot})
        raise PydanticCustomError("control_character", "text holds an invisible character")
    return value


def _clean_line(value: str) -> str:
    if "\n" in _clean(value):
        raise PydanticCustomError("one_line", "text must stand on one line")
    return value


Prose = Annotated[
    str,
    StringConstraints(min_length=1, max_length=4000, strip_whitespace=True),
    AfterValidator(_clean),
]
Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=400, strip_whitespace=True),
    AfterValidator(_clean_line),
]
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
WEB_PATTERN = r"^(https?://)?([a-z0-9-]+\.)+[a-z]{2,}(:[0-9]+)?(/[^\s<>\"'`{}|\\^]*)?$"
Web = Annotated[str, StringConstraints(pattern=WEB_PATTERN, max_length=400)]
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
    romanised: bool = said(
        "로마자 표기: 공식 영어 이름이 없어 로마자로 옮겼으면 참",
        "Romanised: true where the English form is our romanisation, not an official name",
        False,
    )
