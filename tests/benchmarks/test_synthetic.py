"""Made-up provinces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.synthetic import write_province
from dure.check import check_data

if TYPE_CHECKING:
    from pathlib import Path

NUMBER = 60


def test_the_same_number_gives_the_same_records(tmp_path: Path) -> None:
    """Figures of two machines are of the same data."""
    for name in ("one", "two"):
        write_province(NUMBER, tmp_path / name)
    texts = [{str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*.yml")}
             for folder in (tmp_path / "one", tmp_path / "two")]  # fmt: skip
    assert texts[0] == texts[1]


def test_records_are_whole_and_cannot_be_taken_for_real_ones(tmp_path: Path) -> None:
    """Every name says that it is made up, and nothing in the data is wrong."""
    write_province(NUMBER, tmp_path)
    checked = check_data(tmp_path)
    assert not checked.problems
    assert checked.catalogue is not None
    catalogue = checked.catalogue
    names = [r.name for kind in (catalogue.enterprises, catalogue.centres) for r in kind.values()]
    assert len(catalogue.enterprises) == NUMBER
    assert all(n.ko.startswith("가상 ") and str(n.en).startswith("Fiction ") for n in names)


def test_an_enterprise_without_a_telephone_has_an_office_in_its_city(tmp_path: Path) -> None:
    """Its page names that office, as real ones do."""
    write_province(NUMBER, tmp_path)
    catalogue = check_data(tmp_path).catalogue
    assert catalogue is not None
    silent = [e for e in catalogue.enterprises.values() if not e.phones]
    assert len(silent) == NUMBER / 4
    served = {region for centre in catalogue.centres.values() for region in centre.serves}
    assert {e.region for e in silent} <= served
