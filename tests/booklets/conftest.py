"""The booklets of the real data, printed once, and what their pages say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from dure.booklets.printing import print_all
from dure.check import check_data
from tests.booklets.reading import squeezed

if TYPE_CHECKING:
    from pathlib import Path

    from dure.booklets.printing import Printed, PrintedFile
    from dure.catalogue import Catalogue
    from dure.records import Booklet


@dataclass(frozen=True)
class Sheets:
    """One printed file with the text of its pages."""

    id: str
    booklet: Booklet
    file: PrintedFile
    path: Path

    @cached_property
    def document(self) -> pypdfium2.PdfDocument:
        """The open file."""
        return pypdfium2.PdfDocument(self.path)

    @cached_property
    def texts(self) -> list[str]:
        """Text of each page, without spaces."""
        return [squeezed(page.get_textpage().get_text_bounded()) for page in self.document]

    @property
    def covers(self) -> int:
        """Pages before the one numbered 1."""
        return 2 if self.booklet.paper.binding in {"saddle", "perfect"} else 0


@dataclass(frozen=True)
class Press:
    """Everything printed from the real data."""

    catalogue: Catalogue
    out: Path
    cache: Path
    printed: tuple[Printed, ...]

    def sheets(self, name: str, lang: str) -> Sheets:
        """One booklet in one language."""
        work = next(w for w in self.printed if w.id == name)
        file = next(f for f in work.files if f.lang == lang)
        return Sheets(name, work.booklet, file, self.out / file.path)


@pytest.fixture(scope="session")
def catalogue(root: Path) -> Catalogue:
    """The real data."""
    found = check_data(root / "data").catalogue
    assert found is not None
    return found


@pytest.fixture(scope="session")
def press(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Press:
    """All booklets, printed once."""
    folder = tmp_path_factory.mktemp("print")
    out, cache = folder / "site", folder / "cache"
    return Press(catalogue, out, cache, print_all(catalogue, out, cache))
