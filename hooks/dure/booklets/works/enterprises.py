"""The enterprise booklet for public buyers: enterprises by sector, and five ways to find one."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from dure.booklets.select import enterprise_ids
from dure.booklets.works.common import (
    badge,
    base,
    enterprise_piece,
    matter_of,
    matters,
    strip,
    text_width,
)
from dure.booklets.works.entries import entry, target
from dure.booklets.works.entryfit import entry_fit
from dure.booklets.works.indexes import Item, by_letter, by_term
from dure.render import Phrase
from dure.views.enterprise import enterprise_view

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dure.booklets.works.common import (
        Values,
        Work,
    )
    from dure.booklets.works.indexes import Index
    from dure.views.enterprise import EnterpriseView
    from dure.views.reader import TermView

BAND_MM = 16.0
"""Height of the patchwork above a sector."""


def enterprises_work(work: Work) -> Values:
    """Everything the booklet prints."""
    ids = enterprise_ids(work.booklet, work.reader.catalogue, work.volume)
    views = [enterprise_view(i, work.reader) for i in ids]
    known = work.reader.catalogue.enterprises
    pieces = [enterprise_piece(i, known[i], work.reader) for i in ids]
    hand_written = matter_of(work)
    return {
        **base(work, pieces),
        "front": matters(hand_written.front, work),
        "back": matters(hand_written.back, work),
        "sections": sections(views, work),
        "indexes": [_index(name, views, work) for name in work.booklet.indexes],
        "key": key(views, work),
    }


def key(views: Sequence[EnterpriseView], work: Work) -> Values:
    """How to read the booklet; only kinds that occur are explained."""
    used = {k.id for v in views for k in v.kinds}
    terms = work.reader.catalogue.terms
    return {
        "lines": [work.words[f"key_{n}"] for n in ("patch", "table", "code", "contact")],
        "kinds": [badge(work.reader.shown(t)) for t in terms["enterprise-kinds"].values()
                  if t.id in used],
        "classes": [work.reader.shown(t) for t in terms["procurement-classes"].values()],
    }


VOCABULARIES = {"sector": "sectors", "kind": "enterprise-kinds", "region": "regions"}
"""What a booklet may be grouped by; anything else is grouped by sector."""


def sections(views: Sequence[EnterpriseView], work: Work) -> list[Values]:
    """Groups in their vocabulary's order; each enterprise stands in the first it belongs to."""
    reader = work.reader
    by = work.booklet.group_by if work.booklet.group_by in VOCABULARIES else "sector"
    titles: dict[str, TermView | None] = {
        t.id: reader.shown(t) for t in reader.catalogue.terms[VOCABULARIES[by]].values()}
    titles[""] = None
    found = []
    for group, term in titles.items():
        inside = [v for v in views if _first(v, by) == group]
        if inside:
            found.append(_section(term, inside, work))
    return found


def _first(view: EnterpriseView, by: str) -> str:
    terms = {"sector": view.sectors, "kind": view.kinds, "region": (view.region,)}[by]
    return terms[0].id if terms else ""


def _section(term: TermView | None, views: Sequence[EnterpriseView], work: Work) -> Values:
    known = work.reader.catalogue.enterprises
    pieces = [enterprise_piece(v.id, known[v.id], work.reader) for v in views]
    dye = term.colour if term else "jae"
    return {
        "title": term.label if term else work.words["sector_missing"],
        "about": term.description if term else work.words["sector_missing_about"],
        "dye": dye,
        "height": BAND_MM,
        "patches": strip(pieces, work.width, BAND_MM),
        "items": [_entry(view, dye, work) for view in views],
    }


def _entry(view: EnterpriseView, dye: str, work: Work) -> Values:
    said = entry(view, dye, work)
    fit = entry_fit(said, work.words, work.type_of or work.reader.lang, text_width(work))
    return {**{f.name: getattr(said, f.name) for f in fields(said)}, **fit}


def _index(name: str, views: Sequence[EnterpriseView], work: Work) -> Index:
    return _INDEXES[name](views, work)


def _names(views: Sequence[EnterpriseView], work: Work) -> Index:
    own = [Item(v.name, target(v.id)) for v in views]
    others = [Item(Phrase(alias, "ko", work.reader.lang), target(v.id)) for v in views
              for alias in v.aliases]
    return by_letter(work.words["index_name"], [*own, *others])


def _products(views: Sequence[EnterpriseView], work: Work) -> Index:
    items = [Item(p.name, target(v.id), v.name) for v in views for p in v.products]
    return by_letter(work.words["index_product"], items)


def _by(vocabulary: str, title: str, terms_of: Callable[[EnterpriseView], Sequence[str]],
        views: Sequence[EnterpriseView], work: Work) -> Index:
    terms = work.reader.catalogue.terms[vocabulary]
    labels = {i: str(work.reader.say(t.label)) for i, t in terms.items()}
    missing = work.words["not_stated"]
    found = [(i, Item(v.name, target(v.id))) for v in views for i in (terms_of(v) or ("",))]
    return by_term(work.words[title], {**labels, "": missing}, found)


def _regions(views: Sequence[EnterpriseView], work: Work) -> Index:
    return _by("regions", "index_region", lambda v: (v.region.id,), views, work)


def _kinds(views: Sequence[EnterpriseView], work: Work) -> Index:
    return _by("enterprise-kinds", "index_kind", lambda v: [k.id for k in v.kinds], views, work)


def _needs(views: Sequence[EnterpriseView], work: Work) -> Index:
    return _by("needs", "index_need",
               lambda v: list(dict.fromkeys(n.id for p in v.products for n in p.needs)),
               views, work)


_INDEXES: Mapping[str, Callable[[Sequence[EnterpriseView], Work], Index]] = {
    "name": _names, "product": _products, "region": _regions, "kind": _kinds, "need": _needs,
}
