"""From what a file says to a record: quickly where all is well, else with every problem told.

msgspec makes a record of sound values at once, and stops at the first thing it does not like. Then
the values are gone through field by field, which finds all that is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
)

from msgspec import Meta, ValidationError, convert
from msgspec.json import Decoder, encode

from dure.korean.periods import Day, Period
from dure.korean.phones import PhoneEntry
from dure.records.base import ID_PATTERN, WEB_PATTERN, Clean
from dure.records.model import Model, Reads, Refused, from_text, within
from dure.records.values import iso, iso_period
from dure.suspect import is_clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

R = TypeVar("R", bound=Model)
V = TypeVar("V")
Place = tuple[int | str, ...]

_PATTERN_KEYS = {ID_PATTERN: "bad_id", WEB_PATTERN: "bad_web"}
_WRITTEN: Mapping[type, Callable[[Any], str]] = {
    Day: iso,
    Period: iso_period,
    PhoneEntry: attrgetter("display"),
    Decimal: str,
}


@dataclass(frozen=True)
class Wrong:
    """A rule that a value breaks, and where in the record."""

    place: Place
    key: str
    value: object = ""
    values: Mapping[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    """Words that may stand there."""
    optional: bool = False
    """Whether the field may be left out."""


class Unsound(ValueError):
    """Values that make no record: everything that is wrong with them."""

    def __init__(self, found: tuple[Wrong, ...]) -> None:
        super().__init__("; ".join(f"{wrong.place}: {wrong.key}" for wrong in found))
        self.found = found


def read(model: type[R], values: dict[str, Any]) -> tuple[R, bytes]:
    """The record that values make, and they themselves as `made` reads them; raises `Unsound`."""
    if said := as_json(values):
        try:
            return made(model, said), said
        except ValidationError:
            pass
    record = valid(model, values)
    return record, encode(plain(record))


_BLANK = re.compile(r'(?<!\\)"\s|\s"|\\[^"\\]')
"""A text in JSON that begins or ends with a blank, or holds what JSON writes as an escape."""


def as_json(values: dict[str, Any]) -> bytes | None:
    """Values as `made` reads them; nothing where a text must be changed or refused."""
    said = encode(values)
    text = said.decode()
    return said if is_clean(text) and not _BLANK.search(text) else None


def made(model: type[R], said: bytes) -> R:
    """The record of values that were found good before."""
    return cast("R", _decoder(model).decode(said))


@cache
def _decoder(model: Any) -> Decoder[Any]:
    return Decoder(model, dec_hook=from_text)


def valid(hint: type[V], value: object) -> V:
    """The value that plain values make, by a model or another type; raises `Unsound`."""
    reader = _Reader()
    found = reader.value(hint, value, ())
    if reader.wrong:
        raise Unsound(tuple(reader.wrong))
    return cast("V", found)


class _Reader:
    """Reads values by their types, and goes on where one is wrong."""

    def __init__(self) -> None:
        self.wrong: list[Wrong] = []

    def value(self, hint: Any, value: object, place: Place, *, optional: bool = False) -> object:
        """What a value means; nothing where it is wrong, which is noted."""
        try:
            return self._read(hint, value, place)
        except Refused as refused:
            key = "too_short" if value == "" else refused.key
            told = (refused.values, refused.options, optional)
            self.wrong.append(Wrong(place, key, value, *told))
            return None

    def _read(self, hint: Any, value: object, place: Place) -> object:
        kind, marks = _opened(hint)
        if isinstance(kind, type) and issubclass(kind, Model):
            return self._record(kind, value, place)
        if get_origin(kind) is tuple:
            return self._items(get_args(kind), value, place, marks)
        return _single(kind, marks, value)

    def _record(self, model: type[Model], value: object, place: Place) -> Model | None:
        if not isinstance(value, dict):
            raise Refused("expected_mapping")
        before = len(self.wrong)
        fields = model.model_fields
        for name in value:
            if name not in fields:
                self.wrong.append(Wrong((*place, name), "unknown_field", options=tuple(fields)))
        read = {}
        for name, known in fields.items():
            if name in value:
                optional = not known.required
                read[name] = self.value(
                    known.limited, value[name], (*place, name), optional=optional
                )
            elif known.required:
                self.wrong.append(Wrong((*place, name), "missing"))
        return model(**read) if len(self.wrong) == before else None

    def _items(
        self, kinds: tuple[Any, ...], value: object, place: Place, marks: tuple[object, ...]
    ) -> tuple[object, ...]:
        if not isinstance(value, list | tuple):
            raise Refused("expected_list")
        if kinds[-1] is ...:
            kinds = kinds[:1] * len(value)
            for limits in _limits(marks):
                if len(value) < (limits.min_length or 0):
                    raise Refused("too_short")
        if len(value) > len(kinds):
            raise Refused("too_many", limit=str(len(kinds)))
        self.wrong += (Wrong((*place, at), "missing") for at in range(len(value), len(kinds)))
        pairs = enumerate(zip(kinds, value, strict=False))
        return tuple(self.value(kind, item, (*place, at)) for at, (kind, item) in pairs)


def _opened(hint: Any) -> tuple[Any, tuple[object, ...]]:
    """A type without its marks and without what stands for a missing field, and the marks."""
    marks: tuple[object, ...] = ()
    while True:
        if get_origin(hint) is Annotated:
            hint, *more = get_args(hint)
            marks += tuple(more)
        elif get_origin(hint) in (Union, UnionType):
            (hint,) = (part for part in get_args(hint) if part is not NoneType)
        else:
            return hint, marks


def _limits(marks: tuple[object, ...]) -> Iterator[Meta]:
    return (mark for mark in marks if isinstance(mark, Meta))


def _single(kind: Any, marks: tuple[object, ...], value: object) -> object:
    """A value that holds no others; raises `Refused`."""
    for mark in marks:
        if isinstance(mark, Reads):
            found = mark.read(value)
            for limits in _limits(marks):
                within(found, limits)
            return found
    if kind is str:
        return _text(value, marks)
    if get_origin(kind) is Literal:
        return _choice(value, get_args(kind))
    try:
        return convert(value, kind)
    except ValidationError as error:
        raise Refused("wrong_value", why=str(error)) from error


def _choice(value: object, options: tuple[str, ...]) -> object:
    if value in options:
        return value
    raise Refused("expected_one_of", options)


def _text(value: object, marks: tuple[object, ...]) -> str:
    if not isinstance(value, str):
        raise Refused("expected_text")
    clean = next((mark for mark in marks if isinstance(mark, Clean)), None)
    text = value.strip() if clean else value
    for limits in _limits(marks):
        if len(text) < (limits.min_length or 0):
            raise Refused("too_short")
        if limits.max_length is not None and len(text) > limits.max_length:
            raise Refused("too_long", limit=str(limits.max_length))
        if limits.pattern and not re.fullmatch(limits.pattern, text):
            raise Refused(_PATTERN_KEYS.get(limits.pattern, "bad_url"))
    return clean(text) if clean else text


def plain(value: object) -> Any:
    """A record as JSON can hold it, without what it says by saying nothing."""
    if isinstance(value, Model):
        fields = type(value).model_fields.items()
        pairs = ((name, getattr(value, name), known.default) for name, known in fields)
        return {name: plain(inner) for name, inner, default in pairs if inner != default}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    write = _WRITTEN.get(type(value))
    return write(value) if write else value
