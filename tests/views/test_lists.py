"""Lists: facets, order, and what a choice of a region includes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import structs

from dure.views.lists import centre_list, enterprise_list, product_list, program_list
from dure.views.reader import Reader
from tests import sample

if TYPE_CHECKING:
    from dure.catalogue import Catalogue
    from dure.views.entries import Item
    from dure.views.listing import ListView
    from dure.views.program_list import ProgramCard


def _items(found: ListView[ProgramCard]) -> dict[str, Item[ProgramCard]]:
    return {item.id: item for group in found.groups for item in group.items}


def test_a_region_includes_what_holds_for_the_wider_one() -> None:
    """Chosen Haneul shows what holds for all Gaon; chosen Gaon shows what is in Haneul only."""
    found = program_list(sample.reader("ko"))
    items = _items(found)
    assert items["sample-growth"].facets["region"] == ("gaon",)
    assert items["sample-growth-school"].facets["region"] == ("gaon-haneul",)
    regions = next(facet for facet in found.facets if facet.key == "region").options
    assert {o.id: o.holds for o in regions}["gaon-haneul"] == ("gaon",)
    assert "gaon-haneul" in {o.id: o.holds for o in regions}["gaon"]


def test_an_option_counts_what_a_choice_of_it_shows(real: Catalogue) -> None:
    """A wider region counts an entry once, however many of its parts the entry names."""
    found = program_list(Reader(real, "ko"))
    shown = [item for item in _items(found).values() if not item.kept_back]
    regions = next(facet for facet in found.facets if facet.key == "region").options
    for option in regions:
        held = {option.id, *option.holds}
        assert option.count == sum(bool(held & {*i.facets["region"]}) for i in shown), option


def test_what_is_kept_back_counts_only_where_it_is_asked_for(real: Catalogue) -> None:
    """Internal work counts for its own way of taking part, and for no other facet."""
    found = program_list(Reader(real, "ko"))
    items = _items(found).values()
    internal = [item for item in items if item.kept_back]
    facets = {facet.key: facet for facet in found.facets}
    assert internal
    assert found.shown == found.total - len(internal)
    assert {o.id: o.count for o in facets["access"].options}["internal"] == len(internal)
    assert sum(o.count for o in facets["year"].options) == found.shown


def test_a_card_says_that_a_program_holds_for_the_whole_region() -> None:
    """`가온도 전체`, but a city by its name alone."""
    items = _items(program_list(sample.reader("ko")))
    assert [str(r) for r in items["sample-growth"].view.regions] == ["가온도 전체"]
    assert [str(r) for r in items["sample-growth-school"].view.regions] == ["하늘시"]


def test_a_card_tells_when_and_how_much() -> None:
    """Days of application first; the sum is the largest."""
    card = _items(program_list(sample.reader("ko")))["sample-growth"].view
    assert str(card.when) == "2022. 4. 5.~5. 6."
    assert str(card.amount) == "3천만 원~7천만 원"
    assert card.step is None


def test_a_card_without_days_tells_a_step_in_time(real: Catalogue) -> None:
    """Where neither application nor period is known, the step in which to apply, or the first."""
    cards = [item.view for item in _items(program_list(Reader(real, "ko"))).values()]
    steps = [card.step for card in cards if card.step]
    assert steps
    assert all(step.when for step in steps)
    assert not [card for card in cards if card.when and card.step]


def test_programs_can_be_put_in_order() -> None:
    """By last day, largest sum and name; without a value an entry comes last."""
    items = _items(program_list(sample.reader("ko")))
    assert items["sample-growth"].order == {
        "closes": "2022-05-06",
        "amount": "70000000",
        "name": "0",
    }
    assert items["sample-growth-school"].order["amount"] == ""


def test_every_facet_of_the_real_lists_is_there(real: Catalogue) -> None:
    """What can be chosen is what readers ask by."""
    reader = Reader(real, "ko")
    made = (program_list, enterprise_list, product_list, centre_list)
    assert {one.__name__: [f.key for f in one(reader).facets] for one in made} == {
        "program_list": [
            "access", "support", "applicant", "region", "status", "month", "year", "operator",
        ],
        "enterprise_list": ["kind", "region", "sector", "class", "need", "certificate"],
        "product_list": ["class", "need", "kind", "region", "sector"],
        "centre_list": ["region", "kind"],
    }  # fmt: skip


def test_months_are_counted_by_what_happens_in_them() -> None:
    """Each month in the order of the year, with how many programs do something in it."""
    facets = {facet.key: facet for facet in program_list(sample.reader("en")).facets}
    assert [(o.label, o.count) for o in facets["month"].options][:2] == [("Mar", 1), ("Apr", 1)]


def test_an_office_is_found_by_each_name_of_the_places_it_serves(real: Catalogue) -> None:
    """`연천`, `연천군` and `Yeoncheon` all find the office of Yeoncheon."""
    found = centre_list(Reader(real, "ko"))
    words = {item.id: item.told.gives for group in found.groups for item in group.items}
    for name in ("연천군", "Yeoncheon"):
        assert name in words["yeoncheon-se-centre"]


def test_lists_need_no_vocabulary_that_no_record_names() -> None:
    """Data without needs or sectors has its lists all the same."""
    catalogue = sample.catalogue()
    bare = {"sectors": (), "products": ()}
    entries = tuple(
        replace(e, record=structs.replace(e.record, **bare)) if e.kind == "enterprise" else e
        for e in catalogue.entries
        if (e.kind, e.id) not in {("vocabulary", "sectors"), ("vocabulary", "needs")}
    )
    reader = Reader(replace(catalogue, entries=entries), "ko")
    cards = [item.view for group in enterprise_list(reader).groups for item in group.items]
    assert [card.sectors for card in cards] == [()] * len(catalogue.enterprises)
    assert product_list(reader).groups == ()
