"""YAML as data offices write it: every scalar is text; the unsafe and the ambiguous are refused.

YAML 1.1 would turn `0110` into 72 and `no` into false, and let a second key win silently; so
nothing is guessed here and types come from the models.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml

from dure.yaml_plain import Elsewhere, read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dure.yaml_plain import Value

MAX_BYTES = 1 << 20
MAX_DEPTH = 20

_BAD_CHARACTER = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]|\r(?!\n)"
)
"""What YAML forbids, and the line breaks that editors and YAML count differently."""


@dataclass(frozen=True)
class Position:
    """A place in a file; lines and columns count from 1."""

    line: int = 1
    column: int = 1


@dataclass(eq=False)
class Unreadable(Exception):
    """The text is not YAML we read: which message, where, and the remedy if there is one."""

    key: str
    position: Position = field(default_factory=Position)
    values: Mapping[str, str] = field(default_factory=dict)
    remedy: str = ""


def decode(raw: bytes) -> str:
    """Bytes of a data file as text; raises `Unreadable` for what is not plain UTF-8."""
    if len(raw) > MAX_BYTES:
        raise Unreadable("too_large", values={"size": str(len(raw))})
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("byte_order_mark", remedy="save_without_bom")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(_encoding(raw), _at(raw, error.start), remedy="save_as_utf8") from error
    if not text.strip():
        raise Unreadable("empty_file")
    if (tab := text.find("\t")) >= 0:
        raise Unreadable("tab", _in(text, tab), remedy="use_spaces")
    return text


def _encoding(raw: bytes) -> str:
    try:
        raw.decode("cp949")
    except UnicodeDecodeError:
        return "not_utf8"
    return "cp949"


def _at(raw: bytes, offset: int) -> Position:
    """The place of the first byte that is not UTF-8, counted in characters."""
    before = raw[:offset].decode("utf-8")
    return _in(before, len(before))


def _in(text: str, offset: int) -> Position:
    before = text[:offset]
    return Position(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def read_yaml(text: str) -> Value:
    """The one document in `text`, scalars as text; raises `Unreadable` with the place.

    Parts of it may be shared with other documents: it must not be changed.
    """
    try:
        return read_plain(text)
    except Elsewhere:
        return read_exactly(text)


def read_exactly(text: str) -> Value:
    """The same for all YAML we take, and the place of what we do not."""
    if bad := _BAD_CHARACTER.search(text):
        code = f"U+{ord(bad[0]):04X}"
        raise Unreadable("bad_character", _in(text, bad.start()), {"code": code})
    try:
        return _document(iter(yaml.CBaseLoader(text).get_event, None))
    except yaml.MarkedYAMLError as error:
        why = str(error.problem or error.context)
        remedy = "quote_colon" if why.startswith("mapping values") else ""
        place = _mark(error.problem_mark or error.context_mark)
        raise Unreadable("yaml", place, {"why": why}, remedy) from error


def _mark(mark: Any) -> Position:
    return Position(mark.line + 1, mark.column + 1) if mark else Position()


def _document(events: Iterator[Any]) -> Value:
    value: Value | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and value is not None:
            raise Unreadable("two_documents", _mark(event.start_mark))
        if isinstance(event, yaml.NodeEvent):
            value = _value(event, events, 1)
    if value in (None, ""):
        raise Unreadable("empty_file")
    return value


def _value(event: Any, events: Iterator[Any], depth: int) -> Value:
    kind = type(event)
    if kind is yaml.AliasEvent or event.anchor:
        raise Unreadable("anchor", _mark(event.start_mark), remedy="write_out")
    if event.tag and event.tag != "!":
        raise Unreadable("tag", _mark(event.start_mark), {"name": event.tag})
    if kind is yaml.ScalarEvent:
        return str(event.value)
    if depth > MAX_DEPTH:
        raise Unreadable("too_deep", _mark(event.start_mark))
    return _sequence(events, depth) if kind is yaml.SequenceStartEvent else _mapping(events, depth)


def _sequence(events: Iterator[Any], depth: int) -> list[Value]:
    values: list[Value] = []
    while type(item := next(events)) is not yaml.SequenceEndEvent:
        values.append(_value(item, events, depth + 1))
    return values


def _mapping(events: Iterator[Any], depth: int) -> dict[str, Value]:
    pairs: dict[str, Value] = {}
    marks: dict[str, Any] = {}
    while type(key := next(events)) is not yaml.MappingEndEvent:
        if type(key) is not yaml.ScalarEvent:
            raise Unreadable("complex_key", _mark(key.start_mark))
        name = str(_value(key, events, depth))
        if name in pairs:
            values = {"name": name, "line": str(_mark(marks[name]).line)}
            raise Unreadable("duplicate_key", _mark(key.start_mark), values)
        marks[name] = key.start_mark
        pairs[name] = _value(next(events), events, depth + 1)
    return pairs


def locate(text: str, path: tuple[str | int, ...], *, key: bool = False) -> Position:
    """Where a field's value (with `key`, its name) stands, else the nearest thing above it.

    A text that can no longer be read as YAML has only its beginning.
    """
    node = _composed(text)
    if node is None:
        return Position()
    mark = node.start_mark
    for depth, part in enumerate(path):
        name, child = _child(node, part)
        if child is None:
            return _mark(mark)
        last = depth == len(path) - 1
        mark = name.start_mark if key and last and name is not None else child.start_mark
        node = child
    return _mark(mark)


@lru_cache(maxsize=2)
def _composed(text: str) -> Any:
    """The tree of a text; kept, because a file with one problem often has a hundred."""
    try:
        return yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return None


def _child(node: Any, part: str | int) -> tuple[Any, Any]:
    if isinstance(node, yaml.MappingNode):
        pairs = ((k, v) for k, v in node.value if k.value == str(part))
        return next(pairs, (None, None))
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return None, node.value[part]
    return None, None
