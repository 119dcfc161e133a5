"""The list of programs: cards that say for whom, what, when and where, and all its facets."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from dure.korean.collation import sort_key
from dure.views import figures
from dure.views.calendar import month_names
from dure.views.entries import Column, Columns, Entries, Told, named
from dure.views.listing import (
    Facet,
    ListView,
    Option,
    Sort,
    facet,
    grouped,
    in_order,
    labels,
    places,
    ranks,
    used,
)
from dure.views.offices import help_offices
from dure.views.program import program_view
from dure.views.tile_maps import count_maps

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dure.records import Program
    from dure.records.values import Money
    from dure.render import Phrase
    from dure.views.entries import Places, Values
    from dure.views.program import ProgramView
    from dure.views.reader import Reader
    from dure.views.steps import PhaseView

WIDE_LEVELS = frozenset({"province", "metropolitan"})
"""Regions of which a card says that a program holds for the whole of them."""
STATES = ("open", "soon", "upcoming", "closed", "past")
"""How a program stands today: only the browser knows."""


class ProgramCard(Struct, frozen=True):
    """A program as its card in the list shows it."""

    program: ProgramView
    when: Phrase | None
    step: PhaseView | None
    """The step to show the time of, where the program has no time of its own."""
    amount: Phrase | None
    """The largest sum it gives."""
    regions: tuple[Phrase, ...]


def program_list(reader: Reader) -> ListView[ProgramCard]:
    """Programs, newest year first, by source document; sub-programs stand with the rest."""
    programs, documents = reader.catalogue.programs, reader.catalogue.documents
    ids = sorted(programs)
    views = [program_view(i, reader) for i in ids]
    columns = _columns(views, programs)
    facets = used(_facets(columns, programs.values(), reader))
    order = sorted(range(len(ids)), key=[_place(i, reader) for i in ids].__getitem__)
    entries = Entries(
        reader.lang,
        [ids[at] for at in order],
        order,
        columns,
        _told(views, places(facets, columns), reader),
        lambda some: [_card(views[at], programs[ids[at]], reader) for at in some],
        (
            Sort("closes", reader.words["sort_closes"]),
            Sort("amount", reader.words["sort_amount"], down=True),
            Sort("name", reader.words["sort_name"]),
        ),
    )
    printed = [programs[i].source[0].document for i in entries.ids]
    return ListView(
        facets,
        grouped(entries, printed, lambda key: reader.say(documents[key].title)),
        entries,
        maps=count_maps(_by_region(programs.values()), reader),
        asked=help_offices(reader),
    )


def _place(program_id: str, reader: Reader) -> tuple[object, ...]:
    """Newest year first, then document and section; a parent before its parts."""
    program = reader.catalogue.programs[program_id]
    document = program.source[0].document
    sections = [s.id for s in reader.catalogue.documents[document].sections]
    at = sections.index(program.section) if program.section in sections else len(sections)
    above = program.parent
    return (-program.year, document, at, above or program_id, above is not None, program_id)


def _by_region(programs: Iterable[Program]) -> Mapping[str, int]:
    """How many programs each region has; what is internal nobody can use."""
    return Counter(r for p in programs if p.access != "internal" for r in p.regions)


def _facets(columns: Columns, programs: Iterable[Program], reader: Reader) -> tuple[Facet, ...]:
    words = reader.words
    years = sorted({str(p.year) for p in programs}, reverse=True)
    months = {str(m): name for m, name in enumerate(month_names(reader.lang), 1)}
    access = ("apply", "attend", "use", "read", "internal")
    states = tuple(Option(s, words[f"state_{s}"], 0) for s in STATES)
    return (
        facet("access", columns, reader, {name: words[f"access_{name}"] for name in access}),
        facet("support", columns, reader, labels("supports", reader)),
        facet("applicant", columns, reader, labels("applicants", reader)),
        facet("region", columns, reader, labels("regions", reader), _wider_and_within(reader)),
        Facet("status", words["facet_status"], states, live=True),
        facet("month", columns, reader, months),
        facet("year", columns, reader, {year: year for year in years}),
        facet("operator", columns, reader, _operators(columns, reader)),
    )


def _operators(columns: Columns, reader: Reader) -> dict[str, str]:
    ids = {i for own in columns.values["operator"].distinct for i in own}
    names = {i: str(reader.centre(i).label) for i in ids}
    return dict(sorted(names.items(), key=lambda pair: (sort_key(pair[1]), pair[0])))


def _columns(views: Iterable[ProgramView], programs: Mapping[str, Program]) -> Columns:
    """What each is filtered by."""
    both = [(view, programs[view.id]) for view in views]
    values: dict[str, list[Values]] = {
        "access": [(program.access,) for _, program in both],
        "support": [program.supports for _, program in both],
        "applicant": [program.applicants for _, program in both],
        "region": [program.regions for _, program in both],
        "month": [tuple(map(str, view.months)) for view, _ in both],
        "year": [(str(program.year),) for _, program in both],
        "operator": [program.operators for _, program in both],
    }
    columns = {key: Column.of(own) for key, own in values.items()}
    return Columns(columns, ["access" * (program.access == "internal") for _, program in both])


def _told(views: Sequence[ProgramView], where: Sequence[Places], reader: Reader) -> list[Told]:
    """What the list tells of each besides its card."""
    by_name = ranks(in_order([view.name.text for view in views]))
    told = []
    for view, own, rank in zip(views, where, by_name, strict=True):
        program = reader.catalogue.programs[view.id]
        given = (view.summary, *(t.label for t in view.supports), *(b.label for b in view.benefits))
        most = _largest(program)
        told.append(Told(
            f"programs/{view.id}/",
            *named(view.name),
            str(program.year),
            " ".join((program.name.ko, program.name.en or "", *program.aliases)),
            " ".join(map(str, given)),
            own,
            (view.closes, str(_won(most)) if most else "", rank),
        ))  # fmt: skip
    return told


def _wider_and_within(reader: Reader) -> dict[str, tuple[str, ...]]:
    """Region → the regions whose programs a choice of it shows too: all above, all in it."""
    catalogue = reader.catalogue
    regions = catalogue.terms.get("regions", {})
    related = {r: {*catalogue.above(r), *catalogue.within(r)} - {r} for r in regions}
    return {region: tuple(r for r in regions if r in related[region]) for region in regions}


def _largest(program: Program) -> Money | None:
    sums = [benefit.amount for benefit in program.benefits if benefit.amount]
    return max(sums, key=_won, default=None)


def _won(sum_: Money) -> int:
    """A sum to compare by: the upper end of a range."""
    return sum_.to_krw or sum_.krw


def _card(view: ProgramView, program: Program, reader: Reader) -> ProgramCard:
    asked = program.application
    when = None
    if asked is not None and (asked.rolling or asked.opens or asked.closes):
        when = view.application[0]
    elif view.period:
        when = reader.own(view.period)
    most = _largest(program)
    return ProgramCard(
        view,
        when,
        None if when else _step(view),
        figures.money(most, reader) if most else None,
        tuple(_region(r, reader) for r in program.regions),
    )


def _step(view: ProgramView) -> PhaseView | None:
    """The step in which to apply, else the first that has a time."""
    timed = [step for flow in view.flows for step in flow.phases if step.when]
    asked = [step for step in timed if step.kind.id in {"application", "rolling"}]
    return next(iter((*asked, *timed)), None)


def _region(region: str, reader: Reader) -> Phrase:
    """`고양시`, but `경기도 전체`."""
    term = reader.catalogue.term("regions", region)
    label = reader.say(term.label)
    if term.level not in WIDE_LEVELS:
        return label
    return reader.own(reader.words["region_all"].format(region=label))
