"""`dure print` as staff type it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from dure.booklets.command import print_command

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

pytestmark = pytest.mark.slow


def run(root: Path, folder: Path, *asked: str) -> Result:
    """The command over the real data, with its output in a folder of its own."""
    paths = (
        "--data",
        str(root / "data"),
        "--site",
        str(folder / "site"),
        "--build",
        str(folder / "build"),
    )
    return CliRunner().invoke(print_command, [*asked, *paths, "--lang", "en"])


def test_it_prints_what_is_named_and_says_pages_and_size(root: Path, tmp_path: Path) -> None:
    """Both languages, each with a picture of its only page for the list of booklets."""
    done = run(root, tmp_path, "contacts-seoul")
    assert done.exit_code == 0, done.output
    assert re.search(r"booklets/contacts-seoul-ko\.pdf: \d+ kB, pages: 1\n", done.output)
    names = sorted(p.name for p in (tmp_path / "site" / "booklets").iterdir())
    assert names == [
        f"contacts-seoul-{lang}{kind}" for lang in ("en", "ko") for kind in (".pdf", ".png")
    ]


def test_an_unknown_booklet_is_wrong_usage_and_the_known_ones_are_named(
    root: Path, tmp_path: Path
) -> None:
    """Exit status 2."""
    done = run(root, tmp_path, "contact-seoul")
    assert done.exit_code == 2
    assert "contacts-seoul" in done.output
    assert not (tmp_path / "site").exists()


def test_press_and_proof_tell_what_they_made(root: Path, tmp_path: Path) -> None:
    """The second proof finds nothing changed since the edition that was pressed."""
    first = run(root, tmp_path, "--press", "--proof", "contacts-seoul")
    assert first.exit_code == 0, first.output
    assert "no last edition" in first.output
    assert "printed sides: 1" in first.output
    assert (tmp_path / "build" / "press" / "contacts-seoul-ko-spec.pdf").is_file()
    second = run(root, tmp_path, "--proof", "contacts-seoul")
    assert "no page has changed" in second.output
    assert "p. 1: centre/gangbuk-se-centre" in second.output
