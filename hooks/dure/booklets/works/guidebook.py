"""The program guidebook: a page or two for each program, then offices, history and contacts."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dure.booklets.select import centre_ids, program_ids
from dure.booklets.works.common import (
    SECTION_DYES,
    badge,
    base,
    matters,
    program_piece,
    record_code,
    strip,
)
from dure.booklets.works.copyfit import air, brief, doubtful
from dure.booklets.works.indexes import Item, by_letter, by_term
from dure.booklets.works.months import lanes
from dure.booklets.works.offices import city_rows, histories, other_rows, trees
from dure.render import Phrase
from dure.views.program import program_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dure.booklets.works.common import (
        Values,
        Work,
    )
    from dure.booklets.works.indexes import Index
    from dure.records.reference import Section
    from dure.views.program import ProgramView
    from dure.views.reader import LinkView
    from dure.views.steps import FlowView

BAND_MM = 16.0
"""Height of the patchwork above a section's first program."""


def guidebook_work(work: Work) -> Values:
    """Everything the guidebook prints."""
    reader = work.reader
    ids = program_ids(work.booklet, reader.catalogue)
    centres = centre_ids(work.booklet, reader.catalogue)
    programs = reader.catalogue.programs
    views = [program_view(i, reader) for i in ids]
    words = work.words
    return {
        **base(work, [program_piece(i, programs[i], reader) for i in ids]),
        "front": matters(work.booklet.front, work),
        "back": matters(work.booklet.back, work),
        "sections": _sections(views, work),
        "indexes": [_index(name, views, work) for name in work.booklet.indexes],
        "key": _key(views, work),
        "trees": trees(centres, reader),
        "history": histories(centres, reader),
        "directories": [
            {"title": words["city_contacts"], "first": words["region"],
             "rows": city_rows(centres, reader)},
            {"title": words["other_contacts"], "first": words["kind"],
             "rows": other_rows(centres, reader)},
        ],
    }


def _key(views: Sequence[ProgramView], work: Work) -> Values:
    used = {p.kind.id for v in views for f in v.flows for p in f.phases}
    terms = work.reader.catalogue.terms["phases"].values()
    return {
        "lines": [work.words[f"key_{n}"] for n in ("program_patch", "program", "months", "code")],
        "phases": [badge(work.reader.shown(t)) for t in terms if t.id in used],
    }


def _sections(views: Sequence[ProgramView], work: Work) -> list[Values]:
    """Sections of the source document, in its order."""
    programs = work.reader.catalogue.programs
    titles = {s.id: s for d in work.reader.catalogue.documents.values() for s in d.sections}
    found = []
    for at, (section, inside) in enumerate(groupby(views, lambda v: programs[v.id].section or "")):
        found.append(_section(titles.get(section), list(inside), at, work, views))
    return found


def _section(section: Section | None, inside: Sequence[ProgramView], at: int, work: Work,
             views: Sequence[ProgramView]) -> Values:
    reader = work.reader
    programs = reader.catalogue.programs
    pieces = [program_piece(v.id, programs[v.id], reader) for v in inside]
    known = frozenset(v.id for v in views)
    return {
        "title": reader.say(section.title) if section else work.words["programs"],
        "about": reader.maybe(section.description) if section else None,
        "dye": SECTION_DYES[at % len(SECTION_DYES)],
        "height": BAND_MM,
        "patches": strip(pieces, work.width, BAND_MM),
        "groups": _shared([(_program(v, known, work), v) for v in inside], work),
    }


def _program(view: ProgramView, known: frozenset[str], work: Work) -> Values:
    name = work.reader.catalogue.programs[view.id].name.ko
    see = [*view.related, *([view.parent] if view.parent else [])]
    glance = _glance(view, work)
    return {
        **{field: getattr(view, field) for field in AS_THEY_ARE},
        "official": work.reader.korean(name),
        "sources": [source.where for source in view.sources],
        "target": target(view.id),
        "code": record_code(work, f"programs/{view.id}/"),
        "glance": glance,
        "air": air(view, len(glance), work.reader.lang),
        "doubtful": doubtful(view, len(glance), work.reader.lang),
        "flows": [_flow(f) for f in view.flows],
        "parts": _inside(view.children, known),
        "see": _inside(see, known),
    }


AS_THEY_ARE = (
    "id", "name", "plain_name", "summary", "purpose", "eligibility", "benefits", "details",
    "courses", "results", "contacts", "instead", "links", "note",
)
"""What a page prints of a program's view without change."""


def _shared(programs: Sequence[tuple[Values, ProgramView]], work: Work) -> list[list[Values]]:
    """Neighbours that are both short may share a page; the template measures whether they can."""
    groups: list[list[Values]] = []
    waiting = False
    for program, view in programs:
        short = brief(view, len(_glance(view, work)), work.reader.lang)
        if short and waiting:
            groups[-1].append(program)
        else:
            groups.append([program])
        waiting = short and not waiting
    return groups


def target(program_id: str) -> str:
    """The label a program bears in the template."""
    return f"program-{program_id}"


def _flow(flow: FlowView) -> Values:
    steps = [{"name": p.name, "when": p.when, "detail": p.detail, "kind": badge(p.kind)}
             for p in flow.phases]
    return {"name": flow.name, "phases": steps, "bar": lanes(flow.phases)}


def _inside(found: Iterable[LinkView], known: frozenset[str]) -> list[Values]:
    """Only what this book holds has a page to turn to."""
    ids = {link.path.split("/")[1]: link for link in found}
    return [{"label": link.label, "target": target(i)} for i, link in ids.items() if i in known]


def _glance(view: ProgramView, work: Work) -> list[tuple[str, list[object]]]:
    """The facts a reader looks for first; what is not known has no row."""
    words = work.words
    rows: list[tuple[str, list[object]]] = [
        (words["for_whom"], [_listed([t.label for t in view.applicants], work)]),
        (words["what_it_gives"], [_listed([t.label for t in view.supports], work)]),
        (words["size"], list(view.places)),
        (words["own_share"], [view.own_share]),
        (words["when"], [view.period]),
        (words["apply"], list(view.application) or [words[f"access_{view.access}"]]),
        (words["run_by"], [_listed([link.label for link in view.operators], work)]),
        (words["entrusted_to"], [_listed([link.label for link in view.entrusted_to], work)]),
        (words["budget"], [_budget(view, work)]),
        (words["legal_basis"], [f"{law} {article}".strip() for law, article in view.legal_basis]),
    ]
    filled = ((name, [v for v in values if v is not None and str(v)]) for name, values in rows)
    return [(name, values) for name, values in filled if values]


def _listed(labels: Sequence[Phrase], work: Work) -> Phrase:
    """Several words in one line; in their own language where they share it."""
    langs = {label.lang for label in labels}
    lang = langs.pop() if len(langs) == 1 else work.reader.lang
    return Phrase(", ".join(str(label) for label in labels), lang, work.reader.lang)


def _budget(view: ProgramView, work: Work) -> Phrase:
    lines = [Phrase(f"{b.payer} {' '.join(b.figures)}", b.payer.lang, work.reader.lang)
             for b in view.budget]
    return _listed(lines, work)


def _index(name: str, views: Sequence[ProgramView], work: Work) -> Index:
    words = work.words
    if name == "name":
        return by_letter(words["index_program"], (Item(v.name, target(v.id)) for v in views))
    vocabulary = {"applicant": "applicants", "support": "supports"}[name]
    terms = work.reader.catalogue.terms[vocabulary]
    labels = {i: str(work.reader.say(t.label)) for i, t in terms.items()}
    found = [(t.id, Item(v.name, target(v.id))) for v in views
             for t in (v.applicants if name == "applicant" else v.supports)]
    return by_term(words[f"index_{name}"], labels, found)
