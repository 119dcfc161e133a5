"""The shelf: one card for a booklet, the files of the reader's language first."""

from __future__ import annotations

import pytest
from msgspec import structs

from dure.booklets.printing import Printed, PrintedFile
from dure.site.shelf import cards
from tests import sample

SAMPLE = "sample-book"


def printed(*langs: str, binding: str = "saddle", volume: str = "") -> Printed:
    """The sample's booklet with made-up files."""
    booklet = sample.catalogue().booklets[SAMPLE]
    paper = structs.replace(booklet.paper, binding=binding)
    files = tuple(
        PrintedFile(
            lang,
            f"booklets/a-{lang}.pdf",
            f"booklets/a-{lang}.png",
            (f"booklets/a-{lang}-1.png",),
            12,
            1000,
            {},
            volume,
        )
        for lang in langs
    )
    return Printed(SAMPLE, structs.replace(booklet, paper=paper), files)


@pytest.mark.parametrize(
    ("lang", "order"),
    [("ko", ["ko", "ko-en", "en"]), ("en", ["en", "ko-en", "ko"])],
)
def test_files_in_the_readers_language_come_first(lang: str, order: list[str]) -> None:
    """A book in both languages is in the reader's too; the pictures are of the first file."""
    langs = ["ko", "en", "ko-en"] if lang == "ko" else ["en", "ko", "ko-en"]
    [card] = cards([printed(*langs)], sample.reader(lang))
    assert [file.lang for file in card.files] == order
    assert card.picture == f"booklets/a-{order[0]}.png"


@pytest.mark.parametrize(
    ("binding", "size"),
    [("saddle", (280, 198)), ("none", (140, 198))],
)
def test_a_picture_of_a_spread_is_two_pages_wide(binding: str, size: tuple[int, int]) -> None:
    """The page keeps room for it before it is there."""
    [card] = cards([printed("ko", binding=binding)], sample.reader("ko"))
    assert [(p.width, p.height) for p in card.inside] == [size]


def test_a_volume_is_named_by_its_term() -> None:
    """Readers look for their city."""
    work = printed("ko", volume="gaon-haneul")
    work = Printed(SAMPLE, structs.replace(work.booklet, volumes="region"), work.files)
    [card] = cards([work], sample.reader("en"))
    region = sample.reader("en").term("regions", "gaon-haneul").label
    assert [file.volume for file in card.files] == [region]
