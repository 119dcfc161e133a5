"""The tokens an entry is found by: the engine matches only the beginnings of words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from dure.search.letters import (
    KEPT_WORDS,
    chunks,
    decompose,
    initials,
    is_hangul,
    joined,
    without_legal_form,
    without_legal_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 30
"""Characters of a token; nobody types more of one word."""
LONGEST_INITIALS = 12
MAKER = " — "
"""Between a product's name and its maker's, in a title."""
END = "zz"
"""Closes a whole title: only a query that says all of it finds this token."""
_NONE: tuple[str, ...] = ()
Others = Mapping[str, tuple[str, ...]]
SHORTEST_INSIDE = 2
"""A match inside a word needs this many characters from there to the word's end."""


@dataclass(frozen=True, slots=True)
class Token:
    """A place where a reader may begin."""

    text: str
    """From here to the end of the word, decomposed."""
    first: bool = True
    """It begins a word or follows a mark."""
    part: str = ""
    """The word up to the next mark, decomposed; empty inside a word."""


@lru_cache(maxsize=KEPT_WORDS)
def places_in(parts: tuple[str, ...]) -> tuple[Token, ...]:
    """The places of one word, cut at its marks."""
    word = "".join(parts)
    firsts = {sum(map(len, parts[:i])): part for i, part in enumerate(parts)}
    return tuple(
        Token(decompose(word[i : i + LONGEST]), i in firsts, decompose(firsts.get(i, "")))
        for i in range(len(word))
        if i in firsts or (len(word) - i >= SHORTEST_INSIDE and _inside(word, i))
    )


def _inside(word: str, i: int) -> bool:
    return is_hangul(word[i]) or is_hangul(word[i - 1])


def places(text: str) -> tuple[Token, ...]:
    """Every place where a reader may begin: word starts, marks, and each Hangul syllable inside."""
    return tuple(chain.from_iterable(map(places_in, chunks(text))))


def other_words(longer: Iterable[str]) -> Others:
    """Short word → longer words that begin with it and mean something else, all decomposed."""
    found: dict[str, list[str]] = {}
    for word in longer:
        found.setdefault(decompose(word[:-1]), []).append(decompose(word))
    return {short: tuple(words) for short, words in found.items()}


def is_other(text: str, word: str, others: Others) -> bool:
    """Whether a text that begins with a word begins another word: 청소 in 청소년, 시 in 신협."""
    following = text[len(word) : len(word) + 1]
    return "\u11a8" <= following <= "\u11ff" or text.startswith(others.get(word, _NONE))


def own_title(record: Mapping[str, Any]) -> str:
    """A product's title without its maker's name, which is found as the maker's own."""
    title: str = record["title"]
    return title.partition(MAKER)[0] if record["kind"] == "product" else title


def whole_titles(title: str) -> list[str]:
    """The title's whole name closed by END, with and without legal form."""
    names = dict.fromkeys(joined(text) for text in (title, without_legal_form(title)))
    return [decompose(name) + END for name in names]


def title_initials(title: str) -> list[Token]:
    """초성 from every syllable of the title on, across its spaces."""
    words = ["".join(parts) for parts in chunks(title)]
    name = "".join(words)
    consonants = initials(name)
    starts = {sum(map(len, words[:i])) for i in range(len(words))}
    return [
        Token(consonants[i : i + LONGEST_INITIALS], i in starts)
        for i in range(len(name) - 1)
        if is_hangul(name[i])
    ]


def fields_of(record: Mapping[str, Any]) -> dict[str, list[Token]]:
    """A record's tokens: t title, f facts, b body, n numbers, c initial consonants."""
    own = own_title(record)
    return {
        "t": [*places(without_legal_words(record["title"])),
              *(Token(name, part=name) for name in whole_titles(own))],
        "f": [token for text in (record["subtitle"], *record["facts"]) for token in places(text)],
        "b": list(places(record["content"])),
        "n": [Token(digits, part=digits) for digits in phone_tokens(record["phones"])],
        "c": title_initials(own),
    }  # fmt: skip


def phone_tokens(phones: Iterable[str]) -> list[str]:
    """Forms of a phone number: as given, and its last four digits."""
    return list(dict.fromkeys(form for digits in phones for form in (digits, digits[-4:])))


def words_by_field(record: Mapping[str, Any]) -> dict[str, list[str]]:
    """What the index holds of a record: the texts of the tokens of `fields_of`, each once a field.

    A word of the text that title or facts say too is left out: they weigh more, so it adds nothing.
    """
    own = own_title(record)
    title = _begun([without_legal_words(record["title"])]) | dict.fromkeys(whole_titles(own))
    facts = _begun([record["subtitle"], *record["facts"]])
    body = _begun([record["content"]])
    return {
        "t": list(title),
        "f": list(facts),
        "b": [word for word in body if word not in title and word not in facts],
        "n": phone_tokens(record["phones"]),
        "c": list(dict.fromkeys([token.text for token in title_initials(own)])),
    }


def _begun(texts: Iterable[str]) -> dict[str, None]:
    words = chain.from_iterable(map(chunks, texts))
    return dict.fromkeys(chain.from_iterable(map(_begun_in, words)))


@lru_cache(maxsize=KEPT_WORDS)
def _begun_in(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(token.text for token in places_in(parts))
