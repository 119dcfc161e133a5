"""The library's own Jinja environment: everything escaped, nothing undefined passes.

MkDocs' environment escapes nothing, so no record is ever rendered by it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import missing
from markupsafe import Markup, escape

from dure import jinja_code
from dure.compiled import Compiled
from dure.frozen import frozen
from dure.patchwork import cloth_svg, icon_svg, patch_svg
from dure.qr import qr_svg

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping, Sequence

TEMPLATES = Path(__file__).parent / "templates"
COMPILED = Path(__file__).parent / "__pycache__" / "templates"
_MARKS = re.compile("[&<>\"']").search


@frozen
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
        words = escape(self.text)  # `format` would take ten times as long
        return Markup(f'<span lang="{escape(self.lang)}">{words}</span>')  # noqa: S704


def html(value: object) -> str:
    """A value as text of a page; most texts have nothing to escape and are left as they are."""
    if type(value) is Phrase and value.lang == value.page_lang:
        value = value.text
    if type(value) is str:
        return escape(value) if _MARKS(value) else value
    return value if type(value) is Markup else escape(value)


def macro(made: Callable[..., str], names: Sequence[str]) -> Callable[..., Markup]:
    """A macro as a function; Jinja's own object takes longer to be called than most to run.

    `names` are those of its parameters; one that is not given is for the macro to know.
    """

    def called(*given: object, **named: object) -> Markup:
        rest = names[len(given) :]
        if named.keys() - set(rest):
            raise TypeError(f"{made.__name__}: no parameters {sorted(named)}")
        found = made(*given, *[named.get(name, missing) for name in rest])
        return Markup(found)  # noqa: S704 - what a template makes is escaped

    def plain(*given: object, **named: object) -> Markup:
        if named or len(given) != len(names):
            return called(*given, **named)
        return Markup(made(*given))  # noqa: S704 - what a template makes is escaped

    return plain


class _Environment(Environment):
    code_generator_class = jinja_code.Plainer
    html = staticmethod(html)
    macro = staticmethod(macro)

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
        auto_reload=False,  # else each page asks the disk about each of its templates
        bytecode_cache=Compiled(COMPILED, _made_by()),
    )
    drawings = {"cloth_svg": cloth_svg, "icon_svg": icon_svg, "patch_svg": patch_svg}
    made.globals |= drawings | {"qr_svg": qr_svg, "kept": cache}
    return made


def _made_by() -> bytes:
    """What decides how a template is compiled: this file with its options, and our compiler."""
    return b"".join(Path(name).read_bytes() for name in (__file__, jinja_code.__file__))


def render(template: str, **values: object) -> str:
    """A template of the library as text.

    A missing value raises `UndefinedError`, a missing attribute `AttributeError`.
    """
    return environment().get_template(template).render(**values)


@cache
def page_macro(template: str) -> Callable[..., str]:
    """The macro `page` of a template whose page is made thousands of times."""
    found: Callable[..., str] = environment().get_template(template).module.page  # type: ignore[attr-defined]
    return found
