"""How long the site takes to build at any size, beside other generators on the same data.

    python -m benchmarks.build            all sizes, all peers: `make bench`
    python -m benchmarks.build 500 2000   only these sizes, with their peers, two rounds

Projects and sites lie in memory where that holds enough, else in `build/bench/`; $DURE_BENCH
names another folder. Hugo and Eleventy are measured where $DURE_BENCH_TOOLS has them.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import sys
import time
from dataclasses import asdict
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import material, own, peers
from benchmarks.disk import on_disk
from benchmarks.listings import LISTS
from benchmarks.measure import Failed, Task, rounds, run, say, size_of
from benchmarks.serve import preview
from benchmarks.shells import ROOTS, first_difference, page
from benchmarks.synthetic import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

MEMORY = Path("/dev/shm")
ROOM = 8 << 30
"""Bytes: two sites of 35,000 enterprises, twice over."""
TOOLS = Path(os.environ.get("DURE_BENCH_TOOLS", ROOT / "build" / "bench-tools"))
RESULTS = ROOT / "benchmarks" / "results.json"
PROVINCE = 5_505
"""As many as the survey of 2022 counted in Gyeonggi."""
ROUNDS = {500: 3, 2_000: 3, PROVINCE: 7, 35_000: 1}
MATERIAL_ROUNDS = {500: 1, 2_000: 1, PROVINCE: 1}
SEARCH_ROUNDS = {PROVINCE: 3, 35_000: 1}
PEERS_ONCE_FROM = 35_000
MORE_MEMORY = {"NODE_OPTIONS": "--max-old-space-size=8192"}
"""Eleventy keeps all pages in memory; Node by itself allows too little for 35,000."""
SAMPLES = 20
"""Pages of a peer, in each language, that are compared with ours."""


def work() -> Path:
    """Where projects and sites lie."""
    if named := os.environ.get("DURE_BENCH"):
        return Path(named) / "dure-bench"
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        return MEMORY / "dure-bench"
    return ROOT / "build" / "bench"


def peer_tasks(
    folder: Path, number: int, *, all_of_them: bool = True
) -> Iterator[tuple[Task, Path]]:
    """The bare time to write the same files, and the peers that are installed; with their sites.

    Hugo is always among them.
    """
    site, data, most = folder / "site", folder / "data", 1 if number >= PEERS_ONCE_FROM else 99
    yield _bare(folder), folder / "bare"
    if (hugo := TOOLS / "hugo").is_file():
        for name, one_json in (("hugo-yaml", False), ("hugo-json", True)):
            out = folder.with_name(f"{name}-{number}")
            peers.hugo(data, site, out, one_json=one_json)
            yield _peer(name, (str(hugo), "--quiet"), out, "public", most), out / "public"
    if not all_of_them:
        return
    if (eleventy := TOOLS / "node_modules" / ".bin" / "eleventy").is_file():
        out = folder.with_name(f"eleventy-{number}")
        peers.eleventy(data, site, out)
        yield _peer("eleventy", (str(eleventy), "--quiet"), out, "_site", most), out / "_site"
    if number <= PROVINCE:
        out = folder.with_name(f"material-{number}")
        material.material(data, out)
        most = MATERIAL_ROUNDS.get(number, 1)
        yield _peer("material", own.MKDOCS, out, "site", most), out / "site"


def _peer(name: str, command: tuple[str, ...], out: Path, site: str, most: int) -> Task:
    before = partial(shutil.rmtree, out / site, ignore_errors=True)
    return Task(name, command, out, before, most, MORE_MEMORY, is_ours=False)


def _bare(folder: Path) -> Task:
    """Writes the files of our site, as they are now, with nothing to think about."""
    names, out = folder / "names.txt", folder / "bare"
    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    lines = (f"{path.stat().st_size} {path.relative_to(folder / 'site')}" for path in files)
    names.write_text("\n".join(lines), "utf-8")
    program = str(ROOT / "benchmarks" / "bare.py")
    return Task("bare", (sys.executable, program, str(names), str(out)), folder,
                partial(shutil.rmtree, out, ignore_errors=True))  # fmt: skip


def measure(number: int, count: int) -> dict[str, Any]:
    """Everything about one size; leaves nothing behind."""
    say(f"{number:,} enterprises")
    folder = own.project(work() / f"dure-{number}", number)
    ours = own.tasks(folder, 1 if number >= PEERS_ONCE_FROM else 99)
    run(ours[0])  # compiles Python and fills the disk's cache; its site is what peers are cut from
    others = list(peer_tasks(folder, number))
    peers.forget()
    found = rounds([*ours, *(task for task, _ in others)], count)
    run(own.settle(folder))
    outputs = {"cold": output(folder / "site", folder / "site", number)}
    outputs |= {task.name: output(site, folder / "site", number) for task, site in others}
    if number == PROVINCE:
        found |= rounds([own.first_task(folder)], 1)
    if number in SEARCH_ROUNDS:
        found |= rounds([own.search_task(folder)], SEARCH_ROUNDS[number])
        outputs["search"] = output(folder / "site", folder / "site", number)
    result = {"enterprises": number, "outputs": outputs,
              "runs": {name: list(map(asdict, runs)) for name, runs in found.items()}}  # fmt: skip
    if number == PROVINCE:
        say("  the preview")
        result["serve"] = asdict(preview(folder))
    shutil.rmtree(work())
    return result


def output(site: Path, ours: Path, number: int) -> dict[str, float]:
    """What a program has written; of how many pages of the sample the words are ours."""
    files, size = size_of(site)
    pages, _ = size_of(site, "*.html")
    records = [path.stat().st_size for path in site.rglob("enterprises/made-up-*/index.html")]
    ids = [f"made-up-{at:05d}" for at in range(0, number, max(number // SAMPLES, 1))]
    names = [page(i, lang) for i in ids for lang in ROOTS]
    names += [f"{root}{name}/page/{at}/index.html"
              for root in ROOTS.values() for name in LISTS for at in (2, 3)]  # fmt: skip
    pairs = [(ours / name, site / name) for name in names if (ours / name).is_file()]
    differ = [text for pair in pairs if (text := _difference(*pair))]
    if differ and site.name in {"public", "_site"}:
        say(f"  {site}: {len(differ)} of {len(pairs)} pages differ from ours, first at {differ[0]}")
    return {"files": files, "bytes": size, "pages": pages, "records": len(records),
            "page": round(sum(records) / max(len(records), 1)),
            "alike": len(pairs) - len(differ), "compared": len(pairs)}  # fmt: skip


def _difference(ours: Path, theirs: Path) -> str:
    both = (path.read_text("utf-8", "replace") if path.is_file() else "" for path in (ours, theirs))
    return first_difference(*both)


def disk(number: int, count: int) -> dict[str, Any]:
    """Pages only, anew, where files lie on the disk of this repository."""
    say(f"{number:,} enterprises, on a disk")
    place = ROOT / "build" / "bench-disk"
    shutil.rmtree(place, ignore_errors=True)
    folder = own.project(place / f"dure-{number}", number)
    ours = own.tasks(folder)[0]
    run(ours)
    found = on_disk(ours, peer_tasks(folder, number, all_of_them=False), count)
    shutil.rmtree(place)
    return {"runs": {name: list(map(asdict, runs)) for name, runs in found.items()}}


def real() -> dict[str, Any]:
    """The real catalogue."""
    say("the real catalogue")
    folder = own.project(work() / "dure-real", 0)
    anew, whole = own.real_tasks(folder)
    run(anew[1])
    found = rounds(anew, 3) | rounds(whole, 3)
    files, size = size_of(folder / "site")
    shutil.rmtree(work())
    return {"files": files, "bytes": size,
            "runs": {name: list(map(asdict, runs)) for name, runs in found.items()}}  # fmt: skip


def machine() -> dict[str, str]:
    """What was measured on and with, as far as it tells."""
    model = next((line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo")
                  if line.startswith("model name")), platform.machine())  # fmt: skip
    memory = next((int(line.split()[1]) >> 20 for line in _lines("/proc/meminfo")
                   if line.startswith("MemTotal")), 0)  # fmt: skip
    names = ("Jinja2", "mkdocs", "mkdocs-material", "msgspec", "pagefind", "PyYAML")
    return {
        "processor": model, "cores": str(os.cpu_count()), "memory": f"{memory} GiB",
        "system": f"{platform.system()} {platform.machine()}", "folder": _kind(work()),
        "disk": _file_system(ROOT),
        "python": platform.python_version(), **{name: version(name) for name in names},
    }  # fmt: skip


def _lines(path: str) -> list[str]:
    file = Path(path)
    return file.read_text("utf-8").splitlines() if file.is_file() else []


def _file_system(folder: Path) -> str:
    """What kind of file system holds a folder: `ext4`."""
    mounts = (line.split()[1:3] for line in _lines("/proc/mounts"))
    above = [(len(point), kind) for point, kind in mounts if folder.is_relative_to(point)]
    return max(above, default=(0, "?"))[1]


def _kind(folder: Path) -> str:
    return "tmpfs" if MEMORY in folder.parents else "disk"


def main(sizes: list[int]) -> None:
    """Measures and keeps the results; named sizes are only printed, two rounds each."""
    start = time.perf_counter()
    results: dict[str, Any] = {"machine": machine()}
    results["sizes"] = [measure(n, 2 if sizes else ROUNDS[n]) for n in sizes or ROUNDS]
    if not sizes:
        results["disk"] = disk(PROVINCE, ROUNDS[PROVINCE])
        results["real"] = real()
        RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8")
    else:
        print(json.dumps(results, ensure_ascii=False, indent=1))
    say(f"measured in {(time.perf_counter() - start) / 60:.1f} minutes")


if __name__ == "__main__":
    try:
        main([int(word) for word in sys.argv[1:]])
    except Failed as failed:
        sys.exit(str(failed))
