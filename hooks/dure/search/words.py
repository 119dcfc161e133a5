"""Words that belong together: synonyms, spellings and the lexicon of one catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class SynonymGroup:
    """Words that belong together: one vocabulary term, its label first, then its aliases."""

    ko: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    tag: bool = False
    """Records bear the label as a fact: an alias then looks for the label, not for its siblings."""
    links: tuple[str, ...] = ()
    """The list narrowed down to the term, in Korean and in English, from the site's root."""


@dataclass(frozen=True)
class SynonymData:
    """What the planner needs to know about words; built from the vocabularies by the caller."""

    groups: tuple[SynonymGroup, ...] = ()
    spellings: Mapping[str, str] | tuple[tuple[str, str], ...] = ()
    """Wrong → right, for mistakes no edit distance finds."""
    lexicon: tuple[str, ...] = ()
    """Words worth suggesting that stand in no title."""
