"""Rules about places and phones: folders of regions, numbers, and who is to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.records import Centre, Enterprise, Program
from dure.rules.findings import Finding, each, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dure.catalogue import Linked
    from dure.load import Entry
    from dure.records.program import Contact


def enterprises_lie_in_their_region(linked: Linked) -> Iterator[Finding]:
    """An enterprise's folder is its region."""
    for entry, enterprise in each(linked, Enterprise):
        if entry.folder != enterprise.region:
            goal = f"enterprises/{enterprise.region}/{entry.id}.yml"
            values = {"folder": entry.folder, "region": enterprise.region, "target": goal}
            yield Finding(entry, ("region",), "wrong_folder", values, "move_file")


def phones_stand_under_one_office(linked: Linked) -> Iterator[Finding]:
    """A phone number is written in one place only."""
    seen: dict[str, str] = {}
    for entry, centre in each(linked, Centre):
        for index, line in enumerate(centre.phones):
            for phone in line.number.phones:
                other = seen.setdefault(phone.digits, entry.id)
                if other != entry.id:
                    values = {"number": phone.display, "other": other}
                    place = ("phones", index, "number")
                    yield Finding(entry, place, "phone_twice", values, "refer_instead")


def contacts_name_real_lines(linked: Linked) -> Iterator[Finding]:
    """A program's contact names phone lines that its office has."""
    for entry, program in each(linked, Program):
        for index, contact in enumerate(program.contacts):
            if contact.office in linked.centres:
                lines = {line.id for line in linked.centres[contact.office].phones}
                yield from _unknown_lines(entry, index, contact, lines)


def _unknown_lines(
    entry: Entry, index: int, contact: Contact, lines: set[str]
) -> Iterator[Finding]:
    for at, handle in enumerate(contact.phones):
        if handle not in lines:
            values = {"office": contact.office, "id": handle}
            place = ("contacts", index, "phones", at)
            yield unknown(entry, place, "no_such_phone", lines, values)
