"""Full-width forms to plain ASCII: spreadsheets and input methods mix `０３１` with `031`.

NFKC is not used, because it also turns `①` into `1` and `㈜` into `(주)`.
"""

from __future__ import annotations

_FULL_WIDTH_OFFSET = 0xFEE0
_TO_HALF = {code + _FULL_WIDTH_OFFSET: code for code in range(0x21, 0x7F)}
_TO_HALF |= {ord("\u3000"): ord(" "), ord("￦"): ord("₩")}


def halfwidth(text: str) -> str:
    """Return the text with full-width ASCII, space and won sign in their usual width."""
    return text.translate(_TO_HALF)
