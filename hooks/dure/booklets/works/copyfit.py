"""How tall a program is likely to be: only doubtful ones are measured, for measuring is slow.

The weights (mm) are a least-squares fit over the 136 pages of the 2022 guidebook in both
languages; it is off by 10 mm on average, so the doubtful zone is wide.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from dure.booklets.works.months import lanes
from dure.render import Phrase

if TYPE_CHECKING:
    from dure.views.program import ProgramView

LETTER_MM = {"ko": 0.112, "en": 0.068}
ROW_MM = 1.9
SECTION_MM = 7.4
STEP_ROW_MM = 7.0
BAR_MM = 12.8
HEAD_MM = 22.5
DOUBTFUL_MM = 125.0
"""A page has room for 127 to 148 mm above its foot."""

_LONG = ("purpose", "eligibility", "benefits", "details", "courses", "results", "note")
_SECTIONS = (*_LONG, "flows", "children", "related", "links")


BRIEF_MM = 75.0
"""Half a page has room for 45 to 55 mm above its foot."""


def brief(view: ProgramView, glance_rows: int, lang: str) -> bool:
    """Whether the program may fit on half a page."""
    return _height(view, glance_rows, lang) < BRIEF_MM


AIRY_MM = 115.0
"""Programs that leave more of their page empty than this get wider gaps between their parts."""
MOST_AIR_MM = 5.0


def air(view: ProgramView, glance_rows: int, lang: str) -> float:
    """Millimetres to add above each part, so that a short program does not huddle at the top."""
    parts = 2 + sum(bool(getattr(view, name)) for name in _SECTIONS)
    spare = AIRY_MM - _height(view, glance_rows, lang)
    return round(min(max(spare / parts, 0.0), MOST_AIR_MM), 1)


def doubtful(view: ProgramView, glance_rows: int, lang: str) -> bool:
    """Whether the program may just miss fitting on one page."""
    return _height(view, glance_rows, lang) > DOUBTFUL_MM


def _height(view: ProgramView, glance_rows: int, lang: str) -> float:
    letters = sum(_letters(getattr(view, name)) for name in ("summary", "flows", *_LONG))
    rows = glance_rows + sum(len(getattr(view, name))
                             for name in ("benefits", "eligibility", "details", "courses"))
    rows += sum(1 + len(r.selected) for r in view.results)
    steps = sum(-(-len(flow.phases) // 3) for flow in view.flows)
    bars = sum(bool(lanes(flow.phases)) for flow in view.flows)
    sections = sum(bool(getattr(view, name)) for name in _SECTIONS)
    return (HEAD_MM + LETTER_MM[lang] * (letters + 40 * glance_rows) + ROW_MM * rows
            + SECTION_MM * sections + STEP_ROW_MM * steps + BAR_MM * bars)


def _letters(value: object) -> int:
    if isinstance(value, Phrase | str):
        return len(str(value))
    if isinstance(value, tuple):
        return sum(_letters(item) for item in value)
    if is_dataclass(value):
        return sum(_letters(getattr(value, f.name)) for f in fields(value)
                   if f.name not in {"kind", "months", "starts", "ends", "path"})
    return 0
