"""What the calendar can be narrowed by: each program's values, and what a choice of one holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.views.reader import once

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dure.views.reader import Reader

FACETS = ("year", "document", "field", "support", "applicant", "region")
"""In the order in which the page offers them; each is its name in the address."""


@once
def calendar_facets(program_id: str, reader: Reader) -> Mapping[str, tuple[str, ...]]:
    """Facet → the program's values; a field is a section of its document."""
    program = reader.catalogue.programs[program_id]
    document = program.source[0].document
    return {
        "year": (str(program.year),),
        "document": (document,),
        "field": (f"{document}.{program.section}",) if program.section else (),
        "support": program.supports,
        "applicant": program.applicants,
        "region": program.regions,
    }


def tokens(program_id: str, reader: Reader) -> str:
    """The values that the page's rows do not show by their place: `support.grant region.seoul`."""
    found = calendar_facets(program_id, reader)
    return " ".join(f"{name}.{value}" for name in FACETS[3:] for value in found[name])


def held(facet: str, value: str, reader: Reader) -> frozenset[str]:
    """The values that a choice shows: for a region also all above it and all in it."""
    if facet != "region":
        return frozenset((value,))
    catalogue = reader.catalogue
    return frozenset((*catalogue.above(value), *catalogue.within(value)))


def regions_with_programs(reader: Reader) -> Iterator[str]:
    """Regions of which a choice shows any program, in the vocabulary's order."""
    used = {r for program in reader.catalogue.programs.values() for r in program.regions}
    for region in reader.catalogue.terms.get("regions", {}):
        if used & held("region", region, reader):
            yield region
