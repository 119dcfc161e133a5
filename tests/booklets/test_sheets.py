"""Sheets of any office: calendars of other documents, maps of one region or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from msgspec import structs

from dure.booklets.apart import each_apart
from dure.booklets.jobs import Choice, jobs_of, set_job
from dure.booklets.printing import print_all
from dure.booklets.unprintable import Unprintable
from dure.records.booklet import Selection

if TYPE_CHECKING:
    from pathlib import Path

    from dure.booklets.typeset import Sheets
    from dure.catalogue import Catalogue

pytestmark = pytest.mark.slow
CALENDAR = "seoul-calendar-2019"


def calendar(
    catalogue: Catalogue, document: str, region: str, width: float, height: float
) -> Catalogue:
    """The catalogue with the calendar made for another document and paper."""
    found = catalogue.booklets[CALENDAR]
    year = catalogue.documents[document].year
    select = (
        Selection(kind="program", documents=(document,), years=(year,)),
        Selection(kind="centre", regions=(region,), documents=(document,)),
    )
    paper = structs.replace(found.paper, width_mm=width, height_mm=height)
    return _with_booklet(catalogue, structs.replace(found, select=select, paper=paper))


def _with_booklet(catalogue: Catalogue, booklet: Any) -> Catalogue:
    entries = tuple(
        replace(e, record=booklet) if (e.kind, e.id) == ("booklet", CALENDAR) else e
        for e in catalogue.entries
    )
    return replace(catalogue, entries=entries)


def _set(catalogue: Catalogue, name: str) -> list[Sheets]:
    """Each file of a work, set in a copy: the typesetter's threads would stop later copies."""
    jobs = jobs_of(catalogue, Choice((name,)))
    return each_apart(lambda job: set_job(job, "whole")[1], jobs, Unprintable)


@pytest.mark.parametrize(
    ("document", "region", "width", "height"),
    [
        ("gyeonggi-guide-2022", "gyeonggi", 841, 594),
        ("goyang-pledge-2021", "gyeonggi-goyang", 594, 420),
        ("gangbuk-plan-2016", "seoul-gangbuk", 594, 420),
        ("geumcheon-pledge-2018", "seoul-geumcheon", 420, 297),
    ],
)
def test_each_document_has_a_calendar_on_one_sheet(
    catalogue: Catalogue, document: str, region: str, width: float, height: float
) -> None:
    """In both languages, every program once; a city without districts needs no map of them."""
    other = calendar(catalogue, document, region, width, height)
    programs = {
        f"program/{i}"
        for i, p in catalogue.programs.items()
        if p.source[0].document == document and p.year == catalogue.documents[document].year
    }
    for sheets in _set(other, CALENDAR):
        assert sheets.pages == 2
        assert {name for name in sheets.places if name.startswith("program/")} == programs


def test_programs_without_sections_are_divided_at_the_fold(catalogue: Catalogue) -> None:
    """A document may have no sections: all its programs are one."""
    goyang = calendar(catalogue, "goyang-pledge-2021", "gyeonggi-goyang", 594, 420)
    entries = tuple(
        replace(e, record=structs.replace(e.record, section=None)) if e.kind == "program" else e
        for e in goyang.entries
    )
    other = replace(goyang, entries=entries)
    for job in jobs_of(other, Choice((CALENDAR,))):
        data: Any = job.data
        upper, lower = ([len(s["items"]) for s in half["sections"]] for half in data["halves"])
        assert len(upper) == len(lower) == 1
        assert min(upper + lower) > 5
    assert [sheets.pages for sheets in _set(other, CALENDAR)] == [2, 2]


def test_programs_that_do_not_fit_are_told_with_a_remedy(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    """In both languages, for each file, and nothing is written."""
    other = calendar(catalogue, "gyeonggi-guide-2022", "gyeonggi", 594, 420)
    with pytest.raises(Unprintable) as error:
        print_all(other, tmp_path, tmp_path / "cache", Choice((CALENDAR,)))
    korean = error.value.told("ko").splitlines()
    assert [line.partition(":")[0] for line in korean] == [f"{CALENDAR} (ko)", f"{CALENDAR} (en)"]
    assert all("594 × 420 mm에 들어가지 않습니다" in line for line in korean)
    assert "do not fit on 594 × 420 mm. Choose larger paper" in error.value.told("en")
    assert not (tmp_path / "booklets").exists()


def test_a_booklet_that_selects_nothing_is_refused(catalogue: Catalogue, tmp_path: Path) -> None:
    """A book of empty lists would be printed without a word."""
    found = catalogue.booklets[CALENDAR]
    other = _with_booklet(catalogue, structs.replace(found, select=(Selection(kind="enterprise"),)))
    with pytest.raises(Unprintable, match=rf"{CALENDAR} \(ko\): no program fits `select`"):
        print_all(other, tmp_path, tmp_path / "cache", Choice((CALENDAR,)))


def test_rows_fill_the_sheet_and_none_is_lower_than_its_words(catalogue: Catalogue) -> None:
    """Both halves, to a tenth of a millimetre."""
    for job in jobs_of(catalogue, Choice((CALENDAR,))):
        data: Any = job.data
        for half in data["halves"]:
            rows = [row for section in half["sections"] for row in section["items"]]
            assert all(row["height"] >= row["tall"] for row in rows)
            used = 6 + 5 * len(half["sections"]) + sum(row["height"] for row in rows)
            assert used <= half["height"] + 0.1


@pytest.mark.parametrize(("regions", "maps"), [(("gyeonggi",), 1), (("gyeonggi", "seoul"), 2)])
def test_the_leaflet_has_a_map_for_each_region(
    catalogue: Catalogue, regions: tuple[str, ...], maps: int
) -> None:
    """One alone has the whole sheet."""
    other = replace(catalogue, site=structs.replace(catalogue.site, regions=regions))
    for job in jobs_of(other, Choice(("map",))):
        data: Any = job.data
        assert len(data["maps"]) == maps
    assert [sheets.pages for sheets in _set(other, "map")] == [2, 2]


def test_a_leaflet_without_a_map_is_refused_with_a_remedy(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    """A city has no map of itself."""
    site = structs.replace(catalogue.site, regions=("gyeonggi-goyang",))
    with pytest.raises(Unprintable, match=r"map \(ko\): there is no map to draw: regions"):
        print_all(replace(catalogue, site=site), tmp_path, tmp_path / "cache", Choice(("map",)))
