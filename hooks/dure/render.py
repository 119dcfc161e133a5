"""The library's own Jinja environment: everything escaped, nothing undefined passes.

MkDocs' environment escapes nothing, so no record is ever rendered by it.
"""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]
from msgspec import Struct

from dure import jinja_code
from dure.compiled import Compiled
from dure.messages import texts
from dure.patchwork import cloth_svg, icon_svg, patch_svg
from dure.qr import qr_svg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping, Sequence

    from jinja2 import nodes

TEMPLATES = Path(__file__).parent / "templates"
COMPILED = Path(__file__).parent / "__pycache__" / "templates"


class Phrase(Struct, frozen=True):
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
        words = _escape_inner(self.text)
        if self.lang != self.page_lang:
            words = f'<span lang="{_escape_inner(self.lang)}">{words}</span>'
        return _made(words)


_made: Callable[[str], Markup] = partial(str.__new__, Markup)
"""`Markup` of a text that is one; its own constructor looks for more and takes thrice as long."""


def html(value: object) -> str:
    """A value as text of a page; one that is a page's already is left as it is."""
    if type(value) is str:
        return _escape_inner(value)
    if type(value) is Markup:
        return value
    if type(value) is Phrase and value.lang == value.page_lang:
        return _escape_inner(value.text)
    return escape(value)


def macro(made: Callable[..., str], names: Sequence[str]) -> Callable[..., Markup]:
    """A macro as a function; Jinja's own object takes longer to be called than most to run.

    `names` are those of its parameters; one that is not given is for the macro to know.
    """
    absent = (missing,) * len(names)

    def plain(*given: object, **named: object) -> Markup:
        if named:
            rest = names[len(given) :]
            if named.keys() - set(rest):
                raise TypeError(f"{made.__name__}: no parameters {sorted(named)}")
            return _made(made(*given, *[named.get(name, missing) for name in rest]))
        return _made(made(*given, *absent[len(given) :]))

    return plain


class _Environment(Environment):
    code_generator_class = jinja_code.Plainer
    html = staticmethod(html)
    macro = staticmethod(macro)
    words: Mapping[str, str]

    def _generate(self, source: nodes.Template, *rest: Any, **named: Any) -> str:
        return super()._generate(jinja_code.spoken(source, self.words), *rest, **named)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A plain dict: Jinja's chained one makes each import in a template three times slower."""
        return {**self.globals, **(d or {})}


@cache
def environment(lang: str = "") -> Environment:
    """One environment for all pages of a language in a run; `t.name` in them is a text of it.

    Drawings are functions templates may call.
    """
    made = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # else each page asks the disk about each of its templates
    )
    made.words = texts("site", lang) if lang else {}
    made.bytecode_cache = Compiled(COMPILED / lang, _made_by(made.words))
    drawings = {"cloth_svg": cloth_svg, "icon_svg": icon_svg, "patch_svg": patch_svg}
    made.globals |= drawings | {"qr_svg": qr_svg, "kept": cache}
    return made


def _made_by(words: Mapping[str, str]) -> bytes:
    """What decides how a template is compiled: this file with its options, our compiler, words."""
    files = [Path(name).read_bytes() for name in (__file__, jinja_code.__file__)]
    return b"".join(files) + repr(sorted(words.items())).encode()


def render(template: str, lang: str = "", **values: object) -> str:
    """A template of the library as text, in a language with its words as `t`.

    A missing value raises `UndefinedError`, a missing attribute `AttributeError`.
    """
    words = {"lang": lang, "t": texts("site", lang)} if lang else {}
    return environment(lang).get_template(template).render(words | values)


def page_macro(template: str, lang: str) -> Callable[..., str]:
    """The macro `page` of a template whose page is made thousands of times."""
    return _page_macro(environment(lang), template)


@cache
def _page_macro(environment: Environment, template: str) -> Callable[..., str]:
    found: Callable[..., str] = environment.get_template(template).module.page  # type: ignore[attr-defined]
    return found
