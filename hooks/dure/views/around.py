"""What stands around a program: those it names, those beside it, and when it happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.views.outline import program_steps
from dure.views.reader import once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dure.records import Program
    from dure.views.outline import Step
    from dure.views.reader import LinkView, Reader

MOST = 6
"""Related programs on a page: more would be a list, and there is one."""


@once
def steps_of(program_id: str, reader: Reader) -> tuple[Step, ...]:
    """The program's steps, made once for its page, its card and the home page."""
    return program_steps(program_id, reader)


def months_of(program_id: str, reader: Reader) -> tuple[int, ...]:
    """The months of its own year in which something of it happens."""
    year = reader.catalogue.programs[program_id].year
    return tuple(sorted({m for step in steps_of(program_id, reader) for m in step.months(year)}))


def calendar_file(program_id: str, reader: Reader) -> str:
    """The path of its calendar file; "" where no step of it has a date."""
    dated = any(step.dated for step in steps_of(program_id, reader))
    return f"calendar/{program_id}.ics" if dated else ""


def neighbours(program_id: str, reader: Reader) -> tuple[LinkView, ...]:
    """Programs it names, then its siblings, then those of its section; none that it is part of."""
    program = reader.catalogue.programs[program_id]
    shown_already = {program_id, program.parent, *reader.catalogue.children(program_id)}
    ids = dict.fromkeys(i for i in _candidates(program, reader) if i not in shown_already)
    return tuple(reader.program(i) for i in list(ids)[:MOST])


def _candidates(program: Program, reader: Reader) -> Iterator[str]:
    yield from program.related
    if program.parent is not None:
        yield from reader.catalogue.children(program.parent)
    elif program.section is not None:
        yield from _section(program, reader)


def _section(program: Program, reader: Reader) -> Iterator[str]:
    """Programs of the same section and year that stand for themselves."""
    programs = reader.catalogue.programs
    document = program.source[0].document
    for i in reader.catalogue.mentioned_by("document", document, "program"):
        other = programs[i]
        if other.section == program.section and other.parent is None and other.year == program.year:
            yield i
