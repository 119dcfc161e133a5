"""The search's modules as one script: many files would be as many trips over the network."""

from __future__ import annotations

import re
from importlib import resources

_SEARCH = (
    "korean.js",
    "verbs.js",
    "tokens.js",
    "score.js",
    "hits.js",
    "reading.js",
    "groups.js",
    "spelling.js",
    "variants.js",
    "planner.js",
    "marks.js",
)
_PAGE = (
    "search-state.js",
    "search-find.js",
    "search-keys.js",
    "search-view.js",
    "nearest.js",
    "search-empty.js",
    "search-page.js",
)
OFFLINE = (*_SEARCH, "offline-backend.js", *_PAGE)
"""What the script for `file://` is made of, each module after those it uses."""
ONLINE = (*_SEARCH, "pagefind-files.js", "pagefind-backend.js", *_PAGE)
"""The same for a server."""
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_COMMENT = re.compile(
    r"^[ \t]*(?:/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*\n|//[^\n]*\n)|/\*\*(?:[^*]|\*(?!/))*\*/ ?",
    re.MULTILINE,
)
_START = """\
modules["search-page.js"].start(document.querySelector("[data-search]"),
  (lang) => (window.dureSearch[lang]
    ? modules["offline-backend.js"].offlineBackend(window.dureSearch[lang]) : null));
"""
_EXPORTS = """\
export const { start } = modules["search-page.js"];
export const { answer } = modules["planner.js"];
export const { pagefindBackend } = modules["pagefind-backend.js"];
"""


def offline_script() -> bytes:
    """A classic script that starts the search: modules do not load from `file://`."""
    return f"(() => {{\n{_joined(OFFLINE)}{_START}}})();\n".encode()


def online_module() -> bytes:
    """A module with what a page on a server needs: `start`, `answer`, `pagefindBackend`."""
    return f"{_joined(ONLINE)}{_EXPORTS}".encode()


def _joined(names: tuple[str, ...]) -> str:
    folder = resources.files("dure") / "assets" / "search"
    texts = ((name, (folder / name).read_text(encoding="utf-8")) for name in names)
    return "const modules = {};\n" + "".join(classic(name, text) for name, text in texts)


def classic(name: str, module: str) -> str:
    """A module as a function that leaves its exports in `modules`, each name in its own scope.

    Comments on lines of their own and those that tell types stay behind.
    """
    short = _COMMENT.sub("", module)
    names = ", ".join(found[1] for found in _EXPORT.findall(short))
    plain = _IMPORT.sub(r'const {\1} = modules["\2"];', _EXPORT.sub(r"\1", short))
    return f'modules["{name}"] = (() => {{\n{plain}\nreturn {{ {names} }};\n}})();\n'
