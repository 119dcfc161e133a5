"""Which records a booklet holds: each selected record once, in the order the booklet asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from dure.korean.collation import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from dure.catalogue import Catalogue
    from dure.records import Booklet, Centre, Enterprise, Product, Program
    from dure.records.booklet import Selection
    from dure.records.values import Source

R = TypeVar("R")


def enterprise_ids(booklet: Booklet, catalogue: Catalogue, volume: str = "") -> tuple[str, ...]:
    """Selected enterprises, or those of a volume, in 가나다 order of their Korean names."""
    names = catalogue.enterprises
    inside = {i: e for i, e in names.items() if not volume or volume_of(e, booklet) == volume}
    found = _chosen(
        booklet,
        "enterprise",
        inside,
        lambda s, e: _enterprise_fits(s, e, catalogue) and _needs_fit(s, e.products),
    )
    return tuple(sorted(found, key=lambda i: (sort_key(names[i].name.ko), i)))


VOLUMES = {"region": "regions", "sector": "sectors", "kind": "enterprise-kinds"}
"""What an enterprise booklet may be divided by, and its vocabulary."""
REST = "other"
"""The volume of what no term of the vocabulary holds."""


def volume_of(found: Enterprise, booklet: Booklet) -> str:
    """The volume an enterprise stands in: that of the first term it has."""
    by = {"region": (found.region,), "sector": found.sectors, "kind": found.kinds}
    return next(iter(by[booklet.volumes]), REST)


def volume_ids(booklet: Booklet, catalogue: Catalogue) -> tuple[str, ...]:
    """Volumes with records in them, in their vocabulary's order; one unnamed where undivided."""
    if booklet.volumes == "none" or booklet.work != "enterprises":
        return ("",)
    known = catalogue.enterprises
    used = {volume_of(known[i], booklet) for i in enterprise_ids(booklet, catalogue)}
    return tuple(i for i in (*catalogue.terms[VOLUMES[booklet.volumes]], REST) if i in used)


def product_ids(booklet: Booklet, catalogue: Catalogue) -> tuple[tuple[str, int], ...]:
    """Selected products as (enterprise, place in its list), in 가나다 order of product names."""
    found = {
        (maker, at): product.name.ko
        for maker, enterprise in catalogue.enterprises.items()
        for at, product in enumerate(enterprise.products)
        if any(
            s.kind == "product"
            and _enterprise_fits(s, enterprise, catalogue)
            and _needs_fit(s, (product,))
            for s in booklet.select
        )
    }
    return tuple(sorted(found, key=lambda key: (sort_key(found[key]), key)))


def program_ids(booklet: Booklet, catalogue: Catalogue) -> tuple[str, ...]:
    """Selected programs in the order of their document's sections, each after its parent."""
    found = _chosen(
        booklet, "program", catalogue.programs, lambda s, p: _program_fits(s, p, catalogue)
    )
    return tuple(sorted(found, key=lambda i: _program_place(i, catalogue)))


def centre_ids(booklet: Booklet, catalogue: Catalogue) -> tuple[str, ...]:
    """Selected centres in id order; each work puts them in its own order."""
    return tuple(
        sorted(
            _chosen(
                booklet, "centre", catalogue.centres, lambda s, c: _centre_fits(s, c, catalogue)
            )
        )
    )


def _chosen(
    booklet: Booklet, kind: str, records: Mapping[str, R], fits: Callable[[Selection, R], bool]
) -> tuple[str, ...]:
    wanted = [s for s in booklet.select if s.kind == kind]
    return tuple(i for i, record in records.items() if any(fits(s, record) for s in wanted))


def _enterprise_fits(chosen: Selection, found: Enterprise, catalogue: Catalogue) -> bool:
    return (
        _regions_fit(chosen, (found.region,), catalogue)
        and _meet(chosen.sectors, found.sectors)
        and _meet(chosen.enterprise_kinds, found.kinds)
        and _documents_fit(chosen, found.source)
    )


def _needs_fit(chosen: Selection, products: Collection[Product]) -> bool:
    return not chosen.needs or any(_meet(chosen.needs, p.needs) for p in products)


def _program_fits(chosen: Selection, found: Program, catalogue: Catalogue) -> bool:
    return (
        _regions_fit(chosen, found.regions, catalogue)
        and _meet(chosen.years, (found.year,))
        and _documents_fit(chosen, found.source)
    )


def _centre_fits(chosen: Selection, found: Centre, catalogue: Catalogue) -> bool:
    regions = (found.region, *found.serves)
    return _regions_fit(chosen, regions, catalogue) and _documents_fit(chosen, found.source)


def _regions_fit(chosen: Selection, regions: Collection[str], catalogue: Catalogue) -> bool:
    wanted = frozenset[str]().union(*(catalogue.within(r) for r in chosen.regions))
    return _meet(wanted, regions)


def _documents_fit(chosen: Selection, found: Collection[Source]) -> bool:
    return _meet(chosen.documents, [source.document for source in found])


def _meet(wanted: Collection[object], found: Collection[object]) -> bool:
    """A condition not given holds for every record."""
    return not wanted or any(item in wanted for item in found)


def _program_place(program_id: str, catalogue: Catalogue) -> tuple[object, ...]:
    """Document, place of the section in it, then family by family: a parent before its parts."""
    program = catalogue.programs[program_id]
    document = program.source[0].document
    sections = [s.id for s in catalogue.documents[document].sections]
    at = sections.index(program.section) if program.section in sections else len(sections)
    return (document, at, _family(program_id, catalogue))


def _family(program_id: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The program's forebears, eldest first, and itself: sorted so, a parent leads its parts."""
    line: tuple[str, ...] = ()
    current: str | None = program_id
    while current is not None and current not in line:
        line = (current, *line)
        current = catalogue.programs[current].parent
    return line
