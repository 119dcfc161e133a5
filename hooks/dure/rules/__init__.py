"""Rules no single file can break: references, addresses, phones, sums. Each says its rule first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.rules.findings import Finding, Rule
from dure.rules.links import (
    addresses_are_unique,
    former_ids_are_free,
    handles_are_unique,
    parents_end_somewhere,
    references_exist,
    sections_belong_to_the_document,
    term_parents_exist,
)
from dure.rules.offices import (
    contacts_name_real_lines,
    enterprises_lie_in_their_region,
    phones_stand_under_one_office,
)
from dure.rules.sums import (
    budgets_add_up,
    rows_fit_their_columns,
    sums_add_up_or_are_explained,
    sums_name_real_parts,
)
from dure.rules.times import (
    applications_open_before_they_close,
    certificates_begin_before_they_end,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dure.catalogue import Linked

__all__ = ["RULES", "Finding", "Rule", "broken_rules"]

RULES: tuple[Rule, ...] = (
    references_exist,
    addresses_are_unique,
    former_ids_are_free,
    handles_are_unique,
    sections_belong_to_the_document,
    parents_end_somewhere,
    term_parents_exist,
    enterprises_lie_in_their_region,
    phones_stand_under_one_office,
    contacts_name_real_lines,
    rows_fit_their_columns,
    sums_name_real_parts,
    sums_add_up_or_are_explained,
    budgets_add_up,
    certificates_begin_before_they_end,
    applications_open_before_they_close,
)


def broken_rules(linked: Linked) -> Iterator[Finding]:
    """Every rule that the records break."""
    for rule in RULES:
        yield from rule(linked)
