"""`program` (지원사업): something to apply for, attend, use or read about."""

from __future__ import annotations

from typing import Annotated, Literal

from dure.records.base import FORMER_IDS, Id, Line, Name, Number, Text, Whole, YesNo
from dure.records.model import Model, Refers, said
from dure.records.values import (
    ADate,
    APeriod,
    Count,
    Duration,
    Figure,
    LegalBasis,
    Link,
    Money,
    Rate,
    Source,
    Unit,
)

CentreId = Annotated[Id, Refers("centre")]
EnterpriseId = Annotated[Id, Refers("enterprise")]
ProgramId = Annotated[Id, Refers("program")]


class Benefit(Model):
    """One thing a program gives, with its figures."""

    label: Text = said("지원 내용: 무엇을 주는지", "What: what is given")
    detail: Text | None = said("설명: 덧붙이는 설명", "Detail: what else to know", None)
    kind: Annotated[Id, Refers("term", "supports")] | None = said(
        "지원 종류: 지원 종류 용어의 id", "Kind of support: id of a term", None
    )
    amount: Money | None = said("금액: 금액과 한도", "Amount: sum or cap", None)
    places: Count | None = said("규모: 몇 곳, 몇 명", "Places: how many are supported", None)
    sessions: Count | None = said("횟수: 몇 회, 몇 시간", "Sessions: times or hours", None)
    duration: Duration | None = said("기간: 지원이 이어지는 기간", "Duration: how long", None)
    rates: tuple[Rate, ...] = said("비율: 이자, 보증료 등", "Rates: interest, fees", ())


class BudgetLine(Model):
    """Money set aside for a program, by who pays."""

    payer: Annotated[Id, Refers("term", "budget-sources")] = said(
        "재원: 국비, 도비, 시비 …; 나누지 않은 합계는 total",
        "Payer: national, province, city …; `total` where it is not split",
    )
    krw: Whole | None = said("금액(원): 원 단위", "Amount (KRW): whole won", None, ge=0)
    percent: Number | None = said("비율(%): 분담 비율", "Share (%): of the total", None, ge=0)
    note: Text | None = said("비고: 덧붙임", "Note: remark", None)


class Application(Model):
    """How and when to apply."""

    how: Text | None = said("신청 방법: 어떻게 신청하는지", "How: how to apply", None)
    opens: ADate | None = said("시작: 접수 시작일", "Opens: first day", None)
    closes: ADate | None = said("마감: 접수 마감일", "Closes: last day", None)
    rolling: YesNo = said("상시: 상시 접수이면 참", "Rolling: true if taken at any time", False)
    url: Link | None = said("신청 주소: 신청하는 곳", "Where: address to apply at", None)


class Contact(Model):
    """An office to ask, and which of its numbers (all of them where none is named)."""

    office: CentreId = said("문의처: 센터·부서의 id", "Office: id of a centre")
    phones: tuple[Id, ...] = said(
        "번호: 그 사무소의 전화 이름표", "Numbers: handles of that office's phone lines", ()
    )
    about: Text | None = said("무엇을 묻나: 담당 내용", "About: what to ask there", None)


class Phase(Model):
    """A named step of a program with its months or dates."""

    name: Text = said("단계 이름: 문서에 적힌 말", "Name: the step as printed")
    kind: Annotated[Id, Refers("term", "phases")] = said(
        "단계 종류: 추진단계 용어의 id", "Kind: id of a phase term"
    )
    when: tuple[APeriod, ...] = said(
        "때: 2022-04 또는 2022-04/2022-06", "When: 2022-04 or 2022-04/2022-06", ()
    )
    printed: Text | None = said(
        "때(문서 표기): 달로 적을 수 없는 말, 예) 9월 말",
        "When (as printed): what months cannot say, e.g. end of September",
        None,
    )
    rolling: YesNo = said("수시·상시: 수시이면 참", "Rolling: true if at any time", False)
    detail: Text | None = said("설명: 그 단계에서 하는 일", "Detail: what is done", None)


class Flow(Model):
    """A step flow (추진단계) in its true order; a program may have several."""

    name: Text | None = said("흐름 이름: 여럿일 때의 이름", "Name: where there are several", None)
    phases: tuple[Phase, ...] = said("단계: 순서대로", "Phases: in order", min_length=1)


class Session(Model):
    """A course or event on given dates."""

    name: Text = said("이름: 과정·행사 이름", "Name: of the course or event")
    when: tuple[APeriod, ...] = said("때: 날짜나 달", "When: days or months", ())
    printed: Text | None = said("때(문서 표기): 시각 등", "When (as printed): times etc.", None)
    place: Text | None = said("곳: 장소", "Place: where", None)
    audience: Text | None = said("대상: 누가 듣나", "Audience: who attends", None)
    topics: Text | None = said("내용: 다루는 내용", "Topics: what it covers", None)
    counts: tuple[Count, ...] = said("규모: 횟수, 시간, 인원", "Size: times, hours, people", ())


class Space(Model):
    """A room lent to an enterprise."""

    name: Text = said("장소: 공간의 이름", "Place: name of the space")
    area_m2: Number | None = said("면적(㎡): 제곱미터", "Area (m²): square metres", None)
    use: Text | None = said("용도: 쓰임", "Use: what for", None)
    occupant: EnterpriseId | None = said("입주기업: 기업의 id", "Occupant: enterprise id", None)
    term: Text | None = said("기간: 계약 기간과 조건", "Term: contract period", None)
    rents: tuple[Figure, ...] = said("임대료: 해마다의 임대료", "Rents: by year", ())
    note: Text | None = said("비고: 덧붙임", "Note: remark", None)


class Selected(Model):
    """A team, enterprise or topic chosen in a round."""

    topic: Text | None = said("주제: 선정 주제·사업 내용", "Topic: what was chosen", None)
    enterprise: EnterpriseId | None = said("기업: 기업의 id", "Enterprise: id", None)
    centre: CentreId | None = said("기관: 센터·기관의 id", "Body: id of a centre", None)
    partners: tuple[EnterpriseId, ...] = said("협력기업: 기업의 id", "Partners: enterprises", ())
    partner_bodies: tuple[CentreId, ...] = said("협력기관: 기관의 id", "Partner bodies: ids", ())
    figures: tuple[Figure, ...] = said("수치: 실적 수치", "Figures: results", ())
    note: Text | None = said("비고: 덧붙임", "Note: remark", None)


class Result(Model):
    """What came of a round: figures, who was selected, what was built."""

    title: Text = said("제목: 결과의 제목", "Title: of the result")
    period: APeriod | None = said("때: 그 회차의 때", "Period: of the round", None)
    text: Text | None = said("설명: 결과 설명", "Text: what came of it", None)
    figures: tuple[Figure, ...] = said("수치: 결과 수치", "Figures: results", ())
    selected: tuple[Selected, ...] = said("선정: 선정 목록", "Selected: list of those chosen", ())


class Program(Model):
    """지원사업: what a citizen, founder, enterprise or office can apply for, attend or use."""

    name: Name = said("이름: 사업의 공식 이름", "Name: official name")
    plain_name: Text | None = said(
        "쉬운 이름: 공식 이름이 어려울 때의 쉬운 말",
        "Plain name: where the official one is opaque",
        None,
    )
    summary: Text = said("한 줄 소개: 누구에게 무엇을", "Summary: for whom and what")
    year: Whole = said("연도: 사업 연도", "Year: the program's year", ge=1990, le=2100)
    parent: ProgramId | None = said("상위 사업: 상위 사업의 id", "Parent: parent program", None)
    operators: tuple[CentreId, ...] = said(
        "시행기관: 센터·부서의 id", "Operators: ids of centres", min_length=1
    )
    entrusted_to: tuple[CentreId, ...] = said("수탁·대행: 기관의 id", "Entrusted to: bodies", ())
    section: Id | None = said(
        "장: 출처 문서의 장 id", "Section: id of a section of the first source document", None
    )
    access: Literal["apply", "attend", "use", "read", "internal"] = said(
        "참여 방법: apply(신청), attend(참석), use(이용), read(열람), internal(내부 업무)",
        "Access: apply, attend, use, read, or internal where nobody outside can take part",
    )
    supports: tuple[Annotated[Id, Refers("term", "supports")], ...] = said(
        "지원 종류: 용어의 id", "Kinds of support: term ids", ()
    )
    applicants: tuple[Annotated[Id, Refers("term", "applicants")], ...] = said(
        "대상: 신청할 수 있는 이", "Applicants: who can take part", ()
    )
    regions: tuple[Annotated[Id, Refers("term", "regions")], ...] = said(
        "지역: 사업이 미치는 지역", "Regions: where it holds", min_length=1
    )
    purpose: Text | None = said("목적: 사업 목적", "Purpose: what it is for", None)
    eligibility: tuple[Text, ...] = said("자격: 대상과 조건", "Eligibility: conditions", ())
    benefits: tuple[Benefit, ...] = said("지원 내용: 주는 것", "Benefits: what is given", ())
    places: tuple[Count, ...] = said("규모: 전체 지원 규모", "Places: overall size", ())
    own_share: Rate | None = said("자부담: 스스로 내는 몫", "Own share: what they pay", None)
    details: tuple[Text, ...] = said("사업 내용: 덧붙는 내용", "Details: other contents", ())
    budget: tuple[BudgetLine, ...] = said("예산: 재원별 예산", "Budget: by payer", ())
    period: APeriod | None = said("기간: 사업 기간", "Period: of the program", None)
    application: Application | None = said(
        "신청: 신청 방법과 때", "Application: how and when to apply", None
    )
    legal_basis: tuple[LegalBasis, ...] = said("근거: 법령·조례", "Legal basis: laws", ())
    contacts: tuple[Contact, ...] = said("문의: 물어볼 곳", "Contacts: whom to ask", ())
    flows: tuple[Flow, ...] = said("추진단계: 단계의 흐름", "Flows: step flows", ())
    sessions: tuple[Session, ...] = said("일정: 과정·행사", "Sessions: courses, events", ())
    spaces: tuple[Space, ...] = said("공간: 빌려주는 공간", "Spaces: rooms lent", ())
    results: tuple[Result, ...] = said("결과: 회차별 결과", "Results: of past rounds", ())
    links: tuple[Link, ...] = said("링크: 웹 주소", "Links: web addresses", ())
    related: tuple[ProgramId, ...] = said("관련 사업: 사업의 id", "Related programs: ids", ())
    aliases: tuple[Line, ...] = said("다른 이름: 다른 표기", "Aliases: other spellings", ())
    source: tuple[Source, ...] = said(
        "출처: 문서와 위치", "Source: document and place", min_length=1
    )
    checked_on: ADate | None = said(
        "확인일: 사람이 마지막으로 확인한 날", "Checked on: last confirmed by a person", None
    )
    note: Text | None = said("참고: 읽는 이에게 알릴 점", "Note: what readers should know", None)
    former_ids: tuple[Id, ...] = FORMER_IDS


__all__ = ["Program", "Unit"]
