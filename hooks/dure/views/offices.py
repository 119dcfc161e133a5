"""Whom to call where nobody is named: the office in charge of a region, or one with a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.views.common import ContactView, homepage, phone
from dure.views.reader import once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dure.records import Program
    from dure.render import Phrase
    from dure.views.reader import Reader

LOCAL_KINDS = frozenset({"support-centre"})
"""Kinds of office that citizens of a region are sent to first."""
TEAMS = 4
"""Teams that are named for an office without a phone of its own."""


@once
def region_offices(region: str, reader: Reader) -> tuple[str, ...]:
    """Ids of the offices in charge of a region: its centres, else those that stand in for one.

    Where a region has neither, those of the next wider region.
    """
    centres = reader.catalogue.centres
    for wider in reader.catalogue.above(region):
        ids = reader.catalogue.mentioned_by("term:regions", wider, "centre", "serves")
        found = tuple(i for i in ids if centres[i].kind in LOCAL_KINDS or centres[i].stands_in)
        if found:
            return found
    return ()


def answering(centre_id: str, reader: Reader) -> tuple[str, ...]:
    """The office itself if it has a phone, else its first teams that have one."""
    centres = reader.catalogue.centres
    if centres[centre_id].phones:
        return (centre_id,)
    below = reader.catalogue.mentioned_by("centre", centre_id, "centre", "parent")
    return tuple(i for i in below if centres[i].phones)[:TEAMS]


def instead(program: Program, reader: Reader) -> tuple[ContactView, ...]:
    """Whom to ask about a program that names nobody: who runs it, then the region's office."""
    if program.contacts:
        return ()
    found: dict[str, ContactView] = {}
    for operator in program.operators:
        for i in answering(operator, reader) or (operator,):
            found.setdefault(i, office(i, reader, reader.own(reader.words["ask_operator"])))
    for i, region in _local(program, reader):
        words = reader.words["ask_region"].format(region=reader.term("regions", region).label)
        found.setdefault(i, office(i, reader, reader.own(words)))
    return tuple(found.values())


def _local(program: Program, reader: Reader) -> Iterator[tuple[str, str]]:
    """Offices with a phone, each with the region it answers for."""
    for region in program.regions[:1]:
        for centre in region_offices(region, reader)[:1]:
            yield from ((i, region) for i in answering(centre, reader))


@once
def local_contacts(region: str, reader: Reader) -> tuple[ContactView, ...]:
    """The first office in charge of a region, through whoever answers its phone."""
    first = region_offices(region, reader)[:1]
    return tuple(office(i, reader) for centre in first for i in answering(centre, reader)[:1])


def office(centre_id: str, reader: Reader, about: Phrase | None = None) -> ContactView:
    """An office as a contact, with all its numbers."""
    found = reader.catalogue.centres[centre_id]
    return ContactView(
        reader.centre(centre_id),
        reader.centre(found.parent) if found.parent else None,
        tuple(phone(line, reader) for line in found.phones),
        about,
        homepage(found),
    )


def help_offices(reader: Reader) -> tuple[ContactView, ...]:
    """The office the site names for help, or its first team with a phone."""
    named = reader.catalogue.site.help_centre
    return tuple(office(i, reader) for i in answering(named, reader)[:1]) if named else ()
