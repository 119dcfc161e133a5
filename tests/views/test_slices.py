"""Long lists: their pages, and the index that the browser narrows them down by."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dure.render import Phrase
from dure.views.listing import Columns, Facet, Group, Item, ListView, Option, Sort, in_order, ranks
from dure.views.slices import LONG, PAGE, index_script, slices

KINDS = Facet("kind", "Kind", (Option("a", "A", 1), Option("b", "B", 1)))
PLACES = Facet("region", "Region", (Option("east", "East", 1), Option("west", "West", 1)))
START, END = "dureEntries(JSON.parse('", "'))\n"


def _item(at: int, **told: Any) -> Item[str]:
    name = Phrase(told.get("name", f"N{at}"), told.get("lang", "en"), "en")
    return Item(
        f"i{at}", "", told.get("facets", {}), "words", name, f"things/i{at}/", "note",
        told.get("order", {}), told.get("gives", ""),
    )  # fmt: skip


def _list(items: list[Item[str]], facets: tuple[Facet, ...] = (), **more: Any) -> ListView[str]:
    group = Group("g", Phrase("G", "en", "en"), tuple(items), len(items), len(items))
    return ListView(facets, (group,), len(items), **more)


def _read(script: str) -> Any:
    """What the browser gets: the text of a JavaScript string, then JSON."""
    assert script.startswith(START)
    assert script.endswith(END)
    text = script.removeprefix(START).removesuffix(END)
    return json.loads(text.replace("\\'", "'").replace("\\\\", "\\"))


def test_a_row_says_all_that_an_entry_is_narrowed_down_by() -> None:
    """Values are places among the facet's options; one that is no option is left out."""
    items = [
        _item(0, facets={"kind": ("b", "a"), "region": ("east",)}, order={"name": "1"}),
        _item(1, facets={"kind": (), "region": ("moon", "west")}, order={}, lang="ko"),
    ]
    found = _read(index_script(_list(items, (KINDS, PLACES), sorts=(Sort("name", "Name"),))))
    assert found == {
        "facets": {"kind": ["a", "b"], "region": ["east", "west"]},
        "orders": ["name"],
        "entries": [
            ["things/i0/", "N0", "", "note", "words", "", [[1, 0], [0]], ["1"]],
            ["things/i1/", "N1", "ko", "note", "words", "", [[], [1]], [""]],
        ],
    }


def test_an_index_without_facets_and_orders_has_empty_lists() -> None:
    """Rows keep their eight columns, which the script counts."""
    assert _read(index_script(_list([_item(0)])))["entries"][0][6:] == [[], []]


@pytest.mark.parametrize("name", ['O\'Neil \\ "sons"', "두레\n'협동'", "\\'"])
def test_any_text_comes_through_the_quotes(name: str) -> None:
    """A name is read as it was written, whatever marks are in it."""
    entries = _read(index_script(_list([_item(0, name=name, gives=name)])))["entries"]
    assert (entries[0][1], entries[0][5]) == (name, name)


def test_a_long_list_is_cut_into_pages_that_hold_every_entry_once() -> None:
    """Each page but the last is full; each has its own number."""
    whole = _list([_item(at) for at in range(LONG + 1)])
    parts = list(slices(whole, "things/"))
    assert [len(part.groups[0].items) for part in parts] == [PAGE] * (LONG // PAGE) + [1]
    assert [part.pager.number for part in parts if part.pager] == [1, 2, 3, 4]
    held = [item for part in parts for group in part.groups for item in group.items]
    assert held == list(whole.groups[0].items)


def test_a_list_that_is_not_long_stays_whole() -> None:
    """No pager, nothing cut."""
    whole = _list([_item(at) for at in range(LONG)])
    assert list(slices(whole, "things/")) == [whole]


def test_columns_hold_the_values_of_each_facet_in_a_row() -> None:
    """A single facet too has a row for each entry; no entries have no facets."""
    items = [_item(0, facets={"kind": ("a",)}), _item(1, facets={"kind": ("b", "a")})]
    assert Columns.of(items).values == {"kind": (("a",), ("b", "a"))}
    assert Columns.of([]).values == {}


def test_equal_names_keep_their_order() -> None:
    """Names that differ in case or spaces alone are equal; each has a rank of its own."""
    names = ["나눔", "Apple", "가온", "a pple"]
    assert in_order(names) == [2, 0, 1, 3]
    assert ranks(in_order(names)) == ["1", "2", "0", "3"]
