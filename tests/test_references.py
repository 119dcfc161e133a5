"""References: found wherever the models mark an id as another record's."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_type_hints

import pytest

from dure.catalogue import target
from dure.records import KINDS, Program, Site
from dure.records.base import Id
from dure.records.model import Model, Refers
from dure.references import Reference, all_known, references
from tests import sample

if TYPE_CHECKING:
    from collections.abc import Iterator


class Inner(Model):
    """An optional reference."""

    office: Annotated[Id, Refers("centre")] | None = None


class Outer(Model):
    """An optional list of values."""

    inner: tuple[Inner, ...] | None = None


def _of(record: Model) -> list[tuple[tuple[str | int, ...], str, str]]:
    return [(r.field, f"{r.kind} {r.vocabulary}".strip(), r.id) for r in references(record)]


def test_references_of_a_small_record_are_found_in_field_order() -> None:
    """Ids, lists of ids, terms, and ids inside lists of values."""
    assert _of(sample.catalogue().programs["sample-loan"]) == [
        (("operators", 0), "centre", "bada-office"),
        (("supports", 0), "term supports", "loan"),
        (("regions", 0), "term regions", "gaon-bada"),
        (("source", 0, "document"), "document", "sample-plan-2019"),
    ]


@pytest.mark.parametrize(
    ("field", "kind", "record_id"),
    [
        (("contacts", 0, "office"), "centre", "gaon-centre"),
        (("benefits", 0, "kind"), "term supports", "grant"),
        (("benefits", 0, "amount", "per"), "term units", "person"),
        (("benefits", 1, "sessions", "unit"), "term units", "session"),
        (("budget", 0, "payer"), "term budget-sources", "total"),
        (("flows", 0, "phases", 2, "kind"), "term phases", "selection"),
        (("spaces", 0, "occupant"), "enterprise", "sample-dure"),
        (("spaces", 0, "rents", 0, "unit"), "term units", "won"),
        (("results", 0, "selected", 0, "partners", 0), "enterprise", "sample-bada"),
        (("results", 0, "selected", 0, "partner_bodies", 0), "centre", "bada-office"),
    ],
)
def test_references_deep_inside_are_found(
    field: tuple[str | int, ...], kind: str, record_id: str
) -> None:
    """However deep a value stands, its place is told exactly."""
    assert (field, kind, record_id) in _of(sample.catalogue().programs["sample-growth"])


def test_what_is_absent_refers_to_nothing() -> None:
    """Optional references that are not given are not there."""
    found = {r.field[0] for r in references(sample.catalogue().programs["sample-loan"])}
    assert not found & {"parent", "contacts", "related", "entrusted_to"}


def test_section_and_phone_handles_are_no_references() -> None:
    """They are ids within another record; rules look after them."""
    program = sample.catalogue().programs["sample-growth"]
    assert not {"section", "phones"} & {str(r.field[-1]) for r in references(program)}


def test_a_reference_in_an_optional_list_of_values_is_found() -> None:
    """The walk follows unions, tuples and models in any nesting."""
    outer = Outer(inner=(Inner(), Inner(office="a")))
    assert list(references(outer)) == [Reference(("inner", 1, "office"), "centre", "", "a")]


def _marks(annotation: Any) -> Iterator[Refers]:
    for part in getattr(annotation, "__metadata__", ()):
        if isinstance(part, Refers):
            yield part
    for part in get_args(annotation):
        yield from _marks(part)


def _models(model: type[Model]) -> Iterator[type[Model]]:
    yield model
    for hint in get_type_hints(model, include_extras=True).values():
        for part in _classes(hint):
            yield from _models(part)


def _classes(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for part in get_args(annotation):
        yield from _classes(part)


@pytest.mark.parametrize("model", [*KINDS.values(), Site])
def test_every_mark_names_a_kind_or_a_vocabulary(model: type[Model]) -> None:
    """`Refers("term", …)` names its vocabulary, all others a kind of record."""
    for inner in _models(model):
        for hint in get_type_hints(inner, include_extras=True).values():
            for mark in _marks(hint):
                assert mark.kind in {*KINDS, "term"}
                assert bool(mark.vocabulary) == (mark.kind == "term")
                assert not mark.vocabulary or mark.vocabulary in sample.catalogue().terms


@pytest.mark.parametrize("record", [e.record for e in sample.catalogue().entries])
def test_a_record_is_known_where_each_of_its_references_is(record: Model) -> None:
    """The quick answer is the same as looking at them one by one."""
    known: dict[str, set[str]] = defaultdict(set)
    named = [(target(reference)[0], reference.id) for reference in references(record)]
    for group, record_id in named:
        assert not all_known(record, known)
        known[group].add(record_id)
    assert all_known(record, known)


@pytest.mark.parametrize("group", ["centre", "term:regions", "program", "nothing"])
def test_references_to_one_group_are_found_alone(group: str) -> None:
    """In the same order as among all others."""
    for entry in sample.catalogue().entries:
        found = [r for r in references(entry.record) if target(r)[0] == group]
        assert list(references(entry.record, group)) == found


def test_every_kind_of_reference_of_a_program_stands_in_the_sample() -> None:
    """The sample uses what the model offers; else the tests above would prove little."""
    program = sample.catalogue().programs
    found = {str(r.field[0]) for p in program.values() for r in references(p)}
    marked = {
        name
        for name, hint in get_type_hints(Program, include_extras=True).items()
        if any(True for _ in _marks(hint))
        or any(True for m in _classes(hint) for h in _models(m)
               for x in get_type_hints(h, include_extras=True).values() for _ in _marks(x))
    }  # fmt: skip
    assert found == marked
