"""Photographs in print: how large they stand, and the file a template asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.pictures import fitted_mm

if TYPE_CHECKING:
    from dure.booklets.works.common import Work
    from dure.render import Phrase


class Placed(Struct, frozen=True):
    """A photograph in an entry; sizes in millimetres."""

    file: str
    alt: Phrase
    credit: Phrase | None
    w: float
    h: float


def placed(enterprise_id: str, work: Work) -> Placed | None:
    """An enterprise's first photograph, if it has one and the folder of the files is known."""
    pictures = work.reader.catalogue.enterprises[enterprise_id].pictures
    if not pictures or work.pictures is None:
        return None
    first, reader = pictures[0], work.reader
    w, h = fitted_mm(work.pictures / first.file)
    return Placed(first.file, reader.say(first.alt), reader.maybe(first.credit), w, h)
