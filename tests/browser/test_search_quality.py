"""The search over the real records: how well, how exactly and how lightly it answers."""

from __future__ import annotations

import gzip
import importlib.util
import json
import random
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from dure.search.answer import read_index
from dure.search.letters import decompose
from dure.search.planner import answer
from dure.search.terms import fields_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.build

FOLDER = Path(__file__).parents[2] / "benchmarks/search"
QUERIES = json.loads((FOLDER / "queries.json").read_text("utf-8"))["queries"]
READY = "[data-search-state=ready]"
LINKS = """() => [...document.querySelectorAll("a[data-search-result]")].map((a) => (
  [a.closest("[data-id]").dataset.id, a.textContent]))"""
TYPE = """async (text) => {
  const input = document.querySelector("[data-search] input[type=search]");
  const results = document.querySelector("[data-search-results]");
  input.value = text;
  input.form.requestSubmit();
  while (results.dataset.searchState !== "ready") await new Promise((done) => setTimeout(done, 1));
}"""
LOOKUP = """async ([folder, base, words]) => {
  const { pagefindBackend } = await import(`${folder}/search.js`);
  const backend = pagefindBackend(base, "ko");
  return Promise.all(words.map(async (word) => {
    const found = await backend.lookup(word.normalize("NFD"));
    return (await backend.load([...found.keys()])).map((record) => record.url).sort();
  }));
}"""
ASK = """async ([folder, base, lang, queries]) => {
  const { answer, pagefindBackend } = await import(`${folder}/search.js`);
  const backend = pagefindBackend(base, lang);
  const urls = async (pages) => (await backend.load(pages)).map((record) => record.url);
  const out = [];
  for (const query of queries) {
    const { keys, partial, also, meant } = await answer(backend, query);
    out.push([(await urls(keys.slice(0, 20))), await urls(partial), also, meant]);
  }
  return out;
}"""


@pytest.fixture(scope="module")
def scores() -> Any:
    """The benchmark's own judge, so that both measure alike."""
    spec = importlib.util.spec_from_file_location("search_scores", FOLDER / "scores.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def base(real_site: Path, serve_dir: Callable[[Path], str]) -> str:
    """The address of the real site, no slash at the end."""
    return serve_dir(real_site)


@pytest.fixture
def scripts(real_site: Path) -> str:
    """Where the site keeps the script of the search."""
    return "/" + str(next(real_site.glob("assets/**/search")).relative_to(real_site))


@pytest.fixture
def answers(new_page: Callable[..., Page], base: str) -> Callable[[str, str], Any]:
    """Types a query into the search page of a language; its results as (id, title)."""
    pages: dict[str, Page] = {}

    def asked(lang: str, query: str) -> Any:
        if lang not in pages:
            pages[lang] = new_page()
            pages[lang].goto(f"{base}/{'en/' if lang == 'en' else ''}search/?q=zz")
            pages[lang].wait_for_selector(READY, state="attached")
        pages[lang].evaluate(TYPE, query)
        return pages[lang].evaluate(LINKS)

    return asked


def test_labelled_queries_are_answered_well(
    root: Path, scores: Any, answers: Callable[[str, str], Any]
) -> None:
    """Success among ten ≥ 0.97, mean reciprocal rank ≥ 0.93, sentences ≥ 0.75, none empty."""
    judge = scores.Judge(root / "data")
    queries = scores.read_queries(FOLDER / "queries.json")
    found = [
        judge.score(query, [scores.Result(*one) for one in answers(query.lang, query.text)])
        for query in queries
    ]
    missed = [score.query.text for score in found if not score.rank]

    assert not [score.query.text for score in found if score.empty]
    for lang in ("ko", "en"):
        own = [score for score in found if score.query.lang == lang]
        assert sum(score.rank > 0 for score in own) / len(own) >= 0.97, missed
        assert sum(1 / score.rank for score in own if score.rank) / len(own) >= 0.93
    spoken = [score for score in found if score.query.category == "natural"]
    assert sum(score.rank > 0 for score in spoken) / len(spoken) >= 0.75, missed


def test_a_lookup_counts_what_a_scan_of_all_records_counts(
    new_page: Callable[..., Page], base: str, scripts: str, real_site: Path
) -> None:
    """Fifty words of the real records, none lost where a beginning spans chunks."""
    records = read_index("ko", real_site).records
    texts = (f"{r['title']} {' '.join(r['facts'])} {r['content']}" for r in records.values())
    words = sorted({word for text in texts for word in re.findall("[가-힣]{2,6}", text)})
    asked = [*random.Random(50).sample(words, 44), "사", "사회", "사회적", "지원", "경기", "수원"]
    page = new_page()
    page.goto(f"{base}/search/")

    found = page.evaluate(LOOKUP, [scripts, f"{base}/pagefind/", asked])

    tokens = {
        url: [token.text for tokens in fields_of(record).values() for token in tokens]
        for url, record in records.items()
    }
    for word, urls in zip(asked, found, strict=True):
        start = decompose(word)
        assert urls == sorted(u for u, all_ in tokens.items()
                              if any(text.startswith(start) for text in all_)), word  # fmt: skip


def test_the_count_shown_is_the_number_of_records_with_the_word(
    new_page: Callable[..., Page], base: str, real_site: Path
) -> None:
    """What the reader reads above the results."""
    index = read_index("ko", real_site)
    page = new_page()
    for word in ("킨텍스", "나눔장터", "홈쇼핑"):
        page.goto(f"{base}/search/?q={quote(word)}")
        page.wait_for_selector(READY, state="attached")
        expected = len(answer(index, word).keys)
        assert page.inner_text("[role=status]") == f"결과 {expected}건"


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_command_line_answers_as_the_page_does(
    new_page: Callable[..., Page], base: str, scripts: str, real_site: Path, lang: Any
) -> None:
    """Every labelled query over the real records: order, guesses, synonyms."""
    queries = [query["query"] for query in QUERIES if query["lang"] == lang]
    index = read_index(lang, real_site)
    page = new_page()
    page.goto(f"{base}/search/")

    found = page.evaluate(ASK, [scripts, f"{base}/pagefind/", lang, queries])

    for query, shown in zip(queries, found, strict=True):
        own = answer(index, query)
        assert shown == [
            list(own.keys[:20]), list(own.partial), list(own.also), own.meant
        ], query  # fmt: skip


@pytest.mark.parametrize("query", ["청소", "협동조합 상담"])
def test_a_first_query_is_light_and_nothing_is_loaded_before_it(
    new_page: Callable[..., Page], base: str, real_site: Path, query: str
) -> None:
    """At most 120 KB as a server sends it: text compressed, the index as it is."""
    page, loaded = new_page(), []
    page.on("request", lambda request: loaded.append(request.url.removeprefix(base + "/")))
    page.goto(f"{base}/search/")
    page.wait_for_load_state("networkidle")
    of_search = re.compile(r"^pagefind/|/search/(?!search-start\.js)[\w-]+\.js$")
    assert [url for url in loaded if of_search.search(url)] == []

    page.fill("[data-search] input[type=search]", query)
    page.wait_for_selector("a[data-search-result]")
    page.wait_for_load_state("networkidle")

    files = {real_site / url for url in loaded if of_search.search(url)}
    assert len(files) > 5
    assert sum(_sent(file) for file in files) <= 120_000


def _sent(file: Path) -> int:
    """Bytes of a file over the wire, with 200 for what is said around it."""
    content = file.read_bytes()
    return 200 + len(gzip.compress(content) if file.suffix in {".js", ".json"} else content)


def test_an_empty_answer_leads_on(new_page: Callable[..., Page], base: str) -> None:
    """The nearest category, a telephone number, and what the other language has."""
    page = new_page()
    page.goto(f"{base}/search/?q={quote('세탁기부속물')}")
    page.wait_for_selector(".search-empty")

    assert page.locator(".search-empty ~ * a[href^='tel:']").count() > 0
    page.goto(f"{base}/search/?q={quote('인쇄물디자잉볼펜굿즈')}")
    page.wait_for_selector(READY, state="attached")
    link = page.locator("[data-search-category]").first
    href = link.get_attribute("href") or ""
    assert re.fullmatch(r"\.\./[a-z]+/\?[a-z_]+=[a-z-]+", href)
    assert page.goto(f"{base}/search/{href}")


def test_a_slash_goes_to_the_search_on_every_page(new_page: Callable[..., Page], base: str) -> None:
    """Unless it is typed into a field."""
    page = new_page()
    page.goto(f"{base}/programs/")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "site-search"
    page.keyboard.press("/")
    assert page.input_value("#site-search") == "/"
