"""`centre` (지원센터·담당부서): an office with phones, a duty or a place."""

from __future__ import annotations

from typing import Annotated

from dure.records.base import FORMER_IDS, Id, Line, Name, Text, YesNo
from dure.records.model import Model, Refers, said
from dure.records.values import ADate, APeriod, PhoneLine, Source, Web

RegionId = Annotated[Id, Refers("term", "regions")]
CentreId = Annotated[Id, Refers("centre")]


class Channel(Model):
    """A public channel of an office: blog, video channel, newsletter."""

    kind: Annotated[Id, Refers("term", "channels")] = said("종류: 채널 용어 id", "Kind: term id")
    handle: Line | None = said("이름: 계정 이름", "Handle: account name", None)
    url: Web | None = said("주소: 웹 주소", "Address: web address", None)
    text: Text | None = said("설명: 무엇을 언제 싣나", "Text: what it carries and when", None)


class Event(Model):
    """A dated entry of an office's history."""

    when: APeriod = said("때: 날짜나 달", "When: day or month")
    text: Text = said("일: 있었던 일", "What: what happened")


class Centre(Model):
    """지원센터·담당부서: who to call, and what they answer for."""

    name: Name = said("이름: 문서에 적힌 이름", "Name: as printed")
    aliases: tuple[Line, ...] = said("다른 표기: 다른 표기", "Aliases: other spellings", ())
    kind: Annotated[Id, Refers("term", "centre-kinds")] = said(
        "종류: 센터 종류 용어의 id", "Kind: id of a term"
    )
    parent: CentreId | None = said("상위 기관: 상위 기관의 id", "Parent: parent office", None)
    region: RegionId = said("지역: 있는 지역", "Region: where it is")
    serves: tuple[RegionId, ...] = said(
        "담당 지역: 이 지역 시민이 전화할 곳", "Serves: regions whose citizens call it", ()
    )
    stands_in: YesNo = said(
        "센터 대신: 센터가 없어 담당부서가 맡으면 참",
        "Stands in: true where there is no centre and this office is in charge",
        False,
    )
    summary: Text | None = said("소개: 한 문장", "Summary: one sentence", None)
    duties: tuple[Text, ...] = said("담당 업무: 맡은 일", "Duties: what it does", ())
    phones: tuple[PhoneLine, ...] = said("전화: 번호는 여기에만", "Phones: numbers live here", ())
    hours: Text | None = said("시간: 여는 시간", "Hours: when open", None)
    address: Text | None = said("주소: 문서에 적힌 주소", "Address: as printed", None)
    homepage: Web | None = said("누리집: 웹 주소", "Homepage: web address", None)
    channels: tuple[Channel, ...] = said("채널: 소통 채널", "Channels: public channels", ())
    run_by: Text | None = said("운영: 운영·수탁 기관", "Run by: operating body", None)
    founded: ADate | None = said("설립: 설립일", "Founded: day", None)
    history: tuple[Event, ...] = said("걸어온 길: 날짜와 일", "History: dated events", ())
    source: tuple[Source, ...] = said(
        "출처: 문서와 위치", "Source: document and place", min_length=1
    )
    checked_on: ADate | None = said(
        "확인일: 사람이 마지막으로 확인한 날", "Checked on: last confirmed by a person", None
    )
    note: Text | None = said("참고: 읽는 이에게 알릴 점", "Note: what readers should know", None)
    former_ids: tuple[Id, ...] = FORMER_IDS
