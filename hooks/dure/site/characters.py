"""How many texts use each character; records are counted once for each folder of them, and kept."""

from __future__ import annotations

import hashlib
import marshal
import os
from collections import Counter, defaultdict
from contextlib import suppress
from io import FileIO
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from dure.kept import keep, kept
from dure.load import EDITIONS, SITE_FILE
from dure.records import FOLDERS
from dure.site import written
from dure.workers import beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dure.load import Entry

Counts = tuple[int, dict[str, int], dict[str, int]]
Lots = dict[bytes, Counts]
"""The counts of folders, each by what stands for all that its files hold."""
_NAME = "characters"
_ASCII = bytes(range(128))
_NONE = frozenset[str]()
_NICENESS = 10
"""Counting can wait for the cores: its result is wanted when the data has been checked."""
_PATH = attrgetter("path")
_OURS = Path(__file__).parent.parent
TEXTS = ("messages", "templates", "outlines", "search/texts.yml")
"""Parts of the library whose words pages show."""


class Uses(Struct):
    """Of some texts: their number, and how many of them use a character."""

    texts: int = 0
    all: Counter[str] = field(default_factory=Counter)
    bold: Counter[str] = field(default_factory=Counter)
    """How many names, headings and labels use it."""

    @property
    def plain(self) -> Counts:
        """In types that `marshal` knows."""
        return self.texts, dict(self.all), dict(self.bold)


def counted(texts: Iterable[str], labels: Iterable[str] = ()) -> Uses:
    """The uses in some texts; `labels` stand in bold besides their names and headings."""
    row = tuple(texts)
    words = chain(chain.from_iterable(map(written.bold, row)), labels)
    everywhere, bold = (
        Counter(chain.from_iterable(map(_letters, found))) for found in (row, words)
    )
    return Uses(len(row), everywhere, bold)


def _letters(text: str) -> frozenset[str]:
    """Its characters but those of ASCII, which every font has in any case."""
    if text.isascii():
        return _NONE
    return frozenset(text.encode().translate(None, _ASCII).decode())


def counted_files(paths: Iterable[Path]) -> Uses:
    """The uses in some files."""
    texts = {path: path.read_text("utf-8") for path in paths}
    labels = chain.from_iterable(written.labels(*file) for file in texts.items())
    return counted(texts.values(), labels)


def together(parts: Iterable[Counts]) -> Uses:
    """The uses in several lots of texts."""
    uses = Uses()
    for texts, everywhere, bold in parts:
        uses.texts += texts
        uses.all.update(everywhere)
        uses.bold.update(bold)
    return uses


class Folders(Struct, frozen=True):
    """Where texts stand, and what is known of them."""

    data: Path
    docs: Path
    cache: Path

    @property
    def others(self) -> tuple[Path, ...]:
        """What is shown besides records."""
        return (self.data / SITE_FILE, self.docs, *(_OURS / text for text in TEXTS))


def uses(
    entries: Iterable[Entry], folders: Folders, frame: str, ahead: Callable[[], Lots] = dict
) -> Uses:
    """The uses in everything that pages show.

    Records are counted once for each folder of them, and what belongs to the site's `frame` (its
    digest) as a whole: again only where they changed. `ahead` tells what has been counted
    meanwhile (see `counting_ahead`).
    """
    lots = {**dict(_folders(entries, folders.data)), _lot("", (frame.encode(),)): folders.others}
    known = _known(folders.cache)
    if known.keys() != lots.keys():
        known = known or ahead()
        known = {
            digest: known.get(digest) or counted_files(written.files(paths)).plain
            for digest, paths in lots.items()
        }
        keep(folders.cache / _NAME, _made_by(), marshal.dumps(known))
    editions = counted_files(written.files((folders.data / EDITIONS,)))
    return together((*known.values(), editions.plain))


def counting_ahead(data: Path, cache: Path) -> Callable[[], Lots]:
    """Begins to count the folders' files before they are records, where no counts are kept.

    Each lot has the digest of the very bytes that were counted, so a file that changes meanwhile
    is counted again with its folder.
    """
    if (cache / _NAME).exists():
        return dict
    return beside(lambda: dict(_lots(data)), _NICENESS)


def _lots(data: Path) -> Iterator[tuple[bytes, Counts]]:
    for kind in FOLDERS:
        for folder, _, names in os.walk(data / kind):
            paths = [f"{folder}/{name}" for name in sorted(names) if _is_record(name)]
            with suppress(OSError, UnicodeDecodeError):  # the check tells what is wrong with it
                files = list(map(_bytes, paths))
                name = (data.name / Path(folder).relative_to(data)).as_posix()
                digests = (hashlib.blake2b(file, digest_size=16).digest() for file in files)
                uses = counted(map(_text, files))
                yield _lot(name, digests), uses.plain


def _is_record(name: str) -> bool:
    return name.endswith(".yml") and name[0] != "."


def _bytes(path: str) -> bytes:
    with FileIO(path) as file:  # a file among thousands
        return file.read()


def _text(file: bytes) -> str:
    """As a file is read line by line."""
    return file.decode().replace("\r\n", "\n").replace("\r", "\n")


def _known(cache: Path) -> Lots:
    found = kept(cache / _NAME, _made_by())
    lots: Lots = marshal.loads(found) if found else {}  # noqa: S302 - its digest is right: ours
    return lots


def _made_by() -> bytes:
    return Path(str(written.__file__)).read_bytes() + Path(__file__).read_bytes()


def _lot(name: str, digests: Iterable[bytes]) -> bytes:
    """Stands for a folder and all that its files hold."""
    whole = hashlib.blake2b(name.encode(), digest_size=16)
    whole.update(b"".join(digests))
    return whole.digest()


def _folders(entries: Iterable[Entry], data: Path) -> Iterator[tuple[bytes, Iterable[Path]]]:
    """The files of each folder, with a digest of all they hold."""
    folders: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        folders[entry.path.rpartition("/")[0]].append(entry)
    for name, inside in folders.items():
        lot = _lot(name, (entry.digest for entry in inside))
        yield lot, map(data.parent.joinpath, map(_PATH, inside))
