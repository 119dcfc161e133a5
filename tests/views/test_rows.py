"""Rows of enterprises: kept while nothing they are made of changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from msgspec import structs

from dure.check import check_data
from dure.messages import LANGUAGES
from dure.records import Name
from dure.render import Phrase
from dure.site.pages import (
    FRONTS,
    enterprises_on,
    front_key,
    front_pages,
    record_page,
    records_with_pages,
)
from dure.views.reader import Reader
from dure.views.rows import Row, rows, shelf_of, shown
from tests import sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dure.catalogue import Catalogue
    from dure.records import Enterprise

ENTERPRISES = ("", "enterprises", "products")


@pytest.fixture(autouse=True)
def _kept() -> object:
    with patch("dure.views.rows.MOST_NEW", 1):
        yield


def _reader(catalogue: Catalogue, folder: Path, frame: str = "frame", lang: str = "ko") -> Reader:
    return Reader(catalogue, lang, shelf_of(folder, frame, catalogue))


def _changed(kind: str, catalogue: Catalogue) -> Catalogue:
    """With another digest of the first record of a kind."""
    found = next(e for e in catalogue.entries if e.kind == kind)
    entries = (replace(e, digest=b"new") if e is found else e for e in catalogue.entries)
    return replace(catalogue, entries=tuple(entries))


def _made_again(catalogue: Catalogue, folder: Path, frame: str = "frame") -> int:
    """How many rows are made after those of the sample were kept."""
    first = rows(_reader(sample.catalogue(), folder)).all
    assert list(first) == sorted(sample.catalogue().enterprises)
    made, of = [], Row.of

    def make(record: Enterprise) -> Row:
        made.append(record.name.ko)
        return of(record)

    with patch("dure.views.rows.Row.of", make):
        found = rows(_reader(catalogue, folder, frame)).all
    assert list(found) == sorted(catalogue.enterprises)
    assert all(row == first[i] for i, row in found.items())
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


def test_another_frame_has_rows_of_its_own(tmp_path: Path) -> None:
    """Whatever is not known to be the same is made."""
    catalogue = sample.catalogue()
    assert _made_again(catalogue, tmp_path, "other frame") == len(catalogue.enterprises)


def test_readers_of_both_languages_share_rows(tmp_path: Path) -> None:
    """They say all in both."""
    shelf = shelf_of(tmp_path, "frame", sample.catalogue())
    korean, english = (Reader(sample.catalogue(), lang, shelf) for lang in LANGUAGES)
    assert rows(korean) is rows(english)


def test_what_is_not_in_english_is_shown_in_korean() -> None:
    """And says so on a page, so that it is read aloud as Korean."""
    words = [("가", "A", ""), ("나", "나", "ko"), ("", "", "")]
    assert shown(words, "en") == ["A", Phrase("나", "ko", "en"), ""]
    assert shown(words, "ko") == ["가", "나", ""]


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


class _Assets(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return name


def _with_other_enterprises(catalogue: Catalogue) -> Catalogue:
    """Each by another name, of another kind, with nothing to sell and no program."""
    made = []
    for entry in catalogue.entries:
        if entry.kind == "enterprise":
            name = Name(ko="다른 이름", en="Another name")
            other = {"name": name, "kinds": (), "products": (), "participations": ()}
            made.append(replace(entry, record=structs.replace(entry.record, **other)))
        else:
            made.append(entry)
    return replace(catalogue, entries=tuple(made))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in FRONTS if name not in ENTERPRISES])
def test_other_lists_show_no_enterprise(name: str, lang: str, real: Catalogue) -> None:
    """Their keys need say nothing of them."""
    for catalogue in (sample.catalogue(), real):
        readers = (Reader(c, lang) for c in (catalogue, _with_other_enterprises(catalogue)))
        as_it_is, changed = (
            [(p.head, p.body(_Assets()), p.beside) for p in front_pages(r, names=(name,))]
            for r in readers
        )
        assert as_it_is == changed


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["program", "centre"])
def test_a_page_shows_no_enterprises_but_those_it_is_known_to_show(
    kind: str, lang: str, real: Catalogue
) -> None:
    """It is left alone while these are as they were."""
    named = 0
    for catalogue in (sample.catalogue(), real):
        other = _with_other_enterprises(catalogue)
        for i in records_with_pages(catalogue)[kind]:
            shows = enterprises_on(kind, i, catalogue)
            same = {entry.id: entry for entry in catalogue.entries if entry.kind == "enterprise"}
            entries = (
                same[e.id] if e.kind == "enterprise" and e.id in shows else e for e in other.entries
            )
            mixed = replace(catalogue, entries=tuple(entries))
            assert _body(kind, i, catalogue, lang) == _body(kind, i, mixed, lang), i
            named += _body(kind, i, catalogue, lang) != _body(kind, i, other, lang)
    assert (named > 0) == (kind == "program")


def _body(kind: str, record_id: str, catalogue: Catalogue, lang: str) -> str:
    return record_page(kind, record_id, Reader(catalogue, lang)).body(_Assets())


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
