"""How tall an enterprise's entry is, worked out from the widths of its letters.

It follows `entries.typ` part by part; a test compares the two. It may be a line too tall where
Latin words break at a hyphen, and is never too small.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dure.booklets.works.lines import BOLD, POINT_MM, REGULAR, lines, width_mm

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dure.booklets.works.entries import Entry, Sold

CODE_MM, GUTTER_MM, LIFT_MM = 15.0, 4.0, 0.6
CLASS_MM, NEEDS_MM, CELL_MM = 14.0, 40.0, 2.4
"""Two columns of the table of products, and what each loses to its inset."""
ROW_MM = 1.5
NAME_PT = 12.0
UNDER_NAME_MM, BETWEEN_MM, FACT_MM = 1.6, 2.1, 1.2
GAPS_MM = 13.9
"""All other spaces between the parts of an entry."""
LEADING_PT, SMALL_LEADING_PT = 4.9, 3.2
BODY_PT = {"ko": 8.6, "en": 8.2}
SMALL_PT = {"ko": 7.4, "en": 7.1}
BADGE_PT = 7.0
BADGE_MM = 6.8
"""Swatch, insets and the space after it."""
CREDIT_MM = 5.0
"""Up to two lines under a photograph."""
SPACES = "    "
"""As wide as the space between a label and what it labels."""


def entry_fit(
    entry: Entry, words: Mapping[str, str], lang: str, width: float
) -> dict[str, float]:
    """How `tall` an entry is in a column, and how much its head is `short` of its code (mm)."""
    fit = _Fit(entry, words, lang, width)
    head = fit.head()
    short = max(fit.beside() - head, 0.0)
    tall = GAPS_MM + head + short + fit.table() + fit.facts() + fit.contact()
    return {"tall": round(tall, 1), "short": round(short, 1)}


@dataclass(frozen=True)
class _Fit:
    """One entry's parts; all heights in millimetres."""

    entry: Entry
    words: Mapping[str, str]
    lang: str
    width: float

    @property
    def room(self) -> float:
        """What the code and a photograph leave to the head."""
        picture = self.entry.picture
        return self.width - CODE_MM - GUTTER_MM - (picture.w + GUTTER_MM if picture else 0.0)

    def beside(self) -> float:
        """The code, or a photograph with its credit."""
        picture = self.entry.picture
        tall = CODE_MM
        if picture:
            tall = max(tall, picture.h + (CREDIT_MM if picture.credit else 0.0))
        return tall + LIFT_MM

    def head(self) -> float:
        """Name, other names, what it does, where it is, and the note."""
        name = _tall(lines(str(self.entry.name), NAME_PT, self.room, BOLD), NAME_PT, LEADING_PT)
        size = BODY_PT[self.lang]
        summary = _tall(lines(_text(self.entry.summary), size, self.room), size, LEADING_PT)
        parts = [self.small("  ·  ".join(map(str, self.entry.others))), summary, self.where(),
                 self.small(_text(self.entry.note))]
        filled = [part for part in parts if part]
        return name + UNDER_NAME_MM + sum(filled) + BETWEEN_MM * (len(filled) - 1)

    def small(self, text: str, room: float | None = None, weight: int = REGULAR) -> float:
        """A paragraph in small type."""
        size = SMALL_PT[self.lang]
        return _tall(lines(text, size, self.room if room is None else room, weight), size,
                     SMALL_LEADING_PT)

    def where(self) -> float:
        """Badges, region and other fields; with badges, one line or two."""
        badges = sum(width_mm(str(kind.label), BADGE_PT, BOLD) + BADGE_MM
                     for kind in self.entry.kinds)
        told = f"{self.words['region']}{SPACES}{self.entry.region}"
        if self.entry.also:
            told += f"{SPACES}{self.words['also_in']}{SPACES}{_listed(self.entry.also)}"
        if not badges:
            return self.small(told)
        fits = badges + width_mm(told, SMALL_PT[self.lang], BOLD) < self.room
        return self.small("x" if fits else "x x", 1.5)

    def table(self) -> float:
        """Products, each with its class and needs."""
        rows = [self.product(product) for product in self.entry.products]
        return (self.small("x") + ROW_MM if rows else 0.0) + sum(rows)

    def product(self, sold: Sold) -> float:
        """A row of the table."""
        name = f"{sold.name}  {sold.note}" if sold.note else str(sold.name)
        first = self.width - CLASS_MM - NEEDS_MM - CELL_MM
        cells = (self.small(name, first, BOLD),
                 self.small(str(sold.kind), CLASS_MM - CELL_MM),
                 self.small(_listed(sold.needs), NEEDS_MM - CELL_MM))
        return max(cells) + ROW_MM

    def facts(self) -> float:
        """Certificates, address, programs it took part in."""
        found = [("certificate", _listed(held)) for held in self.entry.certificates]
        found.append(("address", _text(self.entry.address)))
        found.append(("took_part", " / ".join(map(str, self.entry.took_part))))
        tall = [self.small(f"{self.words[label]}{SPACES}{told}", self.width)
                for label, told in found if told]
        return sum(tall) + FACT_MM * max(len(tall) - 1, 0)

    def contact(self) -> float:
        """Its phones and homepage, or whom to ask."""
        numbers = [f"{_text(line.label)} {line.calls[0].shown}{SPACES}"
                   for line in self.entry.phones]
        homepage = self.entry.homepage.label if self.entry.homepage else ""
        asked = "x" if self.entry.ask else ""
        return self.small(" ".join([*numbers, homepage]).strip() or asked, self.width - 3.2, BOLD)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _listed(values: Iterable[object]) -> str:
    return ", ".join(map(str, values))


def _tall(count: int, size: float, leading: float) -> float:
    return (count * size + max(count - 1, 0) * leading) * POINT_MM
