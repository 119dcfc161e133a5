"""The preview: pages are made when they are asked for, and are those of a whole build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dure.site.build import Site, build_pages
from dure.site.preview import Preview
from dure.site.publish import Desk
from tests import sample

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class _Assets(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return f"assets/{name}"


def _theme(context: Mapping[str, object]) -> str:
    """As little of a theme as pages need."""
    return f"<html lang={context['lang']}>@@dure:title@@ @@dure:body@@</html>"


@pytest.fixture
def site() -> Site:
    """The sample's site."""
    return Site(sample.catalogue(), (), _Assets(), _theme)


@pytest.fixture
def preview(site: Site, tmp_path: Path) -> Preview:
    """A preview into an empty folder whose search is one file."""
    out = tmp_path / "preview"
    out.mkdir()
    return Preview(site, out, (out / "pagefind").mkdir)


def _files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_a_record_is_made_alone(preview: Preview) -> None:
    """Asking for one record writes its page and no other."""
    preview.want("en/enterprises/sample-dure/")

    assert _files(preview.out) == {"en/enterprises/sample-dure/index.html"}


def test_the_search_is_made_when_it_is_asked_for(preview: Preview) -> None:
    """And not before: it takes longest."""
    preview.want("enterprises/")
    assert not (preview.out / "pagefind").exists()

    preview.want("pagefind/pagefind-entry.json")

    assert (preview.out / "pagefind").is_dir()


@pytest.mark.parametrize("path", ["no-such-page/", "enterprises/no-such/", "x.png", "en/"])
def test_any_address_may_be_asked_for(preview: Preview, path: str) -> None:
    """What is no record may be a list, a picture, or nothing at all."""
    preview.want(path)

    assert (preview.out / "404.html").is_file()


def test_all_pages_asked_for_are_those_of_a_build(
    preview: Preview, site: Site, tmp_path: Path
) -> None:
    """Whichever page is asked for first, its bytes are the same."""
    whole = tmp_path / "whole"
    addresses = build_pages(site, Desk(str(whole))).addresses

    for address in reversed(addresses):
        preview.want(address.full)

    assert addresses
    for address in addresses:
        assert (preview.out / address.file).read_bytes() == (whole / address.file).read_bytes()
