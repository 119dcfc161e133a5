"""Writes the page about speed, in both languages, from what `benchmarks.build` measured.

Called as `python -m benchmarks.report`; the words are in `benchmarks/report/`.
"""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import yaml

from benchmarks.build import PROVINCE, RESULTS, ROUNDS
from benchmarks.plot import panel
from benchmarks.synthetic import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WORDS = Path(__file__).parent / "report"
PAGES = {"ko": ROOT / "docs" / "contributing", "en": ROOT / "docs" / "en" / "contributing"}
PROGRAMS = ("cold", "hugo-yaml", "hugo-json", "eleventy", "material", "bare")
"""In the order of the tables and plots: ours first."""
AGAIN = ("cold", "no change", "one edit", "search", "first")
Result = dict[str, Any]


def middle(result: Result, name: str, what: str) -> float:
    """The median of what was measured of a program: wall, cpu or memory."""
    return float(median(run[what] for run in result["runs"][name]))


def beside_others(result: Result, words: Mapping[str, str]) -> Iterator[str]:
    """A row for each program: seconds, our share of them, work, memory, and what it wrote."""
    base = middle(result, "cold", "wall")
    for name in (name for name in PROGRAMS if name in result["runs"]):
        runs, made = result["runs"][name], result["outputs"][name]
        walls = [run["wall"] for run in runs]
        wall = median(walls)
        yield (
            f"| {words[name]} | {wall:.2f} | {min(walls):.2f}–{max(walls):.2f} "
            f"| {base / wall:.2f} | {middle(result, name, 'cpu'):.2f} "
            f"| {middle(result, name, 'memory'):,.0f} | {made['pages']:,} "
            f"| {made['bytes'] / 1e6:,.0f} | {made['page']:,} | {len(runs)} |"
        )


def ours(result: Result, words: Mapping[str, str]) -> Iterator[str]:
    """A row for each kind of build of ours."""
    for name in (name for name in AGAIN if name in result["runs"]):
        yield _row(words[name], result, name)


def _row(label: str, result: Result, name: str) -> str:
    wall, cpu, memory = (middle(result, name, what) for what in ("wall", "cpu", "memory"))
    return f"| {label} | {wall:.2f} | {cpu:.2f} | {memory:,.0f} | {len(result['runs'][name])} |"


def on_disk(result: Result, words: Mapping[str, str]) -> Iterator[str]:
    """A row for each program that was measured on a disk, ours first."""
    base = middle(result, "cold", "wall")
    for name in (name for name in PROGRAMS if name in result["runs"]):
        walls = [run["wall"] for run in result["runs"][name]]
        yield (
            f"| {words[name]} | {median(walls):.2f} | {min(walls):.2f}–{max(walls):.2f} "
            f"| {base / median(walls):.2f} | {middle(result, name, 'cpu'):.2f} | {len(walls)} |"
        )


def sizes(results: list[Result], words: Mapping[str, str]) -> Iterator[str]:
    """A row for each size: what we wrote, then every program's seconds."""
    yield (
        f"| {words['enterprises']} | {words['files']} | MB | "
        + " | ".join(words[name] for name in PROGRAMS)
        + f" | {words['memory']} |"
    )
    yield "|" + "--:|" * (len(PROGRAMS) + 4)
    for result in results:
        made = result["outputs"]["cold"]
        walls = [f"{middle(result, n, 'wall'):.2f}" if n in result["runs"] else "–"
                 for n in PROGRAMS]  # fmt: skip
        yield (f"| {result['enterprises']:,} | {made['files']:,} | {made['bytes'] / 1e6:,.0f} | "
               f"{' | '.join(walls)} | {middle(result, 'cold', 'memory'):,.0f} |")  # fmt: skip


def growth(results: list[Result], what: str, words: Mapping[str, str]) -> str:
    """The plot of seconds or of memory against enterprises."""
    lines = {
        words[name]: tuple((r["enterprises"], middle(r, name, what))
                           for r in results if name in r["runs"])
        for name in PROGRAMS
        if any(name in r["runs"] for r in results)
    }  # fmt: skip
    return panel(words[f"plot_{what}"], words[f"about_{what}"], lines)


def page(results: Result, lang: str) -> str:
    """The whole page in one language."""
    words = yaml.safe_load((WORDS / "words.yml").read_text("utf-8"))[lang]
    province = _of(results, PROVINCE)
    nation = results["sizes"][-1]
    serve, real = province["serve"], results["real"]
    written = on_disk(results["disk"], words)
    facts = {**results["machine"], "folder": words[results["machine"]["folder"]]}
    return (WORDS / f"speed.{lang}.md").read_text("utf-8").format(
        **facts, number=f"{PROVINCE:,}", rounds=ROUNDS[PROVINCE],
        others="\n".join(beside_others(province, words)),
        own="\n".join(ours(province, words)),
        on_disk="\n".join(written),
        sizes="\n".join(sizes(results["sizes"], words)),
        nation=f"{nation['enterprises']:,}",
        times=f"{_times(nation, province, 'cold'):.1f}",
        nation_search=_row(words["search"], nation, "search"),
        visible=f"{serve['visible']:.2f}", slowest=f"{serve['slowest']:.2f}",
        idle=f"{serve['idle']:.1%}", first=f"{serve['first']:.1f}",
        served=f"{serve['memory']:,.0f}", hand=(WORDS / f"how.{lang}.md").read_text("utf-8"),
        real="\n".join(_row(words[f"real {name}"], real, name) for name in real["runs"]),
        alike=min(made["alike"] for made in _same(province)),
        compared=min(made["compared"] for made in _same(province)),
    )  # fmt: skip


def _of(results: Result, number: int) -> Result:
    found: Result = next(r for r in results["sizes"] if r["enterprises"] == number)
    return found


def _times(more: Result, less: Result, name: str) -> float:
    return middle(more, name, "wall") / middle(less, name, "wall")


def _same(result: Result) -> list[Result]:
    """What those wrote whose pages are to be ours, word for word."""
    return [made for name, made in result["outputs"].items() if name.startswith(("hugo", "ele"))]


def main() -> None:
    """Writes both pages and their plots; prints how we stand beside others."""
    results: Result = json.loads(RESULTS.read_text("utf-8"))
    words = yaml.safe_load((WORDS / "words.yml").read_text("utf-8"))
    for lang, folder in PAGES.items():
        (folder / "speed.md").write_text(page(results, lang), "utf-8")
        for what, name in (("wall", "time"), ("memory", "memory")):
            svg = growth(results["sizes"], what, words[lang])
            (folder / f"speed-{name}.svg").write_text(svg, "utf-8")
    print("seconds, least-most, Dure / it, CPU seconds, MiB, pages, MB, bytes a page, runs")
    print("\n".join(beside_others(_of(results, PROVINCE), words["en"])))


if __name__ == "__main__":
    main()
