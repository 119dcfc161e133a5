"""5,505 made-up enterprises in each language beside the real records: how the search grows.

    python benchmarks/search/synthetic.py --out build/large

Names are recognisable (상상기업 0001 …); the same number always gives the same records.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "hooks"))

from dure.catalogue import link  # noqa: E402
from dure.load import load_data  # noqa: E402
from dure.search.entries import SearchEntry  # noqa: E402
from dure.search.gather import records, synonyms  # noqa: E402
from dure.search.pagefind import build_index  # noqa: E402
from dure.views.reader import Reader  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dure.catalogue import Catalogue
    from dure.search.entries import Language

ENTERPRISES = 5505
"""As many as the province counted in its survey of 2022."""
SYLLABLES = "가나다라마바사아자차카타파하고노도로모보소오조초코토포호기니디리미비시이지치키티피히"
KINDS = {
    "ko": ("사회적협동조합", "협동조합", "주식회사", "마을기업", "자활기업"),
    "en": ("Social Cooperative", "Cooperative", "Co., Ltd.", "Village Enterprise", "Company"),
}


def made(number: int, place: int) -> str:
    """A syllable that looks random and never changes."""
    return SYLLABLES[(number * 7919 + place * 104729 + number // 3) % len(SYLLABLES)]


def enterprises(catalogue: Catalogue, lang: Language) -> Iterator[SearchEntry]:
    """Made-up enterprises, each with a product, in sectors and regions of the vocabularies."""
    reader = Reader(catalogue, lang)
    sectors = [*catalogue.terms["sectors"].values()]
    regions = [t for t in catalogue.terms["regions"].values() if t.parent]
    root = "en/" if lang == "en" else ""
    for n in range(ENTERPRISES):
        sector, region = sectors[n % len(sectors)], regions[n * 7 % len(regions)]
        label, place = str(reader.say(sector.label)), str(reader.say(region.label))
        kind = KINDS[lang][n % 5]
        korean = "".join(made(n, i) for i in range(3 + n % 2))
        words = sector.aliases.ko if lang == "ko" else sector.aliases.en or (label,)
        goods = [words[(n + i) % len(words)] for i in range(3)]
        title = f"상상{korean}{KINDS['ko'][n % 5]}" if lang == "ko" else f"Sangsang {n:04} {kind}"
        sort = {"name": f"{n * 31 % ENTERPRISES:05}", "year": "0"}
        filters = {"region": (region.id,), "sector": (sector.id,)}
        body = f"{place}에서 {goods[0]}, {goods[1]}, {goods[2]} 일을 합니다. 상상번호 {n:04}"
        yield SearchEntry(
            f"{root}enterprises/made-{n:04}/",
            lang,
            "enterprise",
            f"made-{n:04}",
            title,
            f"{label} · {place}",
            (f"상상{korean}", kind, label, place, *goods),
            body,
            (f"0310{n:06}", f"0{n:06}"),
            filters,
            sort,
            {"badge": f"{kind} · {place}"},
        )
        yield SearchEntry(
            f"{root}enterprises/made-{n:04}/#one",
            lang,
            "product",
            f"made-{n:04}.one",
            f"{goods[0]} — {title}",
            f"{label} · {place}",
            (goods[0], goods[1]),
            goods[2],
            (),
            filters,
            sort,
            {"badge": place},
        )


def main() -> None:
    """The command line."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", type=Path, default=Path("data"))
    arguments.add_argument("--out", type=Path, required=True, help="folder of a built site")
    given = arguments.parse_args()
    catalogue = link(load_data(given.data))
    real = [entry for lang in ("ko", "en") for entry in records(Reader(catalogue, lang))]
    more = [entry for lang in ("ko", "en") for entry in enterprises(catalogue, lang)]
    began = time.perf_counter()
    report = build_index([*real, *more], given.out / "pagefind", synonyms(catalogue))
    print(
        f"{report.entries:,} records, {report.files:,} files, {report.size:,} bytes, "
        f"{time.perf_counter() - began:.1f} s"
    )


if __name__ == "__main__":
    main()
