"""Rules about days: what begins comes before what ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.records import Enterprise, Program
from dure.rules.findings import Finding, each

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dure.catalogue import Linked


def certificates_begin_before_they_end(linked: Linked) -> Iterator[Finding]:
    """A certificate ends after it begins."""
    for entry, enterprise in each(linked, Enterprise):
        for index, held in enumerate(enterprise.certificates):
            if held.since and held.until and held.until.last() < held.since.first():
                yield Finding(entry, ("certificates", index, "until"), "ends_before_start")


def applications_open_before_they_close(linked: Linked) -> Iterator[Finding]:
    """Applications close after they open."""
    for entry, program in each(linked, Program):
        asked = program.application
        if asked and asked.opens and asked.closes and asked.closes.last() < asked.opens.first():
            yield Finding(entry, ("application", "closes"), "ends_before_start")
