"""Which records a booklet holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from dure.booklets.select import centre_ids, enterprise_ids, product_ids, program_ids
from dure.records.booklet import Selection

if TYPE_CHECKING:
    from dure.catalogue import Catalogue
    from dure.records import Booklet


def choosing(catalogue: Catalogue, *select: Selection) -> Booklet:
    """The Goyang booklet with another selection."""
    return structs.replace(catalogue.booklets["goyang-enterprises"], select=select)


def test_a_region_holds_all_below_it(catalogue: Catalogue) -> None:
    """Enterprises of Gyeonggi's cities are Gyeonggi's."""
    found = enterprise_ids(
        choosing(catalogue, Selection(kind="enterprise", regions=("gyeonggi",))), catalogue
    )
    regions = {catalogue.enterprises[i].region for i in found}
    assert {"gyeonggi", "gyeonggi-goyang"} <= regions
    assert not any(r.startswith("seoul") for r in regions)


def test_every_condition_must_hold_and_any_selection_will_do(catalogue: Catalogue) -> None:
    """The education edition is smaller than the basic one, and each enterprise stands once."""
    small = enterprise_ids(catalogue.booklets["goyang-enterprises-education"], catalogue)
    whole = enterprise_ids(catalogue.booklets["goyang-enterprises"], catalogue)
    assert set(small) < set(whole)
    assert len(set(small)) == len(small)


def test_a_need_is_met_by_a_product(catalogue: Catalogue) -> None:
    """Only products that meet it are chosen."""
    wanted = choosing(catalogue, Selection(kind="product", needs=("care",)))
    chosen = product_ids(wanted, catalogue)
    assert chosen
    assert all("care" in catalogue.enterprises[maker].products[at].needs for maker, at in chosen)


def test_a_document_and_a_year_choose_programs(catalogue: Catalogue) -> None:
    """Nothing of another document or year comes in."""
    found = program_ids(catalogue.booklets["seoul-calendar-2019"], catalogue)
    programs = [catalogue.programs[i] for i in found]
    assert programs
    assert {p.year for p in programs} == {2019}
    assert {p.source[0].document for p in programs} == {"seoul-calendar-2019"}


def test_a_part_of_a_program_follows_it(catalogue: Catalogue) -> None:
    """In its own section, parents come first."""
    found = program_ids(catalogue.booklets["gyeonggi-guidebook-2022"], catalogue)
    for at, program in enumerate(found):
        parent = catalogue.programs[program].parent
        same = (
            parent in found
            and catalogue.programs[program].section == catalogue.programs[parent or ""].section
        )
        assert not same or found.index(str(parent)) < at


def test_an_office_is_chosen_by_where_it_is_or_whom_it_serves(catalogue: Catalogue) -> None:
    """Seoul's sheet has no office of Gyeonggi."""
    found = centre_ids(catalogue.booklets["contacts-seoul"], catalogue)
    assert "gangbuk-se-centre" in found
    assert "goyang-se-centre" not in found
