"""What a volume of a booklet is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.booklets.select import VOLUMES
from dure.messages import text

if TYPE_CHECKING:
    from dure.records import Booklet
    from dure.render import Phrase
    from dure.views.reader import Reader


def volume_title(booklet: Booklet, volume: str, reader: Reader) -> Phrase | None:
    """The region, sector or kind a volume holds; `None` where the booklet is not divided."""
    if not volume:
        return None
    vocabulary = VOLUMES[booklet.volumes]
    if volume not in reader.catalogue.terms[vocabulary]:
        return reader.own(text("print.volume_rest", reader.lang))
    return reader.term(vocabulary, volume).label
