"""The lists of programs, enterprises, products and centres: each has a module of its own."""

from __future__ import annotations

from dure.views.centre_list import CentreListView, centre_list
from dure.views.enterprise_list import enterprise_list
from dure.views.entries import Entries, Item
from dure.views.listing import Facet, Group, ListView, Option
from dure.views.product_list import product_list
from dure.views.program_list import ProgramCard, program_list
from dure.views.tile_maps import Tile, TileMap, tile_maps

__all__ = [
    "CentreListView",
    "Entries",
    "Facet",
    "Group",
    "Item",
    "ListView",
    "Option",
    "ProgramCard",
    "Tile",
    "TileMap",
    "centre_list",
    "enterprise_list",
    "product_list",
    "program_list",
    "tile_maps",
]
