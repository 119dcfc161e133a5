"""Pages worked out before anything is set: breaks, columns, lists that run on, shared pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dure.booklets.paging.blocks import Block, Leaf, Placed, Record, Section
from dure.booklets.paging.breaks import Filling, breaks, leaves, spread
from dure.booklets.paging.columns import Line, even, filled, grouped, tall
from dure.booklets.paging.lists import Run, run_on
from dure.booklets.paging.units import BETWEEN_MM, LEAST_PART_MM, Unit, unit_leaves

FILLING = Filling(gap=5.0, most=9.0)
HEIGHTS = st.lists(st.floats(3.0, 80.0), min_size=1, max_size=40)


def blocks(*heights: float, leads: tuple[int, ...] = ()) -> list[Block]:
    """Blocks of these heights."""
    return [Block("x", None, height, lead=at in leads) for at, height in enumerate(heights)]


@given(HEIGHTS)
def test_every_block_stands_on_one_page_in_order_and_no_page_is_too_full(
    heights: list[float],
) -> None:
    """Whatever the heights."""
    found = leaves("", blocks(*heights), 100.0, FILLING)
    assert [p.block.tall for leaf in found for p in leaf.blocks] == heights
    for leaf in found:
        assert sum(p.block.tall + p.after for p in leaf.blocks) <= 100.1


def test_a_title_goes_with_what_follows_it() -> None:
    """It never stands last on its page."""
    found = breaks(blocks(60, 20, 50, leads=(1,)), 100.0, FILLING)
    assert found == [(0, 1), (1, 3)]


def test_pages_are_filled_evenly_rather_than_one_after_another() -> None:
    """Four blocks of 40 in a room of 130: two and two, not three and one alone."""
    even_out = Filling(gap=5.0, most=9.0, last=1.0)
    assert breaks(blocks(40, 40, 40, 40), 130.0, even_out) == [(0, 2), (2, 4)]


def test_what_is_left_of_a_page_goes_between_its_blocks_but_not_below_a_title() -> None:
    """Up to the most."""
    found = spread(blocks(10, 30, 30, leads=(0,)), 100.0, FILLING)
    assert [p.after for p in found] == [5.0, 14.0, 0.0]


def test_a_page_tells_where_its_blocks_begin() -> None:
    """Links lead there."""
    section = Section(1, "가", "ok")
    record = Record("enterprise/a", "enterprise-a", "가상")
    block = Block("x", None, 20.0, section=section, records=(record,))
    leaf = Leaf("", (Placed(Block("y", None, 10.0), 5.0), Placed(block, 0.0)))
    assert [y for _, y in leaf.tops()] == [0.0, 15.0]
    assert (leaf.sections, leaf.records) == ((section,), (record,))


def group(count: int, title: str = "가") -> list[Line]:
    """A title with lines of 4 mm."""
    return grouped(Line(title, 5.0, 3.0), [Line(f"{title}{n}", 4.0, 1.0) for n in range(count)])


@given(st.lists(st.integers(1, 15), min_size=1, max_size=8), st.integers(2, 3))
def test_columns_hold_every_line_once_in_order_and_are_even(sizes: list[int], count: int) -> None:
    """No column is more than a group that stays together taller than the mean."""
    lines = [line for n, size in enumerate(sizes) for line in group(size, str(n))]
    columns = even(lines, count, 500.0)
    assert columns is not None
    assert [line for column in columns for line in column] == lines
    whole = sum(line.tall + line.above for line in lines)
    assert tall(columns) <= whole / count + 26.0


@pytest.mark.parametrize("room", [0.0, -4.0, 12.0])
def test_lines_that_do_not_fit_have_no_columns(room: float) -> None:
    """Not even one to a column."""
    assert even(group(4), 2, room) is None


@pytest.mark.parametrize("size", [2, 3, 4])
def test_a_short_group_is_not_divided(size: int) -> None:
    """Two groups that would both fit but for a line: the second begins a column."""
    columns = filled([*group(8), *group(size, "나")], 57.0)
    assert [len(column) for column in columns] == [9, size + 1]


def test_a_long_group_leaves_two_lines_on_either_side() -> None:
    """Neither the first line nor the last stands alone."""
    for room in range(20, 60):
        columns = filled(group(12), float(room))
        assert len(columns[0]) >= 3
        assert len(columns[-1]) >= 2


def test_a_list_begins_where_another_ends() -> None:
    """Three short lists share a page; what does not fit goes on on the next one."""
    runs = [
        Run(title, title, tuple(group(size, title)))
        for title, size in (("가", 6), ("나", 8), ("다", 60))
    ]
    pages = run_on(runs, 2, 180.0)
    assert [[(part.run.title, part.first) for part in page] for page in pages] == [
        [("가", True), ("나", True), ("다", True)],
        [("다", False)],
    ]
    shown = [line for page in pages for part in page for column in part.columns for line in column]
    assert shown == [line for run in runs for line in run.lines]


def work(*heights: float) -> Unit:
    """A work of parts, the last of which is its foot."""
    return Unit(tuple(blocks(*heights)))


def test_two_short_works_share_a_page_and_the_last_ends_at_its_foot() -> None:
    """Each with its own foot."""
    [leaf] = unit_leaves([work(30, 20), work(30, 20)], 140.0)
    assert sum(p.block.tall + p.after for p in leaf.blocks) == pytest.approx(140.0)
    assert leaf.blocks[1].after >= BETWEEN_MM


def test_a_work_a_little_too_long_has_less_white_between_its_parts() -> None:
    """Rather than a page with its foot alone."""
    [leaf] = unit_leaves([work(40, 40, 40, 23)], 150.0)
    assert leaf.blocks[0].after >= LEAST_PART_MM
    assert sum(p.block.tall + p.after for p in leaf.blocks) <= 150.0


def test_a_long_work_turns_over_with_a_good_part_of_it_left() -> None:
    """About as much on the second page as on the first."""
    found = unit_leaves([work(40, 30, 30, 30, 30, 23)], 150.0)
    assert [len(leaf.blocks) for leaf in found] == [3, 3]
