"""The only module that knows MkDocs: it hands the library what MkDocs has, and little else.

MkDocs makes the hand-written pages and calls these functions by name as it goes. Everything
made from records is made by the library, at the end, and the site takes the old one's place
only when all of it is there.
"""

from __future__ import annotations

import gc
import logging
import os
import shutil
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs
from jinja2 import FileSystemLoader
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page

from dure.check import check_data
from dure.compiled import Compiled
from dure.messages import preferred_language, text
from dure.problems import describe
from dure.render import COMPILED, environment
from dure.site import links, seal
from dure.site.addresses import Address
from dure.site.assets import publish_assets
from dure.site.build import Site, build_pages
from dure.site.photographs import publish_pictures
from dure.site.publish import put_in_place, staging
from dure.site.shell import Guide, Head
from dure.site.words import words_of
from dure.webfonts import MissingGlyph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from dure.catalogue import Catalogue
    from dure.load import Memory
    from dure.site.gate import Gate

LIBRARY = Path(__file__).parent / "dure"
TEXTS = ("messages", "templates", "outlines", "search/texts.yml")
"""Parts of the library whose words pages show."""
log = logging.getLogger("mkdocs.hooks.dure")


class _Warnings(logging.Handler):
    """Counts what `--strict` refuses, so that a refused site never replaces the old one."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - the base class's name
        """Count one."""
        self.count += 1


@dataclass
class _Build:
    """What one build passes from event to event."""

    command: str = "build"
    catalogue: Catalogue | None = None
    goal: Path = Path("site")
    inputs: str = ""
    environment: Environment | None = None
    guides: tuple[Guide, ...] = ()
    assets: Mapping[str, str] = field(default_factory=dict)
    named: list[links.Named] = field(default_factory=list)
    words: dict[tuple[str, str], str] = field(default_factory=dict)
    warnings: _Warnings = field(default_factory=_Warnings)
    memory: Memory = field(default_factory=dict)
    """What a preview has read, for the next time a file changes."""
    gate: Gate | None = None
    """Of a preview; a build has none."""


_build = _Build()


def on_startup(command: str, **_: object) -> None:
    """Remembers the command: only `build` replaces a site."""
    _build.command = command
    if command == "build":
        gc.disable()  # records and views hold no cycles; looking for them doubles the time
    if command == "serve":
        _build.gate = import_module("dure.site.gate").Gate()
    logging.getLogger("mkdocs").addHandler(_build.warnings)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Checks the data first: with a problem in it, nothing is touched."""
    _build.goal = Path(config.site_dir)
    environment.cache_clear()
    if _build.gate is not None:
        _build.gate.shut()
    if _build.command == "build":
        _leave_if_nothing_changed(config)
    _build.catalogue = _checked(_data(config))
    _build.warnings.count = 0
    _build.named = []
    site = _build.catalogue.site
    config.site_url = site.url if _build.command != "serve" else config.site_url
    config.site_name = site.title.ko
    # Both are made by the library, for two languages and for pages MkDocs does not know.
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    _spare_the_theme(config)
    if _build.command == "build":
        new = staging(_build.goal)
        shutil.rmtree(new, ignore_errors=True)
        config.site_dir = str(new)
    return config


class _OwnFiles(FileSystemLoader):
    """Templates of the theme as ever; for what is published, only our own folder is gone through.

    The theme's 14,500 files are icons, styles and scripts; the pages use none of them.
    """

    def list_templates(self) -> list[str]:
        """What our own folder holds."""
        return FileSystemLoader(self.searchpath[:1]).list_templates()


def _spare_the_theme(config: MkDocsConfig) -> None:
    env = config.theme.get_env()
    env.loader = _OwnFiles(config.theme.dirs)
    env.bytecode_cache = Compiled(COMPILED, f"{mkdocs.__version__} {config.theme.locale}".encode())
    config.theme.get_env = lambda: env  # type: ignore[method-assign]


def _leave_if_nothing_changed(config: MkDocsConfig) -> None:
    """Ends the program where the site is what the same sources made, to the last file."""
    root = Path(config.config_file_path).parent
    own = (_data(config), Path(config.docs_dir), LIBRARY.parent, *sorted(root.glob("*.yml")))
    settings = (config.theme.name, config.extra, config.strict, config.use_directory_urls)
    sources = (*own, Path(config.theme.custom_dir or "overrides"))
    _build.inputs = seal.inputs_digest(sources, map(str, settings))
    if seal.holds(_seal(config), _build.inputs, _build.goal):
        log.info("nothing changed: %s stays", config.site_dir)
        raise SystemExit(0)


def _seal(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / "build" / "site.seal"


def _data(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / str(config.extra.get("data", "data"))


def _checked(data: Path) -> Catalogue:
    checked = check_data(data, _build.memory if _build.command == "serve" else None)
    lang = preferred_language(os.environ)
    for problem in checked.problems:
        log.error(describe(problem, lang))
    if checked.catalogue is None:
        raise Abort(text("command.problem_count", lang, count=len(checked.problems)))
    return checked.catalogue


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Lists the hand-written pages of both languages, those of the menu in the order of the nav."""
    menu = [page.file.src_uri for page in nav.pages]
    by_uri = {file.src_uri: file for file in files.documentation_pages()}
    korean = menu + sorted(u for u in by_uri if not u.startswith("en/") and u not in menu)
    if alone := sorted(by_uri.keys() - {root + uri for uri in korean for root in ("", "en/")}):
        raise Abort(f"docs/{alone[0]}: no such page in Korean")
    found: list[Guide] = []
    for lang, root in (("ko", ""), ("en", "en/")):
        for uri in korean:
            file = by_uri.get(root + uri)
            if file is None:
                raise Abort(f"docs/{root}{uri}: no such page; every page is in both languages")
            page = file.page or Page(None, file, config)
            page.read_source(config)
            path = _path(file.url, root)
            found.append(Guide(lang, path, str(page.title), in_menu=uri in menu))
    _build.guides = tuple(found)
    return nav


def _path(url: str, root: str) -> str:
    return url.removeprefix(root).removeprefix("./")


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> Environment:
    """Publishes styles, scripts and fonts, whose names every page carries."""
    _build.environment = env
    root = Path(config.config_file_path).parent
    texts = (_data(config), Path(config.docs_dir), *(LIBRARY / name for name in TEXTS))
    try:
        _build.assets = publish_assets(texts, Path(config.site_dir), root / "build" / "fonts")
    except MissingGlyph as error:
        raise Abort(str(error)) from error
    return env


def on_page_content(html: str, page: Page, **_: object) -> str:
    """Turns `/programs/…` in a hand-written page into a relative link, to be checked later."""
    address = _address(page)
    _build.words[address.lang, address.path] = words_of(html)
    found = links.relative(html, address, page.file.src_uri)
    _build.named += found.named
    return found.html


def on_page_context(context: dict[str, Any], page: Page, **_: object) -> dict[str, Any]:
    """Gives a hand-written page the same frame as every other."""
    address = _address(page)
    chrome = _site().chrome(address.lang)
    head = Head(address, str(page.title), page.meta.get("description", ""), body_class="guide")
    slots = chrome.slots(head)
    context.update(chrome.context(address, slots))
    return context


def _address(page: Page) -> Address:
    lang = "en" if page.file.src_uri.startswith("en/") else "ko"
    return Address(lang, _path(page.file.url, "en/" if lang == "en" else ""))


def _site() -> Site:
    if _build.catalogue is None or _build.environment is None:
        raise RuntimeError("MkDocs called its events out of order")
    template = _build.environment.get_template("main.html")
    return Site(_build.catalogue, _build.guides, _build.assets, template.render)


def _print(site: Site, config: MkDocsConfig) -> Site:
    """Prints the booklets into the site; a preview does without, for they take seconds."""
    if _build.command == "serve" or not config.extra.get("booklets", True):
        return site
    log.info("Printing %d booklets", len(site.catalogue.booklets))
    printing = import_module("dure.booklets.printing")  # loads a typesetter: only when it is used
    cache = Path(config.config_file_path).parent / "build" / "cache" / "print"
    try:
        choice = printing.Choice(data=_data(config))
        printed = printing.print_all(site.catalogue, Path(config.site_dir), cache, choice)
    except printing.Unprintable as error:
        raise Abort(str(error)) from error
    editions = import_module("dure.booklets.editions")
    editions.publish_editions(site.catalogue, _data(config), Path(config.site_dir))
    return replace(site, printed=printed)


def on_post_build(config: MkDocsConfig) -> None:
    """Makes everything that comes from records, then puts the new site in place."""
    out = Path(config.site_dir)
    publish_pictures(_site().catalogue, _data(config), out)
    if _build.gate is not None:
        preview = import_module("dure.site.preview").Preview
        _build.gate.open(preview(_site(), out, lambda: _write_search(_site(), out)))
        gc.freeze()  # what has been read stays: looking through it again would take as long
        return
    site = _print(_site(), config)
    addresses = build_pages(site, out, _build.goal)
    log.info("Made %d pages from records", len(addresses))
    for problem in links.broken(_build.named, addresses):
        log.warning(problem)
    if config.strict and _build.warnings.count:
        raise Abort(f"{_build.warnings.count} warnings in strict mode: the old site stays")
    if config.extra.get("search", True):
        _write_search(site, out)
    if _build.command == "build":
        put_in_place(out, _build.goal)
        seal.put(_seal(config), _build.inputs, _build.goal)
        config.site_dir = str(_build.goal)


def _write_search(site: Site, out: Path) -> None:
    gather = import_module("dure.search.gather")  # brings the search engine
    report = gather.build_search(site.catalogue, site.guides, _build.words, out)
    log.info("Indexed %d entries for the search", report.entries)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Watches records and templates too; makes each page when a browser asks for it."""
    assert _build.gate is not None
    watched = [config.docs_dir, config.config_file_path]
    for path in watched:
        server.unwatch(path)
    server.observer = import_module("dure.site.gate").Watcher()
    own = (_data(config), LIBRARY / "templates", LIBRARY / "assets")
    for path in (*watched, *map(str, own)):
        server.watch(path)
    server.set_app(_build.gate.guard(server.get_app(), server.mount_path))
    return server


def on_build_error(**_: object) -> None:
    """After a failed build the preview shows what it had."""
    if _build.gate is not None:
        _build.gate.open()
