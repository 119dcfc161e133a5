"""Material's built-in search over the same texts and the same queries, beside this site's.

    python benchmarks/search/material.py --site site

Two plain MkDocs sites (Korean, English) are made of the records in the site's offline index.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parents[1] / "hooks"))

import measure  # noqa: E402
from browser import chromium, served  # noqa: E402
from scores import Judge, Result, read_queries, table  # noqa: E402

from dure.search.answer import read_index  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from playwright.sync_api import Browser
    from scores import Query, Score

SETTINGS = """site_name: plain
theme: {{name: material, font: false, language: {lang}}}
plugins: [{{search: {{lang: {lang}}}}}]
docs_dir: docs
site_dir: site
"""
TYPE = """async (text) => {
  const input = document.querySelector("input.md-search__input");
  input.value = text;
  input.dispatchEvent(new Event("keyup", { bubbles: true }));
  input.dispatchEvent(new Event("input", { bubbles: true }));
}"""
LINKS = """() => [...document.querySelectorAll(".md-search-result__item > a")].map((a) => ({
  id: new URL(a.href).pathname.split("/").filter(Boolean)[0] ?? "",
  title: a.querySelector("h1, h2")?.textContent ?? "" }))"""
PAUSE = 400
"""Milliseconds for the theme's worker to answer; it gives no sign of having finished."""


def make_site(folder: Path, lang: str, records: Sequence[Mapping[str, Any]]) -> None:
    """A plain site: one page per record with its title, facts and text."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# plain\n", "utf-8")
    for record in records:
        parts = (record["subtitle"], *record["facts"], record["content"], *record["phones"])
        text = "\n\n".join((f"# {record['title']}", *parts))
        (docs / f"{record['id']}.md").write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS.format(lang=lang), "utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True,
                   capture_output=True)  # fmt: skip


def asked(browser: Browser, base: str, judge: Judge, queries: Sequence[Query]) -> list[Score]:
    """Every query typed into the theme's search box."""
    page = browser.new_page()
    page.goto(base)
    page.click("label.md-search__icon[for=__search]", force=True)
    page.focus("input.md-search__input")
    page.wait_for_timeout(3000)
    found = []
    for query in queries:
        page.evaluate(TYPE, query.text)
        page.wait_for_timeout(PAUSE)
        found.append(judge.score(query, [Result(**one) for one in page.evaluate(LINKS)]))
    page.close()
    return found


def main() -> None:
    """The command line."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--site", type=Path, default=Path("site"))
    arguments.add_argument("--data", type=Path, default=Path("data"))
    arguments.add_argument("--queries", type=Path, default=HERE / "queries.json")
    given = arguments.parse_args()
    queries, judge = read_queries(given.queries), Judge(given.data)
    plain: list[Score] = []
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for lang in ("ko", "en"):
            make_site(Path(folder) / lang, lang, [*read_index(lang, given.site).records.values()])
            own = [query for query in queries if query.lang == lang]
            with served(Path(folder) / lang / "site") as base:
                plain += asked(browser, base, judge, own)
        print("Material's search plugin\n" + table(plain))
        with served(given.site) as base:
            print("\nthis site\n" + table(measure.scores(browser, base, judge, queries)))


if __name__ == "__main__":
    main()
