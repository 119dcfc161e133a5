"""One reader's language over the catalogue: turns record values into words to show."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property, partial, wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from msgspec import Struct

from dure.korean.periods import format_day, format_period
from dure.messages import texts
from dure.render import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from dure.catalogue import Catalogue
    from dure.korean.periods import Day, Period
    from dure.records import Name, Term, Text
    from dure.views.rows import Shelf

V = TypeVar("V")
_HANGUL = re.compile("[\u3131-\u318e\uac00-\ud7a3]")


class TermView(Struct, frozen=True, eq=False):
    """A term as a word, with what its badge needs."""

    id: str
    label: Phrase
    colour: str
    pictogram: str
    description: Phrase | None


class Several(dict[tuple[str, ...], "tuple[TermView, ...]"]):
    """Ids of terms → the terms to show: records by the thousand name the same few."""

    def __init__(self, terms: Mapping[str, TermView]) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, ids: tuple[str, ...]) -> tuple[TermView, ...]:
        self[ids] = found = tuple([self._terms[i] for i in ids])
        return found


class LinkView(Struct, frozen=True):
    """Words that lead to a page of this site; `path` is below the language's root."""

    path: str
    label: Phrase
    note: str = ""


@dataclass(frozen=True)
class Reader:
    """The catalogue in one language."""

    catalogue: Catalogue
    lang: str
    made: dict[tuple[str, Hashable], Any] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )
    """What was shown before, by what shows it and of what: see `once`."""
    shelf: Shelf | None = field(default=None, compare=False, repr=False)
    """Where rows of enterprises are kept from build to build."""

    @cached_property
    def words(self) -> Mapping[str, str]:
        """The site's own words in this language."""
        return texts("site", self.lang)

    def say(self, text: Text | Name) -> Phrase:
        """The text in this language, or in Korean where it is missing."""
        if self.lang == "en" and text.en is not None:
            return Phrase(text.en, "en", "en")
        return Phrase(text.ko, "ko", self.lang)

    def maybe(self, text: Text | Name | None) -> Phrase | None:
        """`say` for a text that may be absent."""
        return None if text is None else self.say(text)

    def all(self, texts_: Iterable[Text]) -> tuple[Phrase, ...]:
        """Several texts in this language."""
        return tuple(self.say(text) for text in texts_)

    def own(self, words: str) -> Phrase:
        """Words that are already in this language."""
        return Phrase(words, self.lang, self.lang)

    def quoted(self, words: str) -> Phrase:
        """Words as printed; those in Hangul are Korean on a page of either language."""
        return self.korean(words) if _HANGUL.search(words) else self.own(words)

    def korean(self, words: str) -> Phrase:
        """Words quoted in Korean on a page of either language."""
        return Phrase(words, "ko", self.lang)

    @cached_property
    def term_views(self) -> Mapping[str, Mapping[str, TermView]]:
        """Vocabulary → term id → term to show; made once, because every record names several."""
        return {
            name: {term_id: self.shown(term) for term_id, term in terms.items()}
            for name, terms in self.catalogue.terms.items()
        }

    def term(self, vocabulary: str, term_id: str) -> TermView:
        """A term to show."""
        return self.term_views[vocabulary][term_id]

    def shown(self, term: Term) -> TermView:
        """A term record to show."""
        return TermView(
            term.id,
            self.say(term.label),
            term.colour or "jae",
            term.pictogram or term.id,
            self.maybe(term.description),
        )

    def terms(self, vocabulary: str, ids: Iterable[str]) -> tuple[TermView, ...]:
        """Several terms to show."""
        return self.several[vocabulary][tuple(ids)]

    @cached_property
    def several(self) -> Mapping[str, Several]:
        """Vocabulary → ids of terms → the terms to show; what is not there has no terms."""
        found = {name: Several(terms) for name, terms in self.term_views.items()}
        return defaultdict(partial(Several, {}), found)

    def regions(self, region: str) -> tuple[TermView, ...]:
        """A region and the wider ones it lies in, narrowest first."""
        return _regions(region, self)

    def day(self, day: Day) -> str:
        """A partial date in words; thousands of certificates begin on the same days."""
        key = ("day", (day.year, day.month, day.day))
        found = self.made.get(key)
        if found is None:
            found = self.made[key] = format_day(day, self.lang)
        return cast("str", found)

    def period(self, period: Period) -> str:
        """A period in words."""
        return format_period(period, self.lang)

    def program(self, program_id: str) -> LinkView:
        """A link to a program."""
        program = self.catalogue.programs[program_id]
        return LinkView(f"programs/{program_id}/", self.say(program.name), str(program.year))

    def enterprise(self, enterprise_id: str) -> LinkView:
        """A link to an enterprise."""
        name = self.catalogue.enterprises[enterprise_id].name
        return LinkView(f"enterprises/{enterprise_id}/", self.say(name))

    def centre(self, centre_id: str) -> LinkView:
        """A link to a centre, team or body."""
        return LinkView(f"centres/{centre_id}/", self.say(self.catalogue.centres[centre_id].name))


def once(view: Callable[[str, Reader], V]) -> Callable[[str, Reader], V]:
    """A view made once per record and language, because lists and pages show the same."""

    @wraps(view)
    def kept(record_id: str, reader: Reader) -> V:
        key = (view.__name__, record_id)
        made = reader.made.get(key)
        if made is None:
            made = reader.made[key] = view(record_id, reader)
        return cast(V, made)

    return kept


@once
def _regions(region: str, reader: Reader) -> tuple[TermView, ...]:
    return reader.terms("regions", reader.catalogue.above(region))
