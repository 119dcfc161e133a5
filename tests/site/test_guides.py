"""Hand-written pages from what was kept: the same as MkDocs makes them, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.structure.toc import get_toc  # noqa: TID251 - what MkDocs makes is compared

from dure.site.guides import Guides

if TYPE_CHECKING:
    from pathlib import Path

TOKENS: Any = [
    {"level": 1, "id": "a", "name": "가", "children": [
        {"level": 2, "id": "b", "name": "나 &amp; 다", "children": []}]},
]  # fmt: skip


@dataclass(frozen=True)
class _File:
    src_uri: str


@dataclass
class _Page:
    """As much of MkDocs' page as is kept."""

    markdown: str
    content: str | None = None
    toc: Any = None
    present_anchor_ids: set[str] | None = None
    links_to_anchors: dict[_File, dict[str, str]] | None = None
    _title_from_render: str | None = None
    file: _File = _File("a.md")


OTHER = _File("other.md")
FILES = SimpleNamespace(get_file_from_path={"other.md": OTHER}.get)


def _made(text: str) -> _Page:
    links = {OTHER: {"x": "other.md#x"}}
    return _Page(text, "<h1>", get_toc(TOKENS), {"a", "b"}, links, "가")


def _kept(folder: Path, made_by: bytes = b"x") -> Guides:
    return Guides.recalled(folder / "guides", made_by)


def test_a_page_comes_back_as_it_was_made(tmp_path: Path) -> None:
    """Text, headings, title, and the anchors by which links are checked."""
    guides = _kept(tmp_path)
    guides.note(_made("# 가"))
    guides.put()
    page: Any = _Page("# 가")

    assert _kept(tmp_path).fill(page, get_toc, FILES)

    assert page.content == "<h1>"
    assert str(page.toc) == str(get_toc(TOKENS))
    assert page.toc.items[0].children[0].level == 2
    assert page._title_from_render == "가"
    assert page.present_anchor_ids == {"a", "b"}
    assert page.links_to_anchors == {OTHER: {"x": "other.md#x"}}


@pytest.mark.parametrize(("text", "made_by"), [("# 나", b"x"), ("# 가", b"y")])
def test_another_text_or_other_programs_make_it_anew(
    text: str, made_by: bytes, tmp_path: Path
) -> None:
    """Or other pages to link to: they are part of what it was made by."""
    guides = _kept(tmp_path)
    guides.note(_made("# 가"))
    guides.put()
    assert not _kept(tmp_path, made_by).fill(_Page(text), get_toc, FILES)


def test_pages_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    """What is kept does not grow with each rename."""
    guides = _kept(tmp_path)
    guides.note(_made("# 가"))
    guides.put()
    again = _kept(tmp_path)
    again.put()
    assert not _kept(tmp_path).known
