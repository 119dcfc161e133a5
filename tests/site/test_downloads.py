"""Files to take away: where they stand, and tables of figures by RFC 4180."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from dure.site.downloads import indicator_table, write_downloads
from tests import sample

if TYPE_CHECKING:
    from pathlib import Path


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
