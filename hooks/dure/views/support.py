"""What a program gives, what it costs whom, and how to apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.korean.amounts import format_krw
from dure.korean.periods import Period
from dure.messages import text
from dure.views import figures

if TYPE_CHECKING:
    from dure.records.program import Application, Benefit, BudgetLine
    from dure.render import Phrase
    from dure.views.reader import Reader


class BenefitView(Struct, frozen=True):
    """One thing given, its figures already words."""

    label: Phrase
    detail: Phrase | None
    figures: tuple[Phrase, ...]


class BudgetView(Struct, frozen=True):
    """One payer's share."""

    payer: Phrase
    figures: tuple[str, ...]
    note: Phrase | None


def benefit_view(benefit: Benefit, reader: Reader) -> BenefitView:
    """A benefit to show, its figures in the order amount, size, length, rates."""
    found = (
        figures.money(benefit.amount, reader) if benefit.amount else None,
        figures.count(benefit.places, reader) if benefit.places else None,
        figures.count(benefit.sessions, reader) if benefit.sessions else None,
        figures.duration(benefit.duration, reader) if benefit.duration else None,
        *(figures.rate(rate, reader) for rate in benefit.rates),
    )
    return BenefitView(
        reader.say(benefit.label), reader.maybe(benefit.detail), tuple(f for f in found if f)
    )


def budget_view(line: BudgetLine, reader: Reader) -> BudgetView:
    """A payer's sum and share to show."""
    amount = format_krw(line.krw, reader.lang) if line.krw is not None else ""
    share = f"{figures.plain(line.percent)}%" if line.percent is not None else ""
    return BudgetView(
        reader.term("budget-sources", line.payer).label,
        tuple(words for words in (amount, share) if words),
        reader.maybe(line.note),
    )


def application_words(asked: Application, reader: Reader) -> tuple[Phrase, ...]:
    """When and how to apply, a phrase each."""
    return tuple(
        phrase
        for phrase in (
            reader.own(reader.words["rolling"]) if asked.rolling else None,
            reader.own(_span(asked, reader)),
            reader.maybe(asked.how),
        )
        if phrase
    )


def _span(asked: Application, reader: Reader) -> str:
    if asked.opens and asked.closes:
        return reader.period(Period(asked.opens, asked.closes))
    if asked.opens:
        return text("figures.from_day", reader.lang, x=reader.day(asked.opens))
    if asked.closes:
        return text("figures.until_day", reader.lang, x=reader.day(asked.closes))
    return ""
