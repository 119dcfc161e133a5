"""The plain YAML that nearly all records are written in, read some four times as fast.

One line holds `key: value`, `key:`, `- value` or `- key: value`; a value is plain or quoted text,
`{…}` or `[…]`; plain text may go on in deeper lines. Whatever is written in another way, right or
wrong, is left to the exact reader, which also tells places. What is read here is what that reads:
the tests compare the two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dure.suspect import is_clean

if TYPE_CHECKING:
    from collections.abc import Iterator

Value = str | list["Value"] | dict[str, "Value"]
_MAX_DEPTH = 12
_MAX_FLOW_DEPTH = 3
"""Together less than the exact reader allows; no record needs more."""
_MAX_LINES = 1 << 14
"""Known at a time: some 3 MB."""


class Elsewhere(Exception):
    """The text is not as plain as that."""


_Line = tuple[int, bool, str, Value | None, bool]
"""What one line says, wherever it stands: the spaces before it (-1 after the last line), whether
a dash comes next, the key, the value (None where it stands in the lines below), and whether this
is plain text, which may go on in the next line. A blank line says nothing: `()`."""


class _Token(NamedTuple):
    """A piece of what stands in brackets; one of the four is not empty."""

    mark: str
    key: str
    plain: str
    quoted: str


_FIRST = r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-(?=[0-9]))"
_PLAIN = _FIRST + r"[^:#]*+(?:(?::(?=[^ ])|(?<! )#)[^:#]*+)*"
_FLOW_PLAIN = _FIRST + r"[^:#,?\[\]{}]*+(?:(?::(?=[^ ,?\[\]{}])|(?<! )#)[^:#,?\[\]{}]*+)*"
_QUOTED = r"'[^']*+(?:''[^']*+)*'|\"[^\"\\]*+\""
_KEY = r"[A-Za-z][A-Za-z0-9_]{0,79}"
_LINE = re.compile(
    rf"( *)(?:#.*|(- )?(?:({_KEY}):(?: +|$))?(?:({_PLAIN})|({_QUOTED}) *|([\[{{].*[\]}}]) *)?)"
)
_TOKEN = re.compile(rf" *(?:([\[\]{{}},])|({_KEY}): +|({_FLOW_PLAIN})|({_QUOTED}) *(?=[,\]}}]))")
_NOTHING = _Token("", "", "", "")
_END: _Line = (-1, False, "", None, False)


def read_plain(text: str) -> dict[str, Value]:
    """The mapping a text holds; raises `Elsewhere` for what only the exact reader can judge.

    Its texts are clean, and none begins or ends with a blank. Parts of it may be shared with what
    was read before: it must not be changed.
    """
    flat = text.replace("\r\n", "\n")
    if not is_clean(flat):
        raise Elsewhere
    found = list(map(_LINES.__getitem__, flat.rstrip().split("\n")))
    lines = [*(found if all(found) else _told(found)), _END]
    indent, dash, *_ = lines[0]
    if indent or dash:
        raise Elsewhere
    pairs, at = _mapping(lines, 0, 0, 1)
    if at != len(lines) - 1:
        raise Elsewhere
    return pairs


def _told(lines: list[_Line | tuple[()]]) -> list[_Line]:
    """The lines that say something; no plain text goes on across what is left out."""
    told: list[_Line] = []
    for line in lines:
        if line:
            told.append(line)
        elif told:
            told[-1] = (*told[-1][:-1], False)
    return told


class _Lines(dict[str, "_Line | tuple[()]"]):
    """What lines say; records repeat many."""

    def __missing__(self, line: str) -> _Line | tuple[()]:
        if len(self) >= _MAX_LINES:
            self.clear()
        self[line] = said = _said(line)
        return said


_LINES = _Lines()


def _said(line: str) -> _Line | tuple[()]:
    """What a line says."""
    match = _LINE.fullmatch(line)
    if match is None:
        raise Elsewhere
    indent, dash, key, plain, quoted, flow = match.groups("")
    if plain:
        return len(indent), dash != "", key, plain.rstrip(), True
    value: Value | None = None
    if quoted:
        value = _unquoted(quoted)
    elif flow:
        value = _flow(flow)
    elif not key:
        if dash:
            raise Elsewhere
        return ()
    return len(indent), dash != "", key, value, False


def _unquoted(text: str) -> str:
    inside = text[1:-1]
    if inside != inside.strip():
        raise Elsewhere
    return inside.replace("''", "'") if text[0] == "'" else inside


def _mapping(lines: list[_Line], at: int, indent: int, depth: int) -> tuple[dict[str, Value], int]:
    """The pairs from line `at` on, and the line after them; the first may stand behind a dash."""
    if depth > _MAX_DEPTH:
        raise Elsewhere
    pairs: dict[str, Value] = {}
    _, dash, key, value, goes_on = lines[at]
    while True:
        if not key or key in pairs:
            raise Elsewhere
        at += 1
        level, dash, following, below, on = lines[at]
        if value is None:
            value, at = _below(lines, at, indent, depth)
            level, dash, following, below, on = lines[at]
        elif level > indent:
            value, at = _continued(lines, at, indent, value if goes_on else None)
            level, dash, following, below, on = lines[at]
        pairs[key] = value
        if level != indent or dash:
            return pairs, at
        key, value, goes_on = following, below, on


def _below(lines: list[_Line], at: int, indent: int, depth: int) -> tuple[Value, int]:
    """What a key without a value of its own holds; a list may stand as far left as its key."""
    level, dash, *_ = lines[at]
    if dash and level >= indent:
        return _sequence(lines, at, level, depth + 1)
    if level > indent:
        return _mapping(lines, at, level, depth + 1)
    return "", at


def _sequence(lines: list[_Line], at: int, indent: int, depth: int) -> tuple[list[Value], int]:
    """The items from line `at` on, and the line after them."""
    if depth > _MAX_DEPTH:
        raise Elsewhere
    values: list[Value] = []
    level, dash, key, value, goes_on = lines[at]
    while True:
        if key:
            value, at = _mapping(lines, at, indent + 2, depth + 1)
        else:
            assert value is not None  # a line with a dash alone is not plain
            at += 1
            if lines[at][0] > indent:
                value, at = _continued(lines, at, indent, value if goes_on else None)
        values.append(value)
        level, dash, key, value, goes_on = lines[at]
        if level != indent or not dash:
            return values, at


def _continued(lines: list[_Line], at: int, indent: int, value: Value | None) -> tuple[str, int]:
    """Plain text with the deeper lines it goes on in, joined by spaces."""
    if not isinstance(value, str):
        raise Elsewhere
    parts = [value]
    while lines[at][0] > indent:
        _, dash, key, more, goes_on = lines[at]
        if dash or key or not goes_on or not isinstance(more, str):
            raise Elsewhere
        parts.append(more)
        at += 1
    return " ".join(parts), at


def _flow(text: str) -> Value:
    """The list or mapping in brackets that stands on one line."""
    tokens: list[_Token] = []
    at = 0
    while match := _TOKEN.match(text, at):
        tokens.append(_Token(*match.groups("")))
        at = match.end()
    waiting = iter(tokens)
    value = _flow_value(waiting, 1)
    if at != len(text) or next(waiting, None) is not None:
        raise Elsewhere
    return value


def _flow_value(tokens: Iterator[_Token], depth: int) -> Value:
    token = next(tokens, _NOTHING)
    if token.plain:
        return token.plain.rstrip()
    if token.quoted:
        return _unquoted(token.quoted)
    if token.mark == "[" and depth <= _MAX_FLOW_DEPTH:
        return list(_flow_items(tokens, depth))
    if token.mark == "{" and depth <= _MAX_FLOW_DEPTH:
        return _flow_mapping(tokens, depth)
    raise Elsewhere


def _flow_items(tokens: Iterator[_Token], depth: int) -> Iterator[Value]:
    mark = ","
    while mark == ",":
        yield _flow_value(tokens, depth + 1)
        mark = next(tokens, _NOTHING).mark
    if mark != "]":
        raise Elsewhere


def _flow_mapping(tokens: Iterator[_Token], depth: int) -> dict[str, Value]:
    pairs: dict[str, Value] = {}
    mark = ","
    while mark == ",":
        key = next(tokens, _NOTHING).key
        if not key or key in pairs:
            raise Elsewhere
        pairs[key] = _flow_value(tokens, depth + 1)
        mark = next(tokens, _NOTHING).mark
    if mark != "}":
        raise Elsewhere
    return pairs
