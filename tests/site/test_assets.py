"""Style sheets are published without what browsers do not need."""

from __future__ import annotations

import pytest

from dure.site.assets import HERE, squeezed


@pytest.mark.parametrize(
    ("css", "short"),
    [
        ("a {\n  color: red;\n}\n", "a{color: red;}"),
        ("/* why */ a,\n b { margin: 0 auto }", "a,b{margin: 0 auto}"),
        ('a::after { content: "  ;  " }', 'a::after{content: "  ;  "}'),
        ("a :hover > b {}", "a :hover > b{}"),
        ("@media (min-width: 1px) and (max-width: 2px) {}",
         "@media (min-width: 1px) and (max-width: 2px){}"),
    ],
)  # fmt: skip
def test_only_white_space_and_comments_go(css: str, short: str) -> None:
    """Selectors, values and strings keep every space that means something."""
    assert squeezed(css) == short


def test_the_styles_say_the_same_without_comments() -> None:
    """As many rules and declarations as before."""
    for sheet in sorted((HERE / "css").glob("*.css")):
        css = sheet.read_text("utf-8")
        short = squeezed(css)
        assert "/*" not in short
        assert short.count("{") == sum(
            part.split("/*")[0].count("{") for part in css.split("*/")
        ), sheet.name
