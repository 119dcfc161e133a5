"""How many lines a text takes: words set one after another, as wide as the typeface makes them.

The typesetter could measure it, but that is to set everything twice.
"""

from __future__ import annotations

from functools import lru_cache

from dure.booklets.letters import advances

POINT_MM = 25.4 / 72
REGULAR, BOLD = 400, 700
LEAST_WIDTH = 0.985
"""Part of a line that is counted on: kerning may make a text a little wider."""
BODY_PT = {"ko": 8.6, "en": 8.2}
SMALL_PT = {"ko": 7.4, "en": 7.1}
"""Latin letters look larger than Hangul of the same size."""
LEADING_PT, SMALL_LEADING_PT = 4.9, 3.2
"""Between two lines of body and of small type."""
LEAST_WORD = 3
"""A last word of no more letters does not stand alone on its line."""
MOST_KEPT = 1 << 16
UNKNOWN_EM = 1.0
"""Letters the typeface lacks never come here; should one, it is taken to be square."""


def width_mm(text: str, size: float, weight: int = REGULAR) -> float:
    """Width of a text of `size` points on one line."""
    return _ems(text, weight) * size * POINT_MM


@lru_cache(maxsize=MOST_KEPT)
def _ems(text: str, weight: int) -> float:
    """Books say the same words many times: in an entry, in five indexes, in running heads."""
    widths = advances(weight)
    return sum(widths.get(ord(letter), UNKNOWN_EM) for letter in text)


def lines(text: str, size: float, room_mm: float, weight: int = REGULAR) -> int:
    """Lines a text takes in a column; words are not divided unless one is longer than a line."""
    room = room_mm * LEAST_WIDTH
    space = width_mm(" ", size, weight)
    count, used = (1, 0.0) if text.strip() else (0, 0.0)
    for word in _words(text):
        wide = width_mm(word, size, weight)
        if used and used + space + wide > room:
            count, used = count + 1, 0.0
        used += wide + (space if used else 0.0)
        while used > room:
            count, used = count + 1, used - room
    return count


def _words(text: str) -> list[str]:
    """Words as lines may be broken between them: a short last one stays with the one before."""
    words = text.split()
    if len(words) > 2 and len(words[-1]) <= LEAST_WORD:
        words[-2:] = [" ".join(words[-2:])]
    return words


def stacked(count: int, size: float, leading: float) -> float:
    """Height of so many lines of type (mm)."""
    return (count * size + max(count - 1, 0) * leading) * POINT_MM


def tall(text: str, size: float, leading: float, room_mm: float, weight: int = REGULAR) -> float:
    """Height of a text in a column (mm); nothing where there are no words."""
    return stacked(lines(text, size, room_mm, weight), size, leading)
