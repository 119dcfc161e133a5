"""What every work says of itself: titles, paper, cover, imprint, and the addresses it leads to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from dure.booklets.codes import code
from dure.booklets.patches import Area, patchwork
from dure.booklets.volumes import volume_title
from dure.korean.amounts import format_number
from dure.messages import texts
from dure.render import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from dure.booklets.codes import Code
    from dure.booklets.patches import Patch, Piece
    from dure.records import Booklet
    from dure.records.booklet import Matter, Part
    from dure.views.reader import Reader, TermView

BLEED_MM = 3.0
"""What the print shop cuts off on every side; patches run into it."""

HAIR_MM = 0.3
LOOSE = 0.93
"""Part of a page that is filled where heights proved to be worked out too small."""
Values = dict[str, object]


class Work(Struct, frozen=True, dict=True):
    """A booklet to be set in one language."""

    id: str
    booklet: Booklet
    reader: Reader
    volume: str = ""
    """Id of the term whose records it holds; "" for all."""
    type_of: str = ""
    """The language whose sizes of type it is set in, where that is not its own."""
    pictures: Path | None = None
    """The folder of photographs; none are printed where it is not known."""
    loose: bool = False
    """Whether pages are to be filled less, because some ran over when they were filled."""

    @property
    def issue(self) -> str:
        """What a printed code says of itself: the booklet and the day of its edition."""
        return f"{self.id}-{self.booklet.issued.first()}"

    @cached_property
    def words(self) -> Mapping[str, str]:
        """What the printed pages say themselves, the site's words where there are none."""
        return {**self.reader.words, **texts("print", self.reader.lang)}

    @property
    def width(self) -> float:
        """Trim width in millimetres."""
        return float(self.booklet.paper.width_mm)

    @property
    def height(self) -> float:
        """Trim height in millimetres."""
        return float(self.booklet.paper.height_mm)


def url(work: Work, path: str) -> str:
    """The address of a page of the site in the work's language."""
    root = "en/" if work.reader.lang == "en" else ""
    return f"{work.reader.catalogue.site.url}{root}{path}"


def page_code(work: Work, path: str) -> Code:
    """The code that leads to a page of the site."""
    return code(url(work, path))


def record_code(work: Work, path: str) -> Code:
    """The code that leads to a record's page, which then tells what changed since this edition."""
    return code(f"{url(work, path)}?edition={work.issue}")


class Badge(Struct, frozen=True):
    """A term as its badge shows it."""

    label: Phrase
    colour: str


def badge(term: TermView) -> Badge:
    """What a badge needs of a term."""
    return Badge(term.label, term.colour)


def base(work: Work, pieces: Sequence[Piece]) -> Values:
    """What the templates of all works are given."""
    booklet, reader = work.booklet, work.reader
    return {
        "lang": reader.lang,
        "title": str(reader.say(booklet.title)),
        "subtitle": volume_title(booklet, work.volume, reader) or reader.maybe(booklet.subtitle),
        "edition": str(reader.say(booklet.edition)),
        "summary": str(reader.say(booklet.summary)),
        "publisher": str(reader.say(reader.catalogue.site.publisher)),
        "keywords": [str(reader.say(booklet.title)), str(reader.say(booklet.edition))],
        "words": dict(work.words),
        "paper": _paper(work),
        "cover": cover(work, pieces),
        "home": {"url": url(work, "booklets/"), "code": page_code(work, "booklets/")},
        "imprint": imprint(work),
    }


def _paper(work: Work) -> Values:
    """Size and margins in millimetres."""
    paper = work.booklet.paper
    return {"width": work.width, "height": work.height, "binding": paper.binding, **_margins(work)}


def _margins(work: Work) -> dict[str, float]:
    """A5 has 16, 13, 14 and 16; wider on wider paper so that lines keep a length one can read."""
    wide = max(0.0, (work.width - 148) / 8)
    return {
        "inside": 16 + wide,
        "outside": 13 + wide,
        "top": 14 + wide / 2,
        "bottom": 16 + wide / 2,
    }


def text_width(work: Work) -> float:
    """Between the margins (mm)."""
    margins = _margins(work)
    return work.width - margins["inside"] - margins["outside"]


def text_height(work: Work) -> float:
    """Between the margins (mm), a hair less: sums of many heights are not quite exact."""
    margins = _margins(work)
    whole = work.height - margins["top"] - margins["bottom"]
    return whole * LOOSE - HAIR_MM if work.loose else whole - HAIR_MM


def cover(work: Work, pieces: Sequence[Piece]) -> Values:
    """Patches all over with a label for the title sewn on; the back keeps a strip of them."""
    w, h = work.width, work.height
    label = Area(0.0, round(h * 0.56, 2), round(w * 0.8, 2), round(h * 0.34, 2))
    areas = (
        Area(-BLEED_MM, -BLEED_MM, w + 2 * BLEED_MM, label.y + BLEED_MM),
        Area(label.w, label.y, w + BLEED_MM - label.w, label.h),
        Area(-BLEED_MM, label.y + label.h, w + 2 * BLEED_MM, h + BLEED_MM - label.y - label.h),
    )
    strip = (Area(-BLEED_MM, -BLEED_MM, w + 2 * BLEED_MM, h * 0.16),)
    return {
        "front": patchwork(pieces, areas),
        "back": patchwork(pieces[:24], strip),
        "label": label,
        "spine": 0.0,
    }


def strip(pieces: Sequence[Piece], width: float, height: float) -> tuple[Patch, ...]:
    """A band from edge to edge of a page, bleeding on both sides."""
    area = Area(-BLEED_MM, 0.0, width + 2 * BLEED_MM, height)
    return patchwork(pieces, (area,))


def matter_of(work: Work) -> Booklet:
    """The booklet whose hand-written pages this one prints."""
    other = work.booklet.matter_of
    return work.reader.catalogue.booklets[other] if other else work.booklet


def matters(pages: Sequence[Matter], work: Work) -> list[Values]:
    """Hand-written pages in the work's language."""
    reader = work.reader
    return [
        {
            "title": reader.say(page.title),
            "parts": [_part(part, reader) for part in page.parts],
            "sources": [reader.korean(line) for line in page.sources],
            "checked_on": reader.day(page.checked_on) if page.checked_on else "",
        }
        for page in pages
    ]


def _part(part: Part, reader: Reader) -> Values:
    named = reader.catalogue.terms.get(part.vocabulary or "", {})
    return {
        "text": reader.maybe(part.text),
        "steps": reader.all(part.steps),
        "table": [reader.all(row) for row in part.table],
        "terms": [reader.shown(term) for term in named.values()],
    }


def imprint(work: Work) -> list[tuple[str, object]]:
    """Who made it, from which documents, how many: absent where the data does not say."""
    booklet, reader, words = work.booklet, work.reader, work.words
    documents = sorted(
        {s.document for s in booklet.source} | {d for s in booklet.select for d in s.documents}
    )
    titles = "; ".join(str(reader.say(reader.catalogue.documents[d].title)) for d in documents)
    copies = (
        words["copies"].format(n=format_number(booklet.copies, reader.lang))
        if booklet.copies
        else ""
    )
    found: list[tuple[str, object]] = [
        (words["title"], reader.say(booklet.title)),
        (words["edition"], reader.say(booklet.edition)),
        (words["issued"], reader.day(booklet.issued)),
        (words["published_by"], reader.say(reader.catalogue.site.publisher)),
        (words["source"], titles),
        (words["print_run"], copies),
        (words["recipients"], reader.maybe(booklet.recipients) or ""),
        (words["ask"], _contact(work)),
        (words["note"], words["as_printed"]),
        (words["fonts"], "Pretendard GOV (SIL OFL 1.1)"),
    ]
    return [(name, value) for name, value in found if value]


def _contact(work: Work) -> Phrase | str:
    """The office a reader calls, with its first number."""
    if work.booklet.contact is None:
        return ""
    office = work.reader.catalogue.centres[work.booklet.contact]
    name = work.reader.say(office.name)
    numbers = [line.number.display for line in office.phones[:1]]
    return Phrase(" ".join([str(name), *numbers]), name.lang, name.page_lang)
