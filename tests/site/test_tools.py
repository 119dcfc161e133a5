"""The tools of a record's page: where a reader who finds an error is led."""

from __future__ import annotations

from dure.messages import texts
from dure.render import environment
from dure.views.tools import ToolsView

PAGE = """\
{% from "components/tools.html" import page_tools %}\
{{ page_tools(found, t, url, elsewhere=elsewhere) }}"""
ADDRESS = "https://dure.example/en/centres/x/"


def _shown(report: str, elsewhere: str = "") -> str:
    return (
        environment()
        .from_string(PAGE)
        .render(
            found=ToolsView(ADDRESS, report),
            t=texts("site", "en"),
            url=lambda path: f"../../{path}",
            elsewhere=elsewhere,
        )
    )


def test_an_error_is_reported_where_the_site_says() -> None:
    """One link, and no second way beside it."""
    html = _shown("mailto:a@b.example")

    assert '<a href="mailto:a@b.example">Report an error</a>' in html
    assert "#source" not in html


def test_without_an_address_the_contact_and_the_source_are_named() -> None:
    """No link promises a report that nobody would get; none leads away from the phone."""
    html = _shown("")

    assert "Report an error" not in html
    assert "check with the contact given here" in html
    assert '<a href="#source">' in html


def test_without_a_contact_of_its_own_a_page_leads_to_the_offices_of_its_region() -> None:
    """A page that has no phone must not send readers to its phone."""
    html = _shown("", "centres/?region=gaon")

    assert "contact given here" not in html
    assert '<a href="../../centres/?region=gaon">' in html
    assert '<a href="#source">' in html
