"""A program of the guidebook in blocks: its parts in their order, and its contacts at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.booklets.paging.blocks import Block, Record
from dure.booklets.works import programfit as fit
from dure.booklets.works.common import badge, record_code, text_width
from dure.booklets.works.months import lanes
from dure.render import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dure.booklets.paging.blocks import Section
    from dure.booklets.works.common import Values, Work
    from dure.views.common import ContactView
    from dure.views.program import ProgramView
    from dure.views.reader import LinkView
    from dure.views.steps import FlowView

MOST_INSTEAD = 2
"""Offices to ask where the documents name no contact."""
MOST_LIST_MM = 70.0
"""A longer list may go on on the next page."""


def target(program_id: str) -> str:
    """The label a program bears in the template."""
    return f"program-{program_id}"


def program_blocks(
    view: ProgramView, section: Section, known: frozenset[str], work: Work
) -> list[Block]:
    """Its parts and last its contacts; `known` are the programs the book holds."""
    column = fit.Column(work.reader.lang, text_width(work))
    first = _beginning(view, section, column, work)
    parts = [
        *_texts(view, column, work),
        *_tables(view, column, work),
        *_references(view, known, column, work),
    ]
    inside = [
        Block(kind, what, tall, section=section, name=view.name) for kind, what, tall in parts
    ]
    return [first, *inside, _foot(view, section, work)]


Part = tuple[str, object, float]


def _beginning(view: ProgramView, section: Section, column: fit.Column, work: Work) -> Block:
    official = work.reader.korean(work.reader.catalogue.programs[view.id].name.ko)
    other = official if str(official) != str(view.name) else None
    glance = glance_rows(view, work)
    what = {
        "target": target(view.id),
        "name": view.name,
        "plain_name": view.plain_name,
        "official": other,
        "summary": view.summary,
        "glance": glance,
    }
    tall = fit.beginning(view, glance, str(other or ""), column)
    record = Record(f"program/{view.id}", target(view.id), view.name)
    return Block("program", what, tall, section=section, records=(record,))


def _texts(view: ProgramView, column: fit.Column, work: Work) -> Iterator[Part]:
    """Purpose and who may apply."""
    words = work.words
    if view.purpose is not None:
        what = {"title": words["purpose"], "text": view.purpose}
        yield "paragraph", what, fit.paragraph(view.purpose, column)
    yield from _list(words["eligibility"], view.eligibility, column)


def _list(title: str, items: Sequence[object], column: fit.Column) -> Iterator[Part]:
    """Dotted lines under a title, on several blocks where they are many."""
    heights = [fit.dotted(item, column) for item in items]
    for start, end in fit.chunks(heights, MOST_LIST_MM):
        what = {"title": title if start == 0 else None, "items": items[start:end]}
        yield "dots", what, sum(heights[start:end]) + (fit.TITLE_MM if start == 0 else 0.0)


def _tables(view: ProgramView, column: fit.Column, work: Work) -> Iterator[Part]:
    """What is given, how it goes, courses, and what came of it."""
    words = work.words
    if view.benefits:
        given: Values = {"title": words["support"], "benefits": view.benefits}
        head = (words["support_what"], words["support_figures"])
        yield "support", given, fit.support(view.benefits, head, column)
    yield from _list(words["details"], view.details, column)
    for at, found in enumerate(view.flows):
        bar = lanes(found.phases)
        what: Values = {"title": words["steps"] if at == 0 else None, **_flow(found), "bar": bar}
        yield "flow", what, fit.flow(found, len(bar), column) + (fit.TITLE_MM if at == 0 else 0.0)
    heights = [fit.course(c, column) for c in view.courses]
    for start, end in fit.chunks(heights, MOST_LIST_MM):
        what = {
            "title": words["courses"] if start == 0 else None,
            "courses": view.courses[start:end],
        }
        yield (
            "courses",
            what,
            sum(heights[start:end])
            + fit.course_head(words["course"], column)
            + (fit.TITLE_MM if start == 0 else 0.0),
        )
    yield from _results(view, column, work)


def _results(view: ProgramView, column: fit.Column, work: Work) -> Iterator[Part]:
    partners = work.words["partners"]
    for at, found in enumerate(view.results):
        what = {"title": work.words["results"] if at == 0 else None, "result": found}
        yield (
            "result",
            what,
            fit.result(found, partners, column) + (fit.TITLE_MM if at == 0 else 0.0),
        )


def _flow(flow: FlowView) -> Values:
    steps = [
        {"name": p.name, "when": p.when, "detail": p.detail, "kind": badge(p.kind)}
        for p in flow.phases
    ]
    return {"name": flow.name, "phases": steps, "across": fit.per_row(len(steps))}


def _references(
    view: ProgramView, known: frozenset[str], column: fit.Column, work: Work
) -> Iterator[Part]:
    """Parts of the program, others to look at, links, and the note."""
    words = work.words
    see = [*view.related, *([view.parent] if view.parent else [])]
    for title, links in ((words["parts"], view.children), (words["related"], see)):
        if inside := _inside(links, known):
            tall = fit.reference([link["label"] for link in inside], words["page_ref"], column)
            yield "see", {"title": title, "items": inside}, fit.TITLE_MM + tall
    if view.links:
        told = "  ·  ".join(f"{link.words or ''} {link.label}" for link in view.links)
        what = {"title": words["links"], "links": view.links}
        yield "links", what, fit.TITLE_MM + column.small(told)
    if view.note is not None:
        told = f"{words['note']}    {view.note}"
        yield "note", {"note": view.note}, column.small(told)


def _inside(found: Sequence[LinkView], known: frozenset[str]) -> list[Values]:
    """Only what this book holds has a page to turn to."""
    ids = {link.path.split("/")[1]: link for link in found}
    return [{"label": link.label, "target": target(i)} for i, link in ids.items() if i in known]


def _foot(view: ProgramView, section: Section, work: Work) -> Block:
    """Whom to ask, the code of the program's page, and where it was read."""
    asked = view.contacts or view.instead[:MOST_INSTEAD]
    sources = [source.where for source in view.sources]
    column = fit.Column(work.reader.lang, text_width(work))
    box, tall = fit.foot(
        [_told(c, named=bool(view.contacts)) for c in asked],
        "" if view.contacts else work.words["no_contact"],
        f"{work.words['source']}  {'; '.join(map(str, sources))}",
        column,
    )
    what = {
        "named": bool(view.contacts),
        "contacts": asked,
        "sources": sources,
        "height": round(box, 2),
        "code": record_code(work, f"programs/{view.id}/"),
    }
    return Block("foot", what, tall, section=section, name=view.name)


def _told(contact: ContactView, *, named: bool) -> str:
    """A contact in one line: all its numbers where it is the program's own, else the first."""
    above = f"{contact.above.label} " if contact.above else ""
    numbers = fit.calls(contact.phones if named else contact.phones[:1])
    about = contact.about if named and contact.about else ""
    return f"{above}{contact.office.label}iii {numbers}{about}"


def glance_rows(view: ProgramView, work: Work) -> list[tuple[str, list[object]]]:
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
    lines = [
        Phrase(f"{b.payer} {' '.join(b.figures)}", b.payer.lang, work.reader.lang)
        for b in view.budget
    ]
    return _listed(lines, work)
