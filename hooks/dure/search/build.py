"""The whole search of a site: each language by itself, beside other work; then what they share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from dure.messages import LANGUAGES
from dure.search.gather import guide_entry, records, synonyms
from dure.search.kept import Earlier, take_or_write
from dure.search.packed import packed
from dure.search.pagefind import write_entrance, write_language
from dure.views.reader import Reader
from dure.workers import beside, in_parallel

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
        """A job for each language, Korean first, which takes longer.

        They need nothing of each other. Each is done in a copy of the process that asks for it:
        with the copy its memory is given back.
        """
        return tuple(partial(_in_a_copy, partial(self.language, lang)) for lang in LANGUAGES)

    def finish(self, reports: Iterable[IndexReport]) -> IndexReport:
        """What the languages share, once all are done; `reports` in the order of the jobs."""
        return write_entrance(self.out / "pagefind", dict(zip(LANGUAGES, reports, strict=True)))

    def language(self, lang: str) -> IndexReport:
        """Writes or takes the files of one language."""
        words = synonyms(self.catalogue)
        pages = [guide_entry(guide, self.texts[lang, guide.path])
                 for guide in self.guides if guide.in_menu and guide.lang == lang]  # fmt: skip
        newest = max((program.year for program in self.catalogue.programs.values()), default=0)
        folder = self.out / "pagefind"
        with packed(chain(records(Reader(self.catalogue, lang)), pages), newest) as found:
            if self.earlier is None:
                return write_language(lang, found, folder, words)
            return take_or_write(lang, found, folder, words, self.earlier)


def build_search(search: Search) -> IndexReport:
    """Writes `pagefind/` into the site, both languages at the same time where that can be."""
    return search.finish(in_parallel(_done, search.jobs()))


def _in_a_copy(job: Callable[[], IndexReport]) -> IndexReport:
    return beside(job)()


def _done(job: Callable[[], IndexReport]) -> IndexReport:
    return job()
