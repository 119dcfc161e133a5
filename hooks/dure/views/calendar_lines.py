"""Steps laid over twelve months: each in its own months, several lines where they overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dure.render import Phrase
    from dure.views.outline import Step

MONTHS = tuple(range(1, 13))
HANGUL, LATIN = 13, 6
"""Width of a syllable and of a letter on a patch, in pixels of the web's calendar."""
WORD = 72
"""Width of a line in one month; a longer word would be broken."""
ROOM = 143
"""Width of all words that one month holds in its lines; a longer name gives way to its kind."""
MORE = 78
"""What each further month adds to both."""


class Patch(Struct, frozen=True):
    """Words on a patch; `full` is what they stand for where they are shorter."""

    words: str
    lang: str
    colour: str
    full: tuple[Phrase, ...]


class Cell(Struct, frozen=True):
    """One or more months of a line; without patches it is empty."""

    first: int
    months: int
    patches: tuple[Patch, ...] = ()


class Line(Struct, frozen=True):
    """A row of cells that fill January to December exactly."""

    cells: tuple[Cell, ...]

    @property
    def height(self) -> int:
        """Lines of text that its fullest cell takes."""
        return max(sum(patch_height(p, c.months) for p in c.patches) for c in self.cells)


def lines(drawn: Iterable[tuple[Step, Sequence[int]]], times: str) -> tuple[Line, ...]:
    """Steps of equal months share a cell, overlapping ones take lines of their own.

    `times` says how often a word stands for a step: `{word} {n}건`.
    """
    spans: dict[tuple[int, int], list[Step]] = {}
    for step, months in drawn:
        for span in runs(months):
            spans.setdefault(span, []).append(step)
    cells = [Cell(first, n, _patches(steps, n, times)) for (first, n), steps in spans.items()]
    return tuple(Line(tuple(_filled(line))) for line in _packed(cells))


def runs(months: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First month and length of each unbroken run."""
    ordered = sorted(set(months))
    for at, month in enumerate(ordered):
        if at and ordered[at - 1] == month - 1:
            continue
        length = 1
        while month + length in ordered[at:]:
            length += 1
        yield month, length


def _packed(cells: Iterable[Cell]) -> list[list[Cell]]:
    """Each cell in the first line that is still free there; equal starts in printed order."""
    packed: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda c: c.first):
        free = (line for line in packed if line[-1].first + line[-1].months <= cell.first)
        line = next(free, None)
        if line is None:
            packed.append([cell])
        else:
            line.append(cell)
    return packed


def _filled(line: Sequence[Cell]) -> Iterator[Cell]:
    """The line with an empty cell for each month without a step."""
    month = 1
    for cell in line:
        yield from (Cell(m, 1) for m in range(month, cell.first))
        yield cell
        month = cell.first + cell.months
    yield from (Cell(m, 1) for m in range(month, 13))


def _patches(steps: Iterable[Step], months: int, times: str) -> tuple[Patch, ...]:
    """A step's name, or the word of its kind where the name has no room; equal words once."""
    found: dict[tuple[str, str, str], list[Phrase]] = {}
    for step in steps:
        shown = step.name if fits(step.name.text, months) else step.kind.label
        found.setdefault((shown.text, shown.lang, step.kind.colour), []).append(step.name)
    return tuple(
        Patch(
            words if len(names) == 1 else times.format(word=words, n=len(names)),
            lang,
            colour,
            tuple(name for name in names if name.text != words),
        )
        for (words, lang, colour), names in found.items()
    )


def patch_height(patch: Patch, months: int) -> int:
    """Lines of text on a patch of so many months."""
    return 1 + (width(patch.words) - 1) // (WORD + MORE * (months - 1))


def fits(words: str, months: int) -> bool:
    """Whether words go on a patch of so many months: as a whole, and each word on a line."""
    more = MORE * (months - 1)
    return width(words) <= ROOM + more and all(width(w) <= WORD + more for w in words.split())


def width(words: str) -> int:
    """Width in pixels, near enough to say what goes on a line."""
    return sum(HANGUL if ord(char) > 0x10FF else LATIN for char in words)
