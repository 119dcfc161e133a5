"""Which module makes the pages of which work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.booklets.plain import plain
from dure.booklets.works.calendar import calendar_work
from dure.booklets.works.common import Work
from dure.booklets.works.contacts import contacts_work
from dure.booklets.works.enterprises import enterprises_work
from dure.booklets.works.facing import facing_work
from dure.booklets.works.guidebook import guidebook_work
from dure.booklets.works.map import map_work
from dure.booklets.works.products import products_work
from dure.views.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from dure.booklets.plain import Plain
    from dure.booklets.works.common import Values
    from dure.catalogue import Catalogue

MAKERS: Mapping[str, Callable[[Work], Values]] = {
    "enterprises": enterprises_work,
    "products": products_work,
    "guidebook": guidebook_work,
    "calendar": calendar_work,
    "map": map_work,
    "contacts": contacts_work,
}


FACING = "ko-en"
"""Both languages on facing pages."""


def template(work: str, lang: str) -> str:
    """The template that sets a work."""
    return "facing" if lang == FACING else work


def contents(
    booklet_id: str, catalogue: Catalogue, lang: str, volume: str = "",
    pictures: Path | None = None,
) -> dict[str, Plain]:
    """Everything a booklet, or one volume of it, prints in one language, as plain values."""
    booklet = catalogue.booklets[booklet_id]
    if lang == FACING:
        works = [Work(booklet_id, booklet, Reader(catalogue, one), volume, "ko", pictures)
                 for one in ("ko", "en")]
        made = plain(facing_work(*works))
    else:
        made = plain(MAKERS[booklet.work](
            Work(booklet_id, booklet, Reader(catalogue, lang), volume, "", pictures)))
    assert isinstance(made, dict)
    return made
