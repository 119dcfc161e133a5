"""Open Graph cards: the picture that a shared link shows, drawn from the page's name."""

from __future__ import annotations

import marshal
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from dure.kept import once
from dure.messages import LANGUAGES
from dure.site.shell import SECTIONS
from dure.views.reader import Reader
from dure.webfonts import made_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dure.catalogue import Catalogue
    from dure.site.addresses import Address

NAMES = ("home", *SECTIONS, "documents", "search")
_BOLD = 700


class Card(Struct, frozen=True):
    """What a card says; `name` also decides its cloth."""

    name: str
    title: str
    kicker: str


def card_path(address: Address) -> str:
    """The card of a page, below the site's root: that of its list, or of the home page."""
    first = address.path.split("/")[0]
    return f"assets/cards/{first if first in NAMES else 'home'}-{address.lang}.png"


def write_cards(catalogue: Catalogue, out: Path, cache: Path | None = None) -> tuple[str, ...]:
    """Writes a card for the home page and each list, in both languages; returns their paths.

    Below `cache` the pictures are kept, and taken from while they would be the same.
    """
    wanted = {
        f"assets/cards/{card.name}-{lang}.png": card
        for lang in LANGUAGES
        for card in cards(Reader(catalogue, lang))
    }
    (out / "assets" / "cards").mkdir(parents=True, exist_ok=True)
    for path, picture in zip(wanted, _drawn(tuple(wanted.values()), cache), strict=True):
        (out / path).write_bytes(picture)
    return tuple(wanted)


def _drawn(wanted: tuple[Card, ...], cache: Path | None) -> Iterable[bytes]:
    made_by = f"{version('pillow')} {wanted}".encode() + made_from(_BOLD)
    recipe = Path(__file__).with_name("drawing.py").read_bytes()
    kept = once(cache and cache / "cards", made_by + recipe, lambda: marshal.dumps(_draw(wanted)))
    pictures: tuple[bytes, ...] = marshal.loads(kept)  # noqa: S302 - its digest is right: we wrote it
    return pictures


def _draw(wanted: tuple[Card, ...]) -> tuple[bytes, ...]:
    from dure.site.drawing import draw  # noqa: PLC0415 - brings Pillow; most cards are kept

    return tuple(map(draw, wanted))


def cards(reader: Reader) -> Iterator[Card]:
    """The cards of one language."""
    site = reader.catalogue.site
    title = reader.say(site.title).text
    yield Card("home", title, reader.say(site.publisher).text)
    for name in dict.fromkeys(NAMES[1:]):
        yield Card(name, reader.words[name], title)
