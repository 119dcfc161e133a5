"""Site settings (`data/site.yml`): all that another region changes besides its records."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from dure.records.base import Id, Line, Text
from dure.records.model import Model, Refers, said

SiteUrl = Annotated[Line, Meta(pattern=r"^https?://[A-Za-z0-9.-]+(:[0-9]+)?/([A-Za-z0-9._~-]+/)*$")]
ReportUrl = Annotated[
    Line, Meta(pattern=r"^(mailto:[^\s<>\"']+@[^\s<>\"']+|https?://[^\s<>\"']+)$")
]


class Site(Model):
    """Name, region, publisher and address of one office's catalogue."""

    title: Text = said("제목: 사이트 이름", "Title: name of the site")
    tagline: Text = said("한 줄 소개: 첫 화면의 한 줄", "Tagline: the home page's one line")
    description: Text = said("설명: 검색엔진에 보이는 설명", "Description: for search engines")
    url: SiteUrl = said(
        "주소: 공개할 주소, 예) https://example.org/dure/",
        "Address: where it is published",
    )
    publisher: Text = said("펴낸 곳: 운영 기관", "Publisher: who runs it")
    regions: tuple[Annotated[Id, Refers("term", "regions")], ...] = said(
        "지역: 다루는 지역", "Regions: that it covers", min_length=1
    )
    data_note: Text | None = said(
        "자료 안내: 어느 해의 문서에서 옮겼는지, 모든 쪽의 아래에 보임",
        "About the data: of which years the documents are; at the foot of every page",
        None,
    )
    search_hint: Text | None = said(
        "찾기 예: 검색창 아래에 보임", "Search example: shown below the search box", None
    )
    help_centre: Annotated[Id, Refers("centre")] | None = said(
        "도움 전화: 찾지 못할 때 부를 곳", "Help: the office to call when nothing is found", None
    )
    report_url: ReportUrl | None = said(
        "오류 신고: 오류를 알릴 주소(메일 또는 웹)",
        "Report: where errors are reported (mailto: or web)",
        None,
    )
    newest_booklet: Annotated[Id, Refers("booklet")] | None = said(
        "새 책자: 첫 화면에 보일 책자", "Newest booklet: shown on the home page", None
    )
