"""Cards of shared links: small, equal every time, and no word runs into the cloth."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from dure.site.addresses import Address
from dure.site.cards import NAMES, Card, card_path, write_cards
from dure.site.drawing import MARGIN, PANEL, SEAM, SIZE, draw
from tests import sample

if TYPE_CHECKING:
    from pathlib import Path

LONG = "사회적경제기업 " * 12
CARDS = [
    Card("home", "두레", "가온도"),
    Card("programs", "Developing local joint projects through a consortium of citizens", "Dure"),
    Card("a", LONG, LONG),
    Card("b", "가" * 60, ""),
]


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
def test_a_card_is_a_small_picture_of_the_agreed_size(card: Card) -> None:
    """1200 × 630 and 15 KB at most, whatever the name."""
    data = draw(card)

    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.size) == ("PNG", SIZE)
    assert len(data) <= 15_000


@pytest.mark.parametrize("card", CARDS[:3], ids=lambda card: card.name)
def test_words_stay_between_the_margins(card: Card) -> None:
    """The gap before the cloth is plain paper, and so are the edges."""
    with Image.open(io.BytesIO(draw(card))) as picture:
        image = picture.convert("RGB")
    paper = image.getpixel((2, 2))
    for box in ((0, 0, MARGIN - 4, SIZE[1]), (PANEL - MARGIN + 8, 0, PANEL, SIZE[1])):
        assert image.crop(box).getcolors() == [((box[2] - box[0]) * SIZE[1], paper)]
    assert len(image.crop((MARGIN, 0, PANEL - MARGIN, SIZE[1])).getcolors() or ()) > 2


def test_the_cloth_is_the_names_own() -> None:
    """Equal names, equal bytes; another name, another cloth."""
    one, again, other = (draw(Card(name, "두레", "")) for name in ("x", "x", "y"))

    assert one == again
    cloths = [
        Image.open(io.BytesIO(d)).convert("RGB").crop((PANEL + SEAM, 0, *SIZE)).tobytes()
        for d in (one, other)
    ]
    assert cloths[0] != cloths[1]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        (Address("ko", ""), "assets/cards/home-ko.png"),
        (Address("en", "programs/"), "assets/cards/programs-en.png"),
        (Address("en", "programs/sample-growth/"), "assets/cards/programs-en.png"),
        (Address("ko", "about/"), "assets/cards/home-ko.png"),
    ],
)
def test_a_page_has_the_card_of_its_list(address: Address, path: str) -> None:
    """Records share their list's card; hand-written pages that of the home page."""
    assert card_path(address) == path


def test_every_card_that_a_page_may_name_is_written(tmp_path: Path) -> None:
    """Both languages of every name."""
    written = write_cards(sample.catalogue(), tmp_path)

    named = {
        card_path(Address(lang, "" if name == "home" else f"{name}/"))
        for name in NAMES
        for lang in ("ko", "en")
    }
    assert set(written) == named
    assert all((tmp_path / path).is_file() for path in written)
