"""Other site generators on the same data: their projects, made from ours.

Each gets the same records as files, the same words, and the page around a record as text that
is already there; none has to lay out a theme, check a record or follow a reference.
"""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from dure.check import check_data
from dure.messages import LANGUAGES, texts
from dure.patchwork import icon_svg, patch_svg
from dure.views.enterprise import enterprise_view
from dure.views.reader import Reader

if TYPE_CHECKING:
    from dure.catalogue import Catalogue
    from dure.views.enterprise import EnterpriseView

HERE = Path(__file__).parent / "peers"
SAMPLE = "made-up-00010"
"""The record whose page of ours is cut into the shell."""


@dataclass(frozen=True)
class Shells:
    """Our page around a record in each language, with `%NAME%` where pages differ."""

    by_language: dict[str, str]

    def filled(self, slots: dict[str, str]) -> dict[str, str]:
        """The shells with another tool's marks."""

        def fill(found: re.Match[str]) -> str:
            return slots[found[1]]

        return {lang: re.sub("%([A-Z]+)%", fill, t) for lang, t in self.by_language.items()}


def cut_shells(site: Path, catalogue: Catalogue) -> Shells:
    """Cuts the sample's built pages at what differs from page to page."""
    record = catalogue.enterprises[SAMPLE]
    shells = {}
    for lang, root in (("ko", ""), ("en", "en/")):
        html = (site / root / "enterprises" / SAMPLE / "index.html").read_text("utf-8")
        name = record.name.ko if lang == "ko" else str(record.name.en)
        html = re.sub(r"(<main[^>]*>).*</main>", r"\1\n%BODY%</main>", html, flags=re.DOTALL)
        html = re.sub(r'(name="description" content=")[^"]*', r"\1%DESCRIPTION%", html)
        shells[lang] = html.replace(SAMPLE, "%ID%").replace(name, "%TITLE%")
    return Shells(shells)


def vocabulary_json(catalogue: Catalogue) -> dict[str, object]:
    """Labels by id and language, as a template of any tool can look them up."""

    def terms(name: str) -> dict[str, object]:
        return {
            i: {
                "ko": term.label.ko,
                "en": term.label.en or term.label.ko,
                "colour": term.colour or "jae",
                "parent": term.parent if term.parent != "korea" else None,
                "icon": str(icon_svg(term.pictogram or term.id)),
            }
            for i, term in catalogue.terms[name].items()
        }

    return {
        "regions": terms("regions"),
        "kinds": terms("enterprise-kinds"),
        "sectors": terms("sectors"),
        "classes": terms("procurement-classes"),
        "needs": terms("needs"),
        "documents": {
            i: {"ko": d.title.ko, "en": d.title.en or d.title.ko, "year": d.year}
            for i, d in catalogue.documents.items()
        },
        "telephone": str(icon_svg("telephone")),
    }


def hugo(data: Path, site: Path, out: Path, *, one_json: bool) -> None:
    """A Hugo project: content adapters over YAML files, or over one JSON file."""
    catalogue = _catalogue(data)
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(HERE / "hugo" / "layouts", out / "layouts")
    shutil.copy(HERE / "hugo" / "hugo.toml", out)
    marks = {
        "BODY": "{{ .body }}",
        "DESCRIPTION": "{{ with .page.Params.r.summary }}{{ index . $.page.Params.lang }}{{ end }}",
        "ID": "{{ .page.Params.id }}",
        "TITLE": "{{ .page.Title }}",
    }
    for lang, text in cut_shells(site, catalogue).filled(marks).items():
        (out / "layouts" / "_partials" / f"shell-{lang}.html").write_text(text, "utf-8")
    (out / "layouts" / "_partials" / "picture.html").write_text(_picture(), "utf-8")
    adapter = (HERE / "hugo" / "adapter.gotmpl").read_text("utf-8")
    for lang, root in (("ko", ""), ("en", "en/")):
        folder = out / "content" / root / "enterprises"
        folder.mkdir(parents=True)
        (folder / "_content.gotmpl").write_text(adapter.replace("LANG", lang), "utf-8")
    (out / "data").mkdir()
    words = {lang: dict(texts("site", lang)) for lang in LANGUAGES}
    _json(out / "data" / "words.json", words)
    _json(out / "data" / "vocabularies.json", vocabulary_json(catalogue))
    if one_json:
        _json(out / "data" / "enterprises.json", _records(data))
    else:
        shutil.copytree(data / "enterprises", out / "data" / "enterprises")


def eleventy(data: Path, site: Path, out: Path) -> None:
    """An Eleventy project: one JavaScript template over one JSON file."""
    catalogue = _catalogue(data)
    shutil.rmtree(out, ignore_errors=True)
    (out / "src" / "_data").mkdir(parents=True)
    shutil.copy(HERE / "eleventy" / "eleventy.config.js", out)
    shutil.copy(HERE / "eleventy" / "pages.11ty.js", out / "src")
    (out / "package.json").write_text('{"type": "module"}\n', "utf-8")
    entries = [
        {"id": record_id, "lang": lang, "record": record}
        for lang in LANGUAGES
        for records in _records(data).values()
        for record_id, record in records.items()
    ]
    vocabularies = {**vocabulary_json(catalogue), "picture": str(_picture())}
    for name, value in (
        ("entries", entries),
        ("vocabularies", vocabularies),
        ("words", {lang: dict(texts("site", lang)) for lang in LANGUAGES}),
        ("shells", cut_shells(site, catalogue).by_language),
    ):
        _json(out / "src" / "_data" / f"{name}.json", value)


def material(data: Path, out: Path) -> None:
    """MkDocs with Material as most people would write it: a Markdown page for each record."""
    catalogue = _catalogue(data)
    shutil.rmtree(out, ignore_errors=True)
    for lang, root in (("ko", ""), ("en", "en/")):
        folder = out / "docs" / root / "enterprises"
        folder.mkdir(parents=True)
        reader = Reader(catalogue, lang)
        for record_id in catalogue.enterprises:
            text = _markdown(enterprise_view(record_id, reader))
            (folder / f"{record_id}.md").write_text(text, "utf-8")
        (folder.parent / "index.md").write_text("# Dure\n", "utf-8")
    (out / "mkdocs.yml").write_text(
        "site_name: Dure\ntheme: {name: material, font: false}\nplugins: []\n"
        "nav: [index.md]\nvalidation: {nav: {omitted_files: ignore}}\n", "utf-8",
    )  # fmt: skip


def _markdown(view: EnterpriseView) -> str:
    terms = "".join(f"- {term.label}\n" for term in (*view.kinds, *view.regions, *view.sectors))
    products = "".join(f"### {p.name}\n\n{p.note or ''}\n\n" for p in view.products)
    held = "".join(f"- {c.kind.label} {c.status} {c.number} {c.since}\n" for c in view.certificates)
    phones = "".join(f"- [{p.calls[0].shown}]({p.calls[0].tel})\n" for p in view.phones)
    sources = "".join(f"- {s.document.label} ({s.year}) {s.where}\n" for s in view.sources)
    return "\n".join((f"# {view.name}", "", str(view.summary or ""), "", terms, products, held,
                      phones, str(view.address or ""), "", sources))  # fmt: skip


def _picture() -> str:
    """Peers cannot draw a patchwork, so all of theirs are the same."""
    return str(patch_svg(SAMPLE, ["ok", "jjok"], "basket"))


def _records(data: Path) -> dict[str, dict[str, object]]:
    """Region → id → record, as its file has it."""
    return {
        folder.name: {
            path.stem: yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
            for path in sorted(folder.iterdir())
        }
        for folder in sorted((data / "enterprises").iterdir())
    }


def _catalogue(data: Path) -> Catalogue:
    checked = check_data(data)
    assert checked.catalogue is not None
    return checked.catalogue


def _json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")

