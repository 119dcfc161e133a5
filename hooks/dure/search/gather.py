"""From the catalogue to what the search knows: one entry per page, product and language."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from dure.korean.collation import sort_key
from dure.korean.phones import search_forms
from dure.report import texts_of
from dure.search.entries import SearchEntry
from dure.search.words import SynonymData, SynonymGroup
from dure.site.addresses import ROOTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dure.catalogue import Catalogue
    from dure.records import Centre, Enterprise, Model, Name, Program, Text
    from dure.records.values import PhoneLine
    from dure.search.entries import Kind, Language
    from dure.site.shell import Guide
    from dure.views.reader import Reader

SEARCH_WORDS = "search-words"
FACET_VOCABULARIES = (
    "regions",
    "supports",
    "applicants",
    "enterprise-kinds",
    "sectors",
    "needs",
    "procurement-classes",
    "centre-kinds",
    SEARCH_WORDS,
)
SPELLINGS = "spellings"
LISTS = {
    "regions": "centres/?region", "supports": "programs/?support",
    "applicants": "programs/?applicant", "enterprise-kinds": "enterprises/?kind",
    "sectors": "enterprises/?sector", "needs": "products/?need",
    "procurement-classes": "products/?class", "centre-kinds": "centres/?kind",
}  # fmt: skip
"""Where a facet's terms are chosen: the list and its parameter."""


def synonyms(catalogue: Catalogue) -> SynonymData:
    """Each term of the facets is a group of words of one meaning; spellings are wrong → right."""
    groups = tuple(
        SynonymGroup(
            (term.label.ko, *term.aliases.ko),
            (*((term.label.en,) if term.label.en else ()), *term.aliases.en),
            vocabulary != SEARCH_WORDS,
            _links(vocabulary, term.id),
        )
        for vocabulary in FACET_VOCABULARIES
        for term in catalogue.terms.get(vocabulary, {}).values()
        if term.aliases.ko or term.aliases.en
    )
    wrong = tuple(
        (alias, label)
        for term in catalogue.terms.get(SPELLINGS, {}).values()
        for label, aliases in ((term.label.ko, term.aliases.ko), (term.label.en, term.aliases.en))
        if label is not None
        for alias in aliases
    )
    return SynonymData(groups, wrong)


def _links(vocabulary: str, term: str) -> tuple[str, ...]:
    """The list narrowed down to a term, in Korean and in English."""
    found = LISTS.get(vocabulary)
    return tuple(f"{ROOTS[lang]}{found}={term}" for lang in ("ko", "en")) if found else ()


def records(reader: Reader) -> Iterator[SearchEntry]:
    """All records of one language, and each product under its maker's page."""
    catalogue = reader.catalogue
    for program_id, program in catalogue.programs.items():
        yield _program(program_id, program, reader)
    for enterprise_id, enterprise in catalogue.enterprises.items():
        yield _enterprise(enterprise_id, enterprise, reader)
        yield from _products(enterprise_id, enterprise, reader)
    for centre_id, centre in catalogue.centres.items():
        yield _centre(centre_id, centre, reader)


def _program(program_id: str, program: Program, reader: Reader) -> SearchEntry:
    catalogue = reader.catalogue
    selected = (s for result in program.results for s in result.selected)
    named = [i for s in selected for i in ((s.enterprise,) if s.enterprise else ()) + s.partners]
    lines = [
        line
        for c in program.contacts
        for line in catalogue.centres[c.office].phones
        if not c.phones or line.id in c.phones
    ]
    facts = (
        *_other_names(program.name, program.aliases, reader),
        *_maybe(program.plain_name, reader),
        *((str(reader.program(program.parent).label),) if program.parent else ()),
        *_labels("regions", program.regions, reader),
        *_labels("supports", program.supports, reader),
        *_labels("applicants", program.applicants, reader),
        *(str(reader.centre(i).label) for i in program.operators),
    )
    body = (
        *_texts(program, reader),
        *(str(reader.enterprise(i).label) for i in named),
        *(str(reader.centre(c.office).label) for c in program.contacts),
    )
    told = (*_maybe(program.plain_name, reader), str(reader.say(program.summary)))
    return _entry(
        reader,
        "program",
        program_id,
        str(reader.say(program.name)),
        " — ".join(told),
        facts,
        body,
        lines,
        {
            "region": _regions(program.regions, catalogue),
            "support": program.supports,
            "applicant": program.applicants,
            "operator": program.operators,
            "access": (program.access,),
            "year": (str(program.year),),
        },
        str(program.year),
        (str(reader.centre(program.operators[0]).label), str(program.year)),
    )


def _enterprise(enterprise_id: str, enterprise: Enterprise, reader: Reader) -> SearchEntry:
    region = str(reader.term("regions", enterprise.region).label)
    facts = (
        *_other_names(enterprise.name, enterprise.aliases, reader),
        *_labels("enterprise-kinds", enterprise.kinds, reader),
        *_labels("sectors", enterprise.sectors, reader),
        *(str(reader.say(p.name)) for p in enterprise.products),
        *_labels("needs", dict.fromkeys(n for p in enterprise.products for n in p.needs), reader),
        region,
    )
    kinds = " · ".join(_labels("enterprise-kinds", enterprise.kinds, reader))
    programs = (str(reader.program(p.program).label) for p in enterprise.participations)
    return _entry(
        reader,
        "enterprise",
        enterprise_id,
        str(reader.say(enterprise.name)),
        str(reader.maybe(enterprise.summary) or kinds),
        facts,
        (*_texts(enterprise, reader), *programs),
        enterprise.phones,
        _enterprise_filters(enterprise, reader.catalogue),
        "",
        (kinds, region),
    )


def _enterprise_filters(enterprise: Enterprise, catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    return {
        "region": _regions((enterprise.region,), catalogue),
        "kind_of": enterprise.kinds,
        "sector": enterprise.sectors,
        "class": tuple(sorted({p.procurement_class for p in enterprise.products})),
        "need": tuple(sorted({n for p in enterprise.products for n in p.needs})),
    }


def _products(enterprise_id: str, enterprise: Enterprise, reader: Reader) -> Iterator[SearchEntry]:
    """A product bears its maker's name, as a buyer reads it."""
    maker = str(reader.say(enterprise.name))
    region = str(reader.term("regions", enterprise.region).label)
    for product in enterprise.products:
        kind = str(reader.term("procurement-classes", product.procurement_class).label)
        other = product.name.ko if reader.lang == "en" else product.name.en
        filters = {
            **_enterprise_filters(enterprise, reader.catalogue),
            "class": (product.procurement_class,),
            "need": product.needs,
        }
        yield _entry(
            reader,
            "product",
            f"{enterprise_id}.{product.id}",
            f"{reader.say(product.name)} — {maker}",
            f"{kind} · {region}",
            (*((other,) if other else ()), *_labels("needs", product.needs, reader)),
            _texts(product, reader),
            (),
            filters,
            "",
            (kind, region),
            f"enterprises/{enterprise_id}/#{product.id}",
        )


def _centre(centre_id: str, centre: Centre, reader: Reader) -> SearchEntry:
    catalogue = reader.catalogue
    served = _labels("regions", centre.serves, reader)
    above = (str(reader.centre(centre.parent).label),) if centre.parent else ()
    kind = str(reader.term("centre-kinds", centre.kind).label)
    numbers = " · ".join(line.number.display for line in centre.phones[:2])
    facts = (*_other_names(centre.name, centre.aliases, reader), *above, *served, kind)
    return _entry(
        reader,
        "centre",
        centre_id,
        str(reader.say(centre.name)),
        " · ".join(part for part in (*above, numbers) if part) or kind,
        facts,
        (*_texts(centre, reader), str(reader.term("regions", centre.region).label)),
        centre.phones,
        {"region": _regions((centre.region, *centre.serves), catalogue), "office": (centre.kind,)},
        "",
        (kind,),
    )


def _entry(  # noqa: PLR0913, PLR0917 - one call per kind of record
    reader: Reader,
    kind: Kind,
    record_id: str,
    title: str,
    subtitle: str,
    facts: Iterable[str],
    body: Iterable[str],
    lines: Iterable[PhoneLine],
    filters: Mapping[str, tuple[str, ...]],
    year: str,
    badges: Iterable[str],
    path: str = "",
) -> SearchEntry:
    phones = {form for line in lines for form in search_forms(line.number)}
    return SearchEntry(
        url=ROOTS[reader.lang] + (path or f"{kind}s/{record_id}/"),
        lang=cast("Language", reader.lang),
        kind=kind,
        id=record_id,
        title=title,
        subtitle=subtitle,
        facts=tuple(dict.fromkeys(fact for fact in facts if fact)),
        body=" ".join(dict.fromkeys(part for part in body if part)),
        phones=tuple(sorted(phones)),
        filters=filters,
        sort={"name": sort_key(title), "year": year or "0"},
        meta={"badge": " · ".join(badge for badge in badges if badge)},
    )


def guide_entry(guide: Guide, words: str) -> SearchEntry:
    """A hand-written page, all its words in its body."""
    return SearchEntry(
        url=ROOTS[guide.lang] + guide.path,
        lang=cast("Language", guide.lang),
        kind="page",
        id=guide.path.strip("/"),
        title=guide.label,
        body=words,
        sort={"name": sort_key(guide.label), "year": "0"},
        meta={"badge": ""},
    )


def _other_names(name: Name, aliases: Iterable[str], reader: Reader) -> Iterator[str]:
    """The name in the other language, and other spellings."""
    yield (name.en or "") if reader.lang == "ko" else name.ko
    yield from aliases


def _maybe(text: Text | None, reader: Reader) -> tuple[str, ...]:
    return (str(reader.say(text)),) if text else ()


def _labels(vocabulary: str, ids: Iterable[str], reader: Reader) -> tuple[str, ...]:
    return tuple(str(reader.term(vocabulary, i).label) for i in ids)


def _regions(ids: Iterable[str], catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(sorted({above for i in ids for above in catalogue.above(i)}))


def _texts(record: Model, reader: Reader) -> Iterator[str]:
    """Every two-language text inside a record, in this language."""
    return (str(reader.say(text)) for _, text in texts_of(record))
