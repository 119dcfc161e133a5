"""Pages that other generators are to make like ours."""

from __future__ import annotations

import pytest

from benchmarks.shells import filled, first_difference, plain

PAGE = """<h1>Name</h1>
<svg class="patchwork picture"><rect/><svg x="1"><path/></svg></svg>
<p class="x">A &amp; B</p><svg class="qr"><path d="M0"/></svg>"""


@pytest.mark.parametrize("other", [
    PAGE.replace("\n", ""),
    PAGE.replace("&amp;", "&#38;"),
    PAGE.replace("<rect/>", '<rect class="c"/>').replace("M0", "M1"),
])  # fmt: skip
def test_pages_are_alike_in_all_but_drawings_and_ways_of_writing(other: str) -> None:
    """White space between tags and the way of escaping do not count."""
    assert not first_difference(PAGE, other)


@pytest.mark.parametrize("other", [
    PAGE.replace("Name", "Nane"), PAGE.replace('"x"', '"y"'), PAGE[: PAGE.index("<p")],
    PAGE + "<p>more</p>", "", PAGE.replace("A &amp; B", "A&amp;B"),
])  # fmt: skip
def test_any_other_difference_is_told(other: str) -> None:
    """A field, a class or an end that is missing."""
    assert first_difference(PAGE, other)


def test_drawings_are_left_out_whole() -> None:
    """Nothing of them stays behind."""
    assert plain(PAGE) == '<h1>Name</h1><p class="x">A & B</p>'


def test_marks_are_filled_and_other_percent_signs_stay() -> None:
    """`100%` is no mark."""
    assert filled("%TITLE%: 100% of %ID%", {"TITLE": "{{ t }}", "ID": "7"}) == "{{ t }}: 100% of 7"
