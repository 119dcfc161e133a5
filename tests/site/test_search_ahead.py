"""What the search page sends for at once is what the search is made of."""

from __future__ import annotations

import re
from pathlib import Path

import dure

ASSETS = Path(dure.__file__).parent / "assets"
STARTS = ("search-page", "pagefind-backend")
"""The modules that the search page imports first."""
_IMPORT = re.compile(r'^(?:import|export) [^;]*?from "\./([\w-]+)\.js"', re.MULTILINE)


def _needed(*starts: str) -> set[str]:
    """These modules and all that they import."""
    found: set[str] = set()
    waiting = list(starts)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _IMPORT.findall((ASSETS / "search" / f"{name}.js").read_text("utf-8"))
    return found


def test_every_module_of_the_search_is_sent_for_at_once() -> None:
    """A module left out would cost a trip over the network; one too many is loaded for nothing."""
    script = (ASSETS / "js" / "search-ahead.js").read_text("utf-8")
    listed = script.partition("MODULES = [")[2].partition("]")[0]
    assert set(re.findall(r'"([\w-]+)"', listed)) == _needed(*STARTS)
