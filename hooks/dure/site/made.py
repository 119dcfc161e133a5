"""Files made from records, and by their keys those that an earlier site has just so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dure.site.addresses import Address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


FRAME = "frame"
"""The key of a file that is made of nothing but the frame (see `dure.site.sources`)."""


class Made(NamedTuple):
    """A file of the site; with the same `key` it would be made the same ("" = not known)."""

    file: str
    key: str = ""
    address: Address | None = None
    """Of a page."""


def standing(
    name: str, lang: str, key: str, earlier: Mapping[str, str], beside: Iterable[str]
) -> Iterator[Made]:
    """The files of home or a list where an earlier site has it just so: its key is on the first.

    `beside` are names of files that may stand with the first page.
    """
    path = f"{name}/" if name else ""
    first = Address(lang, path)
    if earlier.get(first.file) != key:
        return
    yield Made(first.file, key, first)
    files = [first.full + name for name in beside]
    yield from (Made(file, key) for file in files if earlier.get(file) == key)
    number = 2
    while (page := Address(lang, f"{path}page/{number}/")).file in earlier:
        yield Made(page.file, earlier[page.file], page)
        number += 1


def keys_of(made: Iterable[Made]) -> dict[str, str]:
    """The key of each file."""
    return {one.file: one.key for one in made}


def made_by_key(
    key: str, earlier: Mapping[str, str], write: Callable[[], Iterable[str]]
) -> Iterator[Made]:
    """The files that an earlier site has with a key; where it has none, `write` writes them."""
    left = [file for file, known in earlier.items() if known == key]
    return (Made(file, key) for file in left or write())
