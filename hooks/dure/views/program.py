"""A program as its page shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.records.program import Application
from dure.views import figures
from dure.views.around import calendar_file, months_of, neighbours
from dure.views.common import contact, links, sources
from dure.views.offices import instead
from dure.views.outcomes import FigureView, result_view, space_view
from dure.views.reader import once
from dure.views.steps import course_view, flow_view
from dure.views.support import application_words, benefit_view, budget_view
from dure.views.tools import tools

if TYPE_CHECKING:
    from dure.records import Program
    from dure.records.values import LegalBasis
    from dure.render import Phrase
    from dure.views.common import ContactView, SourceView, WebView
    from dure.views.outcomes import ResultView, SpaceView
    from dure.views.reader import LinkView, Reader, TermView
    from dure.views.steps import CourseView, FlowView
    from dure.views.support import BenefitView, BudgetView
    from dure.views.tools import ToolsView


class ProgramView(Struct, frozen=True):
    """Everything the page of a program says, in the order it says it."""

    id: str
    name: Phrase
    plain_name: Phrase | None
    summary: Phrase
    year: int
    section: Phrase | None
    access: str
    operators: tuple[LinkView, ...]
    entrusted_to: tuple[LinkView, ...]
    supports: tuple[TermView, ...]
    applicants: tuple[TermView, ...]
    regions: tuple[TermView, ...]
    parent: LinkView | None
    children: tuple[LinkView, ...]
    related: tuple[LinkView, ...]
    purpose: Phrase | None
    eligibility: tuple[Phrase, ...]
    benefits: tuple[BenefitView, ...]
    amounts: tuple[FigureView, ...]
    places: tuple[Phrase, ...]
    own_share: Phrase
    """Without words where none is known; likewise the articles of `legal_basis`."""
    details: tuple[Phrase, ...]
    budget: tuple[BudgetView, ...]
    period: str
    application: tuple[Phrase, ...]
    opens: str
    """First day of applications, ISO; "" where it is not known. Likewise `closes`."""
    closes: str
    legal_basis: tuple[tuple[Phrase, Phrase], ...]
    contacts: tuple[ContactView, ...]
    instead: tuple[ContactView, ...]
    """Whom to ask where no contact is named."""
    flows: tuple[FlowView, ...]
    months: tuple[int, ...]
    calendar_file: str
    """"" where nothing has a date."""
    courses: tuple[CourseView, ...]
    spaces: tuple[SpaceView, ...]
    results: tuple[ResultView, ...]
    participants: tuple[LinkView, ...]
    links: tuple[WebView, ...]
    sources: tuple[SourceView, ...]
    checked_on: str
    note: Phrase | None
    tools: ToolsView


@once
def program_view(program_id: str, reader: Reader) -> ProgramView:
    """The program in the reader's language."""
    program = reader.catalogue.programs[program_id]
    asked = program.application or Application()
    return ProgramView(
        id=program_id,
        name=reader.say(program.name),
        plain_name=reader.maybe(program.plain_name),
        summary=reader.say(program.summary),
        year=program.year,
        section=section(program, reader),
        access=program.access,
        operators=tuple(reader.centre(i) for i in program.operators),
        entrusted_to=tuple(reader.centre(i) for i in program.entrusted_to),
        supports=reader.terms("supports", program.supports),
        applicants=reader.terms("applicants", program.applicants),
        regions=reader.terms("regions", program.regions),
        parent=reader.program(program.parent) if program.parent else None,
        children=_programs(reader.catalogue.children(program_id), reader),
        related=neighbours(program_id, reader),
        purpose=reader.maybe(program.purpose),
        eligibility=reader.all(program.eligibility),
        benefits=tuple(benefit_view(b, reader) for b in program.benefits),
        amounts=_amounts(program, reader),
        places=tuple(figures.count(c, reader) for c in program.places),
        own_share=figures.rate(program.own_share, reader) if program.own_share else reader.own(""),
        details=reader.all(program.details),
        budget=tuple(budget_view(b, reader) for b in program.budget),
        period=reader.period(program.period) if program.period else "",
        application=application_words(asked, reader),
        opens=str(asked.opens.first()) if asked.opens else "",
        closes=str(asked.closes.last()) if asked.closes else "",
        legal_basis=tuple(_basis(b, reader) for b in program.legal_basis),
        contacts=tuple(contact(c, reader) for c in program.contacts),
        instead=instead(program, reader),
        flows=tuple(flow_view(f, program.year, reader) for f in program.flows),
        months=months_of(program_id, reader),
        calendar_file=calendar_file(program_id, reader),
        courses=tuple(course_view(s, reader) for s in program.sessions),
        spaces=tuple(space_view(s, reader) for s in program.spaces),
        results=tuple(result_view(r, reader) for r in program.results),
        participants=_participants(program_id, reader),
        links=links(program.links, reader),
        sources=sources(program.source, reader),
        checked_on=reader.day(program.checked_on) if program.checked_on else "",
        note=reader.maybe(program.note),
        tools=tools(f"programs/{program_id}/", reader),
    )


def section(program: Program, reader: Reader) -> Phrase | None:
    """The title of the program's section in its document."""
    document = reader.catalogue.documents[program.source[0].document]
    found = next((s for s in document.sections if s.id == program.section), None)
    return reader.say(found.title) if found else None


def _amounts(program: Program, reader: Reader) -> tuple[FigureView, ...]:
    """Sums of money, each under the name of what is given."""
    return tuple(
        FigureView(reader.say(b.label), figures.money(b.amount, reader))
        for b in program.benefits
        if b.amount
    )


def _programs(ids: tuple[str, ...], reader: Reader) -> tuple[LinkView, ...]:
    return tuple(reader.program(i) for i in ids)


def _participants(program_id: str, reader: Reader) -> tuple[LinkView, ...]:
    ids = reader.catalogue.mentioned_by("program", program_id, "enterprise")
    return tuple(reader.enterprise(i) for i in ids)


def _basis(basis: LegalBasis, reader: Reader) -> tuple[Phrase, Phrase]:
    return reader.say(basis.law), reader.quoted(basis.article or "")
