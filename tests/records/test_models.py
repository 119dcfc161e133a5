"""The models: what everything else (editors, dictionary, spreadsheets) is made from."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import pytest
from msgspec.json import encode
from msgspec.json import schema as json_schema

from dure.records import KINDS, Model, Site
from dure.records.reading import made, plain, valid
from tests import sample

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOTS: tuple[type[Model], ...] = (*KINDS.values(), Site)


def _classes(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for part in get_args(annotation):
        yield from _classes(part)


def _all_models() -> list[type[Model]]:
    found: dict[type[Model], None] = dict.fromkeys(ROOTS)
    waiting: list[type[Model]] = list(ROOTS)
    while waiting:
        for hint in get_type_hints(waiting.pop(), include_extras=True).values():
            new = [model for model in _classes(hint) if model not in found]
            found |= dict.fromkeys(new)
            waiting += new
    return list(found)


MODELS = _all_models()
FIELDS = [(model, name) for model in MODELS for name in model.model_fields]
RECORDS = [entry.record for entry in sample.catalogue().entries]


def _called(value: object) -> str:
    return value.__name__ if isinstance(value, type) else str(value)


def test_all_models_are_found() -> None:
    """The walk reaches the values deep inside, or the tests below would prove little."""
    assert {"Program", "Site", "Selected", "Figure", "Name", "Codes"} <= {
        m.__name__ for m in MODELS
    }
    assert len(FIELDS) > 200


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=_called)
def test_a_field_says_in_both_languages_what_it_holds(model: type[Model], name: str) -> None:
    """A title and a description in Korean and in English, neither blank."""
    field = model.model_fields[name]
    for words in (field.titles, field.texts):
        assert set(words) == {"ko", "en"}
        assert all(word.strip() == word != "" for word in words.values())
    assert not re.search("[가-힣]", field.titles["en"])


@pytest.mark.parametrize("model", MODELS, ids=_called)
def test_a_model_explains_itself_and_lets_nothing_else_in(model: type[Model]) -> None:
    """One line of words, no unknown keys, and no way to change a record."""
    assert issubclass(model, Model)
    assert model.__doc__
    assert model.__struct_config__.forbid_unknown_fields
    assert model.__struct_config__.frozen


def test_a_field_without_words_is_a_field_too() -> None:
    """Whether it may be missing is told by its default, as ever."""

    class Small(Model):
        first: str
        second: str = "b"

    assert {name: field.required for name, field in Small.model_fields.items()} == {
        "first": True, "second": False
    }  # fmt: skip
    assert valid(Small, {"first": "a"}) == Small(first="a", second="b")


_PERSONS = re.compile(
    r"representative|ceo|director|manager|president|owner|chair|staff_name|person|officer|"
    r"founder|first_name|last_name|surname|full_name|birth|gender|mobile|e?mail"
)


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=_called)
def test_no_field_is_for_a_natural_person(model: type[Model], name: str) -> None:
    """Representatives and staff are not in the data, nor is what belongs to them."""
    assert not _PERSONS.search(name)
    assert not re.search("대표자|성명|담당자|생년|휴대", model.model_fields[name].titles["ko"])


@pytest.mark.parametrize("record", RECORDS[:3])
def test_a_record_never_changes(record: Model) -> None:
    """A value once read is the same for every page."""
    name = next(iter(type(record).model_fields))
    with pytest.raises(AttributeError, match="immutable"):
        setattr(record, name, None)


@pytest.mark.parametrize("model", ROOTS, ids=_called)
def test_a_json_schema_can_be_made(model: type[Model]) -> None:
    """Plain JSON; unknown fields forbidden, bilingual titles kept, dates and phones are texts."""
    schema = json.loads(json.dumps(json_schema(model)))
    own = schema["$defs"][model.__name__]
    assert own["additionalProperties"] is False
    assert all(field["x-title"]["ko"] for field in own["properties"].values())
    assert not {"Day", "Period", "PhoneEntry", "Phone"} & set(schema["$defs"])


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_survives_json(record: Model) -> None:
    """Written as open data and read again, it is the same record, whichever way it is read."""
    written = encode(plain(record))
    assert valid(type(record), json.loads(written)) == record
    assert made(type(record), written) == record
