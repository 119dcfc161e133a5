"""Labelled queries, and how well an ordered list of results answers them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dure.catalogue import link
from dure.load import load_data
from dure.views.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from dure.catalogue import Catalogue

TOP = 10
_LOOSE = re.compile(r"[\s·•‧․∙⋅ㆍᆞ・･]")


@dataclass(frozen=True)
class Query:
    """What is typed and what should come."""

    lang: str
    category: str
    text: str
    expected: tuple[str, ...]
    """Names as printed, or ids of records."""
    by_id: bool


@dataclass(frozen=True)
class Result:
    """One result as shown."""

    id: str
    title: str


@dataclass(frozen=True)
class Score:
    """One query's outcome."""

    query: Query
    rank: int
    """Of the first right result among the first ten; 0 if none."""
    recall: float
    empty: bool


def read_queries(path: Path) -> list[Query]:
    """The queries of a file."""
    return [
        Query(q["lang"], "en" if q["lang"] == "en" else q["category"], q["query"],
              tuple(q.get("ids") or q["expect"]), "ids" in q)
        for q in json.loads(path.read_text("utf-8"))["queries"]
    ]  # fmt: skip


def loose(text: str) -> str:
    """For comparing names: without spaces, middle dots and case."""
    return _LOOSE.sub("", text).casefold()


class Judge:
    """Knows which results count: named ones, their sub-programs and their products."""

    def __init__(self, data: Path) -> None:
        catalogue = link(load_data(data))
        self._parents = {i: p.parent for i, p in catalogue.programs.items() if p.parent}
        self._titles = {lang: _titles(catalogue, lang) for lang in ("ko", "en")}

    def score(self, query: Query, results: Sequence[Result]) -> Score:
        """How well the results answer."""
        answered = [self._answers(query, result) for result in results[:TOP]]
        rank = next((i for i, found in enumerate(answered, 1) if found), 0)
        right = set().union(*answered) if answered else set()
        possible = min(TOP, len(query.expected))
        return Score(query, rank, min(1, len(right) / possible), not results)

    def _answers(self, query: Query, result: Result) -> set[str]:
        """The expected names or ids that this result answers."""
        ids = list(self._above(result.id.split(".")[0]))
        if query.by_id:
            return {result.id, *ids} & set(query.expected)
        titles = [result.title, *(self._titles[query.lang].get(i, "") for i in ids[1:])]
        return {n for n in query.expected if any(loose(n) in loose(title) for title in titles)}

    def _above(self, record: str | None) -> Iterable[str]:
        while record:
            yield record
            record = self._parents.get(record)


def _titles(catalogue: Catalogue, lang: str) -> dict[str, str]:
    reader = Reader(catalogue, lang)
    return {i: str(reader.say(program.name)) for i, program in catalogue.programs.items()}


def table(scores: Sequence[Score]) -> str:
    """Success@10, recall@10 and mean reciprocal rank by category."""
    groups: dict[str, list[Score]] = defaultdict(list)
    for score in scores:
        groups[score.query.category].append(score)
    lines = [f"{'category':<12}{'n':>4}{'success':>9}{'recall':>8}{'MRR':>7}{'empty':>7}"]
    korean = [s for s in scores if s.query.lang == "ko"]
    for name, found in [*groups.items(), ("all ko", korean), ("all", list(scores))]:
        if found:
            lines.append(f"{name:<12}{len(found):>4}" + _figures(found))
    return "\n".join(lines)


def _figures(scores: Sequence[Score]) -> str:
    n = len(scores)
    success = sum(s.rank > 0 for s in scores) / n
    recall = sum(s.recall for s in scores) / n
    mrr = sum(1 / s.rank for s in scores if s.rank) / n
    return f"{success:>9.3f}{recall:>8.3f}{mrr:>7.3f}{sum(s.empty for s in scores):>7}"
