"""Rendering: everything escaped, nothing undefined, every phrase in its language."""

from __future__ import annotations

import pytest
from jinja2 import TemplateNotFound, UndefinedError
from markupsafe import Markup, escape

from dure.messages import LANGUAGES, texts
from dure.render import Phrase, environment, page_macro, render

_HOSTILE = "<script>alert(1)</script> \"'& {{ 7 * 7 }} {% raw %}"
_HARMLESS = "&lt;script&gt;alert(1)&lt;/script&gt; &#34;&#39;&amp; {{ 7 * 7 }} {% raw %}"


def _rendered(template: str, **values: object) -> str:
    return environment().from_string(template).render(**values)


@pytest.mark.parametrize(
    ("phrase", "html"),
    [
        (Phrase("두레", "ko", "ko"), "두레"),
        (Phrase("두레", "ko", "en"), '<span lang="ko">두레</span>'),
        (Phrase("Dure", "en", "en"), "Dure"),
        (Phrase("a & b", "en", "en"), "a &amp; b"),
        (Phrase(_HOSTILE, "ko", "ko"), _HARMLESS),
        (Phrase(_HOSTILE, "ko", "en"), f'<span lang="ko">{_HARMLESS}</span>'),
    ],
)
def test_a_phrase_says_its_language_where_it_is_foreign(phrase: Phrase, html: str) -> None:
    """Escaped once, whether a template or `escape` asks for it."""
    assert phrase.__html__() == html
    assert escape(phrase) == html
    assert _rendered("{{ phrase }}", phrase=phrase) == html


def test_a_phrase_is_plain_text_elsewhere() -> None:
    """In attributes, titles and search it is just its words."""
    phrase = Phrase("<b>두레</b>", "ko", "en")
    assert str(phrase) == f"{phrase}" == "<b>두레</b>"


def test_joined_phrases_keep_their_languages() -> None:
    """Lists of words are joined by templates."""
    phrases = [Phrase("a<", "en", "en"), Phrase("나", "ko", "en")]
    assert _rendered("{{ phrases|join(', ') }}", phrases=phrases) == (
        'a&lt;, <span lang="ko">나</span>'
    )


def test_a_phrase_without_words_is_false() -> None:
    """Templates ask `{% if phrase %}`."""
    assert not Phrase("", "ko", "ko")
    assert Phrase("가", "ko", "ko")


def test_values_are_escaped_and_never_run() -> None:
    """What stands in the data is neither markup nor template."""
    assert _rendered("{{ x }}", x=_HOSTILE) == _HARMLESS
    assert _rendered('<a title="{{ x }}">', x=_HOSTILE) == f'<a title="{_HARMLESS}">'


def test_markup_of_our_own_is_kept() -> None:
    """Only what the library itself made safe passes as it is."""
    assert _rendered("{{ x }}", x=Markup("<b>")) == "<b>"


@pytest.mark.parametrize("template", ["{{ nothing }}", "{% if nothing %}{% endif %}", "{{ x.y }}"])
def test_a_missing_value_is_an_error(template: str) -> None:
    """A misspelt name shows while building, never as a gap on the page."""
    with pytest.raises((UndefinedError, AttributeError)):
        _rendered(template, x=object())


@pytest.mark.parametrize("name", environment().list_templates(["html"]))
def test_every_template_of_the_library_can_be_read(name: str) -> None:
    """A slip in a template's own grammar shows here, not on the one page that uses it."""
    assert environment().get_template(name).name == name


def test_templates_are_named_by_their_path() -> None:
    """There are some, and a misspelt name is an error."""
    assert "pages/program.html" in environment().list_templates()
    with pytest.raises(TemplateNotFound):
        render("pages/nothing.html")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("word", ["menu", "programs_internal", "all_phones"])
def test_a_template_says_the_words_of_its_language(word: str, lang: str) -> None:
    """They are put in, escaped, when it is compiled; a word can be filled like any text."""
    text = texts("site", lang)[word]
    template = environment(lang).from_string(
        f"{{{{ t.{word} }}}}|{{{{ t.{word}.format(n=7) }}}}|{{% if t.{word} %}}yes{{% endif %}}"
    )

    assert template.render() == f"{escape(text)}|{escape(text.format(n=7))}|yes"


def test_a_word_that_no_message_has_is_an_error() -> None:
    """As any other name that is misspelt."""
    with pytest.raises(AttributeError):
        environment("ko").from_string("{{ t.no_such_word }}").render(t=texts("site", "ko"))


def test_a_new_run_reads_templates_again() -> None:
    """A preview shows a template as it now stands, pages of enterprises too."""
    before = page_macro("pages/enterprise.html", "ko")
    assert page_macro("pages/enterprise.html", "ko") is before

    environment.cache_clear()

    assert page_macro("pages/enterprise.html", "ko") is not before
