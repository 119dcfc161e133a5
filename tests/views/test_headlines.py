"""The figures of the home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.views.headlines import MOST, headlines
from dure.views.reader import Reader
from tests import sample

if TYPE_CHECKING:
    from dure.catalogue import Catalogue


def test_a_table_gives_its_total_in_won_with_its_years() -> None:
    """2,800.5 million won is told as a sum, with the period it is of."""
    (found,) = headlines(sample.reader("ko"))
    assert (found.path, str(found.value), found.when) == (
        "indicators/#sample-budget",
        "28억 50만 원",
        "2021~2022년",
    )
    assert not found.noted


def test_figures_are_few_newest_first_and_one_a_document(real: Catalogue) -> None:
    """The total is the one that no other total holds, even where parts are totals too."""
    found = headlines(Reader(real, "ko"))
    documents = [real.indicators[h.path.partition("#")[2]].source[0].document for h in found]
    assert len(documents) == len(set(documents)) <= MOST
    assert ("indicators/#gyeonggi-se-budget-2022", "337억 400만 원", True) in [
        (h.path, str(h.value), h.noted) for h in found
    ]
    assert ("indicators/#gangbuk-organisations", "2016. 3. 31.") in [
        (h.path, h.when) for h in found
    ]
