"""The cloth of the home page: one patch an enterprise, or as many as keeps the page light."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from dure.views.home import MOST_PIECES, home_view
from tests import sample

if TYPE_CHECKING:
    from dure.views.home import Cloth


def _cloth(number: int) -> Cloth:
    """The cloth of so many enterprises, every tenth of them without a kind."""
    reader = sample.reader("ko")
    model = next(e for e in reader.catalogue.entries if e.kind == "enterprise")
    kinds = reader.catalogue.enterprises[model.id].kinds
    made = tuple(
        replace(
            model,
            id=f"made-up-{at:05d}",
            record=structs.replace(model.record, kinds=() if at % 10 == 0 else kinds),
        )
        for at in range(number)
    )
    others = tuple(e for e in reader.catalogue.entries if e.kind != "enterprise")
    catalogue = replace(reader.catalogue, entries=(*others, *made))
    return home_view(replace(reader, catalogue=catalogue)).cloth


def test_a_few_enterprises_have_a_patch_each() -> None:
    """Each with its own name."""
    cloth = _cloth(20)
    assert (cloth.each, len(cloth.pieces)) == (1, 20)
    assert {piece.name for piece in cloth.pieces} != {"기업 1곳"}


@pytest.mark.parametrize("number", [MOST_PIECES + 1, 5505, 35_000])
def test_thousands_share_patches(number: int) -> None:
    """The cloth stays as large as it may be, and each kind keeps its share to within a patch."""
    cloth = _cloth(number)
    assert MOST_PIECES / 2 < len(cloth.pieces) <= MOST_PIECES + len(cloth.shares)
    patches = Counter((piece.kind, piece.colour) for piece in cloth.pieces)
    for share in cloth.shares:
        assert patches[share.kind, share.colour] == -(-share.count // cloth.each)
    assert {piece.name for piece in cloth.pieces} == {f"기업 {cloth.each}곳"}


def test_counts_of_kinds_are_of_all_enterprises() -> None:
    """However few patches there are."""
    cloth = _cloth(1000)
    assert sum(share.count for share in cloth.shares) == 1000


def test_the_legend_names_each_kind_once_in_the_order_of_the_vocabulary() -> None:
    """What has no kind stands last, whatever colours it has."""
    reader = sample.reader("ko")
    cloth = home_view(reader).cloth
    known = reader.terms("enterprise-kinds", reader.catalogue.terms["enterprise-kinds"])
    order = [term.label.text for term in known] + [reader.words["kind_missing"]]
    names = [share.kind for share in cloth.legend]
    assert names == sorted(names, key=order.index)
    assert len(set(names)) == len(names) > 1
    assert sum(share.count for share in cloth.legend) == sum(share.count for share in cloth.shares)
