"""Every reference a record makes, found from the models' own annotations (`Refers`)."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin

from dure.records.model import Model, Refers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]


class Reference(NamedTuple):
    """One mention of another record: where it stands and what it names."""

    field: Path
    kind: str
    vocabulary: str
    id: str


class _Step(NamedTuple):
    """How to go on from one field: it holds ids, or models that hold ids."""

    name: str
    many: bool
    refers: Refers | None
    groups: frozenset[str]
    """What is named there or further down."""


def references(record: Model, group: str = "", above: Path = ()) -> Iterator[Reference]:
    """All references inside a record (or those to one group, see `Refers`), in field order."""
    for name, many, refers, groups in _steps(type(record)):
        value = getattr(record, name)
        if not value or (group and group not in groups):
            continue
        for index, item in enumerate(value) if many else ((None, value),):
            path = (*above, name) if index is None else (*above, name, index)
            if refers is not None:
                yield Reference(path, refers.kind, refers.vocabulary, item)
            else:
                yield from references(item, group, path)


def all_known(record: Model, known: Mapping[str, set[str]]) -> bool:
    """Whether everything a record names is among the ids known of its group."""
    for name, many, refers, _ in _steps(type(record)):
        value = getattr(record, name)
        if not value:
            continue
        values = value if many else (value,)
        if refers is None:
            for item in values:
                if not all_known(item, known):
                    return False
        elif not known[refers.group].issuperset(values):
            return False
    return True


def fields_naming(model: type[Model], group: str) -> tuple[str, ...]:
    """The fields of a kind's records in which ids of a group may stand, there or further down."""
    return tuple(step.name for step in _steps(model) if group in step.groups)


def groups_named(model: type[Model]) -> frozenset[str]:
    """The groups (see `Refers`) that records of a kind may name ids of."""
    return frozenset[str]().union(*(step.groups for step in _steps(model)))


@cache
def _steps(model: type[Model]) -> tuple[_Step, ...]:
    """The fields of a model that hold references, directly or further down."""
    fields = model.model_fields.items()
    return tuple(step for name, known in fields if (step := _step(name, known.hint)))


def _step(name: str, annotation: Any, *, many: bool = False) -> _Step | None:
    origin = get_origin(annotation)
    if origin is Annotated:
        base, *marks = get_args(annotation)
        refers = next((m for m in marks if isinstance(m, Refers)), None)
        if refers is None:
            return _step(name, base, many=many)
        return _Step(name, many, refers, frozenset({refers.group}))
    if origin in (Union, UnionType):
        inner = (_step(name, a, many=many) for a in get_args(annotation))
        return next((step for step in inner if step), None)
    if origin is tuple:
        return _step(name, get_args(annotation)[0], many=True)
    holds = isinstance(annotation, type) and issubclass(annotation, Model)
    below = _steps(annotation) if holds else ()
    return _Step(name, many, None, groups_named(annotation)) if below else None
