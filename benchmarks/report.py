"""Writes the page about speed, in both languages, from what `benchmarks.build` measured.

Called as `python -m benchmarks.report`; the words are in `benchmarks/report/`.
"""

from __future__ import annotations

import json
import math
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.build import RESULTS, ROUNDS
from benchmarks.synthetic import ROOT

WORDS = Path(__file__).parent / "report"
PAGES = {"ko": ROOT / "docs" / "contributing", "en": ROOT / "docs" / "en" / "contributing"}
PLOT = ROOT / "docs" / "contributing" / "growth.svg"
WIDTH, HEIGHT, EDGE = 640, 320, 48
BASE = "dure cold"
Result = dict[str, Any]


def machine() -> str:
    """What was measured on, as far as it tells."""
    names = ("Jinja2", "mkdocs", "mkdocs-material", "pydantic", "PyYAML")
    cores = sum(line.startswith("processor") for line in _lines("/proc/cpuinfo"))
    model = next((line.split(":")[1].strip() for line in _lines("/proc/cpuinfo")
                  if line.startswith("model name")), platform.machine())  # fmt: skip
    tools = [f"{name} {version(name)}" for name in names]
    python = f"Python {platform.python_version()}"
    return ", ".join((model, f"{cores} cores", platform.system(), python, *tools))


def _lines(path: str) -> list[str]:
    file = Path(path)
    return file.read_text("utf-8").splitlines() if file.is_file() else []


def table(result: Result) -> str:
    """Medians of one size, and how many times as long as ours each took."""
    base = result["runs"][BASE]["wall"]
    rows = [
        f"| {name} | {run['wall']:.2f} | {run['wall'] / base:.2f} | {run['cpu']:.2f} "
        f"| {run['memory']:.0f} |"
        for name, run in result["runs"].items()
    ]
    return "\n".join(rows)


def plot(results: list[Result]) -> str:
    """Seconds (and hundreds of MiB) against enterprises, both axes logarithmic."""
    sizes = [r["enterprises"] for r in results]
    lines = {"s": [r["runs"][BASE]["wall"] for r in results],
             "100 MiB": [r["runs"][BASE]["memory"] / 100 for r in results]}  # fmt: skip
    values = [value for line in lines.values() for value in line]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def x(size: int) -> float:
        first, last = math.log10(sizes[0]), math.log10(sizes[-1])
        return EDGE + (math.log10(size) - first) / (last - first or 1) * (WIDTH - 2 * EDGE)

    def y(value: float) -> float:
        return HEIGHT - EDGE - (math.log10(value) - low) / (high - low or 1) * (HEIGHT - 2 * EDGE)

    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
    parts = [head + 'font-family="sans-serif" font-size="12">']
    for power in range(low, high + 1):
        at = y(10**power)
        parts.append(f'<path d="M{EDGE} {at:.1f}H{WIDTH - EDGE}" stroke="#ccc"/>'
                     f'<text x="4" y="{at + 4:.1f}">{10.0**power:g}</text>')  # fmt: skip
    parts += [
        f'<text x="{x(size):.1f}" y="{HEIGHT - 16}" text-anchor="middle">{size:,}</text>'
        for size in sizes
    ]
    for (unit, line), colour in zip(lines.items(), ("#1c4f8c", "#a8401c"), strict=True):
        points = " ".join(f"{x(s):.1f},{y(v):.1f}" for s, v in zip(sizes, line, strict=True))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
                     f'<text x="{x(sizes[-1]):.1f}" y="{y(line[-1]) - 8:.1f}" fill="{colour}" '
                     f'text-anchor="end">{unit}</text>')  # fmt: skip
    return "\n".join((*parts, "</svg>\n"))


def main() -> None:
    """Writes both pages and the plot."""
    results: list[Result] = json.loads(RESULTS.read_text("utf-8"))
    sizes = [r for r in results if BASE in r["runs"]]
    province = max((r for r in sizes if "Hugo, YAML" in r["runs"]), key=lambda r: r["enterprises"])
    PLOT.write_text(plot(sizes), "utf-8")
    growth = "\n".join(
        f"| {r['enterprises']:,} | {r['files']:,} | {r['bytes'] / 1e6:.0f} "
        f"| {r['runs'][BASE]['wall']:.2f} | {r['runs'][BASE]['memory']:.0f} |"
        for r in sizes
    )
    for lang, folder in PAGES.items():
        words = (WORDS / f"speed.{lang}.md").read_text("utf-8")
        page = words.format(
            machine=machine(), table=table(province), growth=growth, rounds=ROUNDS,
            number=f"{province['enterprises']:,}",
        )  # fmt: skip
        (folder / "speed.md").write_text(page, "utf-8")


if __name__ == "__main__":
    main()
