"""How many lines a text takes: words set one after another, as wide as the typeface makes them.

The typesetter could measure it, but that is to set everything twice.
"""

from __future__ import annotations

from dure.booklets.letters import advances

POINT_MM = 25.4 / 72
REGULAR, BOLD = 400, 700
LEAST_WIDTH = 0.985
"""Part of a line that is counted on: kerning may make a text a little wider."""
UNKNOWN_EM = 1.0
"""Letters the typeface lacks never come here; should one, it is taken to be square."""


def width_mm(text: str, size: float, weight: int = REGULAR) -> float:
    """Width of a text of `size` points on one line."""
    widths = advances(weight)
    return sum(widths.get(ord(letter), UNKNOWN_EM) for letter in text) * size * POINT_MM


def lines(text: str, size: float, room_mm: float, weight: int = REGULAR) -> int:
    """Lines a text takes in a column; words are not divided unless one is longer than a line."""
    room = room_mm * LEAST_WIDTH
    space = width_mm(" ", size, weight)
    count, used = (1, 0.0) if text.strip() else (0, 0.0)
    for word in text.split():
        wide = width_mm(word, size, weight)
        if used and used + space + wide > room:
            count, used = count + 1, 0.0
        used += wide + (space if used else 0.0)
        while used > room:
            count, used = count + 1, used - room
    return count
