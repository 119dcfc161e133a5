"""`booklet` (책자): a printed work as data: selection, order, front matter, paper, binding."""

from __future__ import annotations

from typing import Annotated, Literal

from dure.records.base import Id, Line, Number, Text, Whole
from dure.records.model import Model, Refers, said
from dure.records.values import ADate, Source

Index = Literal["name", "product", "region", "kind", "need", "applicant", "support"]


class Selection(Model):
    """Which records a booklet holds; every condition given must hold."""

    kind: Literal["program", "enterprise", "product", "centre"] = said(
        "무엇을: program, enterprise, product, centre", "Kind: of records"
    )
    regions: tuple[Annotated[Id, Refers("term", "regions")], ...] = said(
        "지역: 이 지역과 그 아래", "Regions: these and all below them", ()
    )
    years: tuple[Whole, ...] = said("연도: 사업 연도", "Years: of programs", ())
    documents: tuple[Annotated[Id, Refers("document")], ...] = said(
        "출처: 이 문서에서 온 것", "Documents: records from these", ()
    )
    sectors: tuple[Annotated[Id, Refers("term", "sectors")], ...] = said(
        "분야: 이 분야만", "Sectors: only these", ()
    )
    enterprise_kinds: tuple[Annotated[Id, Refers("term", "enterprise-kinds")], ...] = said(
        "유형: 이 기업 유형만", "Enterprise kinds: only these", ()
    )
    needs: tuple[Annotated[Id, Refers("term", "needs")], ...] = said(
        "부서 수요: 이 수요에 맞는 것만", "Needs: only what meets one of these", ()
    )


class Stock(Model):
    """A paper, as a print shop orders it."""

    name: Text = said("이름: 종이 이름", "Name: of the paper")
    gsm: Whole = said("평량(g/㎡): 무게", "Weight (g/m²): of one sheet", gt=0)
    thickness_mm: Number = said("두께(mm): 한 장의 두께", "Thickness (mm): of one leaf", gt=0)


class Paper(Model):
    """Sheet, trim and binding."""

    width_mm: Number = said("너비(mm): 재단 너비", "Width (mm): trim", gt=0)
    height_mm: Number = said("높이(mm): 재단 높이", "Height (mm): trim", gt=0)
    binding: Literal["saddle", "perfect", "fold", "none"] = said(
        "제본: saddle(중철), perfect(무선), fold(접지), none", "Binding: how leaves are held"
    )
    stock: Stock = said("본문 용지: 종이", "Stock: of the pages")
    cover: Stock | None = said("표지 용지: 다르면 적음", "Cover: its stock, if it differs", None)


class Part(Model):
    """A piece of a hand-written page: a paragraph, numbered steps or a table."""

    text: Text | None = said("글: 문단", "Text: a paragraph", None)
    steps: tuple[Text, ...] = said("순서: 번호를 매겨 적을 일", "Steps: numbered", ())
    table: tuple[tuple[Text, ...], ...] = said(
        "표: 줄마다 칸, 첫 줄은 머리", "Table: rows of cells, the first is the head", ()
    )
    vocabulary: Annotated[Id, Refers("vocabulary")] | None = said(
        "용어: 뜻을 실을 용어 목록의 id", "Vocabulary: printed with its meanings", None
    )


class Matter(Model):
    """A hand-written page before or after the records."""

    title: Text = said("제목: 쪽의 제목", "Title: of the page")
    parts: tuple[Part, ...] = said("내용: 순서대로", "Parts: in order", min_length=1)
    sources: tuple[Line, ...] = said("출처: 법령 등", "Sources: laws and the like", ())
    checked_on: ADate | None = said("확인일: 사람이 확인한 날", "Checked on: by a person", None)


class Booklet(Model):
    """책자: one printed work, from which its editions are made."""

    title: Text = said("제목: 표지의 제목", "Title: on the cover")
    subtitle: Text | None = said("부제: 표지의 부제", "Subtitle: on the cover", None)
    summary: Text = said("소개: 누가 어디에 쓰는지", "Summary: for whom and what")
    work: Literal["enterprises", "products", "guidebook", "calendar", "map", "contacts"] = said(
        "종류: 책자의 짜임", "Work: which layout"
    )
    edition: Text = said("판: 예) 2021년 기본판", "Edition: e.g. 2021 basic edition")
    issued: ADate = said("펴낸 날: 이 판의 날짜", "Issued: day of this edition")
    languages: tuple[Literal["ko", "en", "ko+en"], ...] = said(
        "언어: ko, en, 또는 ko+en(왼쪽 국문, 오른쪽 영문; 기업 책자만)",
        "Languages: ko, en, or ko+en on facing pages (enterprise booklets only)",
        min_length=1,
    )
    volumes: Literal["none", "region", "sector", "kind"] = said(
        "권 나누기: 지역·분야·유형마다 한 권(기업 책자만)",
        "Volumes: one a region, sector or kind (enterprise booklets only)",
        "none",
    )
    select: tuple[Selection, ...] = said(
        "선택: 담을 기록; 하나에라도 맞으면 담음",
        "Select: records that meet any of these",
        min_length=1,
    )
    group_by: Literal["sector", "kind", "region", "section", "need", "none"] = said(
        "묶음: 장을 나누는 기준", "Group by: what makes a section", "none"
    )
    front: tuple[Matter, ...] = said("앞글: 손으로 쓴 쪽", "Front: hand-written pages", ())
    back: tuple[Matter, ...] = said("뒷글: 손으로 쓴 쪽", "Back: hand-written pages", ())
    matter_of: Annotated[Id, Refers("booklet")] | None = said(
        "앞뒤글 함께 쓰기: 그 책자의 id", "Matter of: booklet whose pages it shares", None
    )
    indexes: tuple[Index, ...] = said(
        "찾아보기: name, product, region, kind, need, applicant, support", "Indexes: in order", ()
    )
    contact: Annotated[Id, Refers("centre")] | None = said(
        "문의처: 책자를 보고 전화할 곳", "Contact: the office a reader calls", None
    )
    paper: Paper = said("판형: 종이와 제본", "Paper: size and binding")
    copies: Whole | None = said("부수: 찍을 수", "Copies: to print", None, ge=1)
    recipients: Text | None = said("배부처: 받는 곳", "Recipients: who gets it", None)
    source: tuple[Source, ...] = said("출처: 문서와 위치", "Source: document and place", ())


__all__ = ["Booklet", "Matter", "Paper", "Part", "Selection", "Stock"]
