"""MkDocs with Material as most people would write it: a Markdown page for each record.

The pages stay out of the menu. With them in it, which is what MkDocs does by itself, time grows
with the square of their number: hours instead of a minute at the size of a province.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from benchmarks.peers import read
from benchmarks.shells import ROOTS
from dure.views.enterprise import enterprise_view
from dure.views.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from dure.views.enterprise import EnterpriseView
    from dure.views.reader import TermView

_SETTINGS = """site_name: Dure
theme: {name: material, font: false}
plugins: []
markdown_extensions: [tables]
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""


def material(data: Path, out: Path) -> None:
    """A project with a page for each enterprise and language; its own search is left out."""
    catalogue = read(data)
    shutil.rmtree(out, ignore_errors=True)
    for lang, root in ROOTS.items():
        folder = out / "docs" / root / "enterprises"
        folder.mkdir(parents=True)
        reader = Reader(catalogue, lang)
        for record_id in catalogue.enterprises:
            text = "\n".join(_markdown(enterprise_view(record_id, reader), reader.words))
            (folder / f"{record_id}.md").write_text(text, "utf-8")
        (folder.parent / "index.md").write_text("# Dure\n", "utf-8")
    (out / "mkdocs.yml").write_text(_SETTINGS, "utf-8")


def _markdown(view: EnterpriseView, words: Mapping[str, str]) -> Iterator[str]:
    """Our page's fields in its order."""
    yield f"---\ntitle: {view.name}\ndescription: '{view.name}: {view.summary}'\n---\n"
    yield f"# {view.name}\n\n{words['kind_enterprise']} · {view.region.label}\n"
    if view.name.lang != "ko":
        yield f"{view.official} {words['romanised_note'] if view.romanised else ''}\n"
    yield f"{view.summary}\n\n## {words['at_a_glance']}\n\n| | |\n|---|---|"
    yield f"| {words['kind']} | {_labels(view.kinds)} |"
    yield f"| {words['region']} | {_labels(view.regions)} |"
    yield f"| {words['sector']} | {_labels(view.sectors)} |"
    yield f"| {words['address']} | {view.address} |"
    if view.homepage:
        yield f"| {words['homepage']} | [{view.homepage.label}]({view.homepage.href}) |"
    yield f"\n## {words['sells']}\n"
    for product in view.products:
        yield f"- **{product.name}** {product.procurement_class.label} · {_labels(product.needs)}"
        yield f"  {product.note or ''}"
    yield f"\n## {words['certificates']}\n"
    for held in view.certificates:
        yield f"- **{held.kind.label}** {held.status} · {held.number}, {held.since}"
    yield from _contacts(view, words)
    yield f"\n## {words['source']}\n"
    for found in view.sources:
        yield f"- {found.document.label} ({found.year}) — {found.where}"
    yield f"\n{words['not_checked']}\n"


def _contacts(view: EnterpriseView, words: Mapping[str, str]) -> Iterator[str]:
    yield f"\n## {words['contacts']}\n"
    for line in view.phones:
        yield f"- [{line.calls[0].shown}]({line.calls[0].tel})"
    for contact in view.local:
        yield f"- {words['ask_local']}: {contact.office.label}"
        for line in contact.phones:
            yield f"- [{line.calls[0].shown}]({line.calls[0].tel})"


def _labels(terms: Iterable[TermView]) -> str:
    return ", ".join(str(term.label) for term in terms)
