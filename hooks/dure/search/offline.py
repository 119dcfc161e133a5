"""The same search from a disk or USB stick, where a page may load scripts but fetch nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dure.search.plan import hanja
from dure.search.records import dump

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from dure.search.entries import SearchEntry


def offline(
    lang: str, entries: Sequence[SearchEntry], shown: Sequence[Mapping[str, Any]],
    more: Mapping[str, Any],
) -> bytes:
    """`offline-<lang>.js`: all records of one language as one script; `more` goes along."""
    records = [
        {**record, "facets": _facets(entry), "sort": dict(sorted(entry.sort.items()))}
        for entry, record in zip(entries, shown, strict=True)
    ]
    whole = {**more, "hanja": hanja(), "records": records}
    return f"{_head(lang)}{dump(whole)};\n".encode()


def offline_data(script: str, lang: str) -> Any:
    """The data in the script of `offline_files`."""
    return json.loads(script.removeprefix(_head(lang)).removesuffix(";\n"))


def _head(lang: str) -> str:
    return f"(window.dureSearch ??= {{}}).{lang}="


def _facets(entry: SearchEntry) -> dict[str, list[str]]:
    return {name: list(values) for name, values in sorted(entry.filters.items()) if values}
