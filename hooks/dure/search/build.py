"""The whole search of a site: each language by itself, beside other work; then what they share."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from dure.messages import LANGUAGES
from dure.search.gather import guide_entry, records, synonyms
from dure.search.kept import Earlier, take_or_write
from dure.search.pagefind import write_entrance, write_language
from dure.views.reader import Reader
from dure.workers import in_parallel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from dure.catalogue import Catalogue
    from dure.search.pagefind import IndexReport
    from dure.site.shell import Guide

__all__ = ["Earlier", "Search", "build_search"]


@dataclass(frozen=True)
class Search:
    """What a site's search is made of."""

    catalogue: Catalogue
    guides: tuple[Guide, ...]
    texts: Mapping[tuple[str, str], str]
    """The hand-written pages' words by language and path."""
    out: Path
    """The site's folder."""
    earlier: Earlier | None = None

    def jobs(self) -> tuple[Callable[[], IndexReport], ...]:
        """A job for each language, Korean first, which takes twice as long.

        They need nothing of each other: each may be done in a process of its own.
        """
        return tuple(partial(self._language, lang) for lang in LANGUAGES)

    def finish(self, reports: Iterable[IndexReport]) -> IndexReport:
        """What the languages share, once all are done; `reports` in the order of the jobs."""
        return write_entrance(self.out / "pagefind", dict(zip(LANGUAGES, reports, strict=True)))

    def _language(self, lang: str) -> IndexReport:
        words = synonyms(self.catalogue)
        pages = [guide_entry(guide, self.texts[lang, guide.path])
                 for guide in self.guides if guide.in_menu and guide.lang == lang]  # fmt: skip
        entries = [*records(Reader(self.catalogue, lang)), *pages]
        if self.earlier is None:
            return write_language(lang, entries, self.out / "pagefind", words)
        return take_or_write(lang, entries, self.out / "pagefind", words, self.earlier)


def build_search(search: Search) -> IndexReport:
    """Writes `pagefind/` into the site, both languages at the same time where that can be."""
    # A preview has threads, whose locks would stay shut in a copy of the process.
    alone = threading.active_count() == 1
    reports = in_parallel(_done, search.jobs()) if alone else map(_done, search.jobs())
    return search.finish(reports)


def _done(job: Callable[[], IndexReport]) -> IndexReport:
    return job()
