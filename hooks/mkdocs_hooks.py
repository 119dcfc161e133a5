"""The only module that knows MkDocs: it hands the library what MkDocs has, and little else.

MkDocs makes the hand-written pages and calls these functions by name as it goes. Everything
made from records is made by the library, at the end, and the site takes the old one's place
only when all of it is there.
"""

from __future__ import annotations

import atexit
import gc
import logging
import os
import sys
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from msgspec import Struct
from msgspec.structs import replace

from dure.ending import leave_all_standing
from dure.later import later
from dure.messages import preferred_language, text
from dure.site import publish
from dure.site.guides import Guides
from dure.site.run import Places, Run, Wanted
from dure.site.strict import Refused, Warnings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from dure.site import handwritten, shell, theme
    from dure.site.addresses import Address
    from dure.site.gate import Gate
    from dure.site.shell import Guide
else:  # where nothing changed they are not needed
    _SITES = ("handwritten", "shell", "theme")
    handwritten, shell, theme = (later(f"dure.site.{name}") for name in _SITES)

log = logging.getLogger("mkdocs.hooks.dure")


LANG = preferred_language(os.environ)
"""In which is said what is done, and what is wrong."""


class _State(Struct):
    """What stays from event to event."""

    warnings: Warnings
    command: str = "build"
    run: Run | None = None
    guides: Guides | None = None
    gate: Gate | None = None
    """Of a preview; a build has none."""


_state = _State(Warnings(LANG))


def on_startup(command: str, **_: object) -> None:
    """Remembers the command: only `build` replaces a site."""
    _state.command = command
    if command == "build":
        gc.disable()  # records and views hold no cycles; looking for them doubles the time
        atexit.register(leave_all_standing)
    if command == "serve":
        _state.gate = import_module("dure.site.gate").Gate()
    logging.getLogger("mkdocs").addHandler(_state.warnings)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Checks the data first: with a problem in it, nothing is touched."""
    run = _begun(config)
    with _told():
        site = run.begin(ahead=_state.command == "build").site
    _state.warnings.count, config.site_name = 0, site.title.ko
    config.site_url = site.url if _state.command != "serve" else config.site_url
    # Both are made by the library, for two languages and for pages MkDocs does not know.
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    env = config.theme.get_env()
    theme.spare(env, config.theme.dirs, f"{mkdocs.__version__} {config.theme.locale}")
    config.theme.get_env = lambda: env  # type: ignore[method-assign]
    run.environment = env
    if _state.command == "build":
        config.site_dir = str(publish.staging(run.places.goal))
        with _told():
            if run.only_records_changed(_wanted(config)):
                raise SystemExit(0)
    return config


def _begun(config: MkDocsConfig) -> Run:
    """The run of a build that has something to do, else the program ends; or of a preview."""
    root, earlier = Path(config.config_file_path).parent, _state.run
    data = root / str(config.extra.get("data", "data"))
    places = Places(data, Path(config.docs_dir), root, Path(config.site_dir))
    settings = (config.theme.name, config.extra, config.strict, config.use_directory_urls)
    frame = places.frame(Path(config.theme.custom_dir or "overrides"))
    made_with = (frame, tuple(map(str, settings)))
    run = _state.run = Run(places, made_with, _state.warnings, LANG)
    run.memory = earlier.memory if earlier else None
    if _state.gate is not None:
        _state.gate.shut()
        run.note_frame()
    if _state.command == "build" and run.nothing_changed():
        log.info(text("build.nothing_changed", LANG, site=config.site_dir))
        raise SystemExit(0)
    return run


@contextmanager
def _told() -> Iterator[None]:
    """Has MkDocs say why there is to be no new site."""
    try:
        yield
    except Refused as error:
        raise Abort(str(error)) from error


def _wanted(config: MkDocsConfig) -> Wanted:
    return Wanted.of(config.extra, strict=config.strict)


def _run() -> Run:
    if _state.run is None:
        raise RuntimeError("MkDocs called its events out of order")
    return _state.run


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Recalls what hand-written pages became, where all pages they may link to are the same.

    The site's folder is empty from here on, so files that are no page are begun.
    """
    around = sorted((file.src_uri, file.url, file.inclusion.name) for file in files)
    made_by = (sys.version, mkdocs.__version__, version("Markdown"), config.markdown_extensions,
               config.mdx_configs, config.validation, around)  # fmt: skip
    kept = _run().places.cache / "guides"
    _state.guides = Guides.recalled(kept, repr(made_by).encode())
    if _state.command == "build":
        _run().begin_files(Path(config.site_dir))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Lists the hand-written pages of both languages, those of the menu in the order of the nav.

    Then all is known that pages made from records need: they are begun.
    """
    menu = [page.file.src_uri for page in nav.pages]
    by_uri = {file.src_uri: file for file in files.documentation_pages()}
    found: list[Guide] = []
    with _told():
        for lang, uri, in_menu in handwritten.listed(menu, by_uri, LANG):
            page = by_uri[uri].page or Page(None, by_uri[uri], config)
            page.read_source(config)
            title = str(page.title)
            found.append(shell.Guide(lang, _address(page).path, title, in_menu=in_menu))
    run = _run()
    run.pages = replace(run.pages, guides=tuple(found))
    wanted = _wanted(config) if _state.command == "build" else None
    with _told():
        run.lay_out(Path(config.site_dir), _written(files, config), wanted)
    return nav


def _written(files: Files, config: MkDocsConfig) -> dict[str, str]:
    """What MkDocs will have written into the site: by its source, the file."""
    kept = (file for file in files if file.inclusion.is_included())  # type: ignore[no-untyped-call]
    templates = {*config.theme.static_templates, *config.extra_templates}
    return {name: name for name in templates} | {file.src_uri: file.dest_uri for file in kept}


def on_pre_page(page: Page, **_: object) -> Page:
    """Has MkDocs turn into HTML only what it has not before, or what it warned of."""
    assert _state.guides is not None
    made = _state.guides.recalling(page, get_toc, _state.warnings)
    page.render = made  # type: ignore[method-assign,assignment]
    return page


def on_page_content(html: str, page: Page, **_: object) -> str:
    """Turns `/programs/…` in a hand-written page into a relative link, to be checked later."""
    run = _run()
    run.pages, found = handwritten.linked(run.pages, page.file.src_uri, _address(page), html)
    return found


def on_page_context(context: dict[str, Any], page: Page, **_: object) -> dict[str, Any]:
    """Gives a hand-written page the same frame as every other."""
    address, about = _address(page), page.meta.get("description", "")
    chrome = _run().chromes[address.lang]
    return context | handwritten.framed(chrome, address, str(page.title), about)


def _address(page: Page) -> Address:
    return handwritten.address_of(page.file.src_uri, page.file.url)


def on_post_build(config: MkDocsConfig) -> None:
    """Makes everything that comes from records, then puts the new site in place."""
    run = _run()
    run.known = run.framed()
    if _state.gate is not None:
        return _open_preview(config, _state.gate)
    if _state.guides:
        _state.guides.put()
    with _told():
        run.finish(run.known, _wanted(config))
    config.site_dir = str(run.places.goal)
    return None


def _open_preview(config: MkDocsConfig, gate: Gate) -> None:
    """Lets the browser have pages."""
    gate.open(_run().preview(Path(config.site_dir)))
    gc.freeze()  # what has been read stays: looking through it again would take as long


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Watches records and templates too; makes each page when a browser asks for it."""
    assert _state.gate is not None
    known = (config.docs_dir, config.config_file_path)
    import_module("dure.site.gate").watch(server, known, _run().places.shown())
    server.set_app(_state.gate.guard(server.get_app(), server.mount_path))
    server.builder = partial(_build_again, server.builder, config)
    return server


def _build_again(build_all: Callable[[], None], config: MkDocsConfig) -> None:
    """Where only records changed, a preview needs nothing of MkDocs."""
    assert _state.gate is not None
    run = _run()
    if run.frame_changed():
        return build_all()
    _state.gate.shut()
    try:
        with _told():
            run.check()
            same = run.dress(Path(config.site_dir)) == run.known.assets
    except BaseException:
        on_build_error()
        raise
    return _open_preview(config, _state.gate) if same else build_all()


def on_build_error(**_: object) -> None:
    """After a failed build the preview shows what it had."""
    if _state.gate is not None:
        _state.gate.open()
