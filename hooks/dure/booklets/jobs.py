"""What there is to print: a booklet in one language, whole or one volume of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime, time
from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dure.booklets import typeset
from dure.booklets.select import volume_ids
from dure.booklets.typeset import Manuscript, RunsOver, set_sheets
from dure.booklets.unprintable import Unprintable
from dure.booklets.works.all import contents, template
from dure.booklets.works.common import Work
from dure.faces import FONTS
from dure.pictures import FOLDER as PICTURES
from dure.pictures import for_print
from dure.views.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dure.booklets.plain import Plain
    from dure.booklets.typeset import Sheets
    from dure.catalogue import Catalogue
    from dure.records import Booklet

RECIPE = "3"
"""Raise when a change in this package changes the bytes without changing template or data."""
LONGEST = ("guidebook", "enterprises", "products", "calendar", "map", "contacts")
"""Begun in this order, so that none is still at work when all others are done."""


class Choice(Struct, frozen=True):
    """What to print, and what is known besides the records."""

    names: tuple[str, ...] = ()
    """Ids of booklets; all where none is named."""
    epoch: int | None = None
    """The time written into the files (seconds); the edition's day where none is given."""
    data: Path | None = None
    """The folder of the records with their photographs; without it none are printed."""

    @property
    def photographs(self) -> Path | None:
        """Where they lie."""
        return self.data / PICTURES if self.data else None


class Job(Struct, frozen=True, dict=True):
    """One file to be set."""

    id: str
    lang: str
    """`ko`, `en`, or `ko-en` for both on facing pages."""
    volume: str
    """Id of the term whose records it holds; "" where the booklet is not divided."""
    catalogue: Catalogue
    choice: Choice
    loose: bool = False
    """Whether its pages are filled less."""

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages it is in, the first on the left of facing pages."""
        return tuple(self.lang.split("-"))

    @property
    def booklet(self) -> Booklet:
        """The record it is printed from."""
        return self.catalogue.booklets[self.id]

    @property
    def name(self) -> str:
        """Name of its files, without an ending."""
        return "-".join(part for part in (self.id, self.volume, self.lang) if part)

    @property
    def template(self) -> str:
        """Name of its template, without an ending."""
        return template(self.booklet.work, self.lang)

    @property
    def epoch(self) -> int:
        """The time written into the file (seconds), the edition's day if none is given."""
        return day_of(self.booklet) if self.choice.epoch is None else self.choice.epoch

    @cached_property
    def data(self) -> Mapping[str, Plain]:
        """Everything it prints."""
        left = self.langs[0] if len(self.langs) > 1 else ""
        return contents(
            [
                Work(
                    self.id,
                    self.booklet,
                    Reader(self.catalogue, lang),
                    self.volume,
                    left,
                    self.choice.photographs,
                    self.loose,
                )
                for lang in self.langs
            ]
        )

    def manuscript(self, *, press: bool = False) -> Manuscript:
        """What the typesetter is given; for the press with photographs in four inks."""
        return Manuscript(self.template, dict(self.data), self.pictures(press=press))

    def pictures(self, *, press: bool = False) -> dict[str, bytes]:
        """The photographs it shows, by the names its data gives them."""
        names = sorted(_named_pictures(self.data))
        folder = self.choice.photographs
        if not names or folder is None:
            return {}
        return {name: for_print(folder / name, press=press) for name in names}

    @cached_property
    def digest(self) -> str:
        """Everything its bytes depend on: data, templates, fonts, the typesetter and the day."""
        digest = hashlib.blake2b(digest_size=12)
        digest.update(json.dumps(self.data, ensure_ascii=False, sort_keys=True).encode())
        tools = f"{RECIPE} {version('typst')} {version('pikepdf')} {version('pillow')}"
        digest.update(f"{self.epoch} {tools}".encode())
        for path in sorted(typeset.TEMPLATES.glob("*.typ")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
        for path in FONTS.values():
            digest.update(f"{path.name} {path.stat().st_size}".encode())
        for name, content in self.pictures().items():
            digest.update(name.encode() + b"\0" + content)
        return digest.hexdigest()

    def named_in(self, error: Unprintable) -> Unprintable:
        """What went wrong, with the booklet's name."""
        volume = f", {self.volume}" if self.volume else ""
        name = f"{self.id} ({self.lang}{volume})"
        reasons = ({lang: f"{name}: {said}" for lang, said in why.items()} for why in error.args)
        return Unprintable(*reasons)


def _named_pictures(value: Plain | Mapping[str, Plain]) -> Iterator[str]:
    """Files of the photographs anywhere in what is printed."""
    if isinstance(value, list):
        for item in value:
            yield from _named_pictures(item)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if key == "picture" and isinstance(item, dict):
                yield str(item["file"])
            elif isinstance(item, list | dict):
                yield from _named_pictures(item)


def set_job(job: Job, part: str, *, press: bool = False) -> tuple[Job, Sheets]:
    """The job as it could be set: filled less where a page of it runs over; `Unprintable` if none.

    Heights are worked out from widths; a text may prove to take a line more.
    """
    try:
        return job, set_sheets(job.manuscript(press=press), part, press=press, epoch=job.epoch)
    except RunsOver:
        if job.loose:
            raise
    return set_job(replace(job, loose=True), part, press=press)


def jobs_of(catalogue: Catalogue, choice: Choice) -> list[Job]:
    """Everything to print, the longest first."""
    chosen = frozenset(choice.names) or frozenset(catalogue.booklets)
    ids = sorted(chosen, key=lambda i: (LONGEST.index(catalogue.booklets[i].work), i))
    return [
        Job(i, lang.replace("+", "-"), volume, catalogue, choice)
        for i in ids
        for volume in volume_ids(catalogue.booklets[i], catalogue)
        for lang in catalogue.booklets[i].languages
    ]


def day_of(booklet: Booklet) -> int:
    """The edition's day as seconds: the same data gives the same bytes whenever it is printed."""
    return int(datetime.combine(booklet.issued.first(), time(), UTC).timestamp())
