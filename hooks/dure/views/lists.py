"""The lists of programs, enterprises, products and centres: cards, groups and facets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Generic, TypeVar

from dure.korean.collation import sort_key
from dure.views.centre import CentreView, centre_view
from dure.views.enterprise import enterprise_view, product_views
from dure.views.program import program_view
from dure.views.reader import TermView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dure.records import Program
    from dure.render import Phrase
    from dure.views.enterprise import EnterpriseView, ProductView
    from dure.views.program import ProgramView
    from dure.views.reader import LinkView, Reader

V = TypeVar("V")


@dataclass(frozen=True)
class Option:
    """One value of a facet and how many items have it."""

    id: str
    label: str
    count: int


@dataclass(frozen=True)
class Facet:
    """A way to narrow a list down."""

    key: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Item(Generic[V]):
    """One entry of a list: what to show and what it can be filtered by."""

    id: str
    view: V
    facets: Mapping[str, tuple[str, ...]]
    words: str
    """What the text filter looks through, lower case."""


@dataclass(frozen=True)
class Group(Generic[V]):
    """Entries that stand under one heading."""

    id: str
    label: Phrase
    items: tuple[Item[V], ...]


@dataclass(frozen=True)
class ListView(Generic[V]):
    """A whole list: complete without scripts, narrowed down with them."""

    facets: tuple[Facet, ...]
    groups: tuple[Group[V], ...]
    total: int


@dataclass(frozen=True)
class Tile:
    """A city or district on a tile map, with the centres to call there."""

    term: TermView
    column: int
    row: int
    centres: tuple[LinkView, ...]
    stands_in: bool


@dataclass(frozen=True)
class TileMap:
    """All cities or districts of one region, as squares."""

    region: TermView
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class CentreListView(ListView[CentreView]):
    """Centres with the maps to choose a region on."""

    maps: tuple[TileMap, ...]


Keys = Callable[[V], Mapping[str, tuple[TermView, ...]]]


def program_list(reader: Reader) -> ListView[ProgramView]:
    """Programs, newest year first, by source document; sub-programs stand with the rest."""
    programs = reader.catalogue.programs
    documents = reader.catalogue.documents

    def place(program_id: str) -> tuple[object, ...]:
        program = programs[program_id]
        document = program.source[0].document
        sections = [s.id for s in documents[document].sections]
        at = sections.index(program.section) if program.section in sections else len(sections)
        return (
            -program.year,
            document,
            at,
            program.parent or program_id,
            program.parent is not None,
            program_id,
        )

    ids = sorted(programs, key=place)
    items = [_program_item(program_view(i, reader), programs[i], reader) for i in ids]
    groups = _grouped(
        items,
        lambda item: programs[item.id].source[0].document,
        lambda key: reader.say(documents[key].title),
    )
    operators = _operator_options(items, reader)
    facets = (
        _facet("access", items, reader, _access_words(reader)),
        _facet("support", items, reader, _labels("supports", reader)),
        _facet("applicant", items, reader, _labels("applicants", reader)),
        _facet("region", items, reader, _labels("regions", reader)),
        _facet("operator", items, reader, operators),
        _facet("year", items, reader, {str(p.year): str(p.year) for p in programs.values()}),
    )
    return ListView(_used(facets), groups, len(items))


def _program_item(view: ProgramView, program: Program, reader: Reader) -> Item[ProgramView]:
    regions = {r for region in program.regions for r in reader.catalogue.above(region)}
    words = (program.name.ko, program.name.en or "", str(view.summary), *program.aliases)
    return Item(
        view.id,
        view,
        {
            "access": (program.access,),
            "support": program.supports,
            "applicant": program.applicants,
            "region": tuple(sorted(regions)),
            "operator": program.operators,
            "year": (str(program.year),),
        },
        " ".join(words).lower(),
    )


def _access_words(reader: Reader) -> dict[str, str]:
    names = ("apply", "attend", "use", "read", "internal")
    return {name: reader.words[f"access_{name}"] for name in names}


def _operator_options(items: Iterable[Item[ProgramView]], reader: Reader) -> dict[str, str]:
    ids = {i for item in items for i in item.facets["operator"]}
    names = {i: str(reader.centre(i).label) for i in ids}
    return dict(sorted(names.items(), key=lambda pair: (sort_key(pair[1]), pair[0])))


def enterprise_list(reader: Reader) -> ListView[EnterpriseView]:
    """Enterprises in name order, by region."""
    views = [enterprise_view(i, reader) for i in reader.catalogue.enterprises]
    order = _region_order(reader)
    views.sort(key=lambda v: (order[v.region.id], sort_key(str(v.name)), v.id))
    items = [_enterprise_item(view, reader) for view in views]
    groups = _grouped(
        items, lambda item: item.view.region.id, lambda key: reader.term("regions", key).label
    )
    facets = (
        _facet("kind", items, reader, _labels("enterprise-kinds", reader)),
        _facet("region", items, reader, _labels("regions", reader)),
        _facet("sector", items, reader, _labels("sectors", reader)),
        _facet("class", items, reader, _labels("procurement-classes", reader)),
        _facet("need", items, reader, _labels("needs", reader)),
    )
    return ListView(_used(facets), groups, len(items))


def _enterprise_item(view: EnterpriseView, reader: Reader) -> Item[EnterpriseView]:
    found = reader.catalogue.enterprises[view.id]
    words = (
        found.name.ko,
        found.name.en or "",
        *found.aliases,
        str(view.summary or ""),
        *(str(p.name) for p in view.products),
    )
    return Item(
        view.id,
        view,
        {
            "kind": found.kinds,
            "region": reader.catalogue.above(found.region),
            "sector": found.sectors,
            "class": _unique(p.procurement_class.id for p in view.products),
            "need": _unique(n.id for p in view.products for n in p.needs),
        },
        " ".join(words).lower(),
    )


def product_list(reader: Reader) -> ListView[ProductView]:
    """Products in name order, by procurement class."""
    views = [p for i in reader.catalogue.enterprises for p in product_views(i, reader)]
    classes = list(reader.catalogue.terms.get("procurement-classes", {}))
    views.sort(key=lambda v: (classes.index(v.procurement_class.id), sort_key(str(v.name)), v.id))
    items = [_product_item(view, reader) for view in views]
    groups = _grouped(
        items,
        lambda item: item.view.procurement_class.id,
        lambda key: reader.term("procurement-classes", key).label,
    )
    facets = (
        _facet("class", items, reader, _labels("procurement-classes", reader)),
        _facet("need", items, reader, _labels("needs", reader)),
        _facet("kind", items, reader, _labels("enterprise-kinds", reader)),
        _facet("region", items, reader, _labels("regions", reader)),
    )
    return ListView(_used(facets), groups, len(items))


def _product_item(view: ProductView, reader: Reader) -> Item[ProductView]:
    return Item(
        view.id,
        view,
        {
            "class": (view.procurement_class.id,),
            "need": tuple(n.id for n in view.needs),
            "kind": tuple(k.id for k in view.maker_kinds),
            "region": reader.catalogue.above(view.region.id),
        },
        f"{view.name} {view.maker.label} {view.note or ''}".lower(),
    )


def centre_list(reader: Reader) -> CentreListView:
    """Offices without a parent, by region; teams stand inside their office."""
    tops = [i for i, c in reader.catalogue.centres.items() if c.parent is None]
    views = [centre_view(i, reader) for i in tops]
    order = _region_order(reader)
    kinds = list(reader.catalogue.terms.get("centre-kinds", {}))
    views.sort(key=lambda v: (order[v.region.id], kinds.index(v.kind.id), str(v.name), v.id))
    items = [_centre_item(view, reader) for view in views]
    groups = _grouped(
        items, lambda item: item.view.region.id, lambda key: reader.term("regions", key).label
    )
    facets = (
        _facet("kind", items, reader, _labels("centre-kinds", reader)),
        _facet("region", items, reader, _labels("regions", reader)),
    )
    return CentreListView(_used(facets), groups, len(items), tile_maps(reader))


def _centre_item(view: CentreView, reader: Reader) -> Item[CentreView]:
    found = reader.catalogue.centres[view.id]
    below = [str(child.name) for child in view.children]
    regions = {
        r for region in (found.region, *found.serves) for r in reader.catalogue.above(region)
    }
    words = (found.name.ko, found.name.en or "", *found.aliases, *below)
    return Item(
        view.id,
        view,
        {"kind": (found.kind,), "region": tuple(sorted(regions))},
        " ".join(words).lower(),
    )


def tile_maps(reader: Reader) -> tuple[TileMap, ...]:
    """A tile map for each region whose cities or districts have tiles."""
    parents: dict[str, list[Tile]] = {}
    for term in reader.catalogue.terms.get("regions", {}).values():
        if term.tile is not None and term.parent is not None:
            parents.setdefault(term.parent, []).append(_tile(term.id, term.tile, reader))
    return tuple(
        TileMap(reader.term("regions", region), tuple(tiles)) for region, tiles in parents.items()
    )


def _tile(region: str, at: tuple[int, int], reader: Reader) -> Tile:
    ids = reader.catalogue.mentioned_by("term:regions", region, "centre", "serves")
    centres = reader.catalogue.centres
    return Tile(
        reader.term("regions", region),
        at[0],
        at[1],
        tuple(reader.centre(i) for i in ids),
        any(centres[i].stands_in for i in ids),
    )


def _labels(vocabulary: str, reader: Reader) -> dict[str, str]:
    terms = reader.catalogue.terms.get(vocabulary, {})
    return {term_id: str(reader.say(term.label)) for term_id, term in terms.items()}


def _facet(key: str, items: Iterable[Item[V]], reader: Reader, labels: Mapping[str, str]) -> Facet:
    counts = Counter(value for item in items for value in item.facets[key])
    options = (Option(i, label, counts[i]) for i, label in labels.items() if counts[i])
    return Facet(key, reader.words[f"facet_{key}"], tuple(options))


def _used(facets: Iterable[Facet]) -> tuple[Facet, ...]:
    """A facet with fewer than two options narrows nothing down."""
    return tuple(facet for facet in facets if len(facet.options) > 1)


def _region_order(reader: Reader) -> dict[str, tuple[bool, int]]:
    """Regions as the vocabulary has them, nationwide last: who looks for a place looks near."""
    terms = reader.catalogue.terms.get("regions", {}).values()
    return {term.id: (term.parent is None, at) for at, term in enumerate(terms)}


def _grouped(
    items: Iterable[Item[V]], key: Callable[[Item[V]], str], label: Callable[[str], Phrase]
) -> tuple[Group[V], ...]:
    return tuple(Group(k, label(k), tuple(found)) for k, found in groupby(items, key))


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
