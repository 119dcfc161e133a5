"""How fast a list too long for one page is narrowed down, and how smoothly it scrolls.

    python -m benchmarks.lists.measure          5,505 enterprises: a province
    python -m benchmarks.lists.measure 35000    the whole country

The site (pages only) is made in `build/bench/`; a Chromium then chooses, types and scrolls on it.
"""

from __future__ import annotations

import gzip
import statistics
import sys
from typing import TYPE_CHECKING, Any

from benchmarks.build import MKDOCS, project
from benchmarks.measure import Task, run
from benchmarks.search.browser import chromium, served

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

PROVINCE = 5_505
LIMIT = 100
"""Milliseconds from a choice to the new list."""
ROUNDS = 5
VIEW = {"width": 1280, "height": 800}
INDEX_READ = """async () => {
  const start = performance.now();
  document.querySelector("[data-filters]").dispatchEvent(new Event("focusin"));
  const place = document.querySelector("[data-list-index]");
  const index = new URL(place.dataset.listIndex, location).href;
  const isRead = () => performance.getEntriesByName(index).length > 0;
  while (!isRead()) await new Promise((done) => setTimeout(done, 1));
  return performance.now() - start;
}"""
"""Milliseconds from the first approach of the filters until all entries are there."""
NARROWED = """async ([act, value]) => {
  const form = document.querySelector("[data-filters]");
  const list = document.querySelector("[data-list-found]");
  const start = performance.now();
  if (act === "type") {
    form.elements.q.value = value;
    form.elements.q.dispatchEvent(new Event("input", { bubbles: true }));
  } else if (act === "sort") {
    const sort = document.querySelector("[name=sort]");
    sort.value = value;
    sort.dispatchEvent(new Event("change", { bubbles: true }));
  } else {
    form.querySelector(`[name=${act}][value=${value}]`).click();
  }
  document.body.offsetHeight;
  const done = performance.now() - start;
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  return [done, performance.now() - start, document.querySelector("[data-list-count]").textContent];
}"""
"""Milliseconds until the new list is laid out, and until it is painted; the count in words."""
SCROLLED = """async () => {
  const frames = [];
  let last = performance.now();
  const end = document.documentElement.scrollHeight - innerHeight;
  for (let y = 0; y < end; y += 120) {
    scrollTo(0, y);
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return frames.slice(1);
}"""
"""Milliseconds of each frame of a scroll from the top to the foot, 120 pixels a frame."""
STEPS = (
    ("region", "gyeonggi", "a province"),
    ("kind", "cooperative", "and a kind"),
    ("sort", "name", "by name"),
    ("kind", "cooperative", "without the kind"),
    ("type", "도시락", "and a typed word"),
    ("type", "도시락 돌봄", "and another"),
)


def measure(site: Path) -> None:
    """Prints the figures of the list of enterprises below `site`; exits with 1 over the limit."""
    index = (site / "enterprises" / "entries.js").read_bytes()
    print(f"index: {len(index) / 1e6:.2f} MB, {len(gzip.compress(index, 6)) / 1e3:.0f} KB gzip")
    with served(site) as address, chromium() as browser:
        found = [_round(browser.new_page(viewport=VIEW), f"{address}/enterprises/")
                 for _ in range(ROUNDS)]  # fmt: skip
    print(f"index fetched and read: {statistics.median(read for read, _, _ in found):.0f} ms")
    slowest = 0.0
    for at, (_, _, name) in enumerate(STEPS):
        times = [steps[at] for _, steps, _ in found]
        done, painted = (statistics.median(t[n] for t in times) for n in (0, 1))
        slowest = max(slowest, done)
        print(f"{name:20} {times[0][2]:>8}  laid out {done:5.1f} ms  painted {painted:5.1f} ms")
    frames = [frame for _, _, frames in found for frame in frames]
    late = sum(frame > 1000 / 30 for frame in frames)
    print(
        f"scrolling: {len(frames)} frames, median {statistics.median(frames):.1f} ms, "
        f"99 % {statistics.quantiles(frames, n=100)[98]:.1f} ms, {late} slower than 33 ms"
    )
    if slowest > LIMIT:
        sys.exit(f"slowest step {slowest:.0f} ms: expected at most {LIMIT} ms")


def _round(page: Page, address: str) -> tuple[float, list[Any], list[float]]:
    """Time to read the index, times of the steps, times of the frames."""
    page.goto(address, wait_until="load")
    page.wait_for_timeout(300)
    read = page.evaluate(INDEX_READ)
    steps = [page.evaluate(NARROWED, [act, value]) for act, value, _ in STEPS]
    for _ in range(10):
        if page.locator("[data-list-more]").is_visible():
            page.locator("[data-list-more]").click()
    frames = page.evaluate(SCROLLED)
    page.context.close()
    return read, steps, frames


def main(number: int) -> None:
    """Builds the site of a made-up province and measures it."""
    folder = project(number)
    run(Task("lists", (*MKDOCS, "--config-file", "pages.yml"), folder))
    measure(folder / "site")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else PROVINCE)
