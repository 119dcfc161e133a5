"""Records as text in a file."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING
from weakref import ref

import pytest

from dure.search.files import IndexFailed
from dure.search.packed import packed
from dure.search.records import record
from tests.search.corpus import entry, few

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dure.search.entries import SearchEntry

KOREAN = [one for one in few() if one.lang == "ko"]


def shown(entries: list[SearchEntry], newest: int = 2022) -> list[dict[str, object]]:
    """The records read back."""
    with packed(entries, newest) as found:
        return [json.loads(text) for text, _ in found]


def digest(entries: list[SearchEntry]) -> str:
    """Of the records packed."""
    with packed(entries, 0) as found:
        return found.digest


def test_a_record_is_read_back_as_it_was() -> None:
    """With its facets and sort keys beside it; a facet without values is none."""
    one = entry("program", "x", "가\n나", filters={"region": ("b", "a"), "need": ()})
    with packed([one], 0) as found:
        ((text, beside),) = found

    assert json.loads(text) == record(one, 0)
    assert json.loads(beside) == {"facets": {"region": ["b", "a"]}, "sort": {"name": "가\n나"}}


def test_records_can_be_read_more_than_once() -> None:
    """The index and the script for disks are made one after the other."""
    with packed(KOREAN, 2022) as found:
        assert list(found) == list(found)
        assert len(list(found)) == len(found) == len(found.kinds) == len(KOREAN)


def test_equal_answers_stand_in_the_order_of_their_weight() -> None:
    """Newest programs first, then short titles before long ones, then by address."""
    entries = [
        entry("program", name, title, sort={"name": "가", "year": year})
        for name, title, year in (("d", "가", "2019"), ("c", "가나", "2022"), ("b", "가", "2022"),
                                  ("a", "가", "2022"), ("e", "가", "2021"))
    ]  # fmt: skip

    assert [one["id"] for one in shown(entries)] == ["a", "b", "c", "e", "d"]
    assert shown(entries[::-1]) == shown(entries)


def test_the_letters_of_kinds_are_in_the_order_of_the_records() -> None:
    """They are counted without loading records."""
    letters = {"program": "p", "enterprise": "e", "centre": "c"}

    with packed(KOREAN, 0) as found:
        assert found.kinds == "".join(letters[json.loads(text)["kind"]] for text, _ in found)


def test_an_entry_is_let_go_when_it_is_written() -> None:
    """A nation of them would fill the memory."""
    known: list[ref[SearchEntry]] = []
    alive = []

    def passing() -> Iterator[SearchEntry]:
        for at in range(20):
            one = entry("page", str(at), "가")
            known.append(ref(one))
            alive.append(sum(other() is not None for other in known))
            yield one

    with packed(passing(), 0) as found:
        assert len(found) == 20
    assert max(alive) <= 3


@pytest.mark.parametrize("at", [0, 1, -1])
def test_a_missing_sort_key_names_the_entry(at: int) -> None:
    """The record would be missing from an order."""
    entries = KOREAN.copy()
    entries[at] = replace(entries[at], url="programs/bare/", sort={})

    with pytest.raises(IndexFailed, match=r"^programs/bare/: no sort key 'name'$"):
        shown(entries)


def test_two_entries_with_one_url_are_refused() -> None:
    """The later one would hide the earlier."""
    with pytest.raises(IndexFailed, match="programs/market/: two search entries"):
        shown([KOREAN[0], KOREAN[0]])


@pytest.mark.parametrize("field", ["title", "subtitle", "body", "url", "id", "kind"])
def test_the_digest_changes_with_each_part(field: str) -> None:
    """Files are taken from the earlier site by it."""
    other = [replace(KOREAN[0], **{field: "page"}), *KOREAN[1:]]  # type: ignore[arg-type]

    assert digest(other) != digest(KOREAN)


def test_the_digest_does_not_depend_on_which_texts_are_one_object() -> None:
    """Otherwise the next program would not know it again."""
    copied = [replace(one, title="".join(list(one.title))) for one in KOREAN]

    assert digest(copied) == digest(KOREAN)
