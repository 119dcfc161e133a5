"""The catalogue of an office that has just begun: settings and vocabularies, and no record yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dure.check import check_data
from dure.messages import LANGUAGES, texts
from dure.site.pages import front_pages
from dure.views.reader import Reader
from tests import sample

if TYPE_CHECKING:
    from pathlib import Path

WAITING = ("programs", "calendar", "enterprises", "products", "centres", "indicators", "documents")
"""Lists that have nothing else to show."""
OPTIONAL = ("help_centre", "newest_booklet", "data_note", "search_hint")


class _Assets(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return f"assets/{name}"


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Home and the lists of one language, by their paths."""
    data = sample.copied(tmp_path_factory.mktemp("young"))
    for file in data.rglob("*.yml"):
        if file.parent not in {data, data / "vocabularies"}:
            file.unlink()
    settings = data / "site.yml"
    lines = settings.read_text("utf-8").splitlines(keepends=True)
    settings.write_text("".join(x for x in lines if not x.startswith(OPTIONAL)), "utf-8")
    checked = check_data(data)
    assert checked.catalogue is not None, checked.problems
    reader = Reader(checked.catalogue, request.param)
    return request.param, {p.head.address.path: p.body(_Assets()) for p in front_pages(reader)}


Pages = tuple[str, dict[str, str]]


def test_a_list_without_records_says_so(pages: Pages) -> None:
    """Rather than a count of none with filters for nothing."""
    lang, bodies = pages
    for name in WAITING:
        assert texts("site", lang)["nothing_yet"] in bodies[f"{name}/"], name
        assert "<form" not in bodies[f"{name}/"], name


def test_nothing_is_told_of_data_that_is_not_there(pages: Pages) -> None:
    """Years of documents and a phone number to search for are another office's."""
    _, bodies = pages
    for path, body in bodies.items():
        words = re.sub(r"<[^>]*>", " ", body)
        assert not re.search(r"20[0-9]{2}|0[0-9]{1,2}-[0-9]{3,4}-[0-9]{4}", words), path


def test_the_settings_tell_years_and_what_to_search_for(tmp_path: Path) -> None:
    """Where they do, home shows both and the search page its example."""
    data = sample.copied(tmp_path)
    with (data / "site.yml").open("a", encoding="utf-8") as settings:
        settings.write("data_note: {ko: 2031년 자료입니다., en: Data of 2031.}\n")
        settings.write("search_hint: {ko: '예: 두부', en: 'e.g. tofu'}\n")
    catalogue = check_data(data).catalogue
    assert catalogue is not None
    bodies = {p.head.address.path: p.body(_Assets()) for p in front_pages(Reader(catalogue, "en"))}
    assert "Data of 2031." in bodies[""]
    assert "e.g. tofu" in bodies[""]
    assert "e.g. tofu" in bodies["search/"]
