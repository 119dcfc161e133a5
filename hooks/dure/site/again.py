"""What the next build can go on from where only records changed: then MkDocs need not begin."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, cast

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dure.site.links import Named
    from dure.site.shell import Guide


class Handwritten(Struct, frozen=True):
    """What the hand-written pages tell the rest of the site."""

    guides: tuple[Guide, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    """Files of the site, they and what they show, by their paths below `docs/`."""
    named: tuple[Named, ...] = ()
    """Pages that they lead to."""
    html: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What stands in them by language and path, for the search."""


class Known(Struct, frozen=True):
    """What stays as it is while the frame does (see `dure.site.sources`)."""

    pages: Handwritten
    assets: Mapping[str, str]
    letters: str
    """Of its fonts (see `dure.site.fonts`)."""
    keys: Mapping[str, str]
    """Every file with its key (see `dure.site.build`)."""

    def packed(self) -> bytes:
        """As bytes, for the seal."""
        return pickle.dumps(self, 5)


def unpacked(data: bytes) -> Known:
    """What was packed; `data` must come from a whole seal."""
    return cast("Known", pickle.loads(data))  # noqa: S301 - the seal's digest is right: it is ours
