"""Outline maps: the same places as on the squares, their shapes, and what they are called."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from dure.messages import texts
from dure.render import render
from dure.site.addresses import Address
from dure.views.centre_list import centre_list
from dure.views.enterprise_list import enterprise_list
from dure.views.outlines import FOLDER, outlines
from dure.views.program_list import program_list
from dure.views.reader import Reader
from dure.views.tile_maps import tile_maps
from tests import sample

if TYPE_CHECKING:
    from dure.catalogue import Catalogue

Point = tuple[int, int]


def _rings(path: str) -> list[list[Point]]:
    """The corners of each ring of `M1 2l3 4-5 6z`."""
    found = []
    for ring in path.removesuffix("z").split("z"):
        x, y, *steps = map(int, re.findall(r"-?\d+", ring))
        points = [(x, y)]
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
        found.append(points)
    return found


def _sides(path: str) -> set[frozenset[Point]]:
    return {
        frozenset((a, b))
        for ring in _rings(path)
        for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)
    }


def _inside(point: Point, path: str) -> bool:
    """By the number of sides that a line to the left crosses."""
    x, y = point
    crossed = 0
    for (ax, ay), (bx, by) in (tuple(side) for side in _sides(path) if len(side) == 2):
        if (ay > y) != (by > y) and x > ax + (y - ay) * (bx - ax) / (by - ay):
            crossed += 1
    return crossed % 2 == 1


@pytest.mark.parametrize("region", ["gyeonggi", "seoul"])
def test_every_square_has_its_outline(region: str, real: Catalogue) -> None:
    """31 and 25: none is missing, none is left over."""
    squares = next(m for m in tile_maps(Reader(real, "ko")) if m.region.id == region)

    assert set(outlines()[region].places) == {tile.term.id for tile in squares.tiles}
    assert all(tile.shape for tile in squares.tiles)
    assert squares.frame is not None


@pytest.mark.parametrize("region", ["gyeonggi", "seoul"])
def test_names_stand_inside_their_places_on_the_map(region: str) -> None:
    """And every place lies on the map."""
    found = outlines()[region]

    for name, place in found.places.items():
        assert _inside((place.x, place.y), place.path), name
        for x, y in (point for ring in _rings(place.path) for point in ring):
            assert 0 <= x <= found.width
            assert 0 <= y <= found.height


@pytest.mark.parametrize(("region", "neighbours"), [("gyeonggi", 60), ("seoul", 50)])
def test_neighbours_share_their_border(region: str, neighbours: int) -> None:
    """Lines were simplified together: a border is one line, not two with a gap between."""
    places = outlines()[region].places.values()

    pairs = sum(bool(_sides(a.path) & _sides(b.path)) for a, b in combinations(places, 2))

    assert pairs >= neighbours


def test_a_provinces_outline_is_small() -> None:
    """12 KB at most, as it stands in the page itself."""
    for path in FOLDER.glob("*.yml"):
        assert path.stat().st_size <= 12_000, path.name


def test_the_licence_stands_beside_the_outlines() -> None:
    """Whoever takes the files on learns whose they are, and of which day."""
    told = (FOLDER / "LICENCE.md").read_text("utf-8")

    assert "이용허락범위: 제한 없음" in told
    assert "15 September 2023" in told


@pytest.mark.parametrize(
    ("lang", "region", "names"),
    [
        ("ko", "gyeonggi", {"gyeonggi-suwon": "수원", "gyeonggi-guri": "구리"}),
        ("ko", "seoul", {"seoul-jongno": "종로", "seoul-jung": "중구"}),
        ("en", "seoul", {"seoul-jongno": "Jongno", "seoul-geumcheon": ""}),
    ],
)
def test_a_place_is_called_what_people_say_where_that_has_room(
    lang: str, region: str, names: dict[str, str], real: Catalogue
) -> None:
    """A name that would run over its neighbours is left out; the link has it all the same."""
    maps = {found.region.id: found for found in tile_maps(Reader(real, lang))}
    shapes = {tile.term.id: tile.shape for tile in maps[region].tiles}

    shown = {place: shapes[place] for place in names}
    assert {p: str(s.name) if s and s.name else "" for p, s in shown.items()} == names


def test_regions_without_an_outline_have_squares_alone() -> None:
    """Another region's data draws its maps without any file of ours."""
    (found,) = tile_maps(sample.reader("ko"))

    assert found.frame is None
    assert all(tile.shape is None for tile in found.tiles)


def _page(name: str, reader: Reader) -> str:
    made = {"centres": centre_list, "programs": program_list, "enterprises": enterprise_list}
    address = Address(reader.lang, f"{name}/")
    return render(
        f"pages/{name}.html",
        r=made[name](reader),
        t=texts("site", reader.lang),
        lang=reader.lang,
        url=address.to,
        base=address.base,
        asset=lambda name: name,
    )


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("name", ["centres", "programs", "enterprises"])
def test_both_maps_lead_to_the_same_places(name: str, lang: str, real: Catalogue) -> None:
    """Each outline is a named link to where its square leads; the source stands beside it."""
    page = _page(name, Reader(real, lang))

    squares = re.findall(r'<a class="tile[^"]*" href="([^"]+)"', page)
    shapes = re.findall(r'<a class="place[^"]*" href="([^"]+)"[^>]* aria-label="([^"]+)"', page)
    assert sorted(squares) == sorted(href for href, _ in shapes)
    assert len(squares) == 56
    source = "National Geographic Information" if lang == "en" else "국토지리정보원"
    assert page.count(source) == 2
    assert ("15 September 2023" if lang == "en" else "2023. 9. 15.") in page


def test_the_number_stands_on_the_outline(real: Catalogue) -> None:
    """Shade never speaks alone: the number of a place is in its link and on the map."""
    page = _page("enterprises", Reader(real, "en"))

    (label,) = re.findall(r'data-value="gyeonggi-goyang" aria-label="([^"]+)"', page)
    number = label.removeprefix("Goyang ")
    assert int(number) > 20
    assert re.search(rf'<text class="number[^"]* s4"[^>]*>{number}</text>', page)
