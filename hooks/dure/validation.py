"""What pydantic says of a file, as problems with a place, a plain message and a remedy."""

from __future__ import annotations

import difflib
import re
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from pydantic import BaseModel

from dure.problems import Problem, field_name
from dure.records.base import ID_PATTERN, WEB_PATTERN
from dure.yaml_reader import locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import ValidationError
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

Place = tuple[int | str, ...]

_MESSAGES = {
    "missing": "missing",
    "extra_forbidden": "unknown_field",
    "literal_error": "expected_one_of",
    "finite_number": "expected_number",
    "string_type": "expected_text",
    "string_too_short": "too_short",
    "string_too_long": "too_long",
    "tuple_type": "expected_list",
    "too_short": "too_short",
    "bad_day": "bad_day",
    "bad_period": "bad_period",
    "ends_before_start": "ends_before_start",
    "range_backwards": "range_backwards",
    "not_nfc": "not_nfc",
    "wrong_dot": "wrong_dot",
    "control_character": "control_character",
    "one_line": "one_line",
}
_MESSAGES_BY_START = (
    ("bool_", "expected_yes_no"),
    ("int_", "expected_whole_number"),
    ("decimal_", "expected_number"),
    ("model_", "expected_mapping"),
    ("greater_than", "out_of_range"),
    ("less_than", "out_of_range"),
    ("phone_", "bad_phone"),
)
_PATTERN_MESSAGES = {ID_PATTERN: "bad_id", WEB_PATTERN: "bad_web"}
_REMEDIES = {
    "not_nfc": "save_as_nfc",
    "wrong_dot": "write_middle_dot",
}
_SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}


def problems_of(
    error: ValidationError, model: type[BaseModel], path: str, text: str
) -> Iterator[Problem]:
    """Every error of one file as a `Problem`, each found again in the file's text."""
    for detail in error.errors(include_url=False):
        yield _problem(detail, model, path, text)


def _problem(detail: ErrorDetails, model: type[BaseModel], path: str, text: str) -> Problem:
    kind, place = detail["type"], detail["loc"]
    key = _key(detail)
    at = locate(text, place[:-1] if kind == "missing" else place, key=kind == "extra_forbidden")
    values = _values(detail)
    remedy, near = _remedy(key, detail, model)
    return Problem(
        path, at.line, at.column, field_name(place), key, values | {"near": near}, remedy
    )


def _key(detail: ErrorDetails) -> str:
    kind = detail["type"]
    if detail.get("input") == "" and kind not in {"missing", "extra_forbidden"}:
        return "too_short"
    if kind == "too_long":
        return "too_long" if isinstance(detail.get("input"), str) else "too_many"
    if kind == "string_pattern_mismatch":
        return _PATTERN_MESSAGES.get(str(detail.get("ctx", {}).get("pattern", "")), "bad_url")
    for start, key in _MESSAGES_BY_START:
        if kind.startswith(start):
            return key
    return _MESSAGES.get(kind, "wrong_value")


def _values(detail: ErrorDetails) -> dict[str, str]:
    context = {name: str(value) for name, value in detail.get("ctx", {}).items()}
    bounds = (f"{sign} {context[name]}" for name, sign in _SIGNS.items() if name in context)
    return {
        "value": shown_value(detail.get("input")),
        "why": detail["msg"],
        "options": ", ".join(f"`{option}`" for option in _options(detail)),
        "limit": context.get("max_length") or ", ".join(bounds),
        "dot": context.get("dot", ""),
    }


def _options(detail: ErrorDetails) -> list[str]:
    """The words a field may hold, from pydantic's `'a', 'b' or 'c'`."""
    return re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))


def _remedy(key: str, detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """The remedy's message and, where it proposes one, the word nearest to what is written."""
    place = detail["loc"]
    if key == "unknown_field":
        if place == ("id",):
            return "id_is_file_name", ""
        return _proposal(str(place[-1]), _fields_at(model, place[:-1]))
    if key == "expected_one_of":
        return _proposal(str(detail["input"]), _options(detail))
    if key == "too_short" and _may_be_left_out(model, place):
        return "leave_out", ""
    return _REMEDIES.get(key, ""), ""


def _proposal(word: str, options: Iterable[str]) -> tuple[str, str]:
    near = nearest(word, options)
    return ("did_you_mean", near) if near else ("", "")


def _may_be_left_out(model: type[BaseModel], place: Place) -> bool:
    field = _fields_at(model, place[:-1]).get(str(place[-1])) if place else None
    return field is not None and not field.is_required()


def _fields_at(model: type[BaseModel], place: Place) -> dict[str, FieldInfo]:
    """The fields of the model that stands at a place inside a record; none where there is none."""
    fields = model.model_fields
    for part in place:
        if isinstance(part, str):
            inner = _model_in(fields[part].annotation) if part in fields else None
            fields = inner.model_fields if inner else {}
    return fields


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inside = get_args(annotation) if get_origin(annotation) in (Union, UnionType, tuple) else ()
    return next((found for part in inside if (found := _model_in(part))), None)


def shown_value(value: object) -> str:
    """A value as a message quotes it: text in backquotes, short; structures by their kind."""
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    text = str(value)
    return f"`{text if len(text) <= 60 else text[:57] + '…'}`"


def nearest(word: str, options: Iterable[str]) -> str:
    """The option most like `word`, or "" when none is near."""
    return next(iter(difflib.get_close_matches(word, sorted(options), n=1)), "")
