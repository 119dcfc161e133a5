"""Heights worked out beforehand, beside those the typesetter measures."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from dure.booklets import typeset
from dure.booklets.apart import each_apart
from dure.booklets.jobs import Choice, jobs_of
from tests.booklets.reading import BOUND, FACING

if TYPE_CHECKING:
    from pathlib import Path

    from dure.catalogue import Catalogue

pytestmark = pytest.mark.slow
PROBE = """
#show: typography
#set page(..book-page)
#set block(spacing: 0mm)
#set par(spacing: 0mm)
#context for p in data.pages {
  for b in p.blocks {
    if b.kind not in ("contents", "opening", "notes") {
      let body = kinds.at(b.kind)(b.what, calc.odd(p.n), p.lang)
      let tall = measure(width: text-width, body).height / 1mm
      note(kind: b.kind, page: p.n, worked: b.worked, tall: tall)
    }
  }
}
"""
HAIR_MM = 0.1
MOST_MM = {"entry": 5.5, "result": 8.0, "index": 12.0}
"""A line too many where Latin words break at a hyphen; several in lists."""


class Height(NamedTuple):
    """A block's height as it was worked out and as it is (mm)."""

    kind: str
    page: int
    worked: float
    tall: float


def heights(catalogue: Catalogue, name: str, lang: str, folder: Path) -> list[Height]:
    """Both heights of every block of a booklet."""
    job = next(j for j in jobs_of(catalogue, Choice((name,))) if j.lang == lang)
    root = folder / "print"
    shutil.copytree(typeset.TEMPLATES, root)
    main = root / f"{job.template}.typ"
    text = main.read_text("utf-8")
    start = text.index("#book(")
    kinds = text[text.rindex("(..matter-kinds") :].strip()[:-1]
    main.write_text(f"{text[:start]}#let kinds = {kinds}\n{PROBE}", "utf-8")
    compiler = typeset._compiler(root, job.manuscript(), "whole", press=False)
    notes: Any = json.loads(compiler.query("<note>", field="value"))
    return [Height(n["kind"], n["page"], n["worked"], n["tall"]) for n in notes]


@pytest.mark.parametrize(("name", "lang"), BOUND)
def test_no_block_is_taller_than_it_was_worked_out_and_few_are_much_lower(
    catalogue: Catalogue, name: str, lang: str, tmp_path: Path
) -> None:
    """What is too tall would run over its page; what is too low would leave it empty."""
    [found] = each_apart(lambda n: heights(catalogue, n, lang, tmp_path), [name])
    assert len(found) > 10
    for height in found:
        assert height.tall <= height.worked + HAIR_MM, height
        if (name, lang) != FACING:  # there a block is as tall as what faces it
            assert height.worked <= height.tall + MOST_MM.get(height.kind, 5.0), height
