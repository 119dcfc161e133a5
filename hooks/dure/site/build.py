"""All pages of the site, made from a catalogue into a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from dure.messages import LANGUAGES
from dure.site.addresses import ROOTS, Address
from dure.site.cards import card_path
from dure.site.made import FRAME, Made, keys_of, made_by_key, standing
from dure.site.outer import former_addresses, outer_files
from dure.site.pages import (
    FRONTS,
    enterprises_on,
    front_key,
    front_pages,
    record_page,
    records_with_pages,
)
from dure.site.shelf import cards
from dure.site.shell import Chrome
from dure.site.sources import Marks
from dure.views.reader import Reader
from dure.views.rows import shelf_of
from dure.views.slices import INDEX
from dure.workers import begun, beside, in_parallel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from dure.booklets.printing import Printed
    from dure.catalogue import Catalogue
    from dure.site.pages import Page
    from dure.site.publish import Desk
    from dure.site.shell import Guide
    from dure.views.rows import Shelf

CHUNK = 50
"""Records of which one process makes the pages before it asks for more work."""
RenderTheme = Callable[[Mapping[str, object]], str]


class Site(Struct, frozen=True, dict=True):
    """Everything pages are made from; the edge puts it together."""

    catalogue: Catalogue
    guides: tuple[Guide, ...]
    assets: Mapping[str, str]
    render_theme: RenderTheme
    printed: tuple[Printed, ...] = ()
    cache: Path | None = None
    """A folder for what takes long to make and seldom changes."""
    marks: Marks = field(default_factory=Marks)

    def chrome(self, lang: str) -> Chrome:
        """The theme around pages of one language."""
        reader = Reader(self.catalogue, lang, self._shelf)
        return Chrome(reader, self.assets, self.guides, self.render_theme, card_path)

    @cached_property
    def _shelf(self) -> Shelf | None:
        return shelf_of(self.cache, self.marks.frame, self.catalogue)


class Built(Struct, frozen=True):
    """What was made from records."""

    addresses: tuple[Address, ...]
    keys: Mapping[str, str]
    """Every file with its key; those that an earlier site has with the same were left alone."""
    others: tuple[Any, ...]
    """What the other jobs returned."""


class UnderWay(Struct, frozen=True):
    """Pages begun beside what this process does meanwhile."""

    made: Callable[[], Iterable[tuple[Made, ...]]]
    """Waits for them."""
    records: bool = False
    """Whether all pages of records are among them."""
    lists: bool = False
    """Whether home and the lists are."""


class _Work(Struct, frozen=True):
    """Pages that can be made at the same time; each job tells the files it decided on."""

    site: Site
    chromes: tuple[Chrome, ...]
    desk: Desk
    earlier: Mapping[str, str]

    def jobs(self, stale: Mapping[str, Iterable[str]]) -> Iterator[Callable[[], tuple[Made, ...]]]:
        """The records' pages, a few at a time; `stale` are the ids of those to make, by kind."""
        for kind, records in stale.items():
            ids = tuple(records)
            for at in range(0, len(ids), CHUNK):
                yield partial(self.records, kind, ids[at : at + CHUNK])

    def fronts(self) -> tuple[Made, ...]:
        """Home and the lists in both languages: they are made from the same rows."""
        pairs = ((chrome, name) for name in FRONTS for chrome in self.chromes)
        return tuple(made for pair in pairs for made in self.front(*pair))

    def front(self, chrome: Chrome, name: str) -> tuple[Made, ...]:
        """Home or a list, of which only making it shows how many pages it has."""
        shelf = cards(self.site.printed, chrome.reader)
        whole = front_key(name, chrome.reader, shelf)
        left = standing(name, chrome.reader.lang, whole, self.earlier, (INDEX,))
        if whole and (found := tuple(left)):
            return found
        pages = front_pages(chrome.reader, shelf, (name,))
        return tuple(made for page in pages for made in self._front(page, chrome, whole))

    def _front(self, page: Page, chrome: Chrome, whole: str) -> Iterator[Made]:
        """A page of home or a list, which has the key of the `whole` but for later pages."""
        address = page.head.address
        key = self.site.marks.key(page.shows, page.shape) if page.shows else whole
        if not key or self.earlier.get(address.file) != key:
            write_page(page, chrome, self.site.assets, self.desk)
        yield Made(address.file, key, address)
        yield from (Made(address.full + name, whole) for name, _ in page.beside)

    def records(self, kind: str, ids: Iterable[str]) -> tuple[Made, ...]:
        """A record's pages in both languages follow each other, as they share its picture."""
        for record_id in ids:
            for chrome in self.chromes:
                page = record_page(kind, record_id, chrome.reader)
                write_page(page, chrome, self.site.assets, self.desk)
        return ()


def begin_pages(site: Site, desk: Desk, *, lists: bool, niceness: int) -> UnderWay:
    """Begins to write all pages of records of a whole site, and with `lists` home and the lists.

    With a `niceness` (POSIX) longer work has the cores first: these fill what it leaves.
    """
    work = _work(site, desk, {})
    kinds = records_with_pages(site.catalogue)
    jobs = (*((work.fronts,) if lists else ()), *work.jobs(kinds))
    return UnderWay(begun(_done, jobs, niceness), records=True, lists=lists)


def begin_lists(site: Site, desk: Desk, earlier: Mapping[str, str]) -> UnderWay:
    """Begins to write home and the lists, where they are not as the `earlier` site has them."""
    made = beside(_work(site, desk, earlier).fronts)
    return UnderWay(lambda: (made(),), lists=True)


def _work(site: Site, desk: Desk, earlier: Mapping[str, str]) -> _Work:
    return _Work(site, tuple(map(site.chrome, LANGUAGES)), desk, earlier)


def _done(job: Callable[[], Any]) -> Any:
    return job()


def build_pages(
    site: Site,
    desk: Desk,
    earlier: Mapping[str, str] | None = None,
    others: Iterable[Callable[[], object]] = (),
    under_way: UnderWay | None = None,
) -> Built:
    """Writes every page made from records, and the files that name them all.

    `earlier` are the keys of a site of the same frame: what has the same key is left alone.
    `others` are jobs that take longer than any page and are done at the same time. What is
    `under_way` is waited for.
    """
    known, first = earlier or {}, under_way or UnderWay(tuple)
    work, keys, long = _work(site, desk, known), _record_keys(site), tuple(others)
    lists = () if first.lists else (work.fronts,)
    records = () if first.records else work.jobs(_stale(site, keys, known))
    done = in_parallel(_done, (*long, *lists, *records))
    made = [one for found in (*done[len(long) :], *first.made()) for one in found]
    addresses = tuple(_in_order(site, [one.address for one in made if one.address]))
    made += write_outer(site, desk, addresses, known)
    return Built(addresses, keys | keys_of(made), done[: len(long)])


def _record_keys(site: Site) -> dict[str, str]:
    """The keys of the records' pages."""
    keys = {
        f"{kind}s/{i}/index.html": site.marks.key(enterprises_on(kind, i, site.catalogue))
        for kind, records in records_with_pages(site.catalogue).items()
        for i in records
    }
    return {ROOTS[lang] + file: key for lang in LANGUAGES for file, key in keys.items()}


def _stale(
    site: Site, keys: Mapping[str, str], earlier: Mapping[str, str]
) -> Mapping[str, tuple[str, ...]]:
    """Ids of the records whose pages are to be made, by kind; both languages have one key."""
    left = {file for file, key in keys.items() if key and earlier.get(file) == key}
    return {
        kind: tuple(i for i in records if f"{kind}s/{i}/index.html" not in left)
        for kind, records in records_with_pages(site.catalogue).items()
    }


def _in_order(site: Site, fronts: list[Address]) -> Iterator[Address]:
    """Pages by language, home and lists first, and the hand-written ones at the end."""
    fronts.sort(key=lambda address: FRONTS.index(address.path.partition("/")[0]))
    for lang in LANGUAGES:
        yield from (address for address in fronts if address.lang == lang)
        for kind, records in records_with_pages(site.catalogue).items():
            yield from (Address(lang, f"{kind}s/{record_id}/") for record_id in records)
    yield from (Address(guide.lang, guide.path) for guide in site.guides)


def of_the_frame(keys: Mapping[str, str]) -> Mapping[str, str]:
    """Files that are made of nothing but the frame."""
    return {file: key for file, key in keys.items() if key == FRAME}


def write_outer(
    site: Site, desk: Desk, addresses: tuple[Address, ...], earlier: Mapping[str, str]
) -> Iterator[Made]:
    """404.html, files for search engines, which name all pages, and former addresses."""
    pages = hashlib.blake2b("\n".join([one.full for one in addresses]).encode(), digest_size=10)
    for lang in LANGUAGES:
        pages.update(repr(list(former_addresses(site.catalogue, lang))).encode())
    return made_by_key(f"all {pages.hexdigest()}", earlier, partial(_outer, site, desk, addresses))


def _outer(site: Site, desk: Desk, addresses: tuple[Address, ...]) -> Iterator[str]:
    for file, data in outer_files(site, addresses):
        desk.write(file, data)
        yield file


def write_page(page: Page, chrome: Chrome, assets: Mapping[str, str], desk: Desk) -> None:
    """A page with the files beside it."""
    address = page.head.address
    desk.write(address.file, chrome.page(page.head, page.body(assets)))
    for name, data in page.beside:
        desk.write(address.full + name, data)
