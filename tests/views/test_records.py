"""What views decide: whom to call, what to link, what to say where something is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from dure.korean.periods import Day
from dure.records.program import Application, Phase
from dure.records.reading import valid
from dure.records.values import PhoneLine
from dure.render import Phrase, environment
from dure.views.centre import centre_view
from dure.views.common import phone, web
from dure.views.enterprise import enterprise_view, product_views
from dure.views.home import home_view
from dure.views.indicator import document_views, indicator_views
from dure.views.program import program_view
from dure.views.steps import phase_view
from dure.views.support import application_words
from tests import sample

if TYPE_CHECKING:
    from dure.views.reader import Reader


@pytest.fixture(params=["ko", "en"])
def reader(request: pytest.FixtureRequest) -> Reader:
    """The sample in either language."""
    return sample.reader(request.param)


def _line(number: str) -> PhoneLine:
    return valid(PhoneLine, {"id": "x", "number": number})


@pytest.mark.parametrize(
    ("printed", "calls"),
    [
        ("031-555-0100", [("031-555-0100", "tel:+82-31-555-0100")]),
        ("1522-0561", [("1522-0561", "tel:1522-0561")]),
        (
            "032-625-2992~4",
            [
                ("032-625-2992~4", "tel:+82-32-625-2992"),
                ("2993", "tel:+82-32-625-2993"),
                ("2994", "tel:+82-32-625-2994"),
            ],
        ),
        (
            "02-2600-6503, 6506",
            [("02-2600-6503, 6506", "tel:+82-2-2600-6503"), ("6506", "tel:+82-2-2600-6506")],
        ),
    ],
)
def test_each_number_of_a_range_can_be_called(
    printed: str, calls: list[tuple[str, str]], reader: Reader
) -> None:
    """The first call bears what is printed, the others their last four digits."""
    assert [(c.shown, c.tel) for c in phone(_line(printed), reader).calls] == calls


def test_a_call_is_spoken_in_full(reader: Reader) -> None:
    """A screen reader says the whole number, not `2993`."""
    spoken = [c.spoken for c in phone(_line("032-625-2992~3"), reader).calls]
    assert spoken == ["032-625-2992", "032-625-2993"]


@pytest.mark.parametrize(
    ("address", "label", "href"),
    [
        ("www.a.kr", "www.a.kr", "http://www.a.kr"),
        ("http://a.kr/", "a.kr", "http://a.kr/"),
        ("https://a.kr/b?c=d", "a.kr/b?c=d", "https://a.kr/b?c=d"),
    ],
)
def test_a_web_address_leads_where_it_was_printed(address: str, label: str, href: str) -> None:
    """Shown short, with the scheme it was printed with, or http where there was none."""
    assert (web(address).label, web(address).href) == (label, href)


def test_a_contact_shows_the_numbers_it_names_or_all(reader: Reader) -> None:
    """`phones: [advice]` is one line; none named means every line of the office."""
    named, whole = program_view("sample-growth", reader).contacts
    assert [line.id for line in named.phones] == ["advice"]
    assert [line.id for line in whole.phones] == ["main"]
    assert named.above is not None
    assert whole.above is None


@pytest.mark.parametrize(
    ("asked", "korean", "english"),
    [
        (Application(), [], []),
        (Application(rolling=True), ["수시"], ["At any time"]),
        (Application(opens=Day(2022, 4, 5)), ["2022. 4. 5.부터"], ["from 5 April 2022"]),
        (Application(closes=Day(2022, 5)), ["2022. 5.까지"], ["until May 2022"]),
        (
            Application(opens=Day(2022, 4, 5), closes=Day(2022, 5, 6)),
            ["2022. 4. 5.~5. 6."],
            ["5 April to 6 May 2022"],
        ),
    ],
)
def test_applying_is_told_in_words(
    asked: Application, korean: list[str], english: list[str]
) -> None:
    """One end alone is told as a beginning or an end, not as half a span."""
    assert [str(p) for p in application_words(asked, sample.reader("ko"))] == korean
    assert [str(p) for p in application_words(asked, sample.reader("en"))] == english


def _phase(**fields: object) -> Phase:
    return valid(Phase, {"name": {"ko": "접수"}, "kind": "application", **fields})


@pytest.mark.parametrize(
    ("fields", "when", "months", "starts", "ends"),
    [
        ({}, [], (), "", ""),
        ({"when": ["2022-04"]}, ["April 2022"], (4,), "2022-04-01", "2022-04-30"),
        (
            {"when": ["2022-05", "2022-03"]},
            ["May 2022", "March 2022"],
            (3, 5),
            "2022-03-01",
            "2022-05-31",
        ),
        (
            {"when": ["2021-11/2022-02"]},
            ["November 2021 to February 2022"],
            (1, 2),
            "2021-11-01",
            "2022-02-28",
        ),
        ({"when": ["2022"]}, ["2022"], (), "", ""),
        ({"rolling": "true"}, ["At any time"], (), "", ""),
        (
            {"rolling": "true", "when": ["2022-04"]},
            ["April 2022"],
            (4,),
            "2022-04-01",
            "2022-04-30",
        ),
        (
            {"when": ["2022-09"], "printed": {"ko": "9월 말", "en": "end of September"}},
            ["end of September"],
            (9,),
            "2022-09-01",
            "2022-09-30",
        ),
    ],
)
def test_a_phase_fills_the_months_of_its_programs_year(
    fields: dict[str, object], when: list[str], months: tuple[int, ...], starts: str, ends: str
) -> None:
    """What the document says comes first; a bare year fills no month."""
    view = phase_view(_phase(**fields), 2022, sample.reader("en"))
    assert [str(words) for words in view.when] == when
    assert (view.months, view.starts, view.ends) == (months, starts, ends)


def test_a_text_without_english_is_shown_in_korean_and_says_so() -> None:
    """On the English page inside `lang="ko"`, on the Korean page as any other text."""
    english = program_view("sample-growth-school", sample.reader("en")).summary
    korean = program_view("sample-growth-school", sample.reader("ko")).summary
    assert english.__html__() == '<span lang="ko">창업자가 함께 배웁니다.</span>'
    assert korean.__html__() == "창업자가 함께 배웁니다."


def test_a_text_with_english_has_no_mark() -> None:
    """A mark on every phrase would mark nothing."""
    view = program_view("sample-growth", sample.reader("en"))
    assert view.summary.__html__() == "Money for sample enterprises."


def test_sources_are_quoted_in_korean(reader: Reader) -> None:
    """The place in a document stands in the document's own words."""
    where = program_view("sample-growth", reader).sources[0].where
    assert where.lang == "ko"
    assert str(where) == "재정지원 > 성장지원"


@pytest.mark.parametrize(("words", "lang"), [("제12조", "ko"), ("@gaon", "en"), ("", "en")])
def test_what_is_quoted_is_korean_where_it_is_hangul(words: str, lang: str) -> None:
    """Account names and numbers belong to the page."""
    assert sample.reader("en").quoted(words) == Phrase(words, lang, "en")


def test_hostile_names_do_no_harm(reader: Reader) -> None:
    """Markup, quotes and template code of a name are shown as they are written."""
    name = enterprise_view("sample-bada", reader).name
    html = environment().from_string("<h1>{{ name }}</h1>").render(name=name)
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }}" in html
    assert "&#34;바다&#34; &amp;" in html


def test_an_enterprise_shows_what_it_took_part_in_once(reader: Reader) -> None:
    """Its own words first, then the programs that name it."""
    found = enterprise_view("sample-dure", reader).participations
    assert [p.program.path for p in found] == [
        "programs/sample-growth-school/",
        "programs/sample-growth/",
    ]
    assert str(found[1].role) == reader.words["role_named"]


def test_a_product_knows_its_maker(reader: Reader) -> None:
    """Its id is unique in the whole catalogue, and a list of products needs nothing else."""
    first, second = product_views("sample-dure", reader)
    assert (first.id, second.id) == ("sample-dure.booklets", "sample-dure.lunches")
    assert first.maker.path == "enterprises/sample-dure/"
    assert first.region.id == "gaon-haneul"
    assert product_views("sample-bada", reader) == ()


def test_a_program_leads_to_its_parent_and_parts(reader: Reader) -> None:
    """Both ways, and to those who took part."""
    school = program_view("sample-growth-school", reader)
    assert school.parent is not None
    assert school.parent.path == "programs/sample-growth/"
    assert [link.path for link in program_view("sample-growth", reader).children] == [
        "programs/sample-growth-school/"
    ]
    assert [link.path for link in school.participants] == ["enterprises/sample-dure/"]
    assert [link.path for link in school.related] == ["programs/sample-loan/"]


def test_a_program_without_a_section_has_none(reader: Reader) -> None:
    """Some documents have no sections."""
    assert program_view("sample-loan", reader).section is None
    assert program_view("sample-growth", reader).section is not None


def test_what_is_not_known_is_not_said(reader: Reader) -> None:
    """Empty words and tuples, never `None` in a template's text."""
    view = program_view("sample-loan", reader)
    assert (view.period, view.opens, view.checked_on) == ("", "", "")
    assert not view.own_share
    assert not view.benefits
    assert view.closes == "2019-10-31"


def test_a_centre_shows_the_offices_below_it(reader: Reader) -> None:
    """Teams stand on their office's page, each with its own phones."""
    view = centre_view("gaon-centre", reader)
    assert [(below.id, len(below.phones)) for below in view.children] == [("gaon-centre-market", 1)]
    assert centre_view("gaon-province", reader).children[0].children[0].id == "gaon-centre-market"
    assert centre_view("bada-office", reader).stands_in


def test_a_table_keeps_its_blanks(reader: Reader) -> None:
    """Nothing printed stays nothing; totals are marked."""
    (table,) = indicator_views(reader)
    assert table.rows[0].total
    assert [row.values for row in table.rows][2:] == [("300", "300", "600"), ("", "10", "")]
    assert str(table.unit) == {"ko": "백만원", "en": "million won"}[reader.lang]


def test_documents_come_newest_first_with_what_was_taken_from_them(reader: Reader) -> None:
    """How many programs rest on each."""
    found = document_views(reader)
    assert [(d.id, d.year, d.programs) for d in found] == [
        ("sample-guide-2022", 2022, 2),
        ("sample-plan-2019", 2019, 1),
    ]
    assert found[0].works[0].copies == {"ko": "1,500부", "en": "1,500 copies"}[reader.lang]


def test_the_home_page_counts_what_there_is(reader: Reader) -> None:
    """Three doors with live figures; work inside an office is no program to come for."""
    counts = [door.counts for door in home_view(reader).doors]
    korean = [("지원사업 3건",), ("기업 2곳", "제품·서비스 2개"), ("기관 4곳",)]
    english = [("3 programs",), ("2 enterprises", "2 products and services"), ("4 offices",)]
    assert counts == (korean if reader.lang == "ko" else english)


def test_internal_work_is_not_counted(reader: Reader) -> None:
    """The door to programs counts what one can come for."""
    entries = tuple(
        replace(e, record=structs.replace(e.record, access="internal"))
        if e.id == "sample-loan" else e
        for e in reader.catalogue.entries
    )  # fmt: skip
    view = home_view(replace(reader, catalogue=replace(reader.catalogue, entries=entries)))
    assert view.doors[0].counts[0].split()[0 if reader.lang == "en" else 1].startswith("2")


def test_a_view_is_made_once_for_each_language(reader: Reader) -> None:
    """Lists and pages share it; the same record in another language is another view."""
    other = replace(reader, lang="en" if reader.lang == "ko" else "ko")
    assert program_view("sample-growth", reader) is program_view("sample-growth", reader)
    assert program_view("sample-growth", other).name != program_view("sample-growth", reader).name
