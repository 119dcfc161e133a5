"""How tall an enterprise's entry is, worked out from the widths of its letters.

It follows `entries.typ` part by part; a test compares the two. It may be a line too tall where
Latin words break at a hyphen, and is never too small.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.booklets.works.lines import (
    BODY_PT,
    BOLD,
    LEADING_PT,
    REGULAR,
    SMALL_LEADING_PT,
    SMALL_PT,
    lines,
    tall,
    width_mm,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dure.booklets.works.entries import Entry, Sold

CODE_MM, GUTTER_MM, LIFT_MM = 15.0, 4.0, 0.6
CLASS_MM, NEEDS_MM, CELL_MM = 14.0, 40.0, 2.4
"""Two columns of the table of products, and what each loses to its inset."""
ROW_MM = 1.5
NAME_PT = 12.0
UNDER_NAME_MM, BETWEEN_MM, FACT_MM = 1.6, 2.1, 1.2
GAPS_MM = 11.5
"""All other spaces between the parts of an entry."""
BADGE_PT = 7.0
BADGE_MM = 6.8
"""Swatch, insets and the space after it."""
CREDIT_MM = 5.0
"""Up to two lines under a photograph."""
LABEL_MM = 26.0
"""More than any label of a fact takes."""
SPACES = "    "
"""As wide as the space between a label and what it labels."""


class Fit(Struct, frozen=True):
    """What is known of an entry before it is set; heights in millimetres."""

    tall: float
    short: float
    """How much its head is lower than the code or photograph beside it."""
    one: tuple[str, ...]
    """Fields that surely stand on one line: their words need not be kept from being divided."""
    rows: tuple[tuple[str, ...], ...]
    """The same for each product."""


def entry_fit(entry: Entry, words: Mapping[str, str], lang: str, width: float) -> Fit:
    """An entry in a column of a width, in the sizes of a language's type."""
    fit = _Fit(entry, words, lang, width)
    head = fit.head()
    short = max(fit.beside() - head, 0.0)
    whole = GAPS_MM + head + short + fit.table() + fit.facts() + fit.contact()
    rows = tuple(tuple(fit.one_line_of(sold)) for sold in entry.products)
    return Fit(round(whole, 1), round(short, 1), tuple(fit.one_line()), rows)


class _Fit(Struct, frozen=True):
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
        if picture is None:
            return CODE_MM + LIFT_MM
        return max(CODE_MM, picture.h + (CREDIT_MM if picture.credit else 0.0)) + LIFT_MM

    def head(self) -> float:
        """Name, other names, what it does, where it is, and the note."""
        name = tall(str(self.entry.name), NAME_PT, LEADING_PT, self.room, BOLD)
        size = BODY_PT[self.lang]
        summary = tall(_text(self.entry.summary), size, LEADING_PT, self.room)
        parts = [
            self.small("  ·  ".join(map(str, self.entry.others))),
            summary,
            self.where(),
            self.small(_text(self.entry.note)),
        ]
        filled = [part for part in parts if part]
        return name + UNDER_NAME_MM + sum(filled) + BETWEEN_MM * (len(filled) - 1)

    def small(self, text: str, room: float | None = None, weight: int = REGULAR) -> float:
        """A paragraph in small type."""
        size = SMALL_PT[self.lang]
        room = self.room if room is None else room
        return tall(text, size, SMALL_LEADING_PT, room, weight)

    def where(self) -> float:
        """Badges, region and other fields; with badges, one line or two."""
        badges = sum(
            width_mm(str(kind.label), BADGE_PT, BOLD) + BADGE_MM for kind in self.entry.kinds
        )
        told = f"{self.words['region']}{SPACES}{self.entry.region}"
        if self.entry.also:
            told += f"{SPACES}{self.words['also_in']}{SPACES}{_listed(self.entry.also)}"
        if not badges:
            return self.small(told)
        fits = badges + width_mm(told, SMALL_PT[self.lang], BOLD) < self.room
        return self.small("x" if fits else "x x", 1.5)

    def one_line(self) -> Iterator[str]:
        """Names of fields that take one line."""
        size, body = SMALL_PT[self.lang], BODY_PT[self.lang]
        said = [
            ("summary", _text(self.entry.summary), body, self.room),
            ("note", _text(self.entry.note), size, self.room),
            ("others", "  ·  ".join(map(str, self.entry.others)), size, self.room),
            ("took_part", " / ".join(map(str, self.entry.took_part)), size, self.width - LABEL_MM),
            ("address", _text(self.entry.address), size, self.width - LABEL_MM),
            (
                "certificates",
                max((_listed(held) for held in self.entry.certificates), key=len, default=""),
                size,
                self.width - LABEL_MM,
            ),
        ]
        yield from (
            name for name, text, points, room in said if text and lines(text, points, room) == 1
        )

    def one_line_of(self, sold: Sold) -> Iterator[str]:
        """Names of a product's cells that take one line."""
        size = SMALL_PT[self.lang]
        first = self.width - CLASS_MM - NEEDS_MM - CELL_MM
        if lines(f"{sold.name}ii {sold.note or ''}", size, first, BOLD) == 1:
            yield "name"
        if lines(_listed(sold.needs), size, NEEDS_MM - CELL_MM) == 1:
            yield "needs"

    def table(self) -> float:
        """Products, each with its class and needs."""
        rows = [self.product(product) for product in self.entry.products]
        return (self.small("x") + ROW_MM if rows else 0.0) + sum(rows)

    def product(self, sold: Sold) -> float:
        """A row of the table."""
        name = f"{sold.name}  {sold.note}" if sold.note else str(sold.name)
        first = self.width - CLASS_MM - NEEDS_MM - CELL_MM
        cells = (
            self.small(name, first, BOLD),
            self.small(str(sold.kind), CLASS_MM - CELL_MM),
            self.small(_listed(sold.needs), NEEDS_MM - CELL_MM),
        )
        return max(cells) + ROW_MM

    def facts(self) -> float:
        """Certificates, address, programs it took part in."""
        found = [("certificate", _listed(held)) for held in self.entry.certificates]
        found.append(("address", _text(self.entry.address)))
        found.append(("took_part", " / ".join(map(str, self.entry.took_part))))
        facts = [
            self.small(f"{self.words[label]}{SPACES}{told}", self.width)
            for label, told in found
            if told
        ]
        return sum(facts) + FACT_MM * max(len(facts) - 1, 0)

    def contact(self) -> float:
        """Its phones and homepage, or whom to ask."""
        numbers = [
            f"{_text(line.label)} {line.calls[0].shown}{SPACES}" for line in self.entry.phones
        ]
        homepage = self.entry.homepage.label if self.entry.homepage else ""
        asked = "x" if self.entry.ask else ""
        return self.small(" ".join([*numbers, homepage]).strip() or asked, self.width - 3.2, BOLD)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _listed(values: Iterable[object]) -> str:
    return ", ".join(map(str, values))
