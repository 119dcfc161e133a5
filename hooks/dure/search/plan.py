"""The words the planner brings along, as JSON for the browser and values for the command line."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib import resources
from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml

from dure.korean.hangul import strip_particle
from dure.search.letters import is_hangul, normalise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dure.search.vocabulary import Vocabulary
    from dure.search.words import SynonymData, SynonymGroup

NEAREST = 5
"""Words of a group that are looked up; further ones only lead to them."""
MOST_WORDS = 8000
"""Words kept for suggestions; loaded only when a query finds nothing."""


def _group(group: SynonymGroup, lang: str) -> list[str]:
    """The group's words, own language first."""
    both = (*group.ko, *group.en) if lang == "ko" else (*group.en, *group.ko)
    return list(dict.fromkeys(normalise(word) for word in both if normalise(word)))


def plan(words: SynonymData, lang: str, total: int, known: Vocabulary) -> dict[str, Any]:
    """Groups of words, spellings, words that say nothing, and how many records there are."""
    groups = [_targets(group, lang, known) for group in words.groups]
    spellings: Mapping[str, str] = dict(words.spellings)
    return {
        "lang": lang,
        "total": total,
        "groups": [group for group in groups if group["find"]],
        "other": longer_words(words, known),
        "empty": list(stop_words()),
        "idle": list(idle_verbs()),
        "spellings": {normalise(k): normalise(v) for k, v in sorted(spellings.items())},
    }


def categories(words: SynonymData, lang: str, known: Vocabulary) -> list[dict[str, Any]]:
    """Terms of facets that records bear, each with its list; for a query that finds nothing."""
    found = []
    for group in words.groups:
        own, at = (group.ko, 0) if lang == "ko" else (group.en, 1)
        if group.links and own and known.has(normalise(own[0])):
            said = dict.fromkeys(normalise(word) for word in own)
            found.append({"label": own[0], "link": group.links[at], "words": list(said)})
    return found


def _targets(group: SynonymGroup, lang: str, known: Vocabulary) -> dict[str, Any]:
    """`find` holds what is looked up, `for` what it is looked up for besides.

    Every lookup may load a chunk, so only near words are looked up: a facet's label, else the
    first words of the page's language. Words that stand in no record are left out, and short
    Latin ones, which begin too many others (`pr` begins program).
    """
    words = _group(group, lang)
    own = group.ko if lang == "ko" else group.en
    near = [normalise(word) for word in own[: 1 if group.tag else NEAREST]]
    find = [word for word in dict.fromkeys(near)
            if known.has(word) and not re.fullmatch("[a-z]{1,3}", word)]  # fmt: skip
    other = dict.fromkeys(_said(word) for word in words if word not in find)
    found = {"find": find, "for": list(other)}
    return {**found, "tag": 1} if group.tag else found


def _said(words: str) -> str:
    """What a query keeps of a phrase: `a place to work` → `place work`."""
    kept = [word for word in words.split() if word not in stop_words()]
    return " ".join(kept) or words


def longer_words(words: SynonymData, vocabulary: Vocabulary) -> list[str]:
    """Known words that are another known word and one syllable more: 청소년 is no 청소.

    Words of one group mean the same (수원, 수원시); a compound has more syllables (청소용역).
    """
    groups = [{word for said in _group(group, "ko") for word in said.split()}
              for group in words.groups]  # fmt: skip
    known = {word for group in groups for word in group} | vocabulary.named.keys()
    return sorted(
        word for word in known
        if len(word) > 2 and all(map(is_hangul, word)) and word[:-1] in known
        and strip_particle(word) != word[:-1]
        and not any({word, word[:-1]} <= group for group in groups)
    )  # fmt: skip


@cache
def hanja() -> Mapping[str, str]:
    """Syllable → the Chinese characters read so."""
    return dict(_read("hanja.yml"))


@cache
def stop_words() -> tuple[str, ...]:
    """Words that say nothing in a search, of both languages."""
    lists = _read("stop-words.yml")
    return (*lists["ko"], *lists["en"])


@cache
def idle_verbs() -> tuple[str, ...]:
    """Verbs that say nothing in a search, as a dictionary gives them."""
    return tuple(_read("stop-words.yml")["verbs"])


def _read(name: str) -> Mapping[str, Any]:
    text = (resources.files("dure") / "search" / name).read_text(encoding="utf-8")
    table: Mapping[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return table


def lexicon(words: SynonymData, lang: str, known: Vocabulary) -> list[str]:
    """Words for "did you mean": of titles, facts and groups, then of texts; frequent ones first."""
    named = Counter(normalise(word) for word in words.lexicon) + known.named
    told: Counter[str] = Counter()
    for word, count in known.told.items():
        told[strip_particle(word) or word] += count
    named.update(w for g in words.groups for w in _group(g, lang))
    ordered = (*_frequent(named), *_frequent(told))
    worth = (word for word in dict.fromkeys(ordered) if len(word) > 1 and not word.isdigit())
    return list(islice(worth, MOST_WORDS))


def _frequent(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda word: (-counts[word], word))
