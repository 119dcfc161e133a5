"""Templates as plain Python: what they print is what Jinja's own code prints."""

from __future__ import annotations

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError

from dure.render import environment

_CASES = (
    "{{ 'a<b' }} {{ 1 + 1 }} {{ x.upper() }} {{ x|length }}",
    "{% macro m(a, b='<', c=3) %}{{ a }}{{ b }}{{ c }}{% endmacro %}{{ m(x) }}{{ m(x, c=x) }}",
    "{% macro m() %}<{{ caller(x) }}>{% endmacro %}{% call(a) m() %}{{ a }}{{ x }}{% endcall %}",
    "{% macro m(a, b) %}{{ a }}{{ b }}{% endmacro %}{{ m(b='<', a=x) }}{{ m(m(x, 1), 2) }}",
    "{% for c in x if c != 'b' %}{{ loop.index }}{{ c }}{{ '' if loop.last else ',' }}{% endfor %}",
    "{% for c in x %}{% for d in x %}{{ c.join(['<', d]) }}{% endfor %}{% endfor %}",
    "{{ x.format(*[1, 2], **{'a': 3}) }} {{ 'k={k}'.format(k=x) }}",
)


@pytest.mark.parametrize("template", _CASES)
def test_plainer_code_prints_the_same(template: str) -> None:
    """Calls with defaults, names and callers, loops, and what is escaped."""
    usual = Environment(autoescape=True, undefined=StrictUndefined)

    assert environment().from_string(template).render(x="a&b") == (
        usual.from_string(template).render(x="a&b")
    )


@pytest.mark.parametrize("call", ["m()", "m(x, c=1)", "m(x, x, x)"])
def test_a_macro_called_wrongly_is_refused(call: str) -> None:
    """As Jinja refuses it: what is missing, misspelt or too much."""
    template = environment().from_string(
        "{% macro m(a, b=1) %}{{ a }}{% endmacro %}{{ " + call + " }}"
    )
    with pytest.raises((TypeError, UndefinedError)):
        template.render(x="a")
