"""A booklet in volumes, and entries as long as records allow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from msgspec import structs

from benchmarks.synthetic import write_province
from dure.booklets.printing import Choice, print_all
from dure.catalogue import Catalogue
from dure.check import check_data
from dure.load import Entry
from dure.records.booklet import Selection
from dure.records.reading import plain, valid
from tests.booklets.reading import squeezed

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow
NAME = "made-up"
COUNT = 120
LONG = "가상의 아주 긴 이름을 지닌 취약계층 일자리 나눔 사회적협동조합 연합회"


@pytest.fixture
def province(catalogue: Catalogue, tmp_path: Path) -> Catalogue:
    """Made-up enterprises and a booklet of them in a volume for each city."""
    write_province(COUNT, tmp_path / "data")
    made = check_data(tmp_path / "data").catalogue
    assert made is not None
    booklet = structs.replace(
        catalogue.booklets["goyang-enterprises"],
        select=(Selection(kind="enterprise"),),
        volumes="region",
        contact=None,
        languages=("ko",),
        source=(),
    )
    return exchanged(made, Entry("booklet", NAME, "", "booklets", booklet))


def exchanged(catalogue: Catalogue, *changed: Entry) -> Catalogue:
    """The catalogue with some records added or in the place of others."""
    names = {(entry.kind, entry.id) for entry in changed}
    rest = (e for e in catalogue.entries if (e.kind, e.id) not in names)
    return Catalogue((*rest, *changed), catalogue.site)


def edited(catalogue: Catalogue, at: int = 0, **fields: Any) -> tuple[Catalogue, str]:
    """One enterprise with other values, and the region it is in."""
    old = [e for e in catalogue.entries if e.kind == "enterprise"][at]
    record = valid(type(old.record), {**plain(old.record), **fields})
    entry = Entry(old.kind, old.id, old.path, old.folder, record)
    return exchanged(catalogue, entry), catalogue.enterprises[old.id].region


def test_each_enterprise_is_in_the_volume_of_its_city(province: Catalogue, tmp_path: Path) -> None:
    """Once, and in no other."""
    [work] = print_all(province, tmp_path / "out", tmp_path / "cache")
    where = [(place.partition("/")[2], file.volume) for file in work.files for place in file.places]
    assert sorted(where) == sorted((i, e.region) for i, e in province.enterprises.items())


def test_only_the_volume_of_an_edited_record_is_set_again(
    province: Catalogue, tmp_path: Path
) -> None:
    """All others come from the cache."""
    cache = tmp_path / "cache"
    print_all(province, tmp_path / "out", cache)
    before = {path.name for path in cache.glob("*.note")}
    changed, region = edited(province, address={"ko": "가상로 1000"})
    print_all(changed, tmp_path / "out", cache)
    after = {path.name for path in cache.glob("*.note")}
    assert len(before) == len(after) > 20
    assert [name.rpartition("-")[0] for name in after - before] == [f"{NAME}-{region}-ko"]


def test_long_names_and_twelve_products_are_printed_whole(
    province: Catalogue, tmp_path: Path
) -> None:
    """Nothing is cut off and nothing runs over."""
    products = [
        {
            "id": f"p{n}",
            "name": {"ko": f"{LONG} 제품 {n}", "en": f"Product number {n}"},
            "procurement_class": "goods",
            "needs": ["care", "printing", "it"],
            "note": {"ko": f"{LONG} 설명 {n}"},
        }
        for n in range(1, 13)
    ]
    changed, region = edited(
        province,
        name={"ko": LONG, "en": "Long " * 20},
        products=products,
        summary={"ko": "취약계층과 함께 일합니다. " * 12},
    )
    booklet = structs.replace(province.booklets[NAME], languages=("ko", "en"))
    both = exchanged(changed, Entry("booklet", NAME, "", "booklets", booklet))
    [work] = print_all(both, tmp_path / "out", tmp_path / "cache", Choice((NAME,)))
    for file in (f for f in work.files if f.volume == region):
        with pypdfium2.PdfDocument(tmp_path / "out" / file.path) as document:
            text = squeezed("".join(p.get_textpage().get_text_bounded() for p in document))
        for n in range(1, 13):
            name = f"{LONG} 제품 {n}" if file.lang == "ko" else f"Product number {n}"
            assert squeezed(f"{name}{LONG} 설명 {n}") in text
