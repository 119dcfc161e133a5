"""A real Chromium and a server for it; every test in this folder is marked `browser`."""

from __future__ import annotations

import os
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

FLAGS = (
    "--no-sandbox",  # the sandbox needs privileges that containers do not give
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files over kept-alive connections and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """A test's output is the test's."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a page drops its connections: no news."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark by folder, so that nobody can forget it."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The browser to drive: `DURE_CHROMIUM`, else Debian's; its absence is a failure."""
    path = Path(os.environ.get("DURE_CHROMIUM") or "/usr/bin/chromium")
    if not os.access(path, os.X_OK):
        pytest.fail(
            f"no browser at {path}. Remedy: `make test` installs Chromium on Debian; "
            "elsewhere set DURE_CHROMIUM to the path of a Chromium or Chrome",
            pytrace=False,
        )
    return path


@pytest.fixture(scope="session")
def browser(chromium_path: Path) -> Iterator[Browser]:
    """One Chromium for the whole run; isolation comes from `new_page`."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page in a context of its own, Korean if unsaid: `new_page(locale="en-GB")`."""
    contexts: list[BrowserContext] = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(**{"locale": "ko-KR", "timezone_id": "Asia/Seoul"} | options)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def serve_dir() -> Iterator[Callable[[Path], str]]:
    """Serve a folder on a free port: `serve_dir(folder)` is its address, no slash at the end."""
    running: dict[Path, _Server] = {}

    def serve(folder: Path) -> str:
        if folder not in running:
            running[folder] = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
            threading.Thread(target=running[folder].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{running[folder].server_port}"

    yield serve
    for server in running.values():
        server.shutdown()
        server.server_close()
