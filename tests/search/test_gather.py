"""Entries from records."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from dure.search.gather import records, synonyms
from tests import sample

ROOT = Path(__file__).parents[2]
PRINT = (
    "from dure.search.gather import records; from tests import sample; "
    "print([e for lang in ('ko', 'en') for e in records(sample.reader(lang))])"
)


def test_entries_are_the_same_whatever_the_seed_of_hashes() -> None:
    """A set on the way would change the index from build to build."""
    printed = {
        subprocess.run(
            [sys.executable, "-c", PRINT], check=True, capture_output=True, cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT / 'hooks'}:{ROOT}"},
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(printed) == 1


def test_every_record_and_product_is_an_entry_of_both_languages() -> None:
    """Nothing of the catalogue is out of reach."""
    for lang in ("ko", "en"):
        catalogue = sample.catalogue()
        found = {(entry.kind, entry.id) for entry in records(sample.reader(lang))}
        assert found == {
            *(("program", i) for i in catalogue.programs),
            *(("enterprise", i) for i in catalogue.enterprises),
            *(("product", f"{i}.{p.id}") for i, e in catalogue.enterprises.items()
              for p in e.products),
            *(("centre", i) for i in catalogue.centres),
        }  # fmt: skip


def test_a_program_is_found_by_the_number_of_its_contact() -> None:
    """The number stands in the centre's record only."""
    catalogue = sample.catalogue()
    entries = {entry.id: entry for entry in records(sample.reader("ko"))}
    with_contact = [i for i, p in catalogue.programs.items() if p.contacts]

    assert with_contact
    assert any(entries[i].phones for i in with_contact)


def test_the_words_of_a_facet_are_marked_as_such() -> None:
    """Records bear a facet's label; the words of the search's own vocabulary stand in none."""
    groups = synonyms(sample.catalogue()).groups

    assert groups
    assert any(group.tag for group in groups)
