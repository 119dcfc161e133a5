"""The same search from a disk or USB stick, where a page may load scripts but fetch nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dure.search.plan import hanja
from dure.search.records import dump

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dure.search.packed import Packed


def offline(lang: str, records: Packed, more: Mapping[str, Any]) -> Iterator[bytes]:
    """`offline-<lang>.js` in parts: all records of a language as one script, `more` before them."""
    begin = dump({**more, "hanja": hanja()}).removesuffix("}")
    yield f'{_head(lang)}{begin},"records":['.encode()
    for at, (shown, beside) in enumerate(records):
        yield f"{',' if at else ''}{shown[:-1]},{beside[1:]}".encode()
    yield b"]};\n"


def offline_data(script: str, lang: str) -> Any:
    """The data in the script of `offline`."""
    return json.loads(script.removeprefix(_head(lang)).removesuffix(";\n"))


def _head(lang: str) -> str:
    return f"(window.dureSearch ??= {{}}).{lang}="
