"""Characters that texts for people do not hold, though some look as if they belonged there."""

from __future__ import annotations

import re
import unicodedata

MIDDLE_DOTS = "•․‧∙ㆍᆞ・"
"""Look-alikes of the middle dot; the data writes `·` (U+00B7) for all of them."""

# Control, format and private-use characters (Unicode categories Cc, Cf, Co) but the line feed,
# foreign line breaks, Hangul fillers, and the dots: one search tells whether to look closer.
SUSPECT = re.compile(
    f"[{MIDDLE_DOTS}\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e"
    "\u115f\u1160\u3164\uffa0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufff9-\ufffb"
    "\U000e0001-\U000e007f\U000f0000-\U0010ffff]"
)
# What nearly all texts are made of.
_USUAL = re.compile(r"[\n -~가-힣·]*+")


def is_clean(text: str) -> bool:
    """Whether all of a text can be printed, is composed (NFC), and nothing in it is suspect."""
    return _USUAL.fullmatch(text) is not None or (
        text.replace("\n", "").isprintable()
        and SUSPECT.search(text) is None
        and unicodedata.is_normalized("NFC", text)
    )
