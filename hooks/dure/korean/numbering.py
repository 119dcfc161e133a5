"""The Korean numbering plan: which digits are a number, and where its hyphens go.

After 전기통신번호관리세칙, the rules on the management of telecommunications numbers: area and
service codes start with 0; representative numbers (15xx-xxxx) and special numbers (110, 1350) do
not, though the latter may follow an area code (031-120).
"""

from __future__ import annotations

import re

_GEOGRAPHIC = re.compile("02|03[1-3]|04[1-4]|05[1-5]|06[1-4]")
_SPECIAL = re.compile("1[0-9]{2}|13[0-9]{2}")
_REPRESENTATIVE = re.compile("1[568]")
_REPRESENTATIVE_LENGTH = 8

_SERVICES = (
    (re.compile("050[0-9]"), (7, 8)),
    (re.compile("080|011|01[6-9]"), (7, 8)),
    (re.compile("070|010"), (8, 8)),
)
"""Code and the (least, most) digits after it, for codes that belong to no place."""
_GEOGRAPHIC_LENGTHS = (7, 8)


class PhoneError(ValueError):
    """A text that is not a Korean telephone number."""

    def __init__(self, reason: str, value: str) -> None:
        super().__init__(f"expected a Korean telephone number, got {value[:80]!r} ({reason})")
        self.reason = reason
        """Kind of mistake: empty, not-a-number, too-short, too-long, unknown-area,
        unknown-exchange, odd-grouping, bad-ending, range-backwards or range-too-long."""


def group_digits(digits: str) -> tuple[str, ...]:
    """Return the digits in the groups that hyphens go between; raises PhoneError."""
    if not digits.startswith("0"):
        return _without_area(digits)
    for code, lengths in _SERVICES:
        if match := code.match(digits):
            return (match[0], *_subscriber(digits, match.end(), lengths))
    match = _GEOGRAPHIC.match(digits)
    if not match:
        raise PhoneError("unknown-area", digits)
    local = digits[match.end() :]
    if _SPECIAL.fullmatch(local):
        return match[0], local
    groups = _subscriber(digits, match.end(), _GEOGRAPHIC_LENGTHS)
    if local[0] in "01":  # exchanges start with 2 to 9
        raise PhoneError("unknown-exchange", digits)
    return (match[0], *groups)


def _subscriber(digits: str, start: int, lengths: tuple[int, int]) -> tuple[str, str]:
    """Split what follows the code into exchange and the last four digits."""
    local = digits[start:]
    _check_length(digits, len(local), lengths)
    return local[:-4], local[-4:]


def _without_area(digits: str) -> tuple[str, ...]:
    if _SPECIAL.fullmatch(digits):
        return (digits,)
    if _REPRESENTATIVE.match(digits):
        _check_length(digits, len(digits), (_REPRESENTATIVE_LENGTH, _REPRESENTATIVE_LENGTH))
        return digits[:4], digits[4:]
    raise PhoneError("too-short" if len(digits) < 7 else "unknown-area", digits)


def _check_length(digits: str, length: int, lengths: tuple[int, int]) -> None:
    least, most = lengths
    if length < least:
        raise PhoneError("too-short", digits)
    if length > most:
        raise PhoneError("too-long", digits)
