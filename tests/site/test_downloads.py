"""Calendar files by RFC 5545 and tables of figures by RFC 4180."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest

from dure.site.downloads import (
    calendar_file,
    document_calendar,
    has_calendar,
    indicator_table,
    write_downloads,
)
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
    from dure.check import check_data
    from dure.views.reader import Reader

    catalogue = check_data(root).catalogue
    assert catalogue is not None
    assert has_calendar("sample-loan", sample.reader("ko"))
    assert not has_calendar("sample-loan", Reader(catalogue, "ko"))
    written = write_downloads(catalogue, tmp_path / "site")
    assert "calendar/sample-plan-2019.ics" not in written
    assert "calendar/sample-guide-2022.ics" in written


def test_every_file_stands_where_it_says(tmp_path: Path) -> None:
    """Both languages; the same files again have the same bytes."""
    written = write_downloads(sample.catalogue(), tmp_path)

    assert {
        "calendar/sample-growth.ics",
        "en/calendar/sample-growth.ics",
        "indicators/sample-budget.csv",
        "en/indicators/sample-budget.csv",
    } <= set(written)
    before = {path: (tmp_path / path).read_bytes() for path in written}
    write_downloads(sample.catalogue(), tmp_path)
    assert before == {path: (tmp_path / path).read_bytes() for path in written}


def test_a_table_opens_in_spreadsheets_as_utf_8() -> None:
    """A byte order mark, bare numbers, units in the heads, nothing where nothing is printed."""
    data = indicator_table("sample-budget", sample.reader("ko"))

    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0][:2] == ["구분", "2021년 (백만원)"]
    assert rows[1] == ["합계", "1300", "1500.5", "2800.5", ""]
    assert rows[-1] == ["기타", "", "10", "", ""]
