"""The only module that knows MkDocs: it hands the library what MkDocs has, and little else.

MkDocs makes the hand-written pages and calls these functions by name as it goes. Everything
made from records is made by the library, at the end, and the site takes the old one's place
only when all of it is there.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs
from jinja2 import FileSystemLoader
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from dure.compiled import Compiled
from dure.later import later
from dure.messages import preferred_language, text
from dure.problems import describe
from dure.site import links, photographs, publish, seal
from dure.site.addresses import Address
from dure.site.again import Handwritten, Known, unpacked
from dure.site.guides import Guides
from dure.site.sources import Sources, frame_digest, sources_of
from dure.webfonts import MissingGlyph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from dure import check, load, memory, render
    from dure.catalogue import Catalogue
    from dure.memory import Memory
    from dure.site import assets, build, characters, finish, shell, written
    from dure.site.build import Site
    from dure.site.characters import Uses
    from dure.site.gate import Gate
    from dure.site.seal import Seal
    from dure.site.shell import Guide
else:  # where nothing changed they are not needed
    _OURS = ("check", "load", "memory", "render")
    check, load, memory, render = (later(f"dure.{name}") for name in _OURS)
    _SITES = ("assets", "build", "characters", "finish", "shell", "written")
    assets, build, characters, finish, shell, written = (
        later(f"dure.site.{name}") for name in _SITES
    )

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
    cache: Path = Path("build/cache")
    sources: Sources = field(default_factory=lambda: Sources("", {}))
    seal: Seal | None = None
    """Of the site as the last build left it."""
    environment: Environment | None = None
    guides: Guides | None = None
    pages: Handwritten = field(default_factory=Handwritten)
    assets: Mapping[str, str] = field(default_factory=dict)
    known: Known = field(default_factory=lambda: Known(Handwritten(), {}, {}))
    """What a preview keeps while only records change."""
    warnings: _Warnings = field(default_factory=_Warnings)
    memory: Memory | None = None
    """What was read before; a preview goes on with it each time a file changes."""
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
    _build.cache = Path(config.config_file_path).parent / "build" / "cache"
    if _build.gate is not None:
        _build.gate.shut()
        _build.sources = Sources(frame_digest(_data(config), *_frame(config)), {})
    if _build.command == "build":
        publish.recover(_build.goal)
        _leave_if_nothing_changed(config)
    render.environment.cache_clear()
    _build.memory = _build.memory or memory.remembered(_data(config), _build.cache)
    _build.catalogue = _checked(_data(config))
    _build.warnings.count = 0
    _build.pages = Handwritten()
    site = _build.catalogue.site
    config.site_url = site.url if _build.command != "serve" else config.site_url
    config.site_name = site.title.ko
    # Both are made by the library, for two languages and for pages MkDocs does not know.
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    _spare_the_theme(config)
    if _build.command == "build":
        config.site_dir = str(publish.staging(_build.goal))
        _leave_if_only_records_changed(config)
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
    made_by = f"{mkdocs.__version__} {config.theme.locale}".encode()
    env.bytecode_cache = Compiled(render.COMPILED, made_by)
    config.theme.get_env = lambda: env  # type: ignore[method-assign]


def _leave_if_nothing_changed(config: MkDocsConfig) -> None:
    """Ends the program where the site is what the same sources made, to the last file."""
    _build.sources = sources_of(_data(config), *_frame(config))
    _build.seal = seal.read(_build.cache.parent / "site.seal", _build.goal)
    if _build.seal and _build.seal.sources == _build.sources:
        log.info("nothing changed: %s stays", config.site_dir)
        raise SystemExit(0)


def _frame(config: MkDocsConfig) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Files and settings that every page depends on."""
    root = Path(config.config_file_path).parent
    own = (Path(config.docs_dir), LIBRARY.parent, *sorted(root.glob("*.yml")))
    settings = (config.theme.name, config.extra, config.strict, config.use_directory_urls)
    return (*own, Path(config.theme.custom_dir or "overrides")), tuple(map(str, settings))


def _leave_if_only_records_changed(config: MkDocsConfig) -> None:
    """Ends the program where hand-written pages stay as they are: their frame is the same."""
    if _build.seal is None or _build.seal.sources.frame != _build.sources.frame:
        return
    known = unpacked(_build.seal.known)
    _build.assets = _assets(config)
    if _build.assets == known.assets:  # else there are other fonts, for other letters
        _build.environment = config.theme.get_env()
        _build.pages = known.pages
        _finish(config, known, _build.seal)
        raise SystemExit(0)


def _data(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / str(config.extra.get("data", "data"))


def _checked(data: Path) -> Catalogue:
    checked = check.check_data(data, _build.memory)
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
            found.append(shell.Guide(lang, path, str(page.title), in_menu=uri in menu))
    _build.pages = replace(_build.pages, guides=tuple(found))
    return nav


def _path(url: str, root: str) -> str:
    return url.removeprefix(root).removeprefix("./")


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> Environment:
    """Publishes styles, scripts and fonts, whose names every page carries."""
    _build.environment = env
    _build.assets = _assets(config)
    return env


def _assets(config: MkDocsConfig) -> Mapping[str, str]:
    fonts = _build.cache.parent / "fonts"
    try:
        return assets.publish_assets(_uses(config), Path(config.site_dir), fonts)
    except MissingGlyph as error:
        raise Abort(str(error)) from error


def _uses(config: MkDocsConfig) -> Uses:
    """The characters of everything that pages show."""
    assert _build.catalogue is not None
    data = _data(config)
    others = (data / load.SITE_FILE, data / load.EDITIONS, Path(config.docs_dir))
    texts = written.written((*others, *(LIBRARY / name for name in TEXTS)))
    records = characters.counted_records(_build.catalogue.entries, data, _build.cache)
    return characters.together((*records, characters.counted(texts).plain))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Recalls what hand-written pages became, where all pages they may link to are the same."""
    around = sorted((file.src_uri, file.url, file.inclusion.name) for file in files)
    made_by = (sys.version, mkdocs.__version__, version("Markdown"), config.markdown_extensions,
               config.mdx_configs, config.validation, around)  # fmt: skip
    _build.guides = Guides.recalled(_build.cache / "guides", repr(made_by).encode())
    return files


def on_pre_page(page: Page, **_: object) -> Page:
    """Has MkDocs turn into HTML only what it has not before, or what it warned of."""
    page.render = partial(_render, page, page.render)  # type: ignore[method-assign]
    return page


def _render(
    page: Page, make: Callable[[MkDocsConfig, Files], None], config: MkDocsConfig, files: Files
) -> None:
    assert _build.guides is not None
    if _build.guides.fill(page, get_toc, files):
        return
    warned = _build.warnings.count
    make(config, files)
    if _build.warnings.count == warned:
        _build.guides.note(page)


def on_page_content(html: str, page: Page, **_: object) -> str:
    """Turns `/programs/…` in a hand-written page into a relative link, to be checked later."""
    address = _address(page)
    found = links.relative(html, address, page.file.src_uri)
    pages, here = _build.pages, {(address.lang, address.path): html}
    _build.pages = replace(pages, named=pages.named + found.named, html={**pages.html, **here})
    return found.html


def on_page_context(context: dict[str, Any], page: Page, **_: object) -> dict[str, Any]:
    """Gives a hand-written page the same frame as every other."""
    address = _address(page)
    chrome = _site().chrome(address.lang)
    about = page.meta.get("description", "")
    head = shell.Head(address, str(page.title), about, body_class="guide")
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
    made_from = (_build.catalogue, _build.pages.guides, _build.assets, template.render)
    return build.Site(*made_from, cache=_build.cache, marks=_build.sources.marks)


def on_post_build(config: MkDocsConfig) -> None:
    """Makes everything that comes from records, then puts the new site in place."""
    out = Path(config.site_dir)
    known = Known(_build.pages, _build.assets, dict.fromkeys(publish.files_below(out), build.FRAME))
    if _build.gate is None:
        if _build.guides:
            _build.guides.put()
        _finish(config, known)
        config.site_dir = str(_build.goal)
        return
    _build.known = known
    _open_preview(config, _build.gate)


def _open_preview(config: MkDocsConfig, gate: Gate) -> None:
    """Lets the browser have pages, made from the records as they now are."""
    site, known, out = _site(), _build.known, Path(config.site_dir)
    publish.clear(out, known.keys)
    photographs.publish_pictures(site.catalogue, _data(config), out)
    preview = import_module("dure.site.preview").Preview
    gate.open(preview(site, out, lambda: finish.write_search(site, known, out)))
    gc.freeze()  # what has been read stays: looking through it again would take as long


def _finish(config: MkDocsConfig, known: Known, earlier: Seal | None = None) -> None:
    """The rest of a build; of an `earlier` site only what changed."""
    wanted = (bool(config.extra.get(name, True)) for name in ("booklets", "search"))
    plan = finish.Plan(_data(config), _build.goal, _build.cache, _build.sources, *wanted)

    def refuse(problems: Iterable[str]) -> None:
        for problem in problems:
            log.warning(problem)
        if config.strict and _build.warnings.count:
            raise Abort(f"{_build.warnings.count} warnings in strict mode: the old site stays")

    try:
        finish.finish(_site(), plan, known, refuse, earlier)
    except finish.Refused as error:
        raise Abort(str(error)) from error


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
    server.builder = partial(_build_again, server.builder, config)
    return server


def _build_again(build_all: Callable[[], None], config: MkDocsConfig) -> None:
    """Where only records changed, a preview needs nothing of MkDocs."""
    assert _build.gate is not None
    if frame_digest(_data(config), *_frame(config)) != _build.sources.frame:
        return build_all()
    _build.gate.shut()
    try:
        _build.catalogue = _checked(_data(config))
        same = _assets(config) == _build.known.assets
    except BaseException:
        on_build_error()
        raise
    return _open_preview(config, _build.gate) if same else build_all()


def on_build_error(**_: object) -> None:
    """After a failed build the preview shows what it had."""
    if _build.gate is not None:
        _build.gate.open()
