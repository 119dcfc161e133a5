"""Pages made when they are asked for: a preview of thousands of records reloads at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from dure.site import finish, photographs, publish
from dure.site.addresses import ROOTS
from dure.site.build import write_outer, write_page
from dure.site.files import write_files
from dure.site.pages import front_pages, record_page
from dure.site.publish import Desk
from dure.site.shelf import cards

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dure.site.again import Known
    from dure.site.build import Site
    from dure.site.shell import Chrome

_KINDS = {"programs": "program", "enterprises": "enterprise", "centres": "centre"}


class Preview(Struct):
    """A site of which only what a reader has asked for is written."""

    site: Site
    out: Path
    search: Callable[[], object]
    """Writes the search, which takes longest and is wanted last."""
    done: set[str] = field(default_factory=set)
    chromes: dict[str, Chrome] = field(default_factory=dict)

    def want(self, path: str) -> None:
        """Writes what answers a path below the site's root, unless it stands there already."""
        file = self.out / f"{path}index.html" if path.endswith("/") or not path else self.out / path
        if file.exists():
            return
        lang = "en" if path.startswith("en/") else "ko"
        match path.removeprefix(ROOTS[lang]).split("/"):
            case ["pagefind", *_]:
                self._once("search", self.search)
            case [folder, record_id, ""] if self._is_record(folder, record_id):
                page = record_page(_KINDS[folder], record_id, self._chrome(lang).reader)
                write_page(page, self._chrome(lang), self.site.assets, Desk(str(self.out)))
            case _:
                self._once(f"front {lang}", lambda: self._front(lang))
                self._once("rest", self._rest)

    def _is_record(self, folder: str, record_id: str) -> bool:
        catalogue = self.site.catalogue
        ids = {"programs": catalogue.programs, "enterprises": catalogue.enterprises,
               "centres": catalogue.centres}  # fmt: skip
        return record_id in ids.get(folder, ())

    def _front(self, lang: str) -> None:
        chrome = self._chrome(lang)
        for page in front_pages(chrome.reader, cards(self.site.printed, chrome.reader)):
            write_page(page, chrome, self.site.assets, Desk(str(self.out)))

    def _rest(self) -> None:
        """Everything that is no page of its own: files to take away, pictures, 404, sitemap."""
        write_files(self.site.catalogue, self.site.marks, self.site.cache, self.out, {})
        list(write_outer(self.site, Desk(str(self.out)), (), {}))

    def _chrome(self, lang: str) -> Chrome:
        """Kept, with the views its reader has made and the theme's pages it has rendered."""
        if lang not in self.chromes:
            self.chromes[lang] = self.site.chrome(lang)
        return self.chromes[lang]

    def _once(self, name: str, work: Callable[[], object]) -> None:
        if name not in self.done:
            self.done.add(name)
            work()


def prepared(site: Site, known: Known, data: Path, out: Path) -> Preview:
    """A preview in a folder that keeps nothing but what is known to stay as it is."""
    publish.clear(out, known.keys)
    photographs.publish_pictures(site.catalogue, data, out)
    return Preview(site, out, lambda: finish.write_search(site, known, out))
