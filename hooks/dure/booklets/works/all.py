"""Which module makes the pages of which work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.booklets.plain import plain
from dure.booklets.select import centre_ids, enterprise_ids, product_ids, program_ids
from dure.booklets.unprintable import Unprintable, reason
from dure.booklets.works.calendar import calendar_work
from dure.booklets.works.contacts import contacts_work
from dure.booklets.works.enterprises import enterprises_work
from dure.booklets.works.facing import facing_work
from dure.booklets.works.guidebook import guidebook_work
from dure.booklets.works.map import map_work
from dure.booklets.works.products import products_work

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dure.booklets.plain import Plain
    from dure.booklets.works.common import Values, Work
    from dure.catalogue import Catalogue
    from dure.records import Booklet

MAKERS: Mapping[str, Callable[[Work], Values]] = {
    "enterprises": enterprises_work,
    "products": products_work,
    "guidebook": guidebook_work,
    "calendar": calendar_work,
    "map": map_work,
    "contacts": contacts_work,
}
CHOSEN: Mapping[str, tuple[str, Callable[[Booklet, Catalogue], Sequence[object]]]] = {
    "enterprises": ("enterprise", enterprise_ids),
    "products": ("product", product_ids),
    "guidebook": ("program", program_ids),
    "calendar": ("program", program_ids),
    "contacts": ("centre", centre_ids),
}
"""The kind of records a work is of, and those a booklet selects; a map also shows none."""


FACING = "ko-en"
"""Both languages on facing pages."""


def template(work: str, lang: str) -> str:
    """The template that sets a work."""
    return "facing" if lang == FACING else work


def contents(works: Sequence[Work]) -> dict[str, Plain]:
    """Everything a booklet prints in one language, or in two on facing pages, as plain values.

    Raises `Unprintable` where it selects nothing.
    """
    first = works[0]
    kind, chosen = CHOSEN.get(first.booklet.work, ("", None))
    if chosen and not chosen(first.booklet, first.reader.catalogue):
        raise Unprintable(reason("nothing_selected", kind=kind))
    if len(works) > 1:
        made = plain(facing_work(*works))
    else:
        made = plain(MAKERS[first.booklet.work](first))
    assert isinstance(made, dict)
    return made
