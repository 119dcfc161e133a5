"""Who to call: offices by region, with a map, and what to do where the documents name none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dure.views.centre import CentreView, centre_view
from dure.views.listing import (
    Columns,
    Item,
    ListView,
    Option,
    facet,
    grouped,
    labels,
    region_order,
    used,
)
from dure.views.offices import answering, asked, region_offices
from dure.views.tile_maps import tile_maps

if TYPE_CHECKING:
    from dure.records import Centre
    from dure.views.common import ContactView
    from dure.views.listing import Facet
    from dure.views.reader import Reader, TermView
    from dure.views.tile_maps import TileMap


@dataclass(frozen=True)
class Unserved:
    """A city or district of which the documents name no office, and whom to call instead."""

    region: TermView
    above: TermView
    contacts: tuple[ContactView, ...]
    words: str


@dataclass(frozen=True)
class CentreListView(ListView[CentreView]):
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
    items = [_item(view, reader) for view in views]
    groups = grouped(
        items, lambda item: item.view.region.id, lambda key: reader.term("regions", key).label
    )
    maps = tile_maps(reader)
    unserved = _unserved(maps, reader)
    columns = Columns.of(items)
    facets = (
        _regions(columns, unserved, reader),
        facet("kind", columns, reader, labels("centre-kinds", reader)),
    )
    return CentreListView(used(facets), groups, len(items), tiles=maps, unserved=unserved)


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


def _item(view: CentreView, reader: Reader) -> Item[CentreView]:
    found = reader.catalogue.centres[view.id]
    below = [str(child.name) for child in view.children]
    regions = {
        r for region in (found.region, *found.serves) for r in reader.catalogue.above(region)
    }
    words = (found.name.ko, found.name.en or "", *found.aliases)
    return Item(
        view.id,
        view,
        {"kind": (found.kind,), "region": tuple(sorted(regions))},
        " ".join(words),
        view.name,
        f"centres/{view.id}/",
        str(view.kind.label),
        gives=" ".join((*below, *_places(found, reader))),
    )


def _places(centre: Centre, reader: Reader) -> tuple[str, ...]:
    """Where it is and whom it serves, in every spelling: who types a city finds its office."""
    return tuple(_region_words(r, reader) for r in dict.fromkeys((centre.region, *centre.serves)))


def _region_words(region: str, reader: Reader) -> str:
    term = reader.catalogue.term("regions", region)
    names = (term.label.ko, term.label.en or "", *term.aliases.ko, *term.aliases.en)
    return " ".join(names)
