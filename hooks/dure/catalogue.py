"""All records linked: lookups by id and term, and references followed both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from dure.records import KINDS, Model, Site
from dure.references import fields_naming, references

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dure.load import Entry, LoadedData
    from dure.records import (
        Booklet,
        Centre,
        Document,
        Enterprise,
        Indicator,
        Program,
        Term,
        Vocabulary,
    )
    from dure.references import Reference

R = TypeVar("R", bound=Model)
WITH_PAGES = ("program", "enterprise", "centre")
"""Kinds of which each record has a page."""
FORMER_IDS = "former_ids"
_MODELS: Mapping[str, type[Model]] = {**KINDS, "site": Site}


class Mention(NamedTuple):
    """The id of a record that refers to another, and the field it does so in."""

    by: str
    field: str


class Records(Mapping[str, R]):
    """Records of one kind by id, each made when it is first looked at."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {entry.id: entry for entry in entries}

    def __getitem__(self, record_id: str) -> R:
        return cast("R", self._entries[record_id].record)

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


@dataclass(frozen=True)
class Linked:
    """Records by kind and id, whether or not all is well with them; nothing in it changes."""

    entries: tuple[Entry, ...]
    sound: frozenset[str] = field(default=frozenset(), kw_only=True)
    """Paths of entries that no rule need look at again, see `check`."""

    @cached_property
    def programs(self) -> Mapping[str, Program]:
        """Programs by id."""
        return Records(self._entries.get("program", ()))

    @cached_property
    def enterprises(self) -> Mapping[str, Enterprise]:
        """Enterprises by id."""
        return Records(self._entries.get("enterprise", ()))

    @cached_property
    def centres(self) -> Mapping[str, Centre]:
        """Offices of every kind by id."""
        return Records(self._entries.get("centre", ()))

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Source documents by id."""
        return Records(self._entries.get("document", ()))

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """Tables of figures by id."""
        return Records(self._entries.get("indicator", ()))

    @cached_property
    def vocabularies(self) -> Mapping[str, Vocabulary]:
        """Vocabularies by id."""
        return Records(self._entries.get("vocabulary", ()))

    @cached_property
    def booklets(self) -> Mapping[str, Booklet]:
        """Printed works by id."""
        return Records(self._entries.get("booklet", ()))

    @cached_property
    def terms(self) -> Mapping[str, Mapping[str, Term]]:
        """Vocabulary → term id → term, in the vocabulary's order."""
        return {
            name: {term.id: term for term in vocabulary.terms}
            for name, vocabulary in self.vocabularies.items()
        }

    @cached_property
    def former(self) -> Mapping[str, Mapping[str, str]]:
        """Kind → an id from before a record was renamed → the id it has now."""
        found: dict[str, dict[str, str]] = {kind: {} for kind in WITH_PAGES}
        for entry in self.entries:
            if entry.kind in found and entry.may_say(FORMER_IDS):
                found[entry.kind] |= dict.fromkeys(getattr(entry.record, FORMER_IDS), entry.id)
        return found

    def term(self, vocabulary: str, term_id: str) -> Term:
        """The term of a vocabulary; raises `KeyError` where there is none."""
        return self.terms[vocabulary][term_id]

    def within(self, region: str) -> frozenset[str]:
        """A region and all regions below it."""
        below = {region}
        terms = self.terms.get("regions", {}).values()
        while more := {t.id for t in terms if t.parent in below} - below:
            below |= more
        return frozenset(below)

    def above(self, region: str) -> tuple[str, ...]:
        """A region and the wider regions it lies in, narrowest first."""
        return chain_of(region, self._wider) if region in self._wider else ()

    @cached_property
    def _wider(self) -> Mapping[str, str | None]:
        return {term_id: term.parent for term_id, term in self.terms.get("regions", {}).items()}

    def mentioned_by(self, kind: str, record_id: str, by: str, *fields: str) -> tuple[str, ...]:
        """Ids of records of kind `by` that refer to this one (in one of `fields`, if given).

        The kind of a term is `term:` and its vocabulary.
        """
        found = self._mentions(kind, by).get(record_id, ())
        return tuple(dict.fromkeys(m.by for m in found if not fields or m.field in fields))

    def with_field(self, kind: str, *fields: str) -> Iterator[Entry]:
        """Entries of a kind but for those that surely have none of these fields."""
        for entry in self._entries.get(kind, ()):
            if any(map(entry.may_say, fields)):
                yield entry

    def _mentions(self, kind: str, by: str) -> Mapping[str, list[Mention]]:
        """Who refers to a record of one kind: id → mentions; looked for once, when asked."""
        if (kind, by) not in self._found:
            found: dict[str, list[Mention]] = defaultdict(list)
            for entry in self.with_field(by, *fields_naming(_MODELS[by], kind)):
                for reference in references(entry.record, kind):
                    found[reference.id].append(Mention(entry.id, str(reference.field[0])))
            self._found[kind, by] = dict(found)
        return self._found[kind, by]

    @cached_property
    def _found(self) -> dict[tuple[str, str], Mapping[str, list[Mention]]]:
        return {}

    @cached_property
    def _entries(self) -> Mapping[str, list[Entry]]:
        """Entries by kind."""
        kinds: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            kinds[entry.kind].append(entry)
        return dict(kinds)

    def children(self, program_id: str) -> tuple[str, ...]:
        """Sub-programs of a program, in id order."""
        return self.mentioned_by("program", program_id, "program", "parent")


@dataclass(frozen=True)
class Catalogue(Linked):
    """Every record of a data folder, with the site's settings."""

    site: Site


def chain_of(start: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    """`start`, its parent, its parent's parent …, as far as they are known and each once."""
    chain = [start]
    above = parents.get(start)
    while above is not None and above in parents and above not in chain:
        chain.append(above)
        above = parents.get(above)
    return tuple(chain)


def target(reference: Reference) -> tuple[str, str]:
    """The key of what a reference names."""
    if reference.kind == "term":
        return (f"term:{reference.vocabulary}", reference.id)
    return (reference.kind, reference.id)


def link(loaded: LoadedData) -> Catalogue:
    """The catalogue of loaded data; `site` must have been read."""
    if loaded.site is None:
        raise ValueError("data without site settings cannot be linked")
    return Catalogue(loaded.entries, loaded.site)


def by_kind(entries: Iterable[Entry]) -> Iterator[tuple[str, int]]:
    """How many records there are of each kind, for the last line of `dure check`."""
    counts: dict[str, int] = defaultdict(int)
    for entry in entries:
        counts[entry.kind] += 1
    yield from sorted(counts.items())
