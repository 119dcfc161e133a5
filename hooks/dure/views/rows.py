"""What home and the lists show of each enterprise, kept from build to build.

A row is made of its record alone: while that stays, so does the row, and no record is made for it.
It says all in both languages, as most of it is the same in both.
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from msgspec import Struct, field, msgpack, structs

from dure.kept import keep, kept
from dure.korean.collation import sort_key
from dure.render import Phrase
from dure.views.entries import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from dure.catalogue import Catalogue
    from dure.records import Enterprise, Name, Text
    from dure.records.enterprise import Product
    from dure.views.reader import Reader

V = TypeVar("V")
Words = tuple[str, str, str]
"""Korean, English, and "ko" where English is missing and Korean stands for it."""
Keys = tuple[str, str]
"""To put names in order by, in each language (see `sort_key`)."""
_NOTHING: Words = ("", "", "")

MOST_NEW = 50
"""Rows that are rather made each time than all be kept anew: a tenth of the time."""


class Sold(Struct, frozen=True, array_like=True, gc=False):
    """A product."""

    id: str
    name: Words
    keys: Keys
    procurement_class: str
    needs: tuple[str, ...]
    note: Words


class Row(Struct, frozen=True, array_like=True, gc=False):
    """An enterprise."""

    name: Words
    keys: Keys
    words: str
    """All its names."""
    kinds: tuple[str, ...]
    region: str
    sectors: tuple[str, ...]
    certificates: tuple[str, ...]
    """Their kinds."""
    summary: Words
    sold: tuple[Sold, ...]

    @classmethod
    def of(cls, record: Enterprise) -> Row:
        """What a record says that lists show."""
        name = record.name
        return cls(
            _words(name),
            _keys(name),
            " ".join((name.ko, name.en or "", *record.aliases)),
            record.kinds,
            record.region,
            record.sectors,
            tuple(dict.fromkeys([held.kind for held in record.certificates])),
            _words(record.summary) if record.summary else _NOTHING,
            tuple([_sold(product) for product in record.products]),
        )


_Kept = tuple[dict[str, bytes], list[Row]]


class Shelf(Struct, frozen=True):
    """A folder for rows, and what they are made with besides their own records."""

    folder: Path
    made_from: bytes
    found: dict[str, Rows] = field(default_factory=dict)
    """The rows once they were asked for: readers of both languages take the same."""

    def recall(self) -> tuple[dict[str, bytes], dict[str, Row]]:
        """Digests of records and their rows by id; none where they are torn or outdated."""
        found = kept(self.folder / "rows", self.made_from)
        if not found:
            return {}, {}
        digests, all_ = msgpack.decode(found, type=_Kept)
        return digests, dict(zip(digests, all_, strict=True))

    def keep(self, digests: dict[str, bytes], found: Mapping[str, Row]) -> None:
        """Keeps rows for the next build; both are in one order."""
        said = msgpack.encode((digests, list(found.values())))
        keep(self.folder / "rows", self.made_from, said)


def shelf_of(folder: Path | None, frame: str, catalogue: Catalogue) -> Shelf | None:
    """Where rows of a catalogue are kept; nowhere where it is not known what it is made from."""
    if folder is None or not frame or not all(entry.digest for entry in catalogue.entries):
        return None
    whole = hashlib.blake2b(frame.encode(), digest_size=16)
    for entry in catalogue.entries:
        if entry.kind != "enterprise":
            whole.update(f"\0{entry.path}\0".encode("utf-8", "surrogateescape") + entry.digest)
    return Shelf(folder, whole.digest())


class Rows:
    """What is shown of all enterprises, by their ids."""

    def __init__(self, all_: Mapping[str, Row], old: Mapping[str, Row], old_from: bytes) -> None:
        self.all, self._old, self._old_from = all_, old, old_from
        self._shared: dict[Callable[[Rows, Catalogue], object], object] = {}

    def digest(self, shown: Callable[[Row], object]) -> bytes:
        """Stands for what is `shown` of all of them: what was kept, and what is not as it was."""
        pairs = [(i, row and shown(row), old and shown(old)) for i, row, old in self._changed]
        changed = [(i, row) for i, row, old in pairs if row != old]
        said = repr(changed).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(self._old_from + said, digest_size=16).digest()

    def shared(self, make: Callable[[Rows, Catalogue], V], catalogue: Catalogue) -> V:
        """What lists of both languages are made from, made once."""
        if make not in self._shared:
            self._shared[make] = make(self, catalogue)
        return cast("V", self._shared[make])

    @cached_property
    def _changed(self) -> list[tuple[str, Row | None, Row | None]]:
        """Id, row and kept row where they are not the same."""
        ids = sorted(self.all.keys() | self._old.keys())
        found = [(i, self.all.get(i), self._old.get(i)) for i in ids]
        return [one for one in found if one[1] is not one[2]]


def rows(reader: Reader) -> Rows:
    """What is shown of all enterprises; made once for readers that share a shelf."""
    found: dict[Any, Any] = reader.made if reader.shelf is None else reader.shelf.found
    if "rows" not in found:
        found["rows"] = _rows(reader.catalogue, reader.shelf)
    return cast("Rows", found["rows"])


def _rows(catalogue: Catalogue, shelf: Shelf | None) -> Rows:
    records = catalogue.enterprises
    digests = {e.id: e.digest for e in catalogue.entries if e.kind == "enterprise"}
    known, before = shelf.recall() if shelf else ({}, {})
    now = {
        i: before[i] if i in before and known[i] == digests[i] else Row.of(records[i])
        for i in sorted(records)
    }
    new = sum(row is not before.get(i) for i, row in now.items())
    if shelf and new + len(before.keys() - now.keys()) > MOST_NEW:
        known, before = {i: digests[i] for i in now}, now
        shelf.keep(known, now)
    return Rows(now, before, hashlib.blake2b(repr(known).encode(), digest_size=16).digest())


def on_home(row: Row) -> object:
    """All that the home page shows of an enterprise."""
    return row.kinds, row.sectors[:1], row.name, len(row.sold)


def listed(row: Row) -> object:
    """All that the list of enterprises shows of one."""
    sold = [(one.name, one.procurement_class, one.needs) for one in row.sold]
    return structs.asdict(row) | {"sold": sold}


def sold_by(row: Row) -> object:
    """All that the list of products shows of an enterprise."""
    return row.name, row.kinds, row.region, row.sectors, row.sold


def makers(found: Rows, catalogue: Catalogue) -> Mapping[str, Column]:
    """Kinds, regions and sectors of all, which they and what they sell are filtered by."""
    all_ = found.all.values()
    wider = {region: catalogue.above(region) for region in {row.region for row in all_}}
    return {
        "kind": Column.of([row.kinds for row in all_]),
        "region": Column.of([wider[row.region] for row in all_]),
        "sector": Column.of([row.sectors for row in all_]),
    }


def shown(words: Iterable[Words], lang: str) -> list[Phrase | str]:
    """Words as a page of a language shows them: those in another language tell so."""
    if lang == "ko":
        return [korean for korean, _, _ in words]
    return [Phrase(english, other, lang) if other else english for _, english, other in words]


def _words(text: Text | Name) -> Words:
    return (text.ko, text.ko, "ko") if text.en is None else (text.ko, text.en, "")


def _keys(text: Text | Name) -> Keys:
    korean = sort_key(text.ko)
    return (korean, korean) if text.en is None else (korean, sort_key(text.en))


def _sold(product: Product) -> Sold:
    return Sold(
        product.id,
        _words(product.name),
        _keys(product.name),
        product.procurement_class,
        product.needs,
        _words(product.note) if product.note else _NOTHING,
    )
