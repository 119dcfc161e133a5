"""A small site with nothing but a search page in two languages, made as the real one is."""

from __future__ import annotations

import json
import shutil
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from dure.search.bundle import online_module
from dure.search.pagefind import build_index
from dure.search.texts import page_texts
from tests.search.corpus import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dure.search.entries import SearchEntry

SCRIPTS = Path(__file__).parents[2] / "hooks/dure/assets/search"
PAGE = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>search</title>
<main><div data-search data-root="{root}" data-lang="{lang}" data-other="{other}">
<form role="search"><input type="search" name="q" aria-label="q"><button>go</button></form>
<div data-search-results data-search-state="loading"></div>
<template id="search-empty"><p class="help">031-000-0000</p></template></div>
<script type="application/json" id="search-texts">{texts}</script>
<script type="application/json" id="search-labels">{labels}</script>
<script defer src="{root}assets/search/search-start.js"></script></main></html>"""
LABELS = {
    "facets": {"region": {"label": "지역", "values": {"gasang": "가상시", "sangsang": "상상시"}}},
    "kinds": {"program": ["region"], "enterprise": ["region"]},
    "sorts": {"name": "이름순"},
}


def make_site(folder: Path, entries: Iterable[SearchEntry]) -> Path:
    """Writes the site; every record gets a page that says its address."""
    entries = list(entries)
    build_index(entries, folder / "pagefind", words())
    shutil.copytree(SCRIPTS, folder / "assets/search")
    (folder / "assets/search/search.js").write_bytes(online_module())
    for lang, path, root, other in (
        ("ko", "search", "../", "../en/search/"),
        ("en", "en/search", "../../", "../../search/"),
    ):
        texts = json.dumps(page_texts(lang)).replace("<", "\\u003c")
        html = PAGE.format(
            lang=lang, root=root, other=other, texts=texts, labels=json.dumps(LABELS)
        )
        _write(folder / path, html)
    for entry in entries:
        page = entry.url.partition("#")[0]
        _write(folder / page, f"<!doctype html><meta charset=utf-8><h1>{escape(page)}</h1>")
    return folder


def _write(folder: Path, html: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(html, encoding="utf-8")
