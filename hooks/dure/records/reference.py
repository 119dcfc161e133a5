"""Records the others lean on: vocabularies, documents, indicators."""

from __future__ import annotations

from typing import Annotated, Literal

from dure.records.base import Cell, Id, Line, Name, Text, Whole
from dure.records.model import Model, Refers, said
from dure.records.values import ADate, APeriod, Source, Unit, Web


class Aliases(Model):
    """Other words people use for a term, by language."""

    ko: tuple[Line, ...] = said("한국어: 같은 뜻의 말", "Korean: words of the same meaning", ())
    en: tuple[Line, ...] = said("영어: 같은 뜻의 말", "English: words of the same meaning", ())


class Codes(Model):
    """Official codes of a region; each is stored, none is derived from another."""

    mois: Line | None = said("행정표준코드: 시군구 5자리", "MOIS code: five digits", None)
    iso: Line | None = said("ISO 3166-2: 예) KR-41", "ISO 3166-2: e.g. KR-41", None)


class Term(Model):
    """One word of a vocabulary."""

    id: Id = said("id: 영문 id", "Id: kebab-case id")
    label: Text = said("이름: 화면에 쓰는 말", "Label: the word shown")
    description: Text | None = said("설명: 뜻", "Description: meaning", None)
    aliases: Aliases = said("다른 말: 검색에 쓰는 말", "Aliases: used in search", Aliases())
    parent: Id | None = said("상위어: 같은 목록의 id", "Parent: id in this vocabulary", None)
    level: Line | None = said("단계: 예) province, city", "Level: e.g. province, city", None)
    codes: Codes | None = said("코드: 공식 코드", "Codes: official codes", None)
    tile: tuple[Whole, Whole] | None = said(
        "격자: 열, 행", "Tile: column, row of the tile map", None
    )
    colour: Line | None = said("색: 염료 이름", "Colour: dye name", None)
    pictogram: Id | None = said("그림: 그림 이름", "Pictogram: its name", None)
    url: Web | None = said("주소: 설명하는 곳", "Address: where it is explained", None)


class Vocabulary(Model):
    """A list of terms that records and facets share."""

    title: Text = said("제목: 목록의 이름", "Title: of the list")
    description: Text | None = said("설명: 쓰임", "Description: what it is for", None)
    terms: tuple[Term, ...] = said("용어: 순서대로", "Terms: in order", min_length=1)


class Section(Model):
    """A section of a document, in its printed order."""

    id: Id = said("id: 영문 id", "Id: kebab-case id")
    title: Text = said("제목: 장의 제목", "Title: of the section")
    description: Text | None = said("설명: 장의 소개", "Description: what it says", None)


class PrintedWork(Model):
    """A printed work a document speaks of."""

    title: Text = said("이름: 인쇄물 이름", "Title: of the work")
    year: Whole | None = said("연도: 펴낸 해", "Year: of print", None)
    copies: Whole | None = said("부수: 찍은 수", "Copies: how many", None, ge=1)
    editions: Text | None = said("판: 판의 구성", "Editions: what they are", None)
    contents: Text | None = said("내용: 담은 것", "Contents: what it holds", None)
    purpose: Text | None = said("목적: 쓰임", "Purpose: what for", None)
    recipients: Text | None = said("배부처: 받는 곳", "Recipients: who gets it", None)
    timing: Text | None = said("시기: 펴내는 때", "Timing: when it is made", None)


class Document(Model):
    """출처 문서: where facts come from."""

    title: Name = said("제목: 문서 제목", "Title: of the document")
    publisher: Text = said("펴낸 곳: 기관", "Publisher: body")
    year: Whole = said("연도: 펴낸 해", "Year: of publication")
    region: Annotated[Id, Refers("term", "regions")] = said("지역: 지역 id", "Region: id")
    description: Text = said("설명: 무엇을 담았나", "Description: what it holds")
    sections: tuple[Section, ...] = said("장: 문서의 순서대로", "Sections: in order", ())
    works: tuple[PrintedWork, ...] = said(
        "인쇄물: 문서가 말하는 것", "Printed works: that it speaks of", ()
    )
    note: Text | None = said("참고: 읽는 이에게 알릴 점", "Note: what readers should know", None)


class Column(Model):
    """A column of an indicator."""

    id: Id = said("id: 영문 id", "Id: kebab-case id")
    label: Text = said("이름: 열 이름", "Label: of the column")
    unit: Unit | None = said("단위: 다르면 적음", "Unit: where it differs", None)
    sum_of: tuple[Id, ...] = said("합: 더하는 열", "Sum of: columns it adds up", ())


class Row(Model):
    """A row of an indicator; a missing figure is left empty."""

    id: Id = said("id: 영문 id", "Id: kebab-case id")
    label: Text = said("이름: 행 이름", "Label: of the row")
    values: tuple[Cell, ...] = said(
        "값: 열 순서대로, 빈칸은 -", "Values: in column order, `-` where none is printed"
    )
    sum_of: tuple[Id, ...] = said("합: 더하는 행", "Sum of: rows it adds up", ())
    note: Text | None = said("비고: 덧붙임", "Note: remark", None)


class Indicator(Model):
    """지표: a table or series of figures; sums are checked, printed figures stay."""

    title: Name = said("제목: 표의 제목", "Title: of the table")
    unit: Unit = said("단위: 단위 용어의 id", "Unit: id of a unit term")
    region: Annotated[Id, Refers("term", "regions")] = said("지역: 지역 id", "Region: id")
    period: APeriod | None = said("때: 수치의 때", "Period: of the figures", None)
    as_of: ADate | None = said("기준일: 수치의 기준일", "As of: the day they hold for", None)
    columns: tuple[Column, ...] = said("열: 순서대로", "Columns: in order", min_length=1)
    rows: tuple[Row, ...] = said("행: 순서대로", "Rows: in order", min_length=1)
    chart: Literal["bar", "stacked", "line", "none"] = said(
        "그림: bar, stacked, line, none", "Chart: bar, stacked, line or none", "bar"
    )
    programs: tuple[Annotated[Id, Refers("program")], ...] = said(
        "관련 사업: 사업의 id", "Programs: it belongs to", ()
    )
    source: tuple[Source, ...] = said(
        "출처: 문서와 위치", "Source: document and place", min_length=1
    )
    note: Text | None = said("참고: 맞지 않는 합 등", "Note: e.g. sums that do not add up", None)


__all__ = ["Document", "Indicator", "Term", "Vocabulary"]
