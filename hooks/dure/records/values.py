"""The small values records are made of: money, counts, rates, days and periods, sources."""

from __future__ import annotations

from typing import Annotated, Literal

from dure.korean.periods import Day, Period, PeriodError, parse_day
from dure.korean.phones import PhoneEntry, PhoneError, parse_phones
from dure.records.base import Id, Line, Name, Number, Prose, Text, Web, Whole
from dure.records.model import Model, Reads, Refers, Refused, said

Bound = Literal["exact", "up-to", "at-least", "about"]


def _day(value: object) -> Day:
    if isinstance(value, Day):
        return value
    try:
        return parse_day(str(value))
    except PeriodError as error:
        raise Refused("bad_day") from error


def _period(value: object) -> Period:
    """ISO 8601 interval: `2022-04` or `2022-04/2022-06`."""
    if isinstance(value, Period):
        return value
    first, between, last = str(value).partition("/")
    try:
        start, end = parse_day(first), parse_day(last if between else first)
    except PeriodError as error:
        raise Refused("bad_period") from error
    try:
        return Period(start, end)
    except PeriodError as error:
        raise Refused("ends_before_start") from error


def _phones(value: object) -> PhoneEntry:
    if isinstance(value, PhoneEntry):
        return value
    try:
        return parse_phones(str(value))
    except PhoneError as error:
        raise Refused("bad_phone") from error


def iso(day: Day) -> str:
    """`2022`, `2022-04` or `2022-04-05`."""
    parts = [f"{day.year:04d}"] + [f"{n:02d}" for n in (day.month, day.day) if n is not None]
    return "-".join(parts)


def iso_period(period: Period) -> str:
    """`2022-04` or `2022-04/2022-06`."""
    start, end = iso(period.start), iso(period.end)
    return start if start == end else f"{start}/{end}"


_ISO = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_DAY_TEXT = {"type": "string", "pattern": f"^{_ISO}$"}
_PERIOD_TEXT = {"type": "string", "pattern": f"^{_ISO}(/{_ISO})?$"}

ADate = Annotated[Day, Reads(_day, _DAY_TEXT)]
APeriod = Annotated[Period, Reads(_period, _PERIOD_TEXT)]
APhone = Annotated[PhoneEntry, Reads(_phones, {"type": "string"})]
"""In files and JSON these are texts as in print; in records, values that know what they mean."""
Unit = Annotated[Id, Refers("term", "units")]


class Source(Model):
    """Where a fact comes from."""

    document: Annotated[Id, Refers("document")] = said(
        "문서: 출처 문서의 id", "Document: id of the source document"
    )
    where: Line = said(
        "위치: 문서 안의 위치(장, 표, 절 제목)를 문서의 말 그대로",
        "Place: where in the document, in the document's own words",
    )


class Money(Model):
    """An amount in KRW, or a range of amounts."""

    krw: Whole = said("금액(원): 원 단위 정수", "Amount (KRW): whole won", ge=0)
    to_krw: Whole | None = said(
        "상한(원): 범위일 때의 위 끝", "Upper end (KRW): of a range", None, ge=0
    )
    bound: Bound = said(
        "한계: exact, up-to(이내), at-least(이상), about(내외)",
        "Bound: exact, up-to, at-least or about",
        "exact",
    )
    per: Unit | None = said(
        "단위: 무엇 하나당인지 (개사, 팀, 명 …)", "Per: one of what (enterprise, team …)", None
    )
    every: Literal["month", "year"] | None = said(
        "주기: 매월이면 month, 매년이면 year", "Every: month or year where it recurs", None
    )

    def __post_init__(self) -> None:
        """A range that does not go up is a slip."""
        if self.to_krw is not None and self.to_krw <= self.krw:
            raise Refused("range_backwards")


class Count(Model):
    """A number of something: enterprises, teams, places, hours."""

    number: Number = said("수: 수량", "Number: how many", ge=0)
    to: Number | None = said("상한: 범위일 때의 위 끝", "Upper end: of a range", None, ge=0)
    unit: Unit = said("단위: 단위 용어의 id", "Unit: id of a unit term")
    bound: Bound = said("한계: 이내, 이상, 내외", "Bound: up-to, at-least, about", "exact")


class Rate(Model):
    """A percentage: interest subsidy, guarantee fee, share of cost."""

    percent: Number = said("비율(%): 백분율", "Percent: of a hundred", ge=0, le=1000)
    to_percent: Number | None = said("상한(%): 범위의 위 끝", "Upper end: of a range", None)
    bound: Bound = said("한계: 이내, 이상, 내외", "Bound: up-to, at-least, about", "exact")
    label: Text = said("무엇의 비율: 예) 이차보전", "Of what: e.g. interest subsidy")
    years: Number | None = said("기간(년): 적용 기간", "Years: how long it holds", None, gt=0)


class Duration(Model):
    """A length of time that support lasts."""

    number: Number = said("길이: 수", "Length: the number", gt=0)
    unit: Literal["year", "month", "week", "day", "hour"] = said(
        "단위: year, month, week, day, hour", "Unit: year, month, week, day or hour"
    )
    bound: Bound = said("한계: 이내, 이상, 내외", "Bound: up-to, at-least, about", "exact")
    label: Text | None = said("무엇의 길이: 예) 예비", "Of what: e.g. preliminary stage", None)


class Link(Model):
    """A web address with the words it stands under."""

    label: Text = said("글: 링크의 글", "Label: the words of the link")
    url: Web = said("주소: 문서에 적힌 웹 주소", "Address: as printed")


class Figure(Model):
    """One labelled figure of a result: sales, places, people."""

    label: Text = said("이름: 무엇의 수치인지", "Label: what the figure is of")
    value: Number = said("값: 수치", "Value: the figure")
    unit: Unit = said("단위: 단위 용어의 id", "Unit: id of a unit term")


class LegalBasis(Model):
    """A law, ordinance or plan a program rests on."""

    law: Name = said("법령: 법령·조례의 이름", "Law: its name")
    article: Line | None = said("조항: 예) 제5조", "Article: e.g. 제5조", None)


class PhoneLine(Model):
    """One printed number or range of an office, with a name to refer to it by."""

    id: Id = said("이름표: 이 사무소 안에서만 쓰는 id", "Handle: an id within this office")
    number: APhone = said("번호: 문서에 적힌 번호", "Number: as printed")
    label: Text | None = said("무슨 전화: 예) 상담전화", "Label: e.g. advice line", None)
    hours: Text | None = said("시간: 전화 받는 시간", "Hours: when it is answered", None)


__all__ = [
    "ADate",
    "APeriod",
    "APhone",
    "Count",
    "Duration",
    "Figure",
    "Id",
    "LegalBasis",
    "Line",
    "Link",
    "Model",
    "Money",
    "Name",
    "PhoneLine",
    "Prose",
    "Rate",
    "Source",
    "Text",
    "Unit",
    "Web",
    "said",
]
