"""The page about speed, made from figures."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from benchmarks import report
from benchmarks.build import PROVINCE

NAMES = (*report.PROGRAMS, *report.AGAIN)


def size(number: int, factor: float) -> dict[str, Any]:
    """Made-up figures of one size."""
    runs = {name: [{"wall": factor * (at + 1) * n, "cpu": 2.0, "memory": 100.0} for n in (1, 3, 2)]
            for at, name in enumerate(dict.fromkeys(NAMES))}  # fmt: skip
    made = {"files": 9, "bytes": 5_000_000, "pages": 8, "page": 700, "alike": 41, "compared": 42}
    serve = {"first": 1, "visible": 0.25, "slowest": 0.5, "idle": 0.004, "memory": 90}
    return {"enterprises": number, "runs": runs, "outputs": dict.fromkeys(NAMES, made),
            "serve": serve}  # fmt: skip


def results() -> dict[str, Any]:
    """Made-up figures of a whole run."""
    told = ("processor", "cores", "memory", "system", "python", "Jinja2", "mkdocs",
            "mkdocs-material", "msgspec", "pagefind", "PyYAML")  # fmt: skip
    real = {"runs": {name: [{"wall": 1.0, "cpu": 1.0, "memory": 1.0}]
                     for name in ("pages", "site", "everything", "everything again")}}  # fmt: skip
    return {
        "machine": {**dict.fromkeys(told, "made up"), "folder": "disk", "disk": "ext4"},
        "real": real,
        "disk": size(PROVINCE, 3),
        "sizes": [size(500, 0.1), size(PROVINCE, 1), size(35_000, 6.4)],
    }


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_page_carries_the_figures_and_the_hand_written_part(lang: str) -> None:
    """Nothing is left to be filled in."""
    page = report.page(results(), lang)
    assert "6.4" in page
    assert "0.4%" in page
    assert "{" not in page.replace("{address}", "")
    assert (report.WORDS / f"how.{lang}.md").read_text("utf-8") in page


def test_a_row_gives_the_median_its_range_and_our_share_of_it() -> None:
    """Hugo takes twice as long as we do here: we take half as long."""
    words = yaml.safe_load((report.WORDS / "words.yml").read_text("utf-8"))["en"]
    first, second, *_ = report.beside_others(size(PROVINCE, 1), words)
    assert first.split(" | ")[1:4] == ["2.00", "1.00–3.00", "1.00"]
    assert second.split(" | ")[1:4] == ["4.00", "2.00–6.00", "0.50"]


def test_a_program_that_was_not_measured_has_no_row() -> None:
    """Peers are measured where they are installed."""
    words = yaml.safe_load((report.WORDS / "words.yml").read_text("utf-8"))["en"]
    found = size(PROVINCE, 1)
    del found["runs"]["eleventy"]
    assert not any(words["eleventy"] in row for row in report.beside_others(found, words))


def test_both_languages_have_the_same_words() -> None:
    """A table in one language has a row where the other has it."""
    words = yaml.safe_load((report.WORDS / "words.yml").read_text("utf-8"))
    assert words["ko"].keys() == words["en"].keys() >= set(NAMES)
