"""Types labelled queries into the built site's search page in a real browser and scores it.

python benchmarks/search/measure.py --site site [--queries benchmarks/search/heldout.json]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parents[1] / "hooks"))

from browser import chromium, served  # noqa: E402
from scores import Judge, Query, Result, read_queries, table  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser, Page
    from scores import Score

FOLDERS = {"ko": "search/", "en": "en/search/"}
READY = "[data-search-state=ready]"
LINKS = """() => [...document.querySelectorAll("a[data-search-result]")].map((a) => ({
  id: a.closest("[data-id]").dataset.id, title: a.textContent }))"""
TYPED = """async (text) => {
  const input = document.querySelector("[data-search] input[type=search]");
  const state = document.querySelector("[data-search-results]");
  input.value = text;
  const began = performance.now();
  input.form.requestSubmit();
  while (state.dataset.searchState !== "ready") await new Promise((done) => setTimeout(done, 1));
  return performance.now() - began;
}"""


def asked(page: Page, base: str, query: Query) -> list[Result]:
    """What a reader sees who opens the search page with the query in its address."""
    page.goto(f"{base}/{FOLDERS[query.lang]}?q={quote(query.text)}")
    page.wait_for_selector(READY, state="attached")
    return [Result(**found) for found in page.evaluate(LINKS)]


def scores(browser: Browser, base: str, judge: Judge, queries: Sequence[Query]) -> list[Score]:
    """Every query's score, each asked by address."""
    page = browser.new_page()
    found = [judge.score(query, asked(page, base, query)) for query in queries]
    page.close()
    return found


def first_bytes(browser: Browser, base: str, query: Query) -> dict[str, int]:
    """Bytes over the wire of a first query, by kind of file; what the page itself loads apart."""
    context = browser.new_context()
    page = context.new_page()
    sizes: dict[str, int] = {}
    session = context.new_cdp_session(page)
    urls: dict[str, str] = {}
    session.on(
        "Network.requestWillBeSent", lambda e: urls.update({e["requestId"]: e["request"]["url"]})
    )
    session.on("Network.loadingFinished", lambda e: _count(sizes, urls, e))
    session.send("Network.enable")
    page.goto(f"{base}/{FOLDERS[query.lang]}")
    page.wait_for_load_state("networkidle")
    before = {name: size for name, size in sizes.items() if name.startswith("search")}
    assert not before, f"loaded before the reader asked: {before}"
    page.fill("[data-search] input[type=search]", query.text)
    page.wait_for_selector("a[data-search-result]")
    page.wait_for_load_state("networkidle")
    context.close()
    return {name: size for name, size in sizes.items() if name.startswith("search")}


def _count(sizes: dict[str, int], urls: dict[str, str], event: dict[str, Any]) -> None:
    path = urls[event["requestId"]].partition("//")[2].partition("/")[2]
    kind = _kind(path)
    sizes[kind] = sizes.get(kind, 0) + int(event["encodedDataLength"])


def _kind(path: str) -> str:
    if "pagefind/" in path:
        folder = path.partition("pagefind/")[2]
        return f"search {folder.split('/')[0] if '/' in folder else 'tables and words'}"
    script = path.startswith("assets/") and "/search/" in path
    return "search scripts" if script and not path.endswith("search-start.js") else "page"


def times(browser: Browser, base: str, queries: Sequence[Query]) -> dict[str, list[float]]:
    """Milliseconds of each query in an open page: asked for the first time, and again."""
    found: dict[str, list[float]] = {"new": [], "again": []}
    for lang, folder in FOLDERS.items():
        page = browser.new_page()
        page.goto(f"{base}/{folder}?q=zz")
        page.wait_for_selector(READY, state="attached")
        for query in (q for q in queries if q.lang == lang):
            found["new"].append(page.evaluate(TYPED, query.text))
            page.evaluate(TYPED, "")
            found["again"].append(page.evaluate(TYPED, query.text))
        page.close()
    return found


def report(site: Path, data: Path, queries: Sequence[Query], *, verbose: bool) -> None:
    """Prints everything measured."""
    judge = Judge(data)
    with chromium() as browser, served(site) as base:
        found = scores(browser, base, judge, queries)
        print(table(found))
        for score in found if verbose else ():
            if score.rank != 1:
                print(f"  {score.rank or '-'}  {score.query.text}")
        for text, lang in (("청소", "ko"), ("협동조합 상담", "ko"), ("loan", "en")):
            sizes = first_bytes(browser, base, Query(lang, "", text, (), by_id=False))
            parts = ", ".join(f"{k[7:]} {v:,}" for k, v in sorted(sizes.items()))
            print(f"first query {text!r}: {sum(sizes.values()):,} bytes ({parts})")
        for name, taken in times(browser, base, queries).items():
            print(
                f"query {name}: median {median(taken):.0f} ms, 95 % below "
                f"{quantiles(taken, n=20)[-1]:.0f} ms, at most {max(taken):.0f} ms"
            )


def main() -> None:
    """The command line."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--site", type=Path, default=Path("site"))
    arguments.add_argument("--data", type=Path, default=Path("data"))
    arguments.add_argument("--queries", type=Path, default=HERE / "queries.json")
    arguments.add_argument("--verbose", action="store_true", help="name the queries not first")
    given = arguments.parse_args()
    report(given.site, given.data, read_queries(given.queries), verbose=given.verbose)


if __name__ == "__main__":
    main()
