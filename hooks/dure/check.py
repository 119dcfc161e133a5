"""The data as a catalogue, or the list of everything that is wrong with it."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dure.catalogue import Linked, link
from dure.load import SITE_FILE, Entry, load_data
from dure.problems import Problem, field_name, in_order
from dure.records import FOLDERS, Enterprise
from dure.references import groups_named
from dure.rules import broken_rules
from dure.rules.links import known_ids
from dure.rules.photographs import unprintable_pictures
from dure.yaml_reader import Position, Unreadable, decode, locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from dure.catalogue import Catalogue
    from dure.load import LoadedData
    from dure.memory import Memory
    from dure.rules import Finding

_NAMED = groups_named(Enterprise)


@dataclass(frozen=True)
class Checked:
    """What a data folder holds; `catalogue` is there only where nothing is wrong."""

    catalogue: Catalogue | None
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def check_data(root: Path, memory: Memory | None = None) -> Checked:
    """Loads, links and checks a data folder; problems of files and of rules come together."""
    with _no_search_for_cycles():
        return _check_data(root, memory)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Records hold no cycles; Python would go through all of them again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _check_data(root: Path, memory: Memory | None) -> Checked:
    loaded = load_data(root, memory)
    linked = Linked(_all_entries(loaded))
    known = known_ids(linked)
    if memory is not None:
        linked = replace(linked, sound=_sound(loaded.entries, known, memory))
    findings = [*broken_rules(linked), *unprintable_pictures(linked, root)]
    unread = _unread(loaded.problems)
    told = [_told(f, root) for f in findings if not _names_an_unread_file(f, unread)]
    problems = in_order([*loaded.problems, *told])
    if memory is not None and not problems:
        memory.approve(loaded.entries, known)
    return Checked(None if problems else link(loaded), loaded.entries, problems)


def _sound(
    entries: Iterable[Entry], known: Mapping[str, set[str]], memory: Memory
) -> frozenset[str]:
    """Paths of enterprises that were sound and are as they were, where all they may name is there.

    Whether an enterprise is sound depends on nothing else, but for its photographs' files.
    """
    if any(not memory.ids.get(group, known[group]) <= known[group] for group in _NAMED):
        return frozenset()
    return frozenset(
        entry.path
        for entry in entries
        if entry.kind == "enterprise"
        and memory.sound.get(entry.path) is entry
        and not entry.may_say("pictures")
    )


def _all_entries(loaded: LoadedData) -> tuple[Entry, ...]:
    """Site settings are checked by the same rules as records."""
    if loaded.site is None:
        return loaded.entries
    path = str(PurePosixPath(loaded.root.name) / SITE_FILE)
    return (*loaded.entries, Entry("site", "site", path, loaded.root.name, loaded.site))


def _unread(problems: Iterable[Problem]) -> set[tuple[str, str]]:
    """Kind and id of every file that could not become a record."""
    paths = (PurePosixPath(p.path) for p in problems)
    return {(FOLDERS.get(part, ""), path.stem) for path in paths for part in path.parts[:2]}


def _names_an_unread_file(finding: Finding, unread: set[tuple[str, str]]) -> bool:
    """A reference to a broken file is not a second problem: the file's own is told."""
    if finding.key == "no_such_term":
        return ("vocabulary", finding.values["vocabulary"]) in unread
    return (finding.values.get("kind", ""), finding.values.get("id", "")) in unread


def _told(finding: Finding, root: Path) -> Problem:
    at = _place(root.parent / finding.entry.path, finding)
    return Problem(
        finding.entry.path,
        at.line,
        at.column,
        field_name(finding.field),
        finding.key,
        finding.values,
        finding.remedy,
    )


def _place(path: Path, finding: Finding) -> Position:
    """Where the finding stands; an editor may have taken the file away since it was read."""
    try:
        return locate(decode(path.read_bytes()), finding.field)
    except (OSError, Unreadable):
        return Position()
