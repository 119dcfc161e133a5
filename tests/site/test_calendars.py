"""Calendar files by RFC 5545: of a program, of a document, and to subscribe to."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from dure.check import check_data
from dure.site.calendars import calendar_file, calendar_files, document_calendar, events_script
from dure.site.downloads import write_downloads
from dure.views.calendar import calendar_view
from dure.views.reader import Reader
from dure.views.subscriptions import has_dates, region_file
from tests import sample

if TYPE_CHECKING:
    from pathlib import Path


def _lines(data: bytes) -> list[str]:
    """The content lines, unfolded."""
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def _values(data: bytes, name: str) -> list[str]:
    return [line.partition(":")[2] for line in _lines(data) if re.match(rf"{name}[;:]", line)]


@pytest.fixture(params=["ko", "en"])
def calendar(request: pytest.FixtureRequest) -> bytes:
    """The growth program's calendar in each language."""
    return calendar_file("sample-growth", sample.reader(request.param))


def test_lines_end_in_crlf_and_hold_75_octets_at_most(calendar: bytes) -> None:
    """RFC 5545, 3.1; no character is torn apart by the folding."""
    assert calendar.endswith(b"\r\n")
    assert calendar.count(b"\n") == calendar.count(b"\r") == calendar.count(b"\r\n")
    physical = calendar.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, physical)) <= 75
    assert any(line.startswith(b" ") for line in physical)
    for line in physical:
        line.decode()


def test_components_open_and_close_in_turn(calendar: bytes) -> None:
    """One calendar, events inside, each with what RFC 5545, 3.6.1 demands."""
    lines = _lines(calendar)

    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert {"VERSION:2.0", "METHOD:PUBLISH"} <= set(lines)
    events = lines.count("BEGIN:VEVENT")
    assert events == lines.count("END:VEVENT") == 3
    for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "URL"):
        assert len(_values(calendar, name)) == events, name


def test_days_end_on_the_day_after_the_last(calendar: bytes) -> None:
    """DTEND of a day is exclusive; months run from their first to their last day."""
    assert _values(calendar, "DTSTART") == ["20220301", "20220405", "20220601"]
    assert _values(calendar, "DTEND") == ["20220401", "20220507", "20220701"]


def test_the_stamp_is_the_documents_year_and_never_the_clock(calendar: bytes) -> None:
    """Equal data, equal bytes."""
    assert set(_values(calendar, "DTSTAMP")) == {"20220101T000000Z"}


def test_uids_are_the_same_in_both_languages_and_every_file() -> None:
    """Whoever takes the program and the whole document has each step once."""
    korean, english = (calendar_file("sample-growth", sample.reader(lang)) for lang in ("ko", "en"))
    whole = document_calendar("sample-guide-2022", sample.reader("ko"))

    uids = _values(korean, "UID")
    assert uids == _values(english, "UID")
    assert len(set(uids)) == len(uids)
    assert set(uids) < set(_values(whole, "UID"))
    assert len(set(_values(whole, "UID"))) == len(_values(whole, "UID"))


def test_texts_are_escaped() -> None:
    """Commas, semicolons and line breaks of a description (RFC 5545, 3.3.11)."""
    [description, *_] = _values(calendar_file("sample-growth", sample.reader("ko")), "DESCRIPTION")

    assert "\\n" in description
    assert re.search(r"(?<!\\)[,;]", description) is None


def test_a_month_is_said_to_be_no_more_than_a_month() -> None:
    """A reader must not take the first of the month for the day."""
    notice, asked, _ = _values(calendar_file("sample-growth", sample.reader("en")), "DESCRIPTION")

    assert "The document gives the month only." in notice
    assert "The document gives the month only." not in asked


def test_what_has_no_date_has_no_calendar(tmp_path: Path) -> None:
    """An empty calendar is no calendar; a program of a bare year has none."""
    root = sample.copied(tmp_path)
    sample.rewrite(root, "programs/sample-loan.yml", "{closes: 2019-10}", "{closes: 2019}")

    catalogue = check_data(root).catalogue
    assert catalogue is not None
    assert has_dates("sample-loan", sample.reader("ko"))
    assert not has_dates("sample-loan", Reader(catalogue, "ko"))
    written = write_downloads(catalogue, tmp_path / "site")
    assert "calendar/sample-plan-2019.ics" not in written
    assert "calendar/sample-guide-2022.ics" in written


def _files(lang: str = "ko") -> dict[str, bytes]:
    return dict(calendar_files(sample.reader(lang)))


def _programs(data: bytes) -> set[str]:
    return {value.rstrip("/").rpartition("/")[2] for value in _values(data, "URL")}


@pytest.mark.parametrize(
    ("path", "programs"),
    [
        ("year/all", {"sample-growth", "sample-growth-school", "sample-loan"}),
        ("year/2019", {"sample-loan"}),
        ("document/sample-guide-2022", {"sample-growth", "sample-growth-school"}),
        ("document/sample-guide-2022/2022", {"sample-growth", "sample-growth-school"}),
        ("field/sample-guide-2022/money", {"sample-growth"}),
        ("support/loan", {"sample-loan"}),
        ("applicant/enterprises", {"sample-growth"}),
        ("region/gaon-bada", {"sample-growth", "sample-loan"}),
        ("region/gaon", {"sample-growth", "sample-growth-school", "sample-loan"}),
    ],
)
def test_a_filter_has_the_calendar_of_what_it_leaves(path: str, programs: set[str]) -> None:
    """A region's holds what is for a wider or smaller one, too; all have the same events."""
    files = _files()

    found = files[f"calendar/{path}.ics"]

    assert _programs(found) == programs
    assert set(_values(found, "UID")) <= set(_values(files["calendar/year/all.ics"], "UID"))


@pytest.mark.parametrize(
    ("elsewhere", "file", "programs"),
    [
        ("gaon-haneul", "gaon.wide", {"sample-growth", "sample-loan"}),
        ("gaon", "gaon", {"sample-growth", "sample-growth-school", "sample-loan"}),
    ],
)
def test_a_place_without_programs_leads_to_what_holds_for_the_wider_region(
    elsewhere: str, file: str, programs: set[str], tmp_path: Path
) -> None:
    """It has no file; the wider one's leaves out the programs of other places."""
    root = sample.copied(tmp_path)
    sample.rewrite(root, "programs/sample-loan.yml", "[gaon-bada]", "[gaon]")
    sample.rewrite(root, "programs/sample-growth-school.yml", "[gaon-haneul]", f"[{elsewhere}]")
    catalogue = check_data(root).catalogue
    assert catalogue is not None
    reader = Reader(catalogue, "en")

    files = dict(calendar_files(reader))

    assert region_file("gaon-bada", reader) == file
    assert "calendar/region/gaon-bada.ics" not in files
    assert _programs(files[f"calendar/region/{file.replace('.', '/')}.ics"]) == programs
    assert region_file("gaon", reader) == "gaon"
    choice = next(c for c in calendar_view(reader).regions if c.id == "gaon-bada")
    assert choice.file == file


def test_every_file_to_subscribe_to_has_events_a_name_and_its_address() -> None:
    """Two calendars of a reader's app are told apart by their names."""
    files = {path: data for path, data in _files("en").items() if path.endswith(".ics")}

    for path, data in files.items():
        assert _values(data, "SOURCE") == [f"{sample.catalogue().site.url}en/{path}"]
        assert data.count(b"BEGIN:VEVENT\r\n") == data.count(b"END:VEVENT\r\n") > 0
        assert max(map(len, data.split(b"\r\n"))) <= 75
    names = [
        _values(data, "NAME")[0]
        for path, data in files.items()
        if path.split("/")[1] in {"year", "field", "region", "applicant", "support"}
    ]
    assert len(set(names)) == len(names) > 5


def test_the_offices_own_work_is_in_no_subscription(tmp_path: Path) -> None:
    """The page keeps it back as well; the program and the document have it."""
    root = sample.copied(tmp_path)
    sample.rewrite(root, "programs/sample-loan.yml", "access: apply", "access: internal")
    catalogue = check_data(root).catalogue
    assert catalogue is not None

    files = dict(calendar_files(Reader(catalogue, "ko")))

    having = {path for path, data in files.items() if "sample-loan" in _programs(data)}
    assert having == {"calendar/sample-loan.ics", "calendar/sample-plan-2019.ics"}


def test_each_choice_of_the_page_with_dates_has_its_file() -> None:
    """The page's script derives the address from the choice."""
    files, view = _files(), calendar_view(sample.reader("ko"))

    for facet, choices in (
        ("region", view.regions),
        ("applicant", view.applicants),
        ("support", view.supports),
    ):
        for choice in choices:
            wanted = {f"{facet}.{value}" for value in (choice.id, *choice.also)}
            rows = [
                row
                for sheet in view.sheets
                for part in (*sheet.parts, *sheet.undated)
                for row in part.rows
                if wanted & set(row.facets.split())
            ]
            dated = {row.id for row in rows if row.events}
            value = (choice.file or choice.id).replace(".", "/")
            data = files.get(f"calendar/{facet}/{value}.ics", b"")
            assert (_programs(data) if data else set()) == dated


def test_the_script_has_the_events_of_the_files() -> None:
    """A file made in the browser is a program's file with another head."""
    script = events_script(sample.reader("ko")).decode()

    made = json.loads(script.removeprefix("globalThis.dureEvents=").removesuffix(";\n"))

    events = made["events"]["sample-growth"]
    whole = made["head"] + "".join(text for _, _, text in events) + "END:VCALENDAR\r\n"
    own = calendar_file("sample-growth", sample.reader("ko"))
    assert whole.partition("BEGIN:VEVENT")[2] == own.decode().partition("BEGIN:VEVENT")[2]
    assert "SOURCE" not in made["head"]
    assert [(first, last) for first, last, _ in events] == [
        ("202203", "202203"),
        ("202204", "202205"),
        ("202206", "202206"),
    ]
