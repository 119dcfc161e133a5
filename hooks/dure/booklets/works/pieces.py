"""A record's patch on covers and bands: its dye, and pale where the documents do not tell more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.booklets.patches import Piece

if TYPE_CHECKING:
    from dure.records import Enterprise, Program, Term
    from dure.views.reader import Reader

SECTION_DYES = ("jjok", "ok", "gam", "ssuk", "jaju", "chija")
"""Sections that have no colour of their own take these in turn: neighbours differ."""


def enterprise_piece(enterprise_id: str, found: Enterprise, reader: Reader) -> Piece:
    """A patch in the kind's dye; where the kind is not known, pale in the field's dye."""
    terms = reader.catalogue.terms
    if found.kinds:
        return Piece(enterprise_id, _dye(terms["enterprise-kinds"][found.kinds[0]]))
    if found.sectors:
        return Piece(enterprise_id, _dye(terms["sectors"][found.sectors[0]]), pale=True)
    return Piece(enterprise_id, "jae", pale=True)


def program_piece(program_id: str, found: Program, reader: Reader) -> Piece:
    """A patch in the dye of the program's first phase; pale where no phase is known."""
    phases = [p for flow in found.flows for p in flow.phases]
    if not phases:
        return Piece(program_id, SECTION_DYES[len(program_id) % len(SECTION_DYES)], pale=True)
    return Piece(program_id, _dye(reader.catalogue.terms["phases"][phases[0].kind]))


def _dye(term: Term) -> str:
    return term.colour or "jae"
