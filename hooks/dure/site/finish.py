"""The records' part of a site: made, put in the place of the earlier one, and sealed."""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct
from msgspec.structs import replace

from dure.messages import text
from dure.site import build, files, links, publish, seal
from dure.site.made import keys_of
from dure.site.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping
    from pathlib import Path

    from dure.search.build import Search
    from dure.site.again import Known
    from dure.site.build import Site, UnderWay
    from dure.site.made import Made
    from dure.site.seal import Seal
    from dure.site.sources import Sources

log = logging.getLogger("mkdocs.hooks.dure")


class Refused(Exception):
    """The site cannot be made; the message says why."""


class Plan(Struct, frozen=True):
    """What is made besides the pages, of what, and where it goes."""

    data: Path
    goal: Path
    """Where the site stands in the end."""
    cache: Path
    """Where is kept what takes long to make."""
    sources: Sources
    booklets: bool
    search: bool
    lang: str
    """In which is told what is done."""
    files: Callable[[], tuple[Made, ...]] | None = None
    """Gives the files that are no page, where they were begun before."""
    pages: UnderWay | None = None
    """What was begun before of the pages."""

    @property
    def seal(self) -> Path:
        """The file of the seal."""
        return self.cache.parent / "site.seal"


def finish(
    site: Site,
    plan: Plan,
    known: Known,
    refuse: Callable[[Iterable[str]], None],
    earlier: Seal | None = None,
) -> None:
    """Makes what comes from records and puts it in place; of an `earlier` site only what changed.

    `known` is what stays as it is; `refuse` is told of broken links and may raise. Raises
    `Refused` where a booklet cannot be printed, or a hand-written page stands where another does.
    """
    out, last = publish.staging(plan.goal), known.keys if earlier else {}
    site = _printed(site, plan, out) if plan.booklets else site
    search = _search(site, known, out, plan) if plan.search else None
    desk = publish.Desk.beside(plan.goal, whole=not earlier)
    pictures = files.write_photographs(site.catalogue, site.marks, plan.data, out, last)
    built = build.build_pages(site, desk, last, search.jobs() if search else (), plan.pages)
    log.info(text("build.made_pages", plan.lang, count=len(built.addresses)))
    if search:
        indexed = search.finish(built.others).entries
        log.info(text("build.indexed", plan.lang, count=indexed))
    refuse(links.broken(known.pages.named, built.addresses, plan.lang))
    others = {**pictures, **_files(site, plan, out, last)}
    _refuse_taken(known.pages.files, (built.keys, others), plan.lang)
    keys = {**build.of_the_frame(known.keys), **built.keys, **others}
    standing = _put_in_place(out, plan.goal, keys, earlier)
    sealed = seal.Seal(plan.sources, standing, replace(known, keys=keys).packed())
    seal.put(plan.seal, plan.goal, sealed)


def _refuse_taken(pages: Mapping[str, str], made: Iterable[Container[str]], lang: str) -> None:
    """Of two files in one place chance would decide which one a reader sees."""
    taken = [one for one, file in pages.items() if any(file in found for found in made)]
    if taken:
        source = min(taken, key=lambda one: (one.startswith("en/"), one))
        path = pages[source].removesuffix("index.html")
        raise Refused(text("build.place_taken", lang, page=source, path=path))


def _files(site: Site, plan: Plan, out: Path, last: Mapping[str, str]) -> Mapping[str, str]:
    """Makes what is no page; returns its keys."""
    if plan.files:
        return keys_of(plan.files())
    return keys_of(files.write_files(site.catalogue, site.marks, site.cache, out, last))


def _put_in_place(
    out: Path, goal: Path, wanted: Iterable[str], earlier: Seal | None
) -> seal.Standing:
    """Returns the site as it then stands; `wanted` are its files besides those just made."""
    if earlier is None:
        publish.put_in_place(out, goal)
        return seal.moved({}, goal, {*wanted, *_filled_by_others(goal)}, ())
    gone = earlier.standing.keys() - set(wanted) - set(publish.files_below(out))
    new = publish.move_in(out, goal, sorted(gone))
    return seal.moved(earlier.standing, goal, new, gone)


def _filled_by_others(goal: Path) -> Iterator[str]:
    """Files of the search and the booklets: all others are told, and need not be looked for."""
    for name in ("pagefind", "booklets"):
        yield from (f"{name}/{file}" for file in publish.files_below(goal / name))


def _printed(site: Site, plan: Plan, out: Path) -> Site:
    """Prints the booklets into the site."""
    log.info(text("build.printing", plan.lang, count=len(site.catalogue.booklets)))
    printing = import_module("dure.booklets.printing")  # loads a typesetter: only when it is used
    try:
        choice = printing.Choice(data=plan.data)
        found = printing.print_all(site.catalogue, out, plan.cache / "print", choice)
    except printing.Unprintable as error:
        raise Refused(error.told(plan.lang)) from error
    editions = import_module("dure.booklets.editions")
    editions.publish_editions(site.catalogue, plan.data, out)
    return replace(site, printed=found)


def _search(site: Site, known: Known, out: Path, plan: Plan | None = None) -> Search:
    search: Any = import_module("dure.search.build")  # brings the search engine
    earlier = search.Earlier(plan.goal / "pagefind", plan.cache / "search") if plan else None
    words = {address: words_of(html) for address, html in known.pages.html.items()}
    return cast("Search", search.Search(site.catalogue, site.guides, words, out, earlier))


def write_search(site: Site, known: Known, out: Path) -> None:
    """Writes the search of a preview."""
    import_module("dure.search.build").build_search(_search(site, known, out))
