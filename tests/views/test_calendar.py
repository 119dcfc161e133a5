"""The year's calendar: each step in its own months, and none where none is printed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dure.catalogue import Catalogue
from dure.korean.periods import Day, Period
from dure.messages import texts
from dure.records.program import Program
from dure.records.reading import plain, valid
from dure.render import Phrase, render
from dure.site.addresses import Address
from dure.views.calendar import calendar_view
from dure.views.calendar_lines import Cell, fits, lines, runs
from dure.views.outline import Step, program_row, program_steps
from dure.views.reader import Reader, TermView
from tests import sample

if TYPE_CHECKING:
    from dure.views.calendar import CalendarView

_KIND = TermView("notice", Phrase("공고", "ko", "ko"), "jjok", "notice", None)


def _step(name: str) -> Step:
    return Step(name, Phrase(name, "ko", "ko"), _KIND, (), (), False, None)


def _reader(changes: dict[str, object], lang: str = "ko") -> Reader:
    """The sample with other fields in its growth program."""
    found = sample.catalogue()
    raw = plain(found.programs["sample-growth"])
    record = valid(Program, raw | changes)
    entries = tuple(
        replace(e, record=record) if e.id == "sample-growth" else e for e in found.entries
    )
    return Reader(Catalogue(entries, found.site), lang)


def _phase(name: str, kind: str = "notice", **fields: object) -> dict[str, object]:
    return {"name": {"ko": name}, "kind": kind, **fields}


@pytest.mark.parametrize(
    ("months", "found"),
    [
        ((), []),
        ((4,), [(4, 1)]),
        ((4, 5, 6), [(4, 3)]),
        ((4, 11), [(4, 1), (11, 1)]),
        ((12, 1, 2, 2), [(1, 2), (12, 1)]),
        (range(1, 13), [(1, 12)]),
    ],
)
def test_months_without_a_gap_are_one_cell(
    months: tuple[int, ...], found: list[tuple[int, int]]
) -> None:
    """A gap ends a cell; order and repetition do not matter."""
    assert list(runs(months)) == found


def test_every_line_fills_the_year_exactly() -> None:
    """Whatever overlaps, each line's cells add up to twelve months in order."""
    drawn = [
        (_step("가"), (3, 4, 5)),
        (_step("나"), (5, 6)),
        (_step("다"), (1,)),
        (_step("라"), (12,)),
        (_step("마"), (2, 9)),
    ]

    found = lines(drawn, "{word} {n}건")

    for line in found:
        months = [m for c in line.cells for m in range(c.first, c.first + c.months)]
        assert months == list(range(1, 13))
    assert len(found) == 2


def test_steps_of_the_same_months_stack_in_one_cell() -> None:
    """Equal months share a cell; a step that merely overlaps gets a line of its own."""
    found = lines([(_step("가"), (4,)), (_step("나"), (4,)), (_step("다"), (4, 5))], "{word} {n}")

    filled = [[c for c in line.cells if c.patches] for line in found]
    assert [[(c.first, c.months, len(c.patches)) for c in line] for line in filled] == [
        [(4, 1, 2)],
        [(4, 2, 1)],
    ]


def test_a_long_name_gives_way_to_the_word_of_its_kind() -> None:
    """The patch says the kind, once and counted; what it stands for goes with it."""
    long = [_step(f"사회적경제기업 제품 우선구매 협조 요청 {n}") for n in (1, 2)]

    [line] = lines([(step, (7,)) for step in long], "{word} {n}건")

    [patch] = next(c for c in line.cells if c.patches).patches
    assert patch.words == "공고 2건"
    assert [str(p) for p in patch.full] == [str(step.name) for step in long]


@pytest.mark.parametrize(
    ("words", "months", "does"),
    [
        ("공고/접수", 1, True),
        ("사회적경제조직", 1, False),
        ("사회적경제조직", 2, True),
        ("Applications", 1, True),
        ("Implementation", 1, False),
        ("가 나 다 라 마 바 사 아 자", 1, False),
    ],
)
def test_words_fit_a_patch_by_line_and_as_a_whole(
    words: str,
    months: int,
    does: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """No word is broken, and no patch grows beyond its lines."""
    assert fits(words, months) is does


def test_a_step_without_a_month_gets_none() -> None:
    """It stands apart in its printed order; nothing is guessed from its neighbours."""
    reader = _reader(
        {
            "flows": [
                {
                    "phases": [
                        _phase("공고", when=["2022-03"]),
                        _phase("심사", "selection"),
                        _phase("정산", "selection", when=["2023-01"]),
                        _phase("이듬해", when=["2022"]),
                    ]
                }
            ],
            "application": {},
        }
    )

    row = program_row("sample-growth", 2022, reader)

    assert row.months == (3,)
    assert [str(step.name) for step in row.rest] == ["심사", "정산", "이듬해"]
    assert [[str(w) for w in step.when] for step in row.rest] == [[], ["2023. 1."], ["2022년"]]


def test_what_is_at_any_time_fills_the_year() -> None:
    """Rolling steps alone are there in every month; one among dated steps is not."""
    rolling = _phase("수시", "notice", rolling=True)
    always = _reader({"flows": [{"phases": [rolling]}], "application": {}})
    mixed = _reader(
        {"flows": [{"phases": [_phase("공고", when=["2022-03"]), rolling]}], "application": {}}
    )

    [line] = program_row("sample-growth", 2022, always).lines
    assert [(c.first, c.months) for c in line.cells] == [(1, 12)]
    assert program_row("sample-growth", 2022, mixed).months == (3,)


def test_applications_by_month_get_the_days_that_are_told_elsewhere() -> None:
    """The same step is not told twice."""
    steps = program_steps("sample-growth", sample.reader("ko"))

    [asked] = [step for step in steps if step.kind.id == "application"]
    assert asked.periods == (Period(Day(2022, 4, 5), Day(2022, 5, 6)),)


def test_a_course_on_the_days_of_a_step_is_told_once() -> None:
    """Flows and courses often say the same; other days are another step."""
    phases = [{"phases": [_phase("장터", "notice", when=["2022-05-10", "2022-06-10"])]}]
    courses = [
        {"name": {"ko": "장터 5월"}, "when": ["2022-05-10"]},
        {"name": {"ko": "마침"}, "when": ["2022-09-01"]},
    ]
    steps = program_steps(
        "sample-growth", _reader({"flows": phases, "sessions": courses, "application": {}})
    )

    assert [str(step.name) for step in steps] == ["장터", "마침"]


def _view(lang: str = "ko") -> CalendarView:
    return calendar_view(sample.reader(lang))


def test_sheets_stand_by_document_and_year_the_newest_first() -> None:
    """Each program stands once, in the sheet of its document and year."""
    sheets = _view().sheets

    assert [(s.document, s.year) for s in sheets] == [
        ("sample-guide-2022", 2022),
        ("sample-plan-2019", 2019),
    ]
    ids = [row.id for s in sheets for part in (*s.parts, *s.undated) for row in part.rows]
    assert sorted(ids) == sorted(sample.catalogue().programs)


def test_parts_keep_the_order_of_the_document() -> None:
    """Sections as printed, then what has none."""
    first, second = _view().sheets

    assert [str(part.title) for part in first.parts] == ["재정지원", "사람"]
    assert [part.id for part in second.parts] == [""]


def test_the_list_by_month_says_what_the_table_says() -> None:
    """Each filled month of a row is an entry of that month's list, and no other is."""
    for sheet in _view().sheets:
        table = {
            (row.id, month) for part in sheet.parts for row in part.rows for month in row.months
        }
        by_month = {(e.row.id, found.month) for found in sheet.by_month for e in found.entries}
        assert by_month == table


def test_fields_and_documents_to_choose_from_are_those_that_have_programs() -> None:
    """Their ids are what the rows bear."""
    view = _view("en")

    assert [c.id for c in view.documents] == ["sample-guide-2022", "sample-plan-2019"]
    assert [(c.id, c.label) for c in view.fields] == [
        ("sample-guide-2022.money", "Money"),
        ("sample-guide-2022.people", "People"),
    ]


def _page(lang: str) -> str:
    address = Address(lang, "calendar/")
    return render(
        "pages/calendar.html",
        r=_view(lang),
        t=texts("site", lang),
        lang=lang,
        url=address.to,
        base=address.base,
        asset=lambda name: name,
    )


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_page_is_a_complete_table_without_scripts(lang: str) -> None:
    """Caption, heads with scope, a month in twelve columns, every program with its link."""
    page = re.sub(
        r'<section class="calendar-take for-js".*?</section>', "", _page(lang), flags=re.DOTALL
    )

    assert page.count("<caption") == page.count("<table") == 2
    assert page.count('scope="col" data-month=') == 24
    for program_id in sample.catalogue().programs:
        assert f'programs/{program_id}/"' in page
    assert " hidden" not in page.replace("data-calendar-clear hidden", "")


def test_cells_of_a_row_span_its_twelve_months() -> None:
    """The table's own arithmetic: empty cells and spans of each row add up to twelve."""
    for sheet in _view().sheets:
        for part in sheet.parts:
            for row in part.rows:
                for line in row.lines:
                    assert sum(cell.months for cell in line.cells) == 12
                    assert all(c.months == 1 for c in line.cells if not c.patches)


def test_an_empty_cell_has_no_patches() -> None:
    """The default of a cell is emptiness."""
    assert Cell(1, 1).patches == ()
