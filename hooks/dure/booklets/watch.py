"""Does something again whenever a file below some folders changes, until interrupted."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from watchdog.events import FileSystemEvent

QUIET_SECONDS = 0.3
"""Editors write a file in several steps: wait until they are done."""
CHANGES = frozenset({"created", "modified", "deleted", "moved"})


class _Bell(FileSystemEventHandler):
    """Rings at changes; reading a file is none."""

    def __init__(self, rung: Event) -> None:
        self._rung = rung

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Ring."""
        if event.event_type in CHANGES and not event.is_directory:
            self._rung.set()


def watch(folders: Iterable[Path], act: Callable[[], object]) -> None:
    """Calls `act` after each burst of changes; returns on Ctrl+C."""
    rung = Event()
    observer = Observer()
    for folder in folders:
        observer.schedule(_Bell(rung), str(folder), recursive=True)
    observer.start()
    try:
        while rung.wait():
            while rung.is_set():
                rung.clear()
                rung.wait(QUIET_SECONDS)
            act()
    except KeyboardInterrupt:
        pass
    finally:
        observer.stop()
        observer.join()
