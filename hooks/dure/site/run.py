"""What one run of MkDocs passes from event to event, and what the library does at each."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from dure.later import later
from dure.messages import LANGUAGES, text
from dure.problems import describe
from dure.site import publish, seal
from dure.site.again import Handwritten, Known, unpacked
from dure.site.made import FRAME
from dure.site.sources import Sources, data_digests, frame_digest, sources_of
from dure.site.strict import Refused
from dure.webfonts import MissingGlyph
from dure.workers import beside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment

    from dure import check, memory, render
    from dure.catalogue import Catalogue
    from dure.memory import Memory
    from dure.site import assets, build, characters, files, finish, fonts, preview
    from dure.site.build import Site, UnderWay
    from dure.site.made import Made
    from dure.site.preview import Preview
    from dure.site.seal import Seal
    from dure.site.shell import Chrome
    from dure.site.strict import Warnings
else:  # where nothing changed they are not needed
    check, memory, render = (later(f"dure.{name}") for name in ("check", "memory", "render"))
    _SITES = ("assets", "build", "characters", "files", "finish", "fonts", "preview")
    _sites = (later(f"dure.site.{name}") for name in _SITES)
    assets, build, characters, files, finish, fonts, preview = _sites

log = logging.getLogger("mkdocs.hooks.dure")


class Places(NamedTuple):
    """Where a project keeps what a site is made of, and where the site goes."""

    data: Path
    docs: Path
    root: Path
    """The folder of the settings."""
    goal: Path
    """Where the site stands in the end."""

    @property
    def cache(self) -> Path:
        """Where is kept what takes long to make."""
        return self.root / "build" / "cache"

    @property
    def seal(self) -> Path:
        """The file of the seal."""
        return self.cache.parent / "site.seal"

    def frame(self, overrides: Path) -> tuple[Path, ...]:
        """Files that every page depends on; `overrides` are our part of the theme."""
        settings = sorted(self.root.glob("*.yml"))
        return (self.docs, LIBRARY.parent, *settings, overrides)

    def shown(self) -> tuple[Path, ...]:
        """Folders of which a preview shows a change, besides what MkDocs knows."""
        return (self.data, LIBRARY / "templates", LIBRARY / "assets")


LIBRARY = Path(__file__).parent.parent
PATIENT = 10
"""The niceness of pages where the search is made too, which takes longer."""


class Wanted(NamedTuple):
    """What a build makes besides pages, and whether it bears warnings."""

    booklets: bool
    search: bool
    strict: bool

    @classmethod
    def of(cls, extra: Mapping[str, object], *, strict: bool) -> Wanted:
        """By the `extra` of the settings: all, where they do not say otherwise."""
        return cls(bool(extra.get("booklets", True)), bool(extra.get("search", True)), strict)


class Run(Struct):
    """A build, or a preview with all the builds of it."""

    places: Places
    frame: tuple[tuple[Path, ...], tuple[str, ...]]
    """Files and settings that every page depends on."""
    warnings: Warnings
    lang: str
    """In which is said what is done, and what is wrong."""
    sources: Sources = field(default_factory=lambda: Sources("", {}))
    seal: Seal | None = None
    """Of the site as the last build left it."""
    counting: Callable[[], characters.Lots] = dict
    catalogue: Catalogue | None = None
    environment: Environment | None = None
    pages: Handwritten = field(default_factory=Handwritten)
    framework: frozenset[str] = frozenset()
    """Files of the site that are of the frame: hand-written pages and what they show, assets."""
    chromes: Mapping[str, Chrome] = field(default_factory=dict)
    """What is around hand-written pages, by language."""
    assets: Mapping[str, str] = field(default_factory=dict)
    letters: str = ""
    """Of the fonts among them."""
    known: Known = field(default_factory=lambda: Known(Handwritten(), {}, "", {}))
    """What a preview keeps while only records change."""
    files: Callable[[], tuple[Made, ...]] | None = None
    """Gives the files that are no page, once they are begun."""
    under_way: UnderWay | None = None
    """Pages that are begun."""
    memory: Memory | None = None
    """What was read before; a preview goes on with it each time a file changes."""

    def nothing_changed(self) -> bool:
        """Whether the site is what the same sources made, to the last file."""
        publish.recover(self.places.goal)
        if not self.places.seal.exists():
            return False
        reading = beside(lambda: sources_of(self.places.data, *self.frame))
        self.seal = seal.read(self.places.seal, self.places.goal)
        self.sources = reading()
        return self.seal is not None and self.seal.sources == self.sources

    def note_frame(self) -> None:
        """Remembers what every page is made with; records are not read yet."""
        self.sources = Sources(self._frame_now(), {})

    def frame_changed(self) -> bool:
        """Whether a preview must be built as a whole."""
        return self._frame_now() != self.sources.frame

    def _frame_now(self) -> str:
        return frame_digest(self.places.data, *self.frame)

    def begin(self, *, ahead: bool) -> Catalogue:
        """The records, of which all is made, and nothing else known yet.

        With `ahead` what pages are made of is digested, and the characters are counted, while the
        data is checked.
        """
        framing = None
        if ahead:
            framing = None if self.sources.files else beside(self._frame_now)
            self.counting = characters.counting_ahead(self.places.data, self.places.cache)
        render.environment.cache_clear()
        self.pages = Handwritten()
        catalogue = self.check()
        if framing:
            self.sources = Sources(framing(), self._files_read(catalogue))
        return catalogue

    def _files_read(self, catalogue: Catalogue) -> Mapping[str, str]:
        below = len(self.places.data.name) + 1
        read = {entry.path[below:]: entry.digest.hex() for entry in catalogue.entries}
        return data_digests(self.places.data, read)

    def check(self) -> Catalogue:
        """Reads the data; raises `Refused` where anything is wrong with it."""
        data = self.places.data
        self.memory = self.memory or memory.remembered(data, self.places.cache)
        checked = check.check_data(data, self.memory)
        for problem in checked.problems:
            log.error(describe(problem, self.lang))
        if checked.catalogue is None:
            raise Refused(text("command.problem_count", self.lang, count=len(checked.problems)))
        self.catalogue = checked.catalogue
        return checked.catalogue

    def lay_out(self, out: Path, pages: Mapping[str, str], wanted: Wanted | None) -> None:
        """Publishes what all pages need; `pages` are the files that MkDocs will write, by source.

        Where a site is `wanted`, its pages are begun: all that they are made of is known.
        """
        self.pages = replace(self.pages, files=pages)
        self.assets = self.dress(out)
        self.framework = frozenset({*publish.files_below(out), *pages.values()})
        site = self.site()
        self.chromes = {lang: site.chrome(lang) for lang in LANGUAGES}
        if wanted:
            desk, nice = self._desk(whole=True), PATIENT if wanted.search else 0
            lists = not wanted.booklets
            self.under_way = build.begin_pages(site, desk, lists=lists, niceness=nice)

    def dress(self, out: Path) -> Mapping[str, str]:
        """Publishes styles, scripts, and fonts cut for all that pages show; may raise `Refused`."""
        uses = self._uses()
        self.letters = fonts.letters(uses)
        try:
            return assets.publish_assets(uses, out, self.places.cache.parent / "fonts")
        except MissingGlyph as error:
            told = text("build.missing_glyph", self.lang, font=error.font, letters=error.letters)
            raise Refused(told) from error

    def _uses(self) -> characters.Uses:
        """The letters of all that pages show."""
        assert self.catalogue is not None
        data, docs, *_ = self.places
        folders = characters.Folders(data, docs, self.places.cache)
        return characters.uses(self.catalogue.entries, folders, self.sources.frame, self.counting)

    def begin_files(self, out: Path) -> None:
        """Has the files that are no page made while MkDocs makes hand-written pages."""
        assert self.catalogue is not None
        catalogue, marks, cache = self.catalogue, self.sources.marks, self.places.cache
        self.files = beside(lambda: files.write_files(catalogue, marks, cache, out, {}))

    def site(self) -> Site:
        """Everything pages are made from."""
        if self.catalogue is None or self.environment is None:
            raise RuntimeError("MkDocs called its events out of order")
        template = self.environment.get_template("main.html")
        made_from = (self.catalogue, self.pages.guides, self.assets, template.render)
        return build.Site(*made_from, cache=self.places.cache, marks=self.sources.marks)

    def only_records_changed(self, wanted: Wanted) -> bool:
        """Finishes the build at once where hand-written pages stay: their frame is the same."""
        if self.seal is None or self.seal.sources.frame != self.sources.frame:
            return False
        known = unpacked(self.seal.known)
        self.pages, self.assets = known.pages, known.assets
        if not wanted.booklets:  # home shows what was printed
            self.under_way = build.begin_lists(self.site(), self._desk(whole=False), known.keys)
        if not self._written_as(known):  # there are other fonts, for other letters
            self.pages, self.under_way = Handwritten(), None
            return False
        self.finish(known, wanted, self.seal)
        return True

    def _written_as(self, known: Known) -> bool:
        """Whether the earlier site's fonts have just these letters; if not, all beside ends."""
        alike = False
        try:
            self.letters = fonts.letters(self._uses())
            alike = self.letters == known.letters
        finally:
            if self.under_way and not alike:
                self.under_way.made()
        return alike

    def _desk(self, *, whole: bool) -> publish.Desk:
        return publish.Desk.beside(self.places.goal, whole=whole)

    def framed(self) -> Known:
        """What stands in a site before anything is made from records."""
        keys = dict.fromkeys(self.framework, FRAME)
        return Known(self.pages, self.assets, self.letters, keys)

    def finish(self, known: Known, wanted: Wanted, earlier: Seal | None = None) -> None:
        """The rest of a build; of an `earlier` site only what changed. May raise `Refused`."""
        places = self.places
        made_of = (places.data, places.goal, places.cache, self.sources)
        plan = finish.Plan(*made_of, wanted.booklets, wanted.search, self.lang,
                           self.files, self.under_way)  # fmt: skip
        refuse = self.warnings.strictly if wanted.strict else self.warnings.tell
        try:
            finish.finish(self.site(), plan, known, refuse, earlier)
        except finish.Refused as error:
            raise Refused(str(error)) from error

    def preview(self, out: Path) -> Preview:
        """Pages made from the records as they now are when they are asked for."""
        return preview.prepared(self.site(), self.known, self.places.data, out)
