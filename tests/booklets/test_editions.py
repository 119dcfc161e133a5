"""What a printed edition said, and what has changed since."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from dure.booklets.editions import FOLDER, keep_editions, publish_editions
from dure.booklets.facts import FIELDS, printed_facts
from dure.check import check_data
from dure.messages import text
from tests import sample

if TYPE_CHECKING:
    from pathlib import Path

    from dure.catalogue import Catalogue

EDITION = f"{FOLDER}/sample-book-2022-12-01.json"
RECORD = "enterprises/gaon-haneul/sample-dure.yml"
PAGE, OTHER = "enterprises/sample-dure", "enterprises/sample-bada"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the sample whose booklet has just been printed."""
    root = sample.copied(tmp_path)
    assert keep_editions(catalogue(root), root) == (root / EDITION,)
    return root


def catalogue(root: Path) -> Catalogue:
    """The folder's records; nothing may be wrong with them."""
    checked = check_data(root)
    assert checked.catalogue is not None, sample.told(root)
    return checked.catalogue


def published(root: Path, out: Path) -> dict[str, Any]:
    """The file of the edition in the site."""
    assert publish_editions(catalogue(root), root, out) == (EDITION,)
    found: dict[str, Any] = json.loads((out / EDITION).read_text("utf-8"))
    return found


def test_what_an_edition_said_is_kept_with_the_data_and_is_no_record(data: Path) -> None:
    """Phone, address and products of each enterprise, in both languages."""
    kept = json.loads((data / EDITION).read_text("utf-8"))
    said = kept["records"][PAGE]["printed"]
    assert said["ko"]["address"] == ["가온도 하늘시 가상로 1"]
    assert said["en"]["products"] == ["Booklet printing", "도시락"]
    assert set(kept["records"]) == {PAGE, OTHER}


def test_nothing_has_changed_where_nothing_has(data: Path, tmp_path: Path) -> None:
    """The page then says so."""
    found = published(data, tmp_path / "site")
    assert found["records"][PAGE]["changes"] == {"ko": [], "en": []}
    assert found["texts"]["en"]["edition_same"] == text("print.edition_same", "en")


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        (
            "031-555-0150~0152",
            "031-555-0199",
            {"field": "Phone", "was": ["031-555-0150~0152"], "now": ["031-555-0199"]},
        ),
        (
            "1 Gasang-ro, Haneul, Gaon",
            "2 Gasang-ro",
            {"field": "Address", "was": ["1 Gasang-ro, Haneul, Gaon"], "now": ["2 Gasang-ro"]},
        ),
        (
            "homepage: https://dure.sample.example\n",
            "",
            {"field": "Homepage", "was": ["dure.sample.example"], "now": []},
        ),
        (
            "en: Booklet printing",
            "en: Leaflets",
            {
                "field": "Products and services",
                "was": ["Booklet printing", "도시락"],
                "now": ["Leaflets", "도시락"],
            },
        ),
    ],
)
def test_a_change_is_told_with_what_was_printed_and_what_is_so_now(
    data: Path, tmp_path: Path, old: str, new: str, change: dict[str, object]
) -> None:
    """Field by field, and nothing else."""
    sample.rewrite(data, RECORD, old, new)

    found = published(data, tmp_path / "site")

    assert found["records"][PAGE]["changes"]["en"] == [change]
    assert found["records"][OTHER]["changes"]["en"] == []


def test_a_record_that_is_gone_is_not_spoken_of(data: Path, tmp_path: Path) -> None:
    """It has no page to speak on."""
    kept = json.loads((data / EDITION).read_text("utf-8"))
    kept["records"]["enterprises/gone"] = kept["records"][PAGE]
    (data / EDITION).write_text(json.dumps(kept), "utf-8")
    assert set(published(data, tmp_path / "site")["records"]) == {PAGE, OTHER}


def test_the_last_files_sent_to_the_press_are_the_edition(data: Path, tmp_path: Path) -> None:
    """Pressed again with another phone, it is that phone that was printed."""
    sample.rewrite(data, RECORD, "031-555-0150~0152", "031-555-0199")
    keep_editions(catalogue(data), data)
    assert published(data, tmp_path / "site")["records"][PAGE]["changes"]["en"] == []


def test_a_program_is_known_by_its_dates_and_contacts() -> None:
    """They are what a reader of last year's guidebook must not rely on."""
    facts = printed_facts("programs/sample-growth", sample.reader("en"))
    assert facts["dates"]
    assert facts["contacts"]


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_field_has_a_name_for_readers(lang: str) -> None:
    """In both languages."""
    assert all(text(f"print.fact_{field}", lang) for field in FIELDS)
