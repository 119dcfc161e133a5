"""The catalogue: lookups, and references followed both ways."""

from __future__ import annotations

import pytest

from dure.catalogue import by_kind, chain_of, link, target
from dure.load import LoadedData, load_data
from dure.references import Reference
from tests import sample


def test_records_are_found_by_kind_and_id() -> None:
    """One mapping for each kind."""
    found = sample.catalogue()
    assert set(found.programs) == {"sample-growth", "sample-growth-school", "sample-loan"}
    assert set(found.enterprises) == {"sample-dure", "sample-bada"}
    assert found.centres["gaon-centre"].name.en == "Gaon Sample Support Centre"
    assert found.documents["sample-plan-2019"].year == 2019
    assert set(found.indicators) == {"sample-budget"}
    assert set(found.booklets) == {"sample-book"}
    assert "units" in found.vocabularies


def test_terms_keep_the_order_of_their_vocabulary() -> None:
    """Facets and forms show them as the vocabulary's author arranged them."""
    assert list(sample.catalogue().terms["supports"]) == ["grant", "education", "loan"]


def test_a_term_is_looked_up_in_its_vocabulary() -> None:
    """The same id may stand in two vocabularies for two things."""
    assert sample.catalogue().term("units", "won").label.ko == "원"
    with pytest.raises(KeyError):
        sample.catalogue().term("supports", "won")


def test_a_region_holds_itself_and_all_below() -> None:
    """A filter by province also finds what lies in its cities."""
    found = sample.catalogue()
    assert found.within("gaon") == {"gaon", "gaon-haneul", "gaon-bada"}
    assert found.within("gaon-bada") == {"gaon-bada"}


def test_the_regions_above_come_narrowest_first() -> None:
    """As an address is read in English; an unknown region has none."""
    found = sample.catalogue()
    assert found.above("gaon-bada") == ("gaon-bada", "gaon")
    assert found.above("gaon") == ("gaon",)
    assert found.above("nowhere") == ()


@pytest.mark.parametrize(
    ("start", "parents", "chain"),
    [
        ("a", {"a": "b", "b": "c", "c": None}, ("a", "b", "c")),
        ("a", {"a": "b", "b": "a"}, ("a", "b")),
        ("a", {"a": "a"}, ("a",)),
        ("a", {"a": "b", "b": "c", "c": "b"}, ("a", "b", "c")),
        ("a", {"a": "gone"}, ("a",)),
        ("a", {}, ("a",)),
    ],
)
def test_a_chain_of_parents_always_ends(
    start: str, parents: dict[str, str | None], chain: tuple[str, ...]
) -> None:
    """Even where the data runs in a circle or names a parent that is not there."""
    assert chain_of(start, parents) == chain


@pytest.mark.parametrize(
    ("kind", "record_id", "by", "fields", "found"),
    [
        ("centre", "gaon-centre", "program", (), ("sample-growth-school", "sample-growth")),
        ("centre", "gaon-centre", "program", ("operators",), ("sample-growth-school",)),
        ("centre", "gaon-centre", "program", ("contacts",), ("sample-growth",)),
        ("centre", "gaon-centre", "centre", ("parent",), ("gaon-centre-market",)),
        ("centre", "gaon-centre", "site", (), ()),
        ("program", "sample-growth", "indicator", (), ("sample-budget",)),
        ("program", "sample-growth-school", "enterprise", (), ("sample-dure",)),
        ("document", "sample-plan-2019", "enterprise", (), ("sample-dure",)),
        ("term:regions", "gaon-haneul", "centre", ("serves",), ("gaon-centre",)),
        ("enterprise", "sample-dure", "program", ("spaces",), ("sample-growth",)),
        ("enterprise", "sample-dure", "program", ("results",), ("sample-growth",)),
        ("enterprise", "sample-dure", "program", ("operators",), ()),
        ("program", "nothing", "program", (), ()),
    ],
)
def test_records_that_name_another_are_found(
    kind: str, record_id: str, by: str, fields: tuple[str, ...], found: tuple[str, ...]
) -> None:
    """By kind and, if wanted, by the field; each record once."""
    assert sample.catalogue().mentioned_by(kind, record_id, by, *fields) == found


def test_every_reference_is_followed_both_ways() -> None:
    """What a record names knows who names it."""
    found = sample.catalogue()
    for entry in found.entries:
        for kind, record_id in _targets(entry.record):
            assert entry.id in found.mentioned_by(kind, record_id, entry.kind)


def _targets(record: object) -> set[tuple[str, str]]:
    from dure.records import Model
    from dure.references import references

    assert isinstance(record, Model)
    return {target(reference) for reference in references(record)}


def test_a_term_is_told_from_a_record_of_the_same_id() -> None:
    """The vocabulary is part of its key."""
    assert target(Reference((), "term", "units", "won")) == ("term:units", "won")
    assert target(Reference((), "centre", "", "won")) == ("centre", "won")


def test_sub_programs_are_found() -> None:
    """A program's page lists what it consists of."""
    assert sample.catalogue().children("sample-growth") == ("sample-growth-school",)
    assert sample.catalogue().children("sample-loan") == ()


def test_data_without_settings_is_not_linked() -> None:
    """A catalogue always knows its site."""
    loaded = load_data(sample.DATA)
    with pytest.raises(ValueError, match="without site settings"):
        link(LoadedData(loaded.entries, None, (), loaded.root))


def test_records_are_counted_by_kind() -> None:
    """In the order of the kinds' names, for the last lines of `dure check`."""
    counts = dict(by_kind(sample.catalogue().entries))
    assert list(counts) == sorted(counts)
    assert counts["vocabulary"] == 14
    assert counts["centre"] == 4
