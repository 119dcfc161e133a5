"""Between a browser and the preview: pages are made before the server looks for their files."""

from __future__ import annotations

from threading import Event, Lock
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
)
from watchdog.observers import Observer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from dure.site.preview import Preview


class Watcher(Observer):  # type: ignore[valid-type,misc]
    """Is told of changes by the system; asking about thousands of files takes a tenth of a core."""

    def schedule(self, handler: Any, path: str, *, recursive: bool = False) -> Any:
        """Reading a file is no change."""
        events = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
        return super().schedule(handler, path, recursive=recursive, event_filter=events)


def watch(server: Any, known: Collection[str], own: Iterable[Path]) -> None:
    """Has MkDocs' server hear of changes in what it knows, and in what is our own."""
    for path in known:
        server.unwatch(path)
    server.observer = Watcher()
    for path in (*known, *map(str, own)):
        server.watch(path)


class Gate(Struct):
    """Shut while a build is under way: the server empties the preview's folder when it begins."""

    preview: Preview | None = None
    ready: Event = field(default_factory=Event)
    making: Lock = field(default_factory=Lock)

    def shut(self) -> None:
        """A build begins."""
        self.ready.clear()

    def open(self, preview: Preview | None = None) -> None:
        """A build has ended: with a new preview, or with none, and the folder may be empty."""
        if preview is not None:
            self.preview = preview
        elif self.preview is not None:
            self.preview.done.clear()
        self.ready.set()

    def guard(self, answer: Any, root: str) -> Any:
        """The server's own answers (WSGI), each page made before it is looked for."""

        def app(environ: dict[str, Any], start_response: Any) -> Any:
            path = str(environ["PATH_INFO"]).removeprefix(root)
            if path.startswith("livereload/"):
                return answer(environ, start_response)
            while True:
                preview, heads = self._made(path), list[tuple[Any, ...]]()
                body = answer(environ, lambda *head, into=heads: into.append(head))
                if preview is self.preview or not heads[0][0].startswith("404"):
                    start_response(*heads[0])
                    return body

        return app

    def _made(self, path: str) -> Preview | None:
        """The preview that has just been asked for a path."""
        self.ready.wait()
        preview = self.preview
        with self.making:
            if preview is not None:
                preview.want(path)
        return preview
