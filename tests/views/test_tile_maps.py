"""Tile maps: offices and numbers by city."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from msgspec import structs

from dure.views.centre_list import centre_list
from dure.views.reader import Reader
from dure.views.tile_maps import count_maps, tile_maps
from tests import sample

if TYPE_CHECKING:
    from dure.catalogue import Catalogue


def test_every_city_and_district_has_a_square_of_its_own(real: Catalogue) -> None:
    """31 of Gyeonggi and 25 of Seoul, none over another."""
    maps = {found.region.id: found.tiles for found in tile_maps(Reader(real, "ko"))}
    assert {region: len(tiles) for region, tiles in maps.items()} == {"gyeonggi": 31, "seoul": 25}
    for tiles in maps.values():
        assert len({(tile.column, tile.row) for tile in tiles}) == len(tiles)


@pytest.mark.parametrize(
    ("regions", "drawn"),
    [
        (("korea",), {"gyeonggi": 31, "seoul": 25}),
        (("seoul",), {"seoul": 25}),
        (("gyeonggi-suwon",), {}),
        (("gyeonggi-suwon", "gyeonggi-yongin", "seoul-mapo"), {"gyeonggi": 2}),
    ],
)
def test_a_map_shows_the_regions_of_the_site(
    real: Catalogue, regions: tuple[str, ...], drawn: dict[str, int]
) -> None:
    """And so do the places that are told to have no office; one place alone needs no map."""
    site = structs.replace(real.site, regions=regions)
    reader = Reader(replace(real, site=site), "ko")
    assert {found.region.id: len(found.tiles) for found in tile_maps(reader)} == drawn
    unserved = {one.region.id for one in centre_list(reader).unserved}
    assert unserved == ({"seoul-gangnam", "seoul-jungnang"} if "seoul" in drawn else set())


def test_a_place_without_an_office_leads_to_phones_of_the_wider_region(real: Catalogue) -> None:
    """The documents name none for two districts: each gets Seoul's centre with its phone."""
    found = {one.region.id: one for one in centre_list(Reader(real, "ko")).unserved}
    assert set(found) == {"seoul-gangnam", "seoul-jungnang"}
    for one in found.values():
        assert one.above.id == "seoul"
        assert all(contact.phones for contact in one.contacts)
        assert "centres/seoul-se-centre/" in [contact.office.path for contact in one.contacts]


@pytest.mark.parametrize(
    ("counts", "shades"),
    [
        ({"gaon-haneul": 8, "gaon-bada": 1}, [4, 1]),
        ({"gaon-haneul": 8, "gaon-bada": 4}, [4, 2]),
        ({"gaon-bada": 3}, [0, 4]),
        ({"gaon": 2}, [0, 0]),
    ],
)
def test_a_shade_follows_the_number(counts: dict[str, int], shades: list[int]) -> None:
    """The most is darkest, anything at all is shaded, nothing is not."""
    (found,) = count_maps(counts, sample.reader("ko"))
    assert [tile.shade for tile in found.tiles] == shades
    assert found.whole == counts.get("gaon", 0)


def test_a_region_of_which_nothing_is_counted_has_no_map() -> None:
    """An empty map says nothing."""
    assert count_maps({}, sample.reader("ko")) == ()


def test_ranked_places_have_something_and_the_most_comes_first() -> None:
    """Beside the map stands the same as a list."""
    (found,) = count_maps({"gaon-haneul": 1, "gaon-bada": 5}, sample.reader("ko"))
    assert [(tile.term.id, tile.count) for tile in found.ranked] == [
        ("gaon-bada", 5),
        ("gaon-haneul", 1),
    ]
