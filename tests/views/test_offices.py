"""Whom to call where nobody is named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from dure.records.reading import valid
from dure.records.values import PhoneLine
from dure.views.offices import (
    NUMBERS,
    answering,
    asked,
    help_offices,
    instead,
    local_contacts,
    region_offices,
)
from tests import sample

if TYPE_CHECKING:
    from dure.views.reader import Reader


@pytest.mark.parametrize(
    ("region", "offices"),
    [
        ("gaon-haneul", ("gaon-centre",)),
        ("gaon-bada", ("bada-office",)),
        ("gaon", ("gaon-centre",)),
        ("nowhere", ()),
    ],
)
def test_a_region_has_its_centre_or_the_office_that_stands_in(
    region: str, offices: tuple[str, ...]
) -> None:
    """A department that stands in comes before the centre of the wider region."""
    assert region_offices(region, sample.reader("ko")) == offices


def test_a_region_without_an_office_leads_to_the_wider_regions() -> None:
    """With the office of Bada gone, Gaon's centre answers."""
    reader = sample.reader("ko")
    entries = tuple(e for e in reader.catalogue.entries if e.id != "bada-office")
    reader = replace(reader, catalogue=replace(reader.catalogue, entries=entries))
    assert region_offices("gaon-bada", reader) == ("gaon-centre",)


def test_an_office_without_a_phone_answers_through_its_teams() -> None:
    """The centre's own numbers if it has any, else those of the teams below."""
    reader = sample.reader("ko")
    assert answering("gaon-centre", reader) == ("gaon-centre",)
    assert answering("gaon-centre", _with_phones(reader)) == ("gaon-centre-market",)


def _with_phones(reader: Reader, *numbers: str, office: str = "gaon-centre") -> Reader:
    """The same catalogue, the office having these numbers only."""
    lines = tuple(valid(PhoneLine, {"id": n[-4:], "number": n}) for n in numbers)
    entries = tuple(
        replace(e, record=structs.replace(e.record, phones=lines)) if e.id == office else e
        for e in reader.catalogue.entries
    )
    return replace(reader, catalogue=replace(reader.catalogue, entries=entries))


@pytest.mark.parametrize(("lang", "label"), [("ko", "가상판로팀"), ("en", "Sample Market Team")])
def test_an_office_is_asked_through_the_first_number_of_each_team(lang: str, label: str) -> None:
    """The team's name stands at the number, without the name of the office before it."""
    reader = _with_phones(sample.reader(lang))
    found = asked("gaon-centre", reader)
    assert found.office.path == "centres/gaon-centre/"
    assert [str(line.label) for line in found.phones] == [label]


@pytest.mark.parametrize(("many", "shown", "said"), [(5, 5, 0), (6, NUMBERS, 6)])
def test_an_office_with_many_numbers_shows_a_few(many: int, shown: int, said: int) -> None:
    """Its page has them all, and the link to it says how many."""
    reader = _with_phones(sample.reader("ko"), *(f"031-555-010{n}" for n in range(many)))
    found = asked("gaon-centre", reader)
    assert (len(found.phones), found.numbers) == (shown, said)


def test_a_program_that_names_nobody_is_asked_about_where_it_was_run() -> None:
    """The operator with its phone, once, even where it is also the region's office."""
    reader = sample.reader("en")
    found = instead(reader.catalogue.programs["sample-loan"], reader)
    assert [(one.office.path, str(one.about)) for one in found] == [
        ("centres/bada-office/", "Ran the program")
    ]
    assert found[0].phones


def test_a_program_with_a_contact_needs_nobody_instead() -> None:
    """What the document names is all that is shown."""
    reader = sample.reader("ko")
    assert instead(reader.catalogue.programs["sample-growth"], reader) == ()


def test_an_enterprises_region_names_one_office() -> None:
    """The first office in charge, with its numbers."""
    found = local_contacts("gaon-haneul", sample.reader("ko"))
    assert [one.office.path for one in found] == ["centres/gaon-centre/"]
    assert found[0].phones


def test_help_is_the_office_that_the_site_names() -> None:
    """None where the site names none."""
    reader = sample.reader("ko")
    site = structs.replace(reader.catalogue.site, help_centre="gaon-centre")
    named = replace(reader, catalogue=replace(reader.catalogue, site=site))
    unnamed = replace(
        reader,
        catalogue=replace(reader.catalogue, site=structs.replace(site, help_centre=None)),
    )
    assert [one.office.path for one in help_offices(named)] == ["centres/gaon-centre/"]
    assert help_offices(unnamed) == ()
