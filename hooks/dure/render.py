"""The library's own Jinja environment: everything escaped, nothing undefined passes.

MkDocs' environment escapes nothing, so no record is ever rendered by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from dure.compiled import Compiled
from dure.patchwork import cloth_svg, icon_svg, patch_svg
from dure.qr import qr_svg

if TYPE_CHECKING:
    from collections.abc import MutableMapping

TEMPLATES = Path(__file__).parent / "templates"
COMPILED = Path(__file__).parent / "__pycache__" / "templates"


@dataclass(frozen=True)
class Phrase:
    """A text that knows its language: in a page of the other language it says so itself."""

    text: str
    lang: str
    page_lang: str

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        """Whether there are any words, so that templates may ask `{% if phrase %}`."""
        return bool(self.text)

    def __html__(self) -> Markup:
        """Escaped text, inside `lang="…"` where it is not the page's language."""
        if self.lang == self.page_lang:
            return escape(self.text)
        return Markup('<span lang="{}">{}</span>').format(self.lang, self.text)


class _Environment(Environment):
    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A plain dict: Jinja's chained one makes each import in a template three times slower."""
        return {**self.globals, **(d or {})}


@cache
def environment() -> Environment:
    """One environment for all pages of a run; drawings are functions templates may call."""
    made = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Compiled(COMPILED, Path(__file__).read_bytes()),
        auto_reload=False,  # else each page asks the disk about each of its templates
    )
    drawings = {"cloth_svg": cloth_svg, "icon_svg": icon_svg, "patch_svg": patch_svg}
    made.globals |= drawings | {"qr_svg": qr_svg}
    return made


def render(template: str, **values: object) -> str:
    """A template of the library as text; a missing value raises `UndefinedError`."""
    return environment().get_template(template).render(**values)
