"""How long the site takes to build at any size, beside other generators on the same data.

    python -m benchmarks.build            all sizes, all peers: `make bench`
    python -m benchmarks.build 500 2000   only these sizes

Projects and sites lie in `build/bench/`, or below $DURE_BENCH: a folder in memory (`/dev/shm`)
shows the programs and not the disk. Hugo and Eleventy are measured where they are installed.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import peers
from benchmarks.measure import Task, rounds, run, size_of
from benchmarks.synthetic import ROOT, write_province

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.measure import Run

WORK = Path(os.environ.get("DURE_BENCH", ROOT / "build" / "bench"))
TOOLS = Path(os.environ.get("DURE_BENCH_TOOLS", ROOT / "build" / "bench-tools"))
RESULTS = ROOT / "benchmarks" / "results.json"
SIZES = (500, 2_000, 5_505, 35_000)
"""The last but one is a province (the 2022 survey counted 5,505), the last the whole country."""
PEERS_UP_TO = 5_505
ROUNDS = 3
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
PAGES_ONLY = "INHERIT: mkdocs.yml\nextra: {data: data, search: false, booklets: false}\n"


def project(number: int) -> Path:
    """A project of ours with so many enterprises; code, theme and pages are the real ones."""
    folder = WORK / f"dure-{number}"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("hooks", "overrides", "docs"):
        link = folder / name
        link.unlink(missing_ok=True)
        link.symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "pages.yml").write_text(PAGES_ONLY, "utf-8")
    write_province(number, folder / "data")
    return folder


def own_tasks(folder: Path) -> Iterator[Task]:
    """Our builds: anew, again without a change, again with one record edited."""
    pages = (*MKDOCS, "--config-file", "pages.yml")
    yield Task("dure cold", pages, folder, partial(_forget, folder))
    yield Task("dure no change", pages, folder)
    yield Task("dure one edit", pages, folder, partial(_edit, folder))


def _forget(folder: Path) -> None:
    """No site and nothing known of one; fonts stay, as they are cut once for a set of letters."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    (folder / "build" / "site.seal").unlink(missing_ok=True)


def _edit(folder: Path) -> None:
    """Another word in one record, so that each run has something to do."""
    path = next((folder / "data" / "enterprises").rglob("made-up-00010.yml"))
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("스스로 점검", "늘 점검") if "스스로 점검" in text
        else text.replace("늘 점검", "스스로 점검"), "utf-8",
    )  # fmt: skip


def peer_tasks(folder: Path, number: int) -> Iterator[Task]:
    """The peers that are installed, and the bare time to write the same files."""
    site, data = folder / "site", folder / "data"
    names, page = WORK / f"names-{number}.txt", WORK / f"page-{number}.html"
    names.write_text("\n".join(str(p.relative_to(site)) for p in site.rglob("*.html")), "utf-8")
    shutil.copy(site / "enterprises" / "made-up-00010" / "index.html", page)
    yield Task(
        "bare writes",
        (sys.executable, "-m", "benchmarks.bare", str(names), str(page), str(WORK / "bare")),
        ROOT, partial(shutil.rmtree, WORK / "bare", ignore_errors=True),
    )  # fmt: skip
    if (hugo := TOOLS / "hugo").is_file():
        for name, one_json in (("Hugo, YAML", False), ("Hugo, one JSON", True)):
            out = WORK / f"{name.replace(', ', '-').replace(' ', '-')}-{number}".lower()
            peers.hugo(data, site, out, one_json=one_json)
            gone = partial(shutil.rmtree, out / "public", ignore_errors=True)
            yield Task(name, (str(hugo), "--quiet"), out, gone)
    if (eleventy := TOOLS / "node_modules" / ".bin" / "eleventy").is_file():
        out = WORK / f"eleventy-{number}"
        peers.eleventy(data, site, out)
        gone = partial(shutil.rmtree, out / "_site", ignore_errors=True)
        yield Task("Eleventy", (str(eleventy), "--quiet"), out, gone)
    out = WORK / f"material-{number}"
    peers.material(data, out)
    yield Task("MkDocs and Material", MKDOCS, out)


def measure(number: int) -> dict[str, object]:
    """Everything about one size."""
    folder = project(number)
    own = list(own_tasks(folder))
    run(own[0])  # compiles Python and fills the disk's cache; its site is what peers are cut from
    others = list(peer_tasks(folder, number)) if number <= PEERS_UP_TO else []
    found = rounds([*own, *others], ROUNDS if number <= PEERS_UP_TO else 1)
    files, size = size_of(folder / "site")
    return {"enterprises": number, "files": files, "bytes": size, "runs": _plain(found)}


def with_search(number: int) -> dict[str, object]:
    """One whole build, search included."""
    folder = project(number)
    task = Task("dure with search", MKDOCS, folder, partial(_forget, folder))
    found = rounds([task], 1)
    files, size = size_of(folder / "site")
    return {"enterprises": number, "files": files, "bytes": size, "runs": _plain(found)}


def _plain(found: dict[str, Run]) -> dict[str, dict[str, float]]:
    return {name: {k: round(v, 3) for k, v in asdict(r).items()} for name, r in found.items()}


def main(sizes: list[int]) -> None:
    """Measures, prints and keeps the results."""
    results = [measure(number) for number in sizes or SIZES]
    if not sizes:
        results.append(with_search(5_505))
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(json.dumps(results, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]])
