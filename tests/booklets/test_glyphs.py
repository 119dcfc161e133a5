"""Characters the typeface lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.booklets.glyphs import missing_glyphs
from dure.load import load_data

if TYPE_CHECKING:
    from pathlib import Path

SITE = """title: {ko: 가상}
tagline: {ko: 가상}
description: {ko: 가상}
url: https://dure.example/
publisher: {ko: 가상}
regions: [gaon]
"""
CENTRE = """name: {ko: 가상 센터}
kind: support-centre
region: gaon
summary:
  ko: 꽃을 팝니다 🌷
source: [{document: sample, where: 1쪽}]
"""


def test_a_missing_glyph_is_told_with_file_line_field_and_letter(tmp_path: Path) -> None:
    """Before anything is set."""
    data = tmp_path / "data"
    (data / "centres").mkdir(parents=True)
    (data / "site.yml").write_text(SITE, "utf-8")
    (data / "centres" / "sample.yml").write_text(CENTRE, "utf-8")
    found = list(missing_glyphs(load_data(data).entries, data))
    assert [(p.path, p.line, p.field, p.values["letters"]) for p in found] == [
        ("data/centres/sample.yml", 5, "summary.ko", "🌷 (U+1F337)")
    ]


def test_the_real_data_can_be_drawn(root: Path) -> None:
    """Hanja, circled figures and all."""
    data = root / "data"
    assert list(missing_glyphs(load_data(data).entries, data)) == []
