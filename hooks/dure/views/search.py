"""The search page: its words and the labels of its filters, and whom to call when it fails."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from msgspec import Struct

from dure.search.texts import page_texts
from dure.views.common import ContactView, phone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dure.render import Phrase
    from dure.views.reader import Reader

FACETS = {
    "program": ("support", "applicant", "region", "access", "operator", "year"),
    "enterprise": ("region", "kind_of", "sector", "need", "class"),
    "product": ("need", "class", "region", "sector"),
    "centre": ("region", "office"),
    "page": (),
}
"""What each kind of result can be narrowed down by."""
VOCABULARIES = {
    "region": "regions", "support": "supports", "applicant": "applicants",
    "kind_of": "enterprise-kinds", "sector": "sectors", "need": "needs",
    "class": "procurement-classes", "office": "centre-kinds",
}  # fmt: skip
"""Where a facet's labels are written; the others have none or take them from elsewhere."""
SORTS = ("name", "year")
_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


class SearchView(Struct, frozen=True):
    """What the search page needs besides its form; `texts` and `labels` are JSON for its script."""

    texts: Markup
    labels: Markup
    help: tuple[ContactView, ...]
    hint: Phrase | str
    """What may be typed."""


def search_view(reader: Reader) -> SearchView:
    """The search page in one language."""
    texts = page_texts(reader.lang)
    labels = {
        "facets": {name: {"label": texts[f"facet_{name}"], "values": _values(name, reader)}
                   for name in dict.fromkeys(name for names in FACETS.values() for name in names)},
        "kinds": FACETS,
        "sorts": {name: texts[f"sort_{name}"] for name in SORTS},
    }  # fmt: skip
    return SearchView(script_json(texts), script_json(labels), _help(reader), search_hint(reader))


def search_hint(reader: Reader) -> Phrase | str:
    """What may be typed: the site's own example, or one that fits any."""
    return reader.maybe(reader.catalogue.site.search_hint) or reader.words["search_hint"]


def script_json(value: Any) -> Markup:
    """JSON for a script element: no character in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_UNSAFE))  # noqa: S704 - made safe in the line above


def _values(facet: str, reader: Reader) -> Mapping[str, str]:
    catalogue = reader.catalogue
    if facet == "operator":
        ids = sorted({i for program in catalogue.programs.values() for i in program.operators})
        return {i: str(reader.centre(i).label) for i in ids}
    if facet == "access":
        used = sorted({program.access for program in catalogue.programs.values()})
        return {name: reader.words[f"access_{name}"] for name in used}
    terms = catalogue.terms.get(VOCABULARIES.get(facet, ""), {})
    return {term.id: str(reader.say(term.label)) for term in terms.values()}


def _help(reader: Reader) -> tuple[ContactView, ...]:
    """The office the site names for help, or the offices below it when only they have phones."""
    catalogue = reader.catalogue
    if (named := catalogue.site.help_centre) is None:
        return ()
    below = catalogue.mentioned_by("centre", named, "centre", "parent")
    with_phones = [i for i in (named, *below) if catalogue.centres[i].phones]
    return tuple(_contact(i, reader) for i in with_phones[:1] or [named])


def _contact(centre_id: str, reader: Reader) -> ContactView:
    centre = reader.catalogue.centres[centre_id]
    above = reader.centre(centre.parent) if centre.parent else None
    phones = tuple(phone(line, reader) for line in centre.phones)
    return ContactView(reader.centre(centre_id), above, phones, None, None)
