"""Who to call: offices by region, with a map, and what to do where the documents name none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dure.views.centre import CentreView, centre_view
from dure.views.entries import Column, Columns, Entries, Told, named
from dure.views.listing import (
    ListView,
    Option,
    by_term,
    facet,
    labels,
    places,
    region_order,
    used,
)
from dure.views.offices import answering, asked, region_offices
from dure.views.tile_maps import tile_maps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dure.records import Centre
    from dure.views.common import ContactView
    from dure.views.entries import Places
    from dure.views.listing import Facet
    from dure.views.reader import Reader, TermView
    from dure.views.tile_maps import TileMap


class Unserved(Struct, frozen=True):
    """A city or district of which the documents name no office, and whom to call instead."""

    region: TermView
    above: TermView
    contacts: tuple[ContactView, ...]
    words: str


class CentreListView(ListView[CentreView], frozen=True):
    """Centres with the maps to choose a region on."""

    tiles: tuple[TileMap, ...] = ()
    unserved: tuple[Unserved, ...] = ()


def centre_list(reader: Reader) -> CentreListView:
    """Offices without a parent, by region; teams stand inside their office."""
    tops = [i for i, c in reader.catalogue.centres.items() if c.parent is None]
    views = [centre_view(i, reader) for i in tops]
    order = region_order(reader)
    kinds = list(reader.catalogue.terms.get("centre-kinds", {}))
    views.sort(key=lambda v: (order[v.region.id], kinds.index(v.kind.id), str(v.name), v.id))
    columns = _columns(views, reader)
    maps = tile_maps(reader)
    unserved = _unserved(maps, reader)
    facets = used((
        _regions(columns, unserved, reader),
        facet("kind", columns, reader, labels("centre-kinds", reader)),
    ))  # fmt: skip
    where = places(facets, columns)
    entries = Entries(
        reader.lang,
        [view.id for view in views],
        range(len(views)),
        columns,
        [_told(view, own, reader) for view, own in zip(views, where, strict=True)],
        lambda some: [views[at] for at in some],
    )
    groups = by_term(entries, [view.region.id for view in views], "regions", reader)
    return CentreListView(facets, groups, entries, tiles=maps, unserved=unserved)


def _columns(views: Sequence[CentreView], reader: Reader) -> Columns:
    """What each is filtered by: regions are those it lies in and serves, and all above them."""
    above, found = reader.catalogue.above, [reader.catalogue.centres[view.id] for view in views]
    regions = [{r for own in (one.region, *one.serves) for r in above(own)} for one in found]
    return Columns({
        "kind": Column.of([(one.kind,) for one in found]),
        "region": Column.of([tuple(sorted(own)) for own in regions]),
    })  # fmt: skip


def _regions(columns: Columns, unserved: tuple[Unserved, ...], reader: Reader) -> Facet:
    """Regions with an office, and those without one: they too can be chosen."""
    names = labels("regions", reader)
    found = facet("region", columns, reader, names)
    counts = {option.id: option.count for option in found.options}
    counts |= {one.region.id: 0 for one in unserved}
    options = (Option(i, label, counts[i]) for i, label in names.items() if i in counts)
    return replace(found, options=tuple(options))


def _unserved(maps: tuple[TileMap, ...], reader: Reader) -> tuple[Unserved, ...]:
    """Each tile without an office leads to the offices of the wider region."""
    return tuple(
        Unserved(
            tile.term,
            found.region,
            tuple(
                asked(centre, reader)
                for centre in region_offices(tile.term.id, reader)
                if answering(centre, reader)
            ),
            _region_words(tile.term.id, reader),
        )
        for found in maps
        for tile in found.tiles
        if not tile.centres
    )


def _told(view: CentreView, where: Places, reader: Reader) -> Told:
    """What the list tells of one besides its card."""
    found = reader.catalogue.centres[view.id]
    below = [str(child.name) for child in view.children]
    return Told(
        f"centres/{view.id}/",
        *named(view.name),
        str(view.kind.label),
        " ".join((found.name.ko, found.name.en or "", *found.aliases)),
        " ".join((*below, *_spellings(found, reader))),
        where,
        (),
    )


def _spellings(centre: Centre, reader: Reader) -> tuple[str, ...]:
    """Where it is and whom it serves, in every spelling: who types a city finds its office."""
    return tuple(_region_words(r, reader) for r in dict.fromkeys((centre.region, *centre.serves)))


def _region_words(region: str, reader: Reader) -> str:
    term = reader.catalogue.term("regions", region)
    names = (term.label.ko, term.label.en or "", *term.aliases.ko, *term.aliases.en)
    return " ".join(names)
