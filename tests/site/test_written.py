"""Which characters stand in bold: those of names, headings and short labels."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from dure.site.written import bold, files, labels


@pytest.mark.parametrize(
    ("name", "text", "shown"),
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
def test_names_headings_and_labels_are_bold(name: str, text: str, shown: str) -> None:
    """Wherever the Korean of a name stands; running text is not."""
    found = "".join(chain(bold(text), labels(Path(name), text)))

    assert {char for char in found if char >= "가"} == set(shown)


def test_a_label_counts_as_several_names() -> None:
    """It stands on many pages."""
    assert len(labels(Path("messages/a.yml"), 'x: {ko: "가", en: "A"}\n')) > 1


def test_files_with_texts_are_found(tmp_path: Path) -> None:
    """At a place or below it; pictures hold no text."""
    (tmp_path / "a").mkdir()
    for name in ("a/b.md", "a/c.png", "d.yml", "e.yml"):
        (tmp_path / name).write_text("가", "utf-8")

    assert list(files((tmp_path / "a", tmp_path / "d.yml"))) == [
        tmp_path / "a/b.md",
        tmp_path / "d.yml",
    ]
