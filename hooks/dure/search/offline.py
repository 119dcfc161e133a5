"""The same search from a disk or USB stick, where a page may load scripts but fetch nothing."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import TYPE_CHECKING

from dure.search.plan import hanja
from dure.search.records import dump

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from dure.search.entries import SearchEntry

MODULES = (
    "korean.js",
    "verbs.js",
    "tokens.js",
    "score.js",
    "hits.js",
    "reading.js",
    "groups.js",
    "variants.js",
    "planner.js",
    "marks.js",
    "offline-backend.js",
    "search-state.js",
    "search-find.js",
    "search-keys.js",
    "search-view.js",
    "nearest.js",
    "search-empty.js",
    "search-page.js",
)
"""What the offline script is made of, each after those it uses."""
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_START = """\
modules["search-page.js"].start(document.querySelector("[data-search]"),
  (lang) => (window.dureSearch[lang]
    ? modules["offline-backend.js"].offlineBackend(window.dureSearch[lang]) : null));
"""


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


def offline_script() -> bytes:
    """The search page's modules as one classic script: modules do not load from `file://`."""
    folder = resources.files("dure") / "assets" / "search"
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in MODULES}
    parts = [classic(name, text) for name, text in texts.items()]
    return ("(() => {\nconst modules = {};\n" + "".join(parts) + _START + "})();\n").encode()


def classic(name: str, module: str) -> str:
    """A module as a function that leaves its exports in `modules`, each name in its own scope."""
    names = ", ".join(found[1] for found in _EXPORT.findall(module))
    plain = _IMPORT.sub(r'const {\1} = modules["\2"];', _EXPORT.sub(r"\1", module))
    return f'modules["{name}"] = (() => {{\n{plain}\nreturn {{ {names} }};\n}})();\n'
