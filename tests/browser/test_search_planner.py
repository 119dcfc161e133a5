"""The browser's planner answers as the table says that the Python twin is tested with."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dure.search.answer import read_index
from dure.search.pagefind import build_index
from dure.search.plan import hanja
from dure.search.planner import answer
from dure.search.spelling import distance, sounds
from tests.browser.search_site import make_site
from tests.search.corpus import few, many, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

CASES: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "search/cases.json").read_text("utf-8")
)
ASK = """async ([lang, queries]) => {
  const { answer } = await import("/assets/search/planner.js");
  const { pagefindBackend } = await import("/assets/search/pagefind-backend.js");
  const backend = pagefindBackend("/pagefind/", lang);
  const out = [];
  for (const query of queries) {
    const { keys, partial, also, meant } = await answer(backend, query);
    const urls = async (all) => (await backend.load(all)).map((record) => record.url);
    out.push({ keys: await urls(keys), partial: await urls(partial), also, meant });
  }
  return out;
}"""
LOOKUP = """async ([base, words]) => {
  const { pagefindBackend } = await import("/assets/search/pagefind-backend.js");
  const backend = pagefindBackend(base, "ko");
  const out = [];
  for (const word of words) {
    const found = await backend.lookup(word.normalize("NFD"));
    const records = await backend.load([...found.keys()]);
    out.push(records.map((record) => record.url).sort());
  }
  return out;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site."""
    return make_site(tmp_path_factory.mktemp("site"), few())


@pytest.fixture
def page(new_page: Callable[..., Page], serve_dir: Callable[[Path], str], site: Path) -> Page:
    """A page of the site with its search not yet begun."""
    opened = new_page()
    opened.goto(f"{serve_dir(site)}/search/")
    return opened


def test_words_are_read_as_the_shared_table_says(page: Page) -> None:
    """Letters, keyboards, particles, stems: one table for both languages of the code."""
    wrong = page.evaluate(
        """async ({ letters, spelling }) => {
          const korean = await import("/assets/search/korean.js");
          return Object.entries({ ...letters, ...spelling }).flatMap(([name, cases]) => cases
            .map(([text, expected]) => [name, text, korean[name](text), expected])
            .filter(([, , found, expected]) => found !== expected));
        }""",
        CASES,
    )
    assert wrong == []


def test_the_rest_of_the_shared_table_holds(page: Page) -> None:
    """Distances, Hanja, phone numbers, sentences and verbs."""
    wrong = page.evaluate(
        """async ([cases, table]) => {
          const korean = await import("/assets/search/korean.js");
          const reading = await import("/assets/search/reading.js");
          const verbs = await import("/assets/search/verbs.js");
          const known = korean.readings(table);
          const all = [...new Set(cases.verbs.map(([, verb]) => verb).filter(Boolean))];
          const checks = [
            ...cases.distance.map(([a, b, most, right]) => [korean.distance(a, b, most), right]),
            ...cases.hanja.map(([text, right]) => [korean.fromHanja(text, known), right]),
            ...cases.phones.map(([text, right]) => [reading.phoneDigits(text), right]),
            ...cases.readings.map(([text, right]) => (
              [reading.read(text, cases.plan).words.join(), right.join()])),
            ...cases.verbs.map(([word, right]) => [verbs.verbsOf(word, all).join(), right]),
          ];
          return checks.filter(([found, right]) => found !== right);
        }""",
        [CASES, dict(hanja())],
    )
    assert wrong == []


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_the_browser_answers_exactly_as_the_command_line(page: Page, site: Path, lang: Any) -> None:
    """Order, partial answers, synonyms and guesses, for every query of the table."""
    queries = [query for query, _ in CASES["answers"][lang]]
    index = read_index(lang, site)

    found = page.evaluate(ASK, [lang, queries])

    for query, shown in zip(queries, found, strict=True):
        expected = answer(index, query)
        assert shown == {
            "keys": list(expected.keys),
            "partial": list(expected.partial),
            "also": list(expected.also),
            "meant": expected.meant,
        }, query


def _slipped(word: str, at: int) -> str:
    """The word with a letter lost, doubled, swapped with the next, or another in its place."""
    place = at % len(word)
    head, letter, rest = word[:place], word[place], word[place + 1 :]
    slips = (head + rest, head + letter * 2 + rest, head + rest[:1] + letter + rest[1:],
             head + chr(ord(letter) + 1) + rest)  # fmt: skip
    return slips[at % 4]


def _nearest(asked: str, lexicon: list[str]) -> list[str]:
    """The first three with the fewest slips, each word looked at letter by letter."""
    most = 1 if len(asked) < 5 else 2
    far = {known: distance(sounds(asked), sounds(known), most) for known in lexicon}
    fewest = min(far.values())
    return [known for known in lexicon if far[known] == fewest <= most][:3]


def test_words_that_sound_almost_alike_are_found_whatever_is_passed_over(page: Page) -> None:
    """Most words of a lexicon are not looked at letter by letter; none of those is near."""
    said = " ".join(f"{entry.title} {entry.body}" for entry in (*few(), *many(50)))
    lexicon = list(dict.fromkeys(re.findall(r"[가-힣a-z]{2,}", said.lower())))
    asked = [_slipped(word, at) for at, word in enumerate(lexicon) if len(word) > 2]

    found = page.evaluate(
        """async ([asked, lexicon]) => {
          const { nearest } = await import("/assets/search/spelling.js");
          return asked.map((word) => nearest([word], lexicon));
        }""",
        [asked, lexicon],
    )

    assert found == [_nearest(word, lexicon) for word in asked]
    assert sum(map(bool, found)) > len(asked) / 4


def test_a_lookup_finds_what_a_scan_of_every_record_finds(
    page: Page, site: Path, tmp_path: Path, serve_dir: Callable[[Path], str]
) -> None:
    """Fifty beginnings over an index of many chunks: none lost where a prefix spans two."""
    entries = many(600)
    build_index(entries, site / "many", words())
    titles = [part for entry in entries[:200] for part in entry.title.split()]
    asked = sorted({title[:n] for title in titles for n in (1, 2, 3)})[::9][:44]
    asked += ["상", "상상", "상상기업", "기업", "없는말", "상점"]
    assert len(asked) == 50

    found = page.evaluate(LOOKUP, ["/many/", asked])

    for word, urls in zip(asked, found, strict=True):
        expected = {entry.url for entry in entries if _stands(word, f"{entry.title} {entry.body}")}
        assert urls == sorted(expected), word
    assert any(len(urls) == 600 for urls in found)


def _stands(word: str, text: str) -> bool:
    """Begins a word, or stands beside Hangul inside one with two characters to its end."""
    return any(
        part[i:].startswith(word)
        and (i == 0 or (len(part) - i >= 2 and bool(re.search("[가-힣]", part[i - 1 : i + 1]))))
        for part in text.split()
        for i in range(len(part))
    )


def test_facets_load_no_words(page: Page) -> None:
    """Browsing without a query needs the tables and the filters, not the index."""
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))

    counts = page.evaluate(
        """async () => {
          const { pagefindBackend } = await import("/assets/search/pagefind-backend.js");
          const backend = pagefindBackend("/pagefind/", "ko");
          const facets = await backend.facets();
          const sizes = [...facets.get("region")].map(([id, keys]) => [id, keys.size]);
          return [sizes, (await backend.kinds()).length];
        }"""
    )

    assert counts == [[["gasang", 5], ["sangsang", 1]], 6]
    assert not [url for url in loaded if "/index/" in url or "/fragment/" in url]
