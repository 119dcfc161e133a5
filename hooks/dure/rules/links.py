"""Rules about what records call each other: references, addresses, handles, parents."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dure.catalogue import FORMER_IDS, WITH_PAGES, chain_of, target
from dure.records import (
    FOLDERS,
    Centre,
    Document,
    Enterprise,
    Indicator,
    Program,
    Vocabulary,
)
from dure.references import all_known, references
from dure.rules.findings import Finding, each, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dure.catalogue import Linked
    from dure.load import Entry

_FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}
_HANDLES = (
    ("terms", Vocabulary),
    ("sections", Document),
    ("phones", Centre),
    ("phones", Enterprise),
    ("products", Enterprise),
    ("rows", Indicator),
    ("columns", Indicator),
)


def references_exist(linked: Linked) -> Iterator[Finding]:
    """What a record refers to exists."""
    known = known_ids(linked)
    for entry in linked.entries:
        if entry.path in linked.sound or all_known(entry.record, known):
            continue
        for ref in references(entry.record):
            group, _ = target(ref)
            if ref.id not in known[group]:
                key = "no_such_term" if ref.kind == "term" else "no_such_record"
                values = {"kind": ref.kind, "id": ref.id, "vocabulary": ref.vocabulary}
                if now := linked.former.get(ref.kind, {}).get(ref.id):
                    yield Finding(entry, ref.field, key, values | {"near": now}, "did_you_mean")
                else:
                    yield unknown(entry, ref.field, key, known[group], values)


def known_ids(linked: Linked) -> dict[str, set[str]]:
    """Every id that a record may name, by group (see `Refers`)."""
    known: dict[str, set[str]] = defaultdict(set)
    for entry in linked.entries:
        known[entry.kind].add(entry.id)
    for name, terms in linked.terms.items():
        known[f"term:{name}"] = set(terms)
    return known


def addresses_are_unique(linked: Linked) -> Iterator[Finding]:
    """No two records of a kind share an id, and so an address, whatever folders they lie in."""
    seen: dict[tuple[str, str], Entry] = {}
    for entry in linked.entries:
        first = seen.setdefault((entry.kind, entry.id), entry)
        if first is not entry:
            url = f"/{_FOLDER_OF[entry.kind]}/{entry.id}/"
            yield Finding(entry, (), "same_url", {"url": url, "other": first.path}, "rename_one")


def former_ids_are_free(linked: Linked) -> Iterator[Finding]:
    """An id that a record had is no other's, nor was it; else its address led to either."""
    if not any(linked.former.values()):
        return
    known = known_ids(linked)
    had: dict[tuple[str, str], Entry] = {}
    for entry in linked.entries:
        if entry.kind not in WITH_PAGES or not entry.may_say(FORMER_IDS):
            continue
        for index, old in enumerate(getattr(entry.record, FORMER_IDS)):
            first = had.setdefault((entry.kind, old), entry)
            if old in known[entry.kind] or first is not entry:
                url = f"/{_FOLDER_OF[entry.kind]}/{old}/"
                yield Finding(entry, (FORMER_IDS, index), "address_in_use", {"url": url})


def handles_are_unique(linked: Linked) -> Iterator[Finding]:
    """Ids inside one record (terms, phone lines, products, rows) differ."""
    for name, model in _HANDLES:
        for entry, record in each(linked, model):
            items = getattr(record, name)
            if len(items) == len({item.id for item in items}):
                continue
            ids = [item.id for item in items]
            for index, handle in enumerate(ids):
                if handle in ids[:index]:
                    yield Finding(entry, (name, index, "id"), "same_id", {"id": handle})


def sections_belong_to_the_document(linked: Linked) -> Iterator[Finding]:
    """A program's section is one of its first source document's."""
    for entry, program in each(linked, Program):
        name = program.source[0].document
        document = linked.documents.get(name)
        if program.section is None or document is None:
            continue
        ids = {section.id for section in document.sections}
        if program.section not in ids:
            values = {"document": name, "id": program.section}
            yield unknown(entry, ("section",), "no_such_section", ids, values)


def parents_end_somewhere(linked: Linked) -> Iterator[Finding]:
    """No program or office is its own ancestor."""
    yield from _cycles(linked, Program, {i: p.parent for i, p in linked.programs.items()})
    yield from _cycles(linked, Centre, {i: c.parent for i, c in linked.centres.items()})


def _cycles(
    linked: Linked, model: type[Program | Centre], parents: Mapping[str, str | None]
) -> Iterator[Finding]:
    for entry, _ in each(linked, model):
        if (circle := _circle(entry.id, parents)) is not None:
            yield Finding(entry, ("parent",), "parent_cycle", {"chain": circle})


def _circle(start: str, parents: Mapping[str, str | None]) -> str | None:
    """`a → b → a` where the parents of `start` lead back to it."""
    chain = chain_of(start, parents)
    return " → ".join((*chain, start)) if parents[chain[-1]] == start else None


def term_parents_exist(linked: Linked) -> Iterator[Finding]:
    """A term's broader term is in the same vocabulary, and no term is its own."""
    for entry, vocabulary in each(linked, Vocabulary):
        parents = {term.id: term.parent for term in vocabulary.terms}
        for index, term in enumerate(vocabulary.terms):
            place = ("terms", index, "parent")
            if term.parent is not None and term.parent not in parents:
                values = {"vocabulary": entry.id, "id": term.parent}
                yield unknown(entry, place, "no_such_term", set(parents), values)
            elif (circle := _circle(term.id, parents)) is not None:
                yield Finding(entry, place, "parent_cycle", {"chain": circle})
