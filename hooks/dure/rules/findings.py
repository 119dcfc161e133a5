"""What a rule is and what it says: the finding, before it has a line and a column."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

from dure.catalogue import Linked
from dure.records import KINDS, Model
from dure.validation import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dure.load import Entry
    from dure.references import Path

R = TypeVar("R", bound=Model)


@dataclass(frozen=True)
class Finding:
    """A rule broken by one record; the place is looked up only when it is told."""

    entry: Entry
    field: Path
    key: str
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
    remedy: str = ""


Rule = Callable[[Linked], Iterator[Finding]]


def each(linked: Linked, model: type[R]) -> Iterator[tuple[Entry, R]]:
    """The records of one kind that are not known to be sound, with the files they stand in."""
    return (
        (entry, cast("R", entry.record))
        for entry in linked.entries
        if KINDS.get(entry.kind) is model and entry.path not in linked.sound
    )


def unknown(
    entry: Entry, field: Path, key: str, options: set[str], values: Mapping[str, str]
) -> Finding:
    """A finding about `values["id"]`, which is none of the options; proposes the nearest."""
    near = nearest(values["id"], options)
    remedy = "did_you_mean" if near else ""
    return Finding(entry, field, key, {**values, "near": near}, remedy)
