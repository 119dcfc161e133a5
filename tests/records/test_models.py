"""The models: what everything else (editors, dictionary, spreadsheets) is made from."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

import pytest
from pydantic import BaseModel, ValidationError

from dure.records import KINDS, Site
from dure.records.base import Model
from tests import sample

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOTS: tuple[type[Model], ...] = (*KINDS.values(), Site)


def _classes(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _classes(part)


def _all_models() -> list[type[BaseModel]]:
    found: dict[type[BaseModel], None] = dict.fromkeys(ROOTS)
    waiting: list[type[BaseModel]] = list(ROOTS)
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
def test_a_field_says_in_both_languages_what_it_holds(model: type[BaseModel], name: str) -> None:
    """A title and a description in Korean and in English, neither blank."""
    field = model.model_fields[name]
    extra = field.json_schema_extra
    assert isinstance(extra, dict)
    for key in ("x-title", "x-description"):
        words = extra[key]
        assert isinstance(words, dict)
        assert set(words) == {"ko", "en"}
        assert all(str(word).strip() == word != "" for word in words.values())
    titles, descriptions = extra["x-title"], extra["x-description"]
    assert isinstance(titles, dict)
    assert isinstance(descriptions, dict)
    assert (field.title, field.description) == (titles["en"], descriptions["en"])
    assert not re.search("[가-힣]", str(titles["en"]))


@pytest.mark.parametrize("model", MODELS, ids=_called)
def test_a_model_explains_itself_and_lets_nothing_else_in(model: type[BaseModel]) -> None:
    """One line of words, no unknown keys, and no way to change a record."""
    assert issubclass(model, Model)
    assert model.__doc__
    assert model.model_config["extra"] == "forbid"
    assert model.model_config["frozen"] is True


_PERSONS = re.compile(
    r"representative|ceo|director|manager|president|owner|chair|staff_name|person|officer|"
    r"founder|first_name|last_name|surname|full_name|birth|gender|mobile|e?mail"
)


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=_called)
def test_no_field_is_for_a_natural_person(model: type[BaseModel], name: str) -> None:
    """Representatives and staff are not in the data, nor is what belongs to them."""
    extra = model.model_fields[name].json_schema_extra
    assert isinstance(extra, dict)
    assert not _PERSONS.search(name)
    assert not re.search("대표자|성명|담당자|생년|휴대", str(extra["x-title"]))


@pytest.mark.parametrize("record", RECORDS[:3])
def test_a_record_never_changes(record: Model) -> None:
    """A value once read is the same for every page."""
    name = next(iter(type(record).model_fields))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(record, name, None)


@pytest.mark.parametrize("model", ROOTS, ids=_called)
def test_a_json_schema_can_be_made(model: type[Model]) -> None:
    """Plain JSON; unknown fields forbidden, bilingual titles kept, dates and phones are texts."""
    schema = json.loads(json.dumps(model.model_json_schema()))
    assert schema["additionalProperties"] is False
    assert all(field["x-title"]["ko"] for field in schema["properties"].values())
    assert not {"Day", "Period", "PhoneEntry", "Phone"} & set(schema.get("$defs", {}))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_a_record_survives_json(record: Model) -> None:
    """Written as open data and read again, it is the same record."""
    written = record.model_dump(mode="json", exclude_defaults=True)
    assert type(record).model_validate(json.loads(json.dumps(written))) == record
