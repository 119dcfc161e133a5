"""`enterprise` (기업) and what it sells: `product` (제품·서비스)."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from dure.records.base import FORMER_IDS, Clean, Id, Line, Name, Text
from dure.records.model import Model, Refers, said
from dure.records.values import ADate, APeriod, PhoneLine, Source, Web

PICTURE_PATTERN = r"^[a-z0-9]+([-/][a-z0-9]+)*\.(jpg|jpeg|png|webp)$"
PictureFile = Annotated[
    str, Meta(min_length=1, max_length=120, pattern=PICTURE_PATTERN), Clean(one_line=True)
]
KindId = Annotated[Id, Refers("term", "enterprise-kinds")]


class Product(Model):
    """Something an enterprise makes, does or sells."""

    id: Id = said("이름표: 기업 안에서만 쓰는 id", "Handle: an id within this enterprise")
    name: Text = said("이름: 제품·서비스 이름", "Name: of the product or service")
    procurement_class: Annotated[Id, Refers("term", "procurement-classes")] = said(
        "조달 구분: goods(물품), services(용역), works(공사)",
        "Procurement class: goods, services or works",
    )
    needs: tuple[Annotated[Id, Refers("term", "needs")], ...] = said(
        "부서 수요: 부서가 찾는 말의 id", "Needs: what departments look for", ()
    )
    note: Text | None = said("비고: 덧붙임", "Note: remark", None)


class Certificate(Model):
    """A designation or certification, with the day it ends where that is known."""

    kind: KindId = said("종류: 기업 유형의 id", "Kind: enterprise kind")
    status: Literal["certified", "designated"] = said(
        "구분: certified(인증) 또는 designated(지정)", "Status: certified or designated"
    )
    number: Line | None = said("번호: 인증·지정 번호", "Number: as printed", None)
    type: Text | None = said("유형: 사회적 목적 유형", "Type: of social purpose", None)
    since: ADate | None = said("시작일: 인증·지정일", "Since: day it began", None)
    until: ADate | None = said("만료일: 끝나는 날", "Until: day it ends", None)


class Participation(Model):
    """What an enterprise took part in."""

    program: Annotated[Id, Refers("program")] = said("사업: 사업의 id", "Program: id")
    role: Text = said("역할: 예) 선정팀, 참가기업", "Role: e.g. selected team, exhibitor")
    period: APeriod | None = said("때: 참여한 때", "Period: when", None)


class Picture(Model):
    """A photograph of the enterprise or of what it makes; never one made up or bought in."""

    file: PictureFile = said(
        "파일: data/pictures 아래의 이름(.jpg, .png, .webp)",
        "File: name below data/pictures (.jpg, .png, .webp)",
    )
    alt: Text = said("설명: 보지 못하는 이에게 알릴 말", "Alternative text: what the picture shows")
    credit: Text | None = said("찍은 이: 출처를 적는 말", "Credit: whose picture it is", None)


class Enterprise(Model):
    """사회적경제기업: an enterprise a buyer may turn to."""

    name: Name = said("이름: 문서에 적힌 이름", "Name: as printed")
    aliases: tuple[Line, ...] = said("다른 표기: 문서의 다른 표기", "Aliases: other spellings", ())
    kinds: tuple[KindId, ...] = said("유형: 기업 유형의 id", "Kinds: enterprise kinds", ())
    region: Annotated[Id, Refers("term", "regions")] = said(
        "지역: 폴더 이름과 같은 지역 id", "Region: id, equal to the folder's name"
    )
    sectors: tuple[Annotated[Id, Refers("term", "sectors")], ...] = said(
        "분야: 분야 용어의 id", "Sectors: term ids", ()
    )
    summary: Text | None = said("하는 일: 한 문장", "What it does: one sentence", None)
    products: tuple[Product, ...] = said("제품·서비스: 파는 것", "Products: what it sells", ())
    pictures: tuple[Picture, ...] = said(
        "사진: 첫 사진을 책자와 페이지에 싣음", "Pictures: the first is printed and shown", ()
    )
    certificates: tuple[Certificate, ...] = said(
        "인증·지정: 인증과 지정", "Certificates: certifications and designations", ()
    )
    participations: tuple[Participation, ...] = said(
        "참여: 참여한 사업", "Participations: programs it took part in", ()
    )
    phones: tuple[PhoneLine, ...] = said("전화: 문서에 적힌 번호", "Phones: as printed", ())
    homepage: Web | None = said("누리집: 웹 주소", "Homepage: web address", None)
    address: Text | None = said("주소: 문서에 적힌 주소", "Address: as printed", None)
    source: tuple[Source, ...] = said(
        "출처: 문서와 위치", "Source: document and place", min_length=1
    )
    checked_on: ADate | None = said(
        "확인일: 사람이 마지막으로 확인한 날", "Checked on: last confirmed by a person", None
    )
    note: Text | None = said("참고: 읽는 이에게 알릴 점", "Note: what readers should know", None)
    former_ids: tuple[Id, ...] = FORMER_IDS
