"""How many texts use each character; records are counted once for each folder of them, and kept."""

from __future__ import annotations

import hashlib
import marshal
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dure.kept import keep, kept
from dure.site import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dure.load import Entry
    from dure.site.written import Written


Counts = tuple[int, dict[str, int], dict[str, int]]


@dataclass
class Uses:
    """Of some texts: their number, and how many of them use a character."""

    texts: int = 0
    all: Counter[str] = field(default_factory=Counter)
    bold: Counter[str] = field(default_factory=Counter)
    """How many names, headings and labels use it."""

    @property
    def plain(self) -> Counts:
        """In types that `marshal` knows."""
        return self.texts, dict(self.all), dict(self.bold)


def counted(texts: Iterable[Written]) -> Uses:
    """The uses in some texts."""
    uses = Uses()
    for text in texts:
        uses.texts += 1
        uses.all.update(text.all)
        for part in text.bold:
            uses.bold.update(part)
    return uses


def together(parts: Iterable[Counts]) -> Uses:
    """The uses in several lots of texts."""
    uses = Uses()
    for texts, everywhere, bold in parts:
        uses.texts += texts
        uses.all.update(everywhere)
        uses.bold.update(bold)
    return uses


def counted_records(entries: Iterable[Entry], data: Path, cache: Path) -> Iterable[Counts]:
    """The uses in the files of each folder of records; counted where a file of it changed."""
    made_by = Path(str(written.__file__)).read_bytes() + Path(__file__).read_bytes()
    found = kept(cache / "characters", made_by)
    known = marshal.loads(found) if found else {}  # noqa: S302 - its digest is right: we wrote it
    now = {
        digest: known.get(digest) or counted(written.written(paths)).plain
        for digest, paths in _folders(entries, data)
    }
    if now.keys() != known.keys():
        keep(cache / "characters", made_by, marshal.dumps(now))
    return now.values()


def _folders(entries: Iterable[Entry], data: Path) -> Iterator[tuple[bytes, tuple[Path, ...]]]:
    """The files of each folder, with a digest of all they hold."""
    folders: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        folders[entry.path.rpartition("/")[0]].append(entry)
    for name, inside in folders.items():
        whole = hashlib.blake2b(name.encode(), digest_size=16)
        whole.update(b"".join(entry.digest for entry in inside))
        yield whole.digest(), tuple(data.parent / entry.path for entry in inside)
