"""Long lists: their pages, and the index that the browser narrows them down by."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from dure.render import Phrase
from dure.views.entries import Column, Columns, Entries, Told
from dure.views.listing import Facet, ListView, Option, Sort, grouped, in_order, places, ranks
from dure.views.slices import LONG, PAGE, index_script, slices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dure.views.entries import Values

KINDS = Facet("kind", "Kind", (Option("a", "A", 1), Option("b", "B", 1)))
PLACES = Facet("region", "Region", (Option("east", "East", 1), Option("west", "West", 1)))
START, END = "dureEntries(JSON.parse('", "'))\n"


def _told(number: int, name: str = "", lang: str = "", gives: str = "", **more: Any) -> Told:
    name = name or f"N{number}"
    ranks = more.get("ranks", ())
    at, path = more.get("at", ()), f"things/i{number}/"
    return Told(path, name, lang, "note", "words", gives, at, ranks)


def _list(
    told: list[Told],
    facets: tuple[Facet, ...] = (),
    sorts: tuple[Sort, ...] = (),
    order: list[int] | None = None,
    keys: list[str] | None = None,
    **values: list[Values],
) -> ListView[str]:
    order = order or [*range(len(told))]
    ids = [f"i{at}" for at in order]
    columns = Columns({key: Column.of(own) for key, own in values.items()})
    entries = Entries("en", ids, order, columns, told, _cards, sorts)
    groups = grouped(entries, keys or ["g"] * len(told), lambda key: Phrase(key, "en", "en"))
    return ListView(facets, groups, entries)


def _cards(places: Sequence[int]) -> list[str]:
    return [f"card {at}" for at in places]


def _read(found: bytes) -> Any:
    """What the browser gets: the text of a JavaScript string, then JSON."""
    script = found.decode()
    assert script.startswith(START)
    assert script.endswith(END)
    text = script.removeprefix(START).removesuffix(END)
    return json.loads(text.replace("\\'", "'").replace("\\\\", "\\"))


def test_a_row_says_all_that_an_entry_is_narrowed_down_by() -> None:
    """In the order of the list; values are places among the facet's options."""
    told = [
        _told(0, lang="ko", at=((), (1,)), ranks=("",)),
        _told(1, at=((1, 0), (0,)), ranks=("1",)),
    ]
    whole = _list(told, (KINDS, PLACES), (Sort("name", "Name"),), order=[1, 0])
    assert _read(index_script(whole)) == {
        "facets": {"kind": ["a", "b"], "region": ["east", "west"]},
        "orders": ["name"],
        "entries": [
            ["things/i1/", "N1", "", "note", "words", "", [[1, 0], [0]], ["1"]],
            ["things/i0/", "N0", "ko", "note", "words", "", [[], [1]], [""]],
        ],
    }


def test_places_are_among_the_options_of_facets() -> None:
    """What is no option is left out; a facet that only the browser knows has none."""
    kinds, regions = Column.of([("b", "a"), ()]), Column.of([("east",), ("moon", "west")])
    columns = Columns({"kind": kinds, "region": regions})
    live = Facet("status", "Status", (), live=True)
    assert places((KINDS, live, PLACES), columns) == [((1, 0), (0,)), ((), (1,))]
    assert places((PLACES,), columns) == [((0,),), ((1,),)]
    assert places((), columns) == [(), ()]


def test_an_index_without_facets_and_orders_has_empty_lists() -> None:
    """Rows keep their eight columns, which the script counts."""
    assert _read(index_script(_list([_told(0)])))["entries"][0][6:] == [[], []]


@pytest.mark.parametrize("name", ['O\'Neil \\ "sons"', "두레\n'협동'", "\\'", "\x7f\u2028\x01"])
def test_any_text_comes_through_the_quotes(name: str) -> None:
    """A name is read as it was written, whatever marks are in it."""
    entries = _read(index_script(_list([_told(0, name=name, gives=name)])))["entries"]
    assert (entries[0][1], entries[0][5]) == (name, name)


def test_a_long_list_is_cut_into_pages_that_hold_every_entry_once() -> None:
    """Each page but the last is full; each has its own number."""
    number = LONG + 1
    whole = _list([_told(at) for at in range(number)], order=[*reversed(range(number))])
    parts = list(slices(whole, "things/"))
    assert [len(part.groups[0].items) for part in parts] == [PAGE] * (LONG // PAGE) + [1]
    assert [part.pager.number for part in parts if part.pager] == [1, 2, 3, 4]
    items = [item for part in parts for group in part.groups for item in group.items]
    assert [item.id for item in items] == [f"i{at}" for at in reversed(range(number))]
    assert [item.view for item in items] == [f"card {at}" for at in reversed(range(number))]
    assert [i for part in parts for g in part.groups for i in g.items.ids] == [i.id for i in items]


def test_a_group_that_goes_on_has_its_heading_on_each_page() -> None:
    """With the number of all its entries; one that ends on a page gives way to the next."""
    told = [_told(at) for at in range(LONG + 1)]
    whole = _list(told, keys=["first"] * (PAGE + 1) + ["second"] * (LONG - PAGE))
    parts = slices(whole, "things/")
    assert [[(g.id, len(g.items), g.total) for g in part.groups] for part in parts][:3] == [
        [("first", PAGE, PAGE + 1)],
        [("first", 1, PAGE + 1), ("second", PAGE - 1, LONG - PAGE)],
        [("second", PAGE, LONG - PAGE)],
    ]


def test_a_list_that_is_not_long_stays_whole() -> None:
    """No pager, nothing cut."""
    whole = _list([_told(at) for at in range(LONG)])
    assert list(slices(whole, "things/")) == [whole]


def test_an_item_has_what_is_known_of_it() -> None:
    """Wherever it stands in the list; a name in another language says so."""
    told = [_told(0, ranks=("1", "")), _told(1, lang="ko", ranks=("0", "5"), gives="all")]
    kinds: list[Values] = [("a",), ("b", "a")]
    sorts = (Sort("name", "Name"), Sort("maker", "Maker"))
    first, second = _list(told, sorts=sorts, order=[1, 0], kind=kinds).groups[0].items
    assert (first.id, first.path, first.name) == ("i1", "things/i1/", Phrase("N1", "ko", "en"))
    assert (second.id, second.path, second.name) == ("i0", "things/i0/", "N0")
    assert (first.told, first.facets) == (told[1], {"kind": ("b", "a")})
    assert (first.order, second.order) == ({"name": "0", "maker": "5"}, {"name": "1", "maker": ""})


def test_a_group_counts_what_is_not_kept_back() -> None:
    """In the order of the list."""
    told = [_told(at) for at in range(3)]
    columns = Columns({"kind": Column.of([("a",)] * 3)}, ["", "kind", ""])
    entries = Entries("en", ["i1", "i0", "i2"], [1, 0, 2], columns, told, _cards)
    groups = grouped(entries, "xyy", lambda key: Phrase(key, "en", "en"))
    assert [(group.id, group.total, group.shown) for group in groups] == [("x", 1, 0), ("y", 2, 2)]
    assert [item.kept_back for group in groups for item in group.items] == ["kind", "", ""]


def test_a_list_without_entries_has_no_group() -> None:
    """And nothing to narrow it down by."""
    empty = _list([])
    assert (empty.groups, empty.total, empty.shown) == ((), 0, 0)


def test_equal_names_keep_their_order() -> None:
    """Names that differ in case or spaces alone are equal; each has a rank of its own."""
    names = ["나눔", "Apple", "가온", "a pple"]
    assert in_order(names) == [2, 0, 1, 3]
    assert ranks(in_order(names)) == ["1", "2", "0", "3"]
