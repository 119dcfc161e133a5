"""What the search knows of one page: the caller makes these, the index holds nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Language = Literal["ko", "en"]
Kind = Literal["program", "enterprise", "product", "centre", "page"]

KIND_LETTERS: dict[Kind, str] = {
    "program": "p",
    "enterprise": "e",
    "centre": "c",
    "product": "r",
    "page": "g",
}
"""One letter per kind, first in a record's key: kinds are counted without loading records."""


@dataclass(frozen=True)
class SearchEntry:
    """One page as the search sees it, in one language."""

    url: str
    """Path from the site's root, such as `programs/x/` or `en/programs/x/`."""
    lang: Language
    kind: Kind
    id: str
    title: str
    subtitle: str = ""
    """One line shown under the title; searched like a fact."""
    facts: tuple[str, ...] = ()
    """Short texts that weigh more than the body: aliases, other names, labels of terms."""
    body: str = ""
    phones: tuple[str, ...] = ()
    """Every digit form somebody may type: whole, without area code, ranges written out."""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Facet → ids of terms; labels belong to the page."""
    sort: Mapping[str, str] = field(default_factory=dict)
    """Every entry carries every key: the engine drops what lacks the key it sorts by."""
    meta: Mapping[str, str] = field(default_factory=dict)
    """Further strings to show: badge, region, year."""
