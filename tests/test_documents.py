"""The five documents against the data: what they name, the data has.

The documents stand in `tests/documents/` as extracted text, names of persons blotted out.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dure.korean.phones import PhoneError, parse_phones
from dure.load import load_data
from dure.records import Centre, Document, Enterprise, Program
from dure.report import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dure.load import LoadedData

HERE = Path(__file__).parent
DOCUMENTS = sorted((HERE / "documents").glob("*.txt"))
DATA = HERE.parent / "data"

_PHONE = re.compile(
    r"(?<![\d.])(?:0\d{1,2}|1[568]\d\d)[-.)]\s?\d{3,4}(?:-\d{4})?(?:~\d{1,2}|, ?\d{4})*(?![\d.])"
)
_WEB = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.)+(?:or\.kr|go\.kr|com|net|kr)(?:/[\w./?=#&-]*)?")
_WORD = r"[가-힣A-Za-z0-9]+"
_LEGAL = re.compile(
    rf"(?:㈜|\(주\)) ?{_WORD}|{_WORD}(?:\(주\)|㈜)|주식회사 {_WORD}|{_WORD} ?주식회사"
    rf"|[가-힣]{{2,}}(?:사회적)?협동조합(?![가-힣])|사회적협동조합 (?:다시시작|{_WORD}우누리)"
)
_NO_NAMES = {
    # words that end like a name but name no enterprise
    "세계협동조합",
    "의료협동조합",
    "중소기업협동조합",
    "참여협동조합",
    "프랜차이즈협동조합",
    "예비협동조합",
    "서울시협동조합",
    "우수협동조합",
    "주택협동조합",
    "우수협동조합모델",
}
_NAME_COLUMNS = ("사업자명", "기업명", "참가기업명", "입주기업", "수행기관")
_NOT_OCCUPIED = {"선정예정", ""}
_PERSONS = {
    # SHA-256, cut to 16 digits, of the persons the documents name: known, and not told here
    "054949a90ccfe1bf",
    "29619a7970ea6129",
    "478586e782e2ccf1",
    "4b87372bf9ef48d7",
    "63a95f6dc74c3f8e",
    "6bf9115de85d61b5",
    "853ae2994bbc86af",
    "89ed808e33685bd6",
    "ad7cdb691e5d14ac",
    "d7b104645039edbd",
}


@pytest.fixture(scope="module")
def loaded() -> LoadedData:
    """All records; whether they are sound is asked elsewhere."""
    return load_data(DATA)


def _squeezed(name: str) -> str:
    """A name without spaces and remarks, its legal marks written one way."""
    name = name.partition("※")[0]
    return re.sub(r"\s|\([^()]*협동조합\)|\(예비사회적기업\)|\(사회적기업\)", "", name).replace(
        "(주)", "㈜"
    )


def _phones(text: str) -> Iterator[str]:
    for match in _PHONE.finditer(text):
        try:
            entry = parse_phones(match.group())
        except PhoneError:
            continue
        yield from (phone.digits for phone in entry.phones)


def _table_names(text: str) -> Iterator[str]:
    """Cells of the columns that hold enterprises, in the tables the extraction kept."""
    column: int | None = None
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.split("\t")]
        heads = [at for at, cell in enumerate(cells) if cell in _NAME_COLUMNS]
        if heads:
            column = heads[0]
        elif column is not None and len(cells) > column and "\t" in line:
            yield from re.split(r",\s*", cells[column])
        else:
            column = None


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_phone_number_of_a_document_stands_under_an_office(
    path: Path, loaded: LoadedData
) -> None:
    """Every number that can be read as a phone number is in the data."""
    known = {
        phone.digits
        for entry in loaded.entries
        if isinstance(entry.record, Centre)
        for line in entry.record.phones
        for phone in line.number.phones
    }

    missing = sorted(set(_phones(path.read_text("utf-8"))) - known)

    assert missing == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_web_address_of_a_document_is_in_the_data(path: Path, loaded: LoadedData) -> None:
    """Every address stands in some record, with or without its scheme."""
    data = "\n".join((DATA.parent / entry.path).read_text("utf-8") for entry in loaded.entries)
    text = path.read_text("utf-8").replace("contents.\ndo?", "contents.do?")

    found = {m.group().removeprefix("http://").rstrip("/.") for m in _WEB.finditer(text)}

    assert sorted(address for address in found if address not in data) == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_enterprise_a_document_names_is_a_record(path: Path, loaded: LoadedData) -> None:
    """Names with a legal form, and names in enterprise columns, are records or aliases."""
    known = {
        _squeezed(name)
        for entry in loaded.entries
        if isinstance(entry.record, Enterprise | Centre)
        for name in (entry.record.name.ko, *entry.record.aliases)
    }
    text = path.read_text("utf-8")
    named = {_squeezed(m.group()) for m in _LEGAL.finditer(text)}
    named |= {_squeezed(name) for name in _table_names(text)} - _NOT_OCCUPIED
    named -= {_squeezed(word) for word in _NO_NAMES}

    missing = sorted(
        name for name in named if name not in known and not any(name in k for k in known)
    )

    assert missing == []


def test_every_program_says_who_runs_it_when_and_where_that_stands(loaded: LoadedData) -> None:
    """No program without operator, year and a place in a document."""
    programs = [(e.path, e.record) for e in loaded.entries if isinstance(e.record, Program)]
    unclear = [
        path
        for path, program in programs
        if not (program.operators and program.year and program.source[0].where)
    ]

    assert programs
    assert not unclear


def test_every_document_is_a_source(loaded: LoadedData) -> None:
    """All five documents are registered, and records come from each."""
    registered = {e.id for e in loaded.entries if isinstance(e.record, Document)}
    used = {s.document for e in loaded.entries for s in getattr(e.record, "source", ())}

    assert {path.stem for path in DOCUMENTS} <= registered
    assert {path.stem for path in DOCUMENTS} <= used


def test_every_text_has_english(loaded: LoadedData) -> None:
    """Nothing is in only one language."""
    gaps = [
        f"{entry.path}: {field}"
        for entry in loaded.entries
        for field, text in texts_of(entry.record)
        if text.en is None
    ]

    assert gaps == []


def test_no_person_of_the_documents_is_named_in_the_data() -> None:
    """Representatives, staff and actors the documents name stand nowhere in `data/`."""
    texts = {path: path.read_text("utf-8") for path in sorted(DATA.rglob("*.yml"))}
    words = {
        (path.name, run[at : at + 3])
        for path, text in texts.items()
        for run in re.findall(r"[가-힣]{3,}", text)
        for at in range(len(run) - 2)
    }

    named = sorted(
        name for name, word in words if hashlib.sha256(word.encode()).hexdigest()[:16] in _PERSONS
    )

    assert texts
    assert named == []
