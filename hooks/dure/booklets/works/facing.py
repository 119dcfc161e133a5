"""The enterprise booklet in two languages: Korean on left pages, English facing it on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.booklets.works.enterprises import enterprises_work

if TYPE_CHECKING:
    from dure.booklets.works.common import Values, Work


def facing_work(korean: Work, english: Work) -> Values:
    """What the Korean edition prints, and under `other` what faces it."""
    return {**enterprises_work(korean), "other": enterprises_work(english)}
