"""What readers of a printed page rely on: whom to call, where, what is sold, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dure.views.enterprise import enterprise_view
from dure.views.program import program_view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dure.views.common import PhoneView
    from dure.views.enterprise import CertificateView, EnterpriseView
    from dure.views.program import ProgramView
    from dure.views.reader import Reader

FIELDS = ("name", "phone", "homepage", "address", "products", "certificates", "dates", "contacts")
"""In the order a page tells of them; each has a name in `messages/print.yml` (`fact_…`)."""


def printed_facts(path: str, reader: Reader) -> dict[str, list[str]]:
    """Field → what is printed, in the reader's language; a field that says nothing is left out.

    `path` is that of the record's page below the language's root.
    """
    folder, _, record_id = path.partition("/")
    if folder == "enterprises":
        found = _enterprise(enterprise_view(record_id, reader))
    else:
        found = _program(program_view(record_id, reader))
    return {field: said for field in FIELDS if (said := found.get(field, []))}


def _enterprise(view: EnterpriseView) -> dict[str, list[str]]:
    return {
        "name": [str(view.name)],
        "phone": _phones(view.phones),
        "homepage": [view.homepage.label] if view.homepage else [],
        "address": [str(view.address)] if view.address else [],
        "products": [str(product.name) for product in view.products],
        "certificates": [_certificate(held) for held in view.certificates],
    }


def _certificate(held: CertificateView) -> str:
    days = f"{held.since}~{held.until}" if held.since or held.until else ""
    return _words(held.kind.label, held.status, held.number, days)


def _program(view: ProgramView) -> dict[str, list[str]]:
    steps = [
        _words(phase.name, *phase.when)
        for flow in view.flows
        for phase in flow.phases
        if phase.when
    ]
    courses = [_words(course.name, *course.when) for course in view.courses if course.when]
    period = [view.period] if view.period else []
    return {
        "name": [str(view.name)],
        "dates": [*map(str, view.application), *period, *steps, *courses],
        "contacts": [_words(c.office.label, *_phones(c.phones)) for c in view.contacts],
    }


def _phones(phones: Iterable[PhoneView]) -> list[str]:
    return [_words(line.label, line.calls[0].shown) for line in phones]


def _words(*parts: object) -> str:
    """What there is of the parts, in one line."""
    return " ".join(str(part) for part in parts if part is not None and str(part))
