"""Telephone numbers as Korean documents print them: `032-625-2992~6`, `02-2600-6503, 6506`.

One printed entry may stand for many numbers. It is shown as printed, dialled one number at a time
(RFC 3966) and searched by the digits of each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dure.korean.numbering import PhoneError, group_digits
from dure.korean.widths import halfwidth

__all__ = ["Phone", "PhoneEntry", "PhoneError", "parse_phones", "search_forms"]

_MAX_LENGTH = 200
"""Characters; the longest printed entry known has 33."""
_MAX_RANGE = 20
"""Numbers; the longest printed range known has 7."""

_USUAL = re.compile("0[0-9]{1,3}-[0-9]{3,4}-[0-9]{4}")
"""How nearly all numbers are written; some that look so are grouped oddly."""
_SAME_SIGNS = str.maketrans("‐‑‒–—−∼〜", "------~~")
_BETWEEN_ITEMS = re.compile(r"[,/;·]")
_COUNTRY_CODE = re.compile(r"^\+82[-. ]*(?:\(0\)|0)?(?=[0-9])")
_AREA_IN_BRACKETS = re.compile(r"^\(?(0[0-9]{1,3})\) ?")
_NUMBER = re.compile(r"[0-9]+(?:[-. ]{1,3}[0-9]+)*")


@dataclass(frozen=True)
class Phone:
    """One number that can be dialled."""

    digits: str
    """All digits as dialled within Korea, e.g. 03180083428."""
    display: str
    """The same with hyphens, e.g. 031-8008-3428."""

    @property
    def tel(self) -> str:
        """The `tel:` link; numbers without area code cannot be dialled with +82 and stay short."""
        return f"tel:+82-{self.display[1:]}" if self.area else f"tel:{self.display}"

    @property
    def area(self) -> str:
        """The area or service code (031, 070, 010), '' for numbers that have none (1522-0561)."""
        return self.display.partition("-")[0] if self.digits.startswith("0") else ""


@dataclass(frozen=True)
class PhoneEntry:
    """One printed entry: the text to show and every number it stands for."""

    display: str
    phones: tuple[Phone, ...]


def parse_phones(text: str) -> PhoneEntry:
    """Return the entry with the numbers in printed order, each once.

    Raises PhoneError, with the kind of mistake in `reason`, if any part is not a Korean number.
    """
    if _USUAL.fullmatch(text):
        digits = text.replace("-", "")
        if "-".join(group_digits(digits)) == text:
            return PhoneEntry(text, (Phone(digits, text),))
    if len(text) > _MAX_LENGTH:
        raise PhoneError("too-long", text)
    plain = " ".join(halfwidth(text).translate(_SAME_SIGNS).split())
    if not plain:
        raise PhoneError("empty", text)
    entry = PhoneEntry("", ())
    for item in _BETWEEN_ITEMS.split(plain):
        entry = _with_item(entry, item.strip())
    return replace(entry, phones=tuple(dict.fromkeys(entry.phones)))


def search_forms(entry: PhoneEntry) -> tuple[str, ...]:
    """Return the digit strings people type: each number in full and without its area code."""
    full = {phone.digits for phone in entry.phones}
    local = {phone.digits.removeprefix(phone.area) for phone in entry.phones}
    return tuple(sorted(full | local))


def _with_item(entry: PhoneEntry, item: str) -> PhoneEntry:
    """Add the numbers of one item between commas, which may lean on the number before it."""
    start, is_range, end = (part.strip() for part in item.partition("~"))
    first, shown = _start(start, entry.phones[-1] if entry.phones else None)
    numbers = _range(first, end) if is_range else (first,)
    shown += f"~{end}" if is_range else ""
    display = f"{entry.display}, {shown}" if entry.display else shown
    return PhoneEntry(display, entry.phones + numbers)


def _start(text: str, before: Phone | None) -> tuple[Phone, str]:
    """Return the number and how it is shown: last digits that follow another number stay short."""
    if before and re.fullmatch("[0-9]{4}", text) and _last_group_length(before) == 4:
        return _with_ending(before, text), text
    if before and before.area and re.fullmatch("[2-9][0-9]{2,3}[-. ][0-9]{4}", text):
        text = f"{before.area}-{text}"
    phone = _phone(text)
    return phone, phone.display


def _range(first: Phone, end: str) -> tuple[Phone, ...]:
    """Return every number from the first to the one with this ending."""
    if not re.fullmatch("[0-9]{1,4}", end):
        raise PhoneError("bad-ending", end)
    low, high = int(first.digits[-len(end) :]), int(end)
    if high <= low:
        raise PhoneError("range-backwards", f"{first.display}~{end}")
    if high - low >= _MAX_RANGE:
        raise PhoneError("range-too-long", f"{first.display}~{end}")
    return tuple(_with_ending(first, f"{n:0{len(end)}}") for n in range(low, high + 1))


def _with_ending(phone: Phone, ending: str) -> Phone:
    """Return the number with its last digits replaced; they may not reach past its last hyphen."""
    if len(ending) > _last_group_length(phone):
        raise PhoneError("bad-ending", ending)
    return _phone(phone.digits[: -len(ending)] + ending)


def _last_group_length(phone: Phone) -> int:
    return len(phone.display.rpartition("-")[2])


def _phone(text: str) -> Phone:
    domestic = _AREA_IN_BRACKETS.sub(r"\1-", _COUNTRY_CODE.sub("0", text))
    if not _NUMBER.fullmatch(domestic):
        raise PhoneError("not-a-number", text)
    typed = re.split("[-. ]+", domestic)
    groups = group_digits("".join(typed))
    if not _breaks(typed) <= _breaks(groups):
        raise PhoneError("odd-grouping", text)
    return Phone("".join(groups), "-".join(groups))


def _breaks(groups: list[str] | tuple[str, ...]) -> set[int]:
    """Where the groups end, counted in digits: a typed hyphen elsewhere hides a typing error."""
    return {sum(map(len, groups[:i])) for i in range(1, len(groups))}
