"""Views as plain values: a template gets texts, numbers, lists and maps, and nothing to run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from dure.render import Phrase

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]


def plain(value: object) -> Plain:
    """The value as JSON can hold it; a phrase in a foreign language keeps that language.

    Raises `TypeError` for what no template should ever see.
    """
    if isinstance(value, Phrase):
        return _phrase(value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    raise TypeError(f"no template can be given {type(value).__name__}")


def _phrase(phrase: Phrase) -> Plain:
    if phrase.lang == phrase.page_lang:
        return phrase.text
    return {"text": phrase.text, "lang": phrase.lang}
