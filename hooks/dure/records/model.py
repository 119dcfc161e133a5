"""How a record is said: fields with words in both languages, limits, and texts that are values.

A model is a frozen msgspec `Struct`: such values are small and quickly made. All that is to be
known of a field stands in the class body; what reads records, tells problems and follows
references learns it there.
"""

from __future__ import annotations

import operator
from abc import ABCMeta
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from types import UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from msgspec import NODEFAULT, Meta, Struct, StructMeta
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_BOUNDS = (
    ("ge", "≥", operator.ge, "minimum"),
    ("gt", ">", operator.gt, "exclusiveMinimum"),
    ("le", "≤", operator.le, "maximum"),
)
"""A limit of numbers: its name, its sign, its rule and what JSON Schema calls it."""


class Refused(ValueError):
    """A value breaks a rule: the key of the message in `messages/problems.yml`, and its values.

    `options` are the words that may stand in its place.
    """

    def __init__(self, key: str, options: tuple[str, ...] = (), **values: str) -> None:
        super().__init__(key)
        self.key, self.options, self.values = key, options, values


@dataclass(frozen=True)
class Refers:
    """Marks a field as the id of another record: `kind`, and for terms the vocabulary."""

    kind: str
    vocabulary: str = ""

    @cached_property
    def group(self) -> str:
        """What ids are looked up in: `centre`, or for terms `term:regions`."""
        return f"term:{self.vocabulary}" if self.kind == "term" else self.kind


@dataclass(frozen=True)
class Reads:
    """Marks a type whose values files write as texts: `read` makes them or raises `Refused`."""

    read: Callable[[object], object]
    schema: dict[str, object] = field(hash=False)
    """What JSON Schema knows of such a text."""


class Field(Struct, frozen=True):
    """What a model says of one of its fields."""

    titles: Mapping[str, str]
    """By language; the texts too."""
    texts: Mapping[str, str]
    default: Any
    """`NODEFAULT` where there is no record without it."""
    limits: Meta = Meta()
    hint: Any = None
    """Its type, but for the limits."""

    @property
    def limited(self) -> Any:
        """Its type and limits."""
        return Annotated[self.hint, self.limits]

    @property
    def required(self) -> bool:
        """Whether there is no record without it."""
        return self.default is NODEFAULT


def said(ko: str, en: str, default: Any = NODEFAULT, **limits: Any) -> Any:
    """A field with its title and description in Korean and English, each written "title: text"."""
    titles = {"ko": ko.partition(": ")[0], "en": en.partition(": ")[0]}
    texts = {"ko": ko.partition(": ")[2], "en": en.partition(": ")[2]}
    return Field(titles, texts, default, Meta(**limits))


def within(value: Any, limits: Meta) -> Any:
    """A number, unless it breaks a bound: then raises `Refused`."""
    for name, sign, holds, _ in _BOUNDS:
        bound = getattr(limits, name)
        if bound is not None and not holds(value, bound):
            raise Refused("out_of_range", limit=f"{sign} {bound}")
    return value


@dataclass_transform(kw_only_default=True, frozen_default=True)
class _ModelMeta(StructMeta):
    """Makes the class msgspec reads from a class body whose fields are `said`."""

    model_fields: Mapping[str, Field]

    def __new__(
        cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any
    ) -> _ModelMeta:
        told = {key: value for key, value in namespace.items() if isinstance(value, Field)}
        for key, value in told.items():
            del namespace[key]
            if not value.required:
                namespace[key] = value.default
        made = super().__new__(cls, name, bases, namespace, kw_only=True, **options)
        hints = get_type_hints(made, include_extras=True)
        fields = {
            key: told.get(key) or Field({}, {}, namespace.get(key, NODEFAULT))
            for key in made.__struct_fields__
        }
        made.__annotations__ = {key: _native(hints[key], known) for key, known in fields.items()}
        made.model_fields = {key: replace(known, hint=hints[key]) for key, known in fields.items()}
        return made


class Model(
    Struct,
    metaclass=_ModelMeta,
    frozen=True,
    forbid_unknown_fields=True,
    gc=False,
):
    """A value read from a data file: it never changes, and a key nobody knows is a problem."""


def _native(hint: Any, known: Field) -> Any:
    """What msgspec is told of a field: it knows lengths and patterns, the rest is left to us."""
    limits = known.limits
    bounds = ((key, getattr(limits, name)) for name, *_, key in _BOUNDS)
    told = Meta(
        title=known.titles.get("en"),
        description=known.texts.get("en"),
        min_length=limits.min_length,
        extra_json_schema={
            "x-title": known.titles,
            "x-description": known.texts,
            **{key: bound for key, bound in bounds if bound is not None},
        },
    )
    return Annotated[_replaced(hint, limits), told]


def _replaced(hint: Any, limits: Meta) -> Any:
    """A type with a class of its own for each value that we make of a text."""
    kind, parts = get_origin(hint), get_args(hint)
    if kind is Annotated:
        reads = next((mark for mark in parts[1:] if isinstance(mark, Reads)), None)
        if reads is None:
            inside = _replaced(parts[0], limits)
            return hint if inside is parts[0] else Annotated[(inside, *parts[1:])]
        return Annotated[_stand_in(reads, parts[0], limits), Meta(extra_json_schema=reads.schema)]
    if kind in (Union, UnionType):
        return Union[tuple(_replaced(part, limits) for part in parts)]  # noqa: UP007 - of any number
    if kind is tuple:
        items: Any = tuple(_replaced(part, limits) for part in parts)
        return tuple[items]
    return hint


@cache
def _stand_in(reads: Reads, kind: Any, limits: Meta) -> ABCMeta:
    """A class unknown to msgspec, which asks `from_text` for it, and takes `kind` for its own.

    Records repeat many texts, so what was read lately is known.
    """

    def read(value: object) -> object:
        return within(reads.read(value), limits)

    again = lru_cache(maxsize=1 << 10)(read)
    made = ABCMeta("FromText", (), {"read": staticmethod(read), "again": staticmethod(again)})
    for part in get_args(kind) or (kind,):
        made.register(part)
    return made


def from_text(kind: Any, value: object) -> object:
    """The value that a text of a file stands for, where msgspec asks for one (`dec_hook`)."""
    return kind.again(value) if isinstance(value, str) else kind.read(value)
