"""Every word the program itself says, in Korean and English, from the YAML beside this file."""

from __future__ import annotations

import marshal
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dure import yaml_plain
from dure.kept import once
from dure.yaml_reader import decode, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dure.yaml_plain import Value

LANGUAGES = ("ko", "en")
_HERE = Path(__file__).parent


@cache
def messages() -> Mapping[str, Mapping[str, str]]:
    """`file.key` → {ko, en}; a text in only one language is refused when it is read.

    What was read is kept as Python keeps its modules, until a file or a reader changes.
    """
    files = {path.name: path.read_bytes() for path in sorted(_HERE.glob("*.yml"))}
    made_by = [Path(str(module)).read_bytes() for module in (yaml_plain.__file__, __file__)]
    made_from = b"\0".join([" ".join([sys.version, *files]).encode(), *files.values(), *made_by])
    kept = once(_HERE / "__pycache__" / "messages", made_from, lambda: marshal.dumps(_read(files)))
    found: dict[str, dict[str, str]] = marshal.loads(kept)  # noqa: S302 - its digest is right: ours
    return found


def _read(files: Mapping[str, bytes]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name, data in files.items():
        for key, pair in _pairs(name, data).items():
            if not isinstance(pair, dict) or set(pair) != set(LANGUAGES):
                raise ValueError(f"{name}: {key}: expected ko and en, got {pair!r}")
            said = {lang: str(words) for lang, words in pair.items()}
            found[f"{name.removesuffix('.yml')}.{key}"] = said
    return found


def _pairs(name: str, data: bytes) -> dict[str, Value]:
    """Read as data is read: a key that stands twice is refused, and `on` stays a word."""
    found = read_yaml(decode(data))
    if not isinstance(found, dict):
        raise TypeError(f"{name}: expected `key: {{ko, en}}`, got {found!r}")
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
