"""Other site generators on the same data: their projects, made from ours.

Each gets the same records as files and the same words, and the page around a record as text that
is already there (`shells.py`). None has to lay out a theme, check a record, follow a reference or
draw. Each makes a page for every enterprise and language and the pages of the long lists, with
every field of ours.
"""

from __future__ import annotations

import calendar
import json
import shutil
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from benchmarks.listings import LISTS, list_shells, listings
from benchmarks.shells import ROOTS, cut_shells, filled
from dure.check import check_data
from dure.messages import LANGUAGES, texts
from dure.patchwork import icon_svg
from dure.views.offices import local_contacts
from dure.views.reader import Reader

if TYPE_CHECKING:
    from dure.catalogue import Catalogue

HERE = Path(__file__).parent / "peers"


def hugo(data: Path, site: Path, out: Path, *, one_json: bool) -> None:
    """A Hugo project: content adapters over YAML files, or over one JSON file."""
    catalogue = read(data)
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(HERE / "hugo" / "layouts", out / "layouts")
    shutil.copy(HERE / "hugo" / "hugo.toml", out)
    _hugo_shells(site, catalogue, out / "layouts" / "_partials")
    _hugo_adapters(out / "content")
    (out / "data").mkdir()
    _json(out / "data" / "lists.json", list(listings(catalogue)))
    _json(out / "data" / "words.json", _words())
    _json(out / "data" / "vocabularies.json", vocabularies(catalogue))
    if one_json:
        _json(out / "data" / "enterprises.json", _records(data))
    else:
        shutil.copytree(data / "enterprises", out / "data" / "enterprises")


def _hugo_adapters(content: Path) -> None:
    """The programs that make pages of data: one for records and one for each list."""
    records, lists = ((HERE / "hugo" / f"{name}.gotmpl").read_text("utf-8")
                      for name in ("adapter", "lists"))  # fmt: skip
    for lang, root in ROOTS.items():
        for name in LISTS:
            folder = content / root / name
            folder.mkdir(parents=True)
            text = (records if name == "enterprises" else "") + lists.replace("LIST", name)
            (folder / "_content.gotmpl").write_text(text.replace("LANG", lang), "utf-8")


def _hugo_shells(site: Path, catalogue: Catalogue, partials: Path) -> None:
    shells = cut_shells(site, catalogue)
    marks = {
        "BODY": "{{ .body }}",
        "SUMMARY": "{{ index .page.Params.r.summary .page.Params.lang }}",
        "ID": "{{ .page.Params.id }}",
        "TITLE": "{{ .page.Title }}",
    }
    for lang, text in shells.by_language.items():
        (partials / f"shell-{lang}.html").write_text(filled(text, marks), "utf-8")
    for lang, text in shells.tools.items():
        (partials / f"tools-{lang}.html").write_text(filled(text, {"ID": "{{ .id }}"}), "utf-8")
    marks = {"GROUPS": "{{ .groups }}", "PAGER": "{{ .pager }}", "NUMBER": "{{ .number }}"}
    for name, text in list_shells(site).items():
        (partials / f"list-{name}.html").write_text(filled(text, marks), "utf-8")
    (partials / "picture.html").write_text(shells.picture, "utf-8")
    (partials / "qr.html").write_text(shells.qr, "utf-8")


def eleventy(data: Path, site: Path, out: Path) -> None:
    """An Eleventy project: one JavaScript template over one JSON file, its fastest way."""
    catalogue = read(data)
    shells = cut_shells(site, catalogue)
    shutil.rmtree(out, ignore_errors=True)
    (out / "src" / "_data").mkdir(parents=True)
    shutil.copy(HERE / "eleventy" / "eleventy.config.js", out)
    for name in ("pages", "lists"):
        shutil.copy(HERE / "eleventy" / f"{name}.11ty.js", out / "src")
    (out / "package.json").write_text('{"type": "module"}\n', "utf-8")
    entries = [
        {"id": record_id, "lang": lang, "record": record}
        for lang in LANGUAGES
        for records in _records(data).values()
        for record_id, record in records.items()
    ]
    drawn = {"picture": shells.picture, "qr": shells.qr, "tools": shells.tools}
    for name, value in (
        ("entries", entries),
        ("vocabularies", {**vocabularies(catalogue), **drawn}),
        ("words", _words()),
        ("shells", shells.by_language),
        ("lists", list(listings(catalogue))),
        ("listShells", list_shells(site)),
    ):
        _json(out / "src" / "_data" / f"{name}.json", value)


def forget() -> None:
    """Frees the records, once all projects are made."""
    read.cache_clear()
    _records.cache_clear()


@lru_cache(1)
def read(data: Path) -> Catalogue:
    """The records, linked; kept for the next peer."""
    checked = check_data(data)
    assert checked.catalogue is not None
    return checked.catalogue


def vocabularies(catalogue: Catalogue) -> dict[str, object]:
    """Labels by id and language, as a template of any tool can look them up."""
    return {
        "regions": _terms(catalogue, "regions"),
        "kinds": _terms(catalogue, "enterprise-kinds"),
        "sectors": _terms(catalogue, "sectors"),
        "classes": _terms(catalogue, "procurement-classes"),
        "needs": _terms(catalogue, "needs"),
        "documents": {
            i: {"ko": d.title.ko, "en": d.title.en or d.title.ko, "year": d.year}
            for i, d in catalogue.documents.items()
        },
        "offices": _offices(catalogue),
        "months": {str(at): calendar.month_name[at] for at in range(1, 13)},
        "telephone": _icon("telephone"),
    }


def _terms(catalogue: Catalogue, vocabulary: str) -> dict[str, object]:
    return {
        i: {
            "ko": term.label.ko,
            "en": term.label.en or term.label.ko,
            "colour": term.colour or "jae",
            "parent": term.parent if term.parent != "korea" else None,
            "icon": _icon(term.pictogram or term.id),
        }
        for i, term in catalogue.terms[vocabulary].items()
    }


def _offices(catalogue: Catalogue) -> dict[str, object]:
    """Region → the office that pages of enterprises without a telephone name."""
    reader = Reader(catalogue, "ko")
    found: dict[str, object] = {}
    for region in dict.fromkeys(e.region for e in catalogue.enterprises.values()):
        for contact in local_contacts(region, reader):
            office_id = contact.office.path.split("/")[1]
            office = catalogue.centres[office_id]
            lines = [{"number": line.number.display} for line in office.phones]
            found[region] = {"id": office_id, "ko": office.name.ko, "en": office.name.en,
                             "phones": lines}  # fmt: skip
    return found


def _icon(name: str) -> str:
    return f'<span class="icon" aria-hidden="true">{icon_svg(name)}</span>'


def _words() -> dict[str, dict[str, str]]:
    return {lang: dict(texts("site", lang)) for lang in LANGUAGES}


@lru_cache(1)
def _records(data: Path) -> dict[str, dict[str, object]]:
    """Region → id → record, as its file has it."""
    return {
        folder.name: {
            path.stem: yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
            for path in sorted(folder.iterdir())
        }
        for folder in sorted((data / "enterprises").iterdir())
    }


def _json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
