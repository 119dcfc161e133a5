"""Views as plain values: a template gets texts, numbers, lists and maps, and nothing to run."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from dure.render import Phrase

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]
_AS_IS = (str, int, float, bool, type(None))


def plain(value: object) -> Plain:
    """The value as JSON can hold it; a phrase in a foreign language keeps that language.

    Raises `TypeError` for what no template should ever see.
    """
    kind: type = type(value)
    if kind in _AS_IS:
        return value  # type: ignore[return-value]
    if isinstance(value, Phrase):
        return _phrase(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return {name: plain(getattr(value, name)) for name in _fields(kind)}


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """A view is a value: its fields are all there is of it."""
    if not issubclass(kind, Struct):
        raise TypeError(f"no template can be given {kind.__name__}")
    return kind.__struct_fields__


def _phrase(phrase: Phrase) -> Plain:
    if phrase.lang == phrase.page_lang:
        return phrase.text
    return {"text": phrase.text, "lang": phrase.lang}
