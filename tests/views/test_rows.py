"""Rows of enterprises: kept while nothing they are made of changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from dure.check import check_data
from dure.messages import LANGUAGES
from dure.site.pages import FRONTS, front_key, front_pages
from dure.views.reader import Reader
from dure.views.rows import rows, shelf_of
from tests import sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dure.catalogue import Catalogue
    from dure.views.rows import Made

ENTERPRISES = ("", "enterprises", "products")
NAMING = ("programs",)


@pytest.fixture(autouse=True)
def _kept() -> object:
    with patch("dure.views.rows.MOST_NEW", 0):
        yield


def _reader(catalogue: Catalogue, folder: Path, frame: str = "frame", lang: str = "ko") -> Reader:
    return Reader(catalogue, lang, shelf_of(folder, frame, catalogue))


def _changed(kind: str, catalogue: Catalogue) -> Catalogue:
    """With another digest of the first record of a kind."""
    found = next(e for e in catalogue.entries if e.kind == kind)
    entries = (replace(e, digest=b"new") if e is found else e for e in catalogue.entries)
    return replace(catalogue, entries=tuple(entries))


def _made_again(catalogue: Catalogue, folder: Path, *more: str) -> int:
    """How many rows are made after those of the sample were kept."""
    made: list[str] = []

    def make(enterprise_id: str, _: Reader) -> Made:
        made.append(enterprise_id)
        return (enterprise_id,), ()

    rows("things", make, _reader(sample.catalogue(), folder))
    made.clear()
    found = rows("things", make, _reader(catalogue, folder, *more)).all
    assert list(found.items()) == [(i, (i,)) for i in sorted(catalogue.enterprises)]
    return len(made)


def test_rows_are_made_once(tmp_path: Path) -> None:
    """The next build takes them as they are."""
    assert _made_again(sample.catalogue(), tmp_path) == 0


def test_a_changed_record_has_its_row_made_anew(tmp_path: Path) -> None:
    """And no other."""
    assert _made_again(_changed("enterprise", sample.catalogue()), tmp_path) == 1


@pytest.mark.parametrize("kind", ["vocabulary", "centre", "program"])
def test_other_data_has_all_rows_made_anew(kind: str, tmp_path: Path) -> None:
    """They may show any of it."""
    catalogue = sample.catalogue()
    assert _made_again(_changed(kind, catalogue), tmp_path) == len(catalogue.enterprises)


@pytest.mark.parametrize("more", [("other frame",), ("frame", "en")])
def test_another_frame_or_language_has_rows_of_its_own(
    more: tuple[str, ...], tmp_path: Path
) -> None:
    """Whatever is not known to be the same is made."""
    catalogue = sample.catalogue()
    assert _made_again(catalogue, tmp_path, *more) == len(catalogue.enterprises)


def test_a_record_that_goes_leaves_no_row(tmp_path: Path) -> None:
    """Rows are of the records there are."""
    catalogue = sample.catalogue()
    first = next(e for e in catalogue.entries if e.kind == "enterprise")
    fewer = replace(catalogue, entries=tuple(e for e in catalogue.entries if e is not first))
    assert _made_again(fewer, tmp_path) == 0


def test_where_records_have_no_digest_nothing_is_kept(tmp_path: Path) -> None:
    """Then it is not known what they say."""
    catalogue = sample.catalogue()
    bare = replace(catalogue, entries=tuple(replace(e, digest=b"") for e in catalogue.entries))
    assert shelf_of(tmp_path, "frame", bare) is None
    assert shelf_of(tmp_path, "", catalogue) is None
    assert shelf_of(None, "frame", catalogue) is None


@pytest.mark.parametrize("name", [name for name in FRONTS if name not in ENTERPRISES + NAMING])
def test_other_lists_look_at_no_enterprise(name: str) -> None:
    """Their keys need say nothing of them."""
    catalogue = sample.catalogue()
    fewer = tuple(e for e in catalogue.entries if e.kind != "enterprise")
    readers = (Reader(catalogue, "ko"), Reader(replace(catalogue, entries=fewer), "ko"))
    with_them, without = (
        [repr((p.head, p.view, p.beside)) for p in front_pages(reader, names=(name,))]
        for reader in readers
    )
    assert with_them == without


CHANGES: dict[str, tuple[Callable[[str], str], set[str]]] = {
    "a note": (lambda text: f"{text}note: {{ko: 말}}\n", set()),
    "its name": (lambda text: text.replace("name: {ko: ", "name: {ko: 새 ", 1), {*ENTERPRISES}),
    "its summary": (lambda text: text.replace("책자를 ", "책을 "), {"enterprises"}),
    "a note of what it sells": (lambda text: text.replace("하루 앞서", "이틀 앞서"), {"products"}),
    "its certificate": (lambda text: text.replace("social-enterprise, st", "cooperative, st"),
                        {"enterprises"}),
    "language of its product": (
        lambda text: text.replace("{ko: 도시락}", "{ko: 도시락, en: 도시락}"),
        {"enterprises", "products"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_list_has_another_key_where_it_shows_what_changed(change: str, tmp_path: Path) -> None:
    """And the same where it does not."""
    edit, wanted = CHANGES[change]
    data = sample.copied(tmp_path)
    before = _keys(data)
    path = data / "enterprises" / "gaon-haneul" / "sample-dure.yml"
    path.write_text(edit(path.read_text("utf-8")), "utf-8")
    after = _keys(data)
    assert {name for name in FRONTS if after[name] != before[name]} == wanted


def _keys(data: Path) -> dict[str, list[str]]:
    """By list, in both languages."""
    checked = check_data(data)
    assert checked.catalogue is not None, checked.problems
    cache = data.parent / "cache"
    readers = [_reader(checked.catalogue, cache, lang=lang) for lang in LANGUAGES]
    return {name: [front_key(name, reader) for reader in readers] for name in FRONTS}
