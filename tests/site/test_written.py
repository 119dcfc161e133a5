"""Which characters stand in bold: those of names, headings and short labels."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from dure.site.written import written

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "text", "bold"),
    [
        ("data/a.yml", "name: {ko: 가, en: A}\nsummary: {ko: 나, en: B}\n", "가"),
        ("data/a.yml", "name:\n  ko: 가\n  en: A\nnote: 나\n", "가"),
        ("data/a.yml", "terms:\n  - label: {ko: 가, en: A}\n    description: 나\n", "가"),
        ("docs/a.md", "---\ntitle: 가\n---\n# 나\n\n다\n", "가나"),
        ("messages/a.yml", 'x: {ko: "가", en: "A"}\n', "가"),
        ("messages/a.yml", 'x: {ko: "나 나나나 나나나 나나나", en: "A"}\n', ""),
        ("templates/a.html", "<p>가</p>", ""),
    ],
)
def test_names_headings_and_labels_are_bold(
    name: str, text: str, bold: str, tmp_path: Path
) -> None:
    """Wherever the Korean of a name stands; running text is not."""
    path = tmp_path / name
    path.parent.mkdir()
    path.write_text(text, "utf-8")

    (found,) = written((tmp_path,))

    assert {char for part in found.bold for char in part if char >= "가"} == set(bold)
    assert found.all == set(text)


def test_a_label_counts_as_several_names(tmp_path: Path) -> None:
    """It stands on many pages."""
    (tmp_path / "messages").mkdir()
    (tmp_path / "messages" / "a.yml").write_text('x: {ko: "가", en: "A"}\n', "utf-8")

    (found,) = written((tmp_path,))

    assert len(found.bold) > 1


def test_a_changed_file_is_read_again_and_others_are_left_alone(tmp_path: Path) -> None:
    """A preview asks after every edit; pictures hold no text."""
    path = tmp_path / "a.md"
    path.write_text("# 가\n", "utf-8")
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    written((tmp_path,))
    path.write_text("# 나\n", "utf-8")

    os.utime(path, ns=(1, 1))

    assert [one.all for one in written((tmp_path,))] == [frozenset("# 나\n")]
