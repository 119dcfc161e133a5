"""The words the planner brings along, as JSON for the browser and values for the command line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cache
from importlib import resources
from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml

from dure.korean.hangul import strip_particle
from dure.search.letters import decompose, normalise
from dure.search.terms import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dure.search.entries import SearchEntry
    from dure.search.words import SynonymData, SynonymGroup

MOST_WORDS = 8000
"""Words kept for suggestions; loaded only when a query finds nothing."""


def _group(group: SynonymGroup, lang: str) -> list[str]:
    """The group's words, own language first."""
    both = (*group.ko, *group.en) if lang == "ko" else (*group.en, *group.ko)
    return list(dict.fromkeys(normalise(word) for word in both if normalise(word)))


def plan(words: SynonymData, lang: str, entries: Iterable[SearchEntry]) -> dict[str, Any]:
    """Groups of words, spellings, words that say nothing, and how many records there are."""
    own = [entry for entry in entries if entry.lang == lang]
    known = Known(own)
    groups = [_targets(group, lang, known) for group in words.groups]
    spellings: Mapping[str, str] = dict(words.spellings)
    return {
        "lang": lang,
        "total": len(own),
        "groups": [group for group in groups if group["find"]],
        "empty": list(stop_words()),
        "spellings": {normalise(k): normalise(v) for k, v in sorted(spellings.items())},
    }


def _targets(group: SynonymGroup, lang: str, known: Known) -> dict[str, Any]:
    """`find` holds what is looked up, `for` what it is looked up for besides.

    Words that stand in no record are never looked up: that would load a chunk for nothing.
    Short Latin words begin too many others to be looked up unasked: `pr` begins program.
    """
    words = _group(group, lang)
    find = [word for word in (words[:1] if group.tag else words) if known.has(word)]
    find = [word for word in find if not re.fullmatch("[a-z]{1,3}", word)]
    found = {"find": find, "for": [word for word in words if word not in find]}
    return {**found, "tag": 1} if group.tag else found


class Known:
    """Which words stand in records."""

    def __init__(self, entries: Iterable[SearchEntry]) -> None:
        texts = (" ".join((e.title, e.subtitle, *e.facts, e.body)) for e in entries)
        self._tokens = sorted({token.text for text in texts for token in places(text)})

    def has(self, words: str) -> bool:
        """Whether each of the words begins somewhere."""
        return all(self._begins(decompose(word)) for word in words.split())

    def _begins(self, word: str) -> bool:
        at = bisect_left(self._tokens, word)
        return at < len(self._tokens) and self._tokens[at].startswith(word)


@cache
def hanja() -> Mapping[str, str]:
    """Syllable → the Chinese characters read so."""
    return dict(_read("hanja.yml"))


@cache
def stop_words() -> tuple[str, ...]:
    """Words that say nothing in a search, of both languages."""
    return tuple(word for words in _read("stop-words.yml").values() for word in words)


def _read(name: str) -> Mapping[str, Any]:
    text = (resources.files("dure") / "search" / name).read_text(encoding="utf-8")
    table: Mapping[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return table


def lexicon(words: SynonymData, lang: str, entries: Iterable[SearchEntry]) -> list[str]:
    """Words for "did you mean": of titles, facts and groups, then of texts; frequent ones first."""
    named: Counter[str] = Counter(normalise(word) for word in words.lexicon)
    told: Counter[str] = Counter()
    for entry in entries:
        if entry.lang == lang:
            named.update(_words(" ".join((entry.title, *entry.facts))))
            told.update(strip_particle(word) or word for word in _words(entry.body))
    named.update(w for g in words.groups for w in _group(g, lang))
    ordered = (*_frequent(named), *_frequent(told))
    known = (word for word in dict.fromkeys(ordered) if len(word) > 1 and not word.isdigit())
    return list(islice(known, MOST_WORDS))


def _words(text: str) -> set[str]:
    return set(normalise(text).split())


def _frequent(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda word: (-counts[word], word))
