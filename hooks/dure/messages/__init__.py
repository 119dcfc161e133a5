"""Every word the program itself says, in Korean and English, from the YAML beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dure.yaml_reader import decode, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dure.yaml_plain import Value

LANGUAGES = ("ko", "en")
_HERE = Path(__file__).parent


@cache
def messages() -> Mapping[str, Mapping[str, str]]:
    """`file.key` → {ko, en}; a text in only one language is refused when it is read."""
    found: dict[str, Mapping[str, str]] = {}
    for path in sorted(_HERE.glob("*.yml")):
        for key, pair in _pairs(path).items():
            if not isinstance(pair, dict) or set(pair) != set(LANGUAGES):
                raise ValueError(f"{path.name}: {key}: expected ko and en, got {pair!r}")
            found[f"{path.stem}.{key}"] = {lang: str(words) for lang, words in pair.items()}
    return found


def _pairs(path: Path) -> dict[str, Value]:
    """Read as data is read: a key that stands twice is refused, and `on` stays a word."""
    found = read_yaml(decode(path.read_bytes()))
    if not isinstance(found, dict):
        raise TypeError(f"{path.name}: expected `key: {{ko, en}}`, got {found!r}")
    return found


def text(key: str, lang: str, **values: object) -> str:
    """The message in one language, its `{places}` filled; an unknown key raises `KeyError`."""
    return messages()[key][lang].format(**values) if values else messages()[key][lang]


class Words(dict[str, str]):
    """Messages by name; templates write `t.name`."""

    __hash__ = object.__hash__  # type: ignore[assignment]  # one is made for a file and language

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        super().__init__(pairs)
        self.__dict__ = self


@cache
def texts(group: str, lang: str) -> Words:
    """All messages of one file in one language, for templates."""
    prefix = group + "."
    return Words(
        (k.removeprefix(prefix), v[lang]) for k, v in messages().items() if k.startswith(prefix)
    )


def preferred_language(environ: Mapping[str, str]) -> str:
    """`ko` where the environment's locale is Korean, else `en` (also where none is set)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name, ""):
            return "ko" if value.lower().startswith("ko") else "en"
    return "en"
