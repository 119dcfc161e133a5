"""What was printed, as the pages show it: one card per booklet in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.views.booklets import BookletCard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dure.booklets.printing import Printed
    from dure.views.reader import Reader


def cards(printed: Iterable[Printed], reader: Reader) -> tuple[BookletCard, ...]:
    """Booklets in the order printed, the site's newest first."""
    newest = reader.catalogue.site.newest_booklet
    shelf = sorted(printed, key=lambda work: work.id != newest)
    return tuple(_card(work, reader) for work in shelf)


def _card(work: Printed, reader: Reader) -> BookletCard:
    """The file in this language; where there is none, the first there is."""
    file = next((f for f in work.files if f.lang == reader.lang), work.files[0])
    return BookletCard(
        reader.say(work.booklet.title),
        reader.say(work.booklet.edition),
        (file.lang,),
        file.pages,
        file.bytes,
        file.path,
        file.picture,
    )
