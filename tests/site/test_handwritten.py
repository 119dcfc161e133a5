"""Hand-written pages: every one in both languages, and linked to what is made from records."""

from __future__ import annotations

import pytest

from dure.site.addresses import Address
from dure.site.again import Handwritten
from dure.site.handwritten import OneLanguage, address_of, linked, listed

PAGES = ("b.md", "a.md", "c.md", "en/a.md", "en/b.md", "en/c.md")


def test_pages_of_the_menu_come_first_and_in_its_order() -> None:
    """In each language; the others follow by name."""
    found = [(one.uri, one.in_menu) for one in listed(["b.md"], PAGES, "en")]
    korean = [("b.md", True), ("a.md", False), ("c.md", False)]
    assert found == korean + [(f"en/{uri}", shown) for uri, shown in korean]
    english = [one for one in listed(["b.md"], PAGES, "en") if one.uri.startswith("en/")]
    assert {one.lang for one in english} == {"en"}


@pytest.mark.parametrize(
    ("missing", "told"),
    [("en/a.md", "docs/en/a.md: no such file; every page is in Korean and in English"),
     ("a.md", "docs/a.md: no such file; every page is in Korean and in English")],
)  # fmt: skip
def test_a_page_in_one_language_is_refused(missing: str, told: str) -> None:
    """Whichever it is; the file to write is named."""
    with pytest.raises(OneLanguage) as error:
        list(listed(["b.md"], [uri for uri in PAGES if uri != missing], "en"))
    assert str(error.value) == told


@pytest.mark.parametrize(
    ("uri", "url", "address"),
    [("index.md", "./", Address("ko", "")),
     ("buyers/index.md", "buyers/", Address("ko", "buyers/")),
     ("en/about.md", "en/about/", Address("en", "about/"))],
)  # fmt: skip
def test_a_page_has_the_address_that_mkdocs_gives_it(uri: str, url: str, address: Address) -> None:
    """Below its language's root."""
    assert address_of(uri, url) == address


def test_links_from_the_root_become_relative_and_are_noted() -> None:
    """With what the page says, for the search."""
    html = '<a href="/programs/x/">X</a>'
    pages, shown = linked(Handwritten(), "about.md", Address("ko", "about/"), html)
    assert shown == '<a href="../programs/x/">X</a>'
    assert [(one.page, one.path) for one in pages.named] == [("about.md", "programs/x/")]
    assert pages.html == {("ko", "about/"): html}
