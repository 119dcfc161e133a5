"""What is wrong with a file's values, as problems with a place, a plain message and a remedy."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from dure.problems import Problem, field_name
from dure.yaml_reader import locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dure.records.reading import Wrong

_REMEDIES = {
    "not_nfc": "save_as_nfc",
    "wrong_dot": "write_middle_dot",
}


def problems_of(found: Iterable[Wrong], path: str, text: str) -> Iterator[Problem]:
    """Everything wrong in one file as a `Problem`, each found again in the file's text."""
    for wrong in found:
        yield _problem(wrong, path, text)


def _problem(wrong: Wrong, path: str, text: str) -> Problem:
    place = wrong.place[:-1] if wrong.key == "missing" else wrong.place
    at = locate(text, place, key=wrong.key == "unknown_field")
    remedy, near = _remedy(wrong)
    values = {
        **wrong.values,
        "value": shown_value(wrong.value),
        "options": ", ".join(f"`{option}`" for option in wrong.options),
        "near": near,
    }
    field = field_name(wrong.place)
    return Problem(path, at.line, at.column, field, wrong.key, values, remedy)


def _remedy(wrong: Wrong) -> tuple[str, str]:
    """The remedy's message and, where it proposes one, the word nearest to what is written."""
    if wrong.key == "unknown_field":
        if wrong.place == ("id",):
            return "id_is_file_name", ""
        return _proposal(str(wrong.place[-1]), wrong.options)
    if wrong.key == "expected_one_of":
        return _proposal(str(wrong.value), wrong.options)
    if wrong.key == "too_short" and wrong.optional:
        return "leave_out", ""
    return _REMEDIES.get(wrong.key, ""), ""


def _proposal(word: str, options: Iterable[str]) -> tuple[str, str]:
    near = nearest(word, options)
    return ("did_you_mean", near) if near else ("", "")


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
