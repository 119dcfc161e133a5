"""Addresses of pages: Korean at the root, English below `en/`, every link relative."""

from __future__ import annotations

from msgspec import Struct

ROOTS = {"ko": "", "en": "en/"}
OTHER = {"ko": "en", "en": "ko"}


class Address(Struct, frozen=True):
    """A page of one language; `path` is below the language's root and ends in `/` (or is empty)."""

    lang: str
    path: str

    @property
    def full(self) -> str:
        """The path below the site's root."""
        return ROOTS[self.lang] + self.path

    @property
    def base(self) -> str:
        """The way back to the site's root: `../../` or `./`."""
        return "../" * self.full.count("/") or "./"

    @property
    def file(self) -> str:
        """The file that answers the address."""
        return f"{self.full}index.html"

    def to(self, path: str) -> str:
        """A relative link to another page of the same language."""
        return self.base + ROOTS[self.lang] + path
