"""What the built site would answer, for the command line: same index, same planner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dure.search.offline import offline_data
from dure.search.planner import Index
from dure.search.planner import answer as planned

if TYPE_CHECKING:
    from pathlib import Path

    from dure.search.entries import Language


class NoSearchIndex(RuntimeError):
    """The site has not been built, or was built without search."""


@dataclass(frozen=True)
class Hit:
    """One result as the search page lists it."""

    title: str
    url: str
    kind: str
    id: str
    whole: bool
    """All words of the query stand in it."""


@dataclass(frozen=True)
class Found:
    """The results in order and what the page says beside them."""

    hits: tuple[Hit, ...]
    also: tuple[str, ...]
    meant: str


def read_index(lang: Language, site: Path) -> Index:
    """The search of a built site; raises NoSearchIndex where there is none."""
    path = site / "pagefind" / f"offline-{lang}.js"
    if not path.is_file():
        raise NoSearchIndex(f"{path}: no search index. Remedy: build the site first (make)")
    return Index(offline_data(path.read_text(encoding="utf-8"), lang))


def answer(query: str, lang: Language, site: Path) -> Found:
    """What the page of this language answers; raises NoSearchIndex."""
    index = read_index(lang, site)
    found = planned(index, query)
    hits = tuple(
        Hit(r["title"], r["url"], r["kind"], r["id"], key in found.keys)
        for key in (*found.keys, *found.partial)
        for r in (index.records[key],)
    )
    return Found(hits, found.also, found.meant)
