"""Every reference a record makes, found from the models' own annotations (`Refers`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from dure.records.base import Refers

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Reference:
    """One mention of another record: where it stands and what it names."""

    field: Path
    kind: str
    vocabulary: str
    id: str


@dataclass(frozen=True)
class _Step:
    """How to go on from one field: it holds ids, or models that hold ids."""

    name: str
    many: bool
    refers: Refers | None


def references(record: BaseModel, above: Path = ()) -> Iterator[Reference]:
    """All references inside a record, in field order."""
    for step in _steps(type(record)):
        value = getattr(record, step.name)
        if value is None:
            continue
        values = enumerate(value) if step.many else ((None, value),)
        for index, item in values:
            path = (*above, step.name) if index is None else (*above, step.name, index)
            if step.refers is not None:
                yield Reference(path, step.refers.kind, step.refers.vocabulary, item)
            else:
                yield from references(item, path)


@cache
def _steps(model: type[BaseModel]) -> tuple[_Step, ...]:
    """The fields of a model that hold references, directly or further down."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(step for name in model.model_fields if (step := _step(name, hints[name])))


def _step(name: str, annotation: Any, *, many: bool = False) -> _Step | None:
    origin = get_origin(annotation)
    if origin is Annotated:
        base, *marks = get_args(annotation)
        refers = next((m for m in marks if isinstance(m, Refers)), None)
        return _Step(name, many, refers) if refers else _step(name, base, many=many)
    if origin in (Union, UnionType):
        inner = (_step(name, a, many=many) for a in get_args(annotation))
        return next((step for step in inner if step), None)
    if origin is tuple:
        return _step(name, get_args(annotation)[0], many=True)
    holds = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return _Step(name, many, None) if holds and _steps(annotation) else None
