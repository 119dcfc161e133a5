"""An entry as the browser and the command line read it back: what is shown and what is verified."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dure.search.entries import Kind, SearchEntry


KINDS: dict[Kind, float] = {
    "program": 0.6,
    "enterprise": 3.0,
    "centre": 2.6,
    "product": 2.8,
    "page": 2.0,
}
"""What a record weighs before anything is asked: programs gain by their year."""
NEWS = 4.0
"""What a program of the newest year gains; half of it each year before."""

MOST = 4_000
"""Letters of a file of records; a page of results reads about ten, each packed to a third."""


def prior(entry: SearchEntry, newest: int) -> float:
    """The weight of a record among records that match alike: last year's round is old news."""
    year = int(entry.sort.get("year") or 0)
    return round(KINDS[entry.kind] + (NEWS * 0.5 ** (newest - year) if year else 0), 2)


def newest_year(entries: Iterable[SearchEntry]) -> int:
    """The latest year any entry belongs to, 0 where none has one."""
    return max((int(entry.sort.get("year") or 0) for entry in entries), default=0)


def record(entry: SearchEntry, newest: int) -> dict[str, Any]:
    """What a result shows, and the text its matches are verified on."""
    return {
        "url": entry.url,
        "kind": entry.kind,
        "id": entry.id,
        "title": entry.title,
        "subtitle": entry.subtitle,
        "facts": list(entry.facts),
        "content": entry.body,
        "phones": list(entry.phones),
        "prior": prior(entry, newest),
        "shown": dict(sorted(entry.meta.items())),
    }


def together(texts: Iterable[str], most: int = MOST) -> Iterator[list[str]]:
    """The texts of records, those that follow each other in one list while it is short."""
    held: list[str] = []
    length = 0
    for text in texts:
        if held and length + len(text) > most:
            yield held
            held, length = [], 0
        held.append(text)
        length += len(text)
    if held:
        yield held


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def dump(value: Any) -> str:
    """JSON without spaces, Korean as Korean."""
    return _JSON.encode(value)
