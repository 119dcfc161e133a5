"""What a record is: one frozen model for each kind, and the registry of kinds."""

from __future__ import annotations

from dure.records.base import Name, Text
from dure.records.booklet import Booklet
from dure.records.centre import Centre
from dure.records.enterprise import Enterprise, Product
from dure.records.model import Model, Refers
from dure.records.program import Program
from dure.records.reference import Document, Indicator, Term, Vocabulary
from dure.records.site import Site

KINDS: dict[str, type[Model]] = {
    "program": Program,
    "enterprise": Enterprise,
    "centre": Centre,
    "document": Document,
    "indicator": Indicator,
    "vocabulary": Vocabulary,
    "booklet": Booklet,
}
"""Kind to model; the folder of a kind is its plural."""

FOLDERS = {
    "programs": "program",
    "enterprises": "enterprise",
    "centres": "centre",
    "documents": "document",
    "indicators": "indicator",
    "vocabularies": "vocabulary",
    "booklets": "booklet",
}

__all__ = [
    "FOLDERS",
    "KINDS",
    "Booklet",
    "Centre",
    "Document",
    "Enterprise",
    "Indicator",
    "Model",
    "Name",
    "Product",
    "Program",
    "Refers",
    "Site",
    "Term",
    "Text",
    "Vocabulary",
]
