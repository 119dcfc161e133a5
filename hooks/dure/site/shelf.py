"""What was printed, as the pages show it: one card per booklet with the files of all languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.booklets.paper import bound
from dure.booklets.volumes import volume_title
from dure.views.booklets import BookletCard, BookletFile, PagePicture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dure.booklets.printing import Printed, PrintedFile
    from dure.records import Booklet
    from dure.views.reader import Reader

WIDE_PX, NARROW_PX = 280, 140
"""Pictures of spreads and of upright sheets; the files have two dots for each of these pixels."""


def cards(printed: Iterable[Printed], reader: Reader) -> tuple[BookletCard, ...]:
    """Booklets in the order printed, the site's newest first."""
    newest = reader.catalogue.site.newest_booklet
    shelf = sorted(printed, key=lambda work: work.id != newest)
    return tuple(_card(work, reader) for work in shelf)


def _card(work: Printed, reader: Reader) -> BookletCard:
    """Pictures are those of the first file in the reader's language, or of the first there is."""
    files = sorted(work.files, key=lambda file: reader.lang not in file.lang.split("-"))
    paper = work.booklet.paper
    return BookletCard(
        reader.say(work.booklet.title),
        reader.say(work.booklet.edition),
        reader.maybe(work.booklet.subtitle),
        (round(paper.width_mm), round(paper.height_mm)),
        tuple(_file(file, work.booklet, reader) for file in files),
        files[0].picture,
        tuple(_picture(src, work.booklet) for src in files[0].spreads),
    )


def _file(file: PrintedFile, booklet: Booklet, reader: Reader) -> BookletFile:
    volume = volume_title(booklet, file.volume, reader)
    return BookletFile(file.lang, file.pages, file.bytes, file.path, volume)


def _picture(src: str, booklet: Booklet) -> PagePicture:
    paper = booklet.paper
    across = 2 * paper.width_mm if bound(paper) else paper.width_mm
    wide = WIDE_PX if across > paper.height_mm else NARROW_PX
    return PagePicture(src, wide, round(wide * paper.height_mm / across))
