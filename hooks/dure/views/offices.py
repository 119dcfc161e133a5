"""Whom to call where nobody is named: the office in charge of a region, with a few numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from dure.views.common import ContactView, homepage, phone
from dure.views.reader import once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dure.records import Program
    from dure.render import Phrase
    from dure.views.common import PhoneView
    from dure.views.reader import Reader

LOCAL_KINDS = frozenset({"support-centre"})
"""Kinds of office that citizens of a region are sent to first."""
NUMBERS = 5
"""Numbers that stand for an office where it is not the subject; its own page has all."""


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
    """The office itself if it has a phone, else its teams that have one."""
    centres = reader.catalogue.centres
    if centres[centre_id].phones:
        return (centre_id,)
    below = reader.catalogue.mentioned_by("centre", centre_id, "centre", "parent")
    return tuple(i for i in below if centres[i].phones)


def instead(program: Program, reader: Reader) -> tuple[ContactView, ...]:
    """Whom to ask about a program that names nobody: who runs it, then the region's office."""
    if program.contacts:
        return ()
    found: dict[str, ContactView] = {}
    for operator in program.operators:
        words = reader.own(reader.words["ask_operator"])
        found.setdefault(operator, asked(operator, reader, words))
    for i, region in _local(program, reader):
        place = reader.term("regions", region).label
        words = reader.own(reader.words["ask_region"].format(region=place))
        found.setdefault(i, asked(i, reader, words))
    return tuple(found.values())


def _local(program: Program, reader: Reader) -> Iterator[tuple[str, str]]:
    """The office in charge, if a call reaches it, with the region it answers for."""
    for region in program.regions[:1]:
        for centre in region_offices(region, reader)[:1]:
            if answering(centre, reader):
                yield centre, region


@once
def local_contacts(region: str, reader: Reader) -> tuple[ContactView, ...]:
    """The first office in charge of a region, if a call reaches it."""
    first = region_offices(region, reader)[:1]
    return tuple(asked(i, reader) for i in first if answering(i, reader))


def asked(centre_id: str, reader: Reader, about: Phrase | None = None) -> ContactView:
    """An office with at most `NUMBERS` numbers: its own, or the first of each of its teams."""
    found = office(centre_id, reader, about)
    teams = answering(centre_id, reader)
    shown = (found.phones or tuple(_team_line(i, found, reader) for i in teams))[:NUMBERS]
    total = sum(len(reader.catalogue.centres[i].phones) for i in teams)
    return replace(found, phones=shown, numbers=total if total > len(shown) else 0)


def _team_line(team: str, above: ContactView, reader: Reader) -> PhoneView:
    """A team's first number under the team's name, without the office's name before it."""
    found = reader.catalogue.centres[team]
    name = reader.say(found.name)
    short = name.text.removeprefix(str(above.office.label)).lstrip(" ,")
    return replace(phone(found.phones[0], reader), label=replace(name, text=short))


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
    """The office the site names for help, if a call reaches it."""
    named = reader.catalogue.site.help_centre
    return (asked(named, reader),) if named and answering(named, reader) else ()
