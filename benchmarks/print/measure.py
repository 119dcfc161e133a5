"""Times the booklets of the real data, and an enterprise booklet of any size (made-up records).

python benchmarks/print/measure.py            # the real data
python benchmarks/print/measure.py 500        # 500 made-up enterprises in one volume
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from dure.booklets.printing import print_all  # noqa: E402
from dure.catalogue import Catalogue  # noqa: E402
from dure.check import check_data  # noqa: E402
from dure.load import Entry  # noqa: E402


def many(catalogue: Catalogue, count: int) -> Catalogue:
    """The Goyang booklet alone, over `count` copies of its enterprises under made-up names."""
    known = [e for e in catalogue.entries
             if e.kind == "enterprise" and e.folder == "gyeonggi-goyang"]
    rest = [e for e in catalogue.entries if e not in known and
            (e.kind != "booklet" or e.id == "goyang-enterprises")]
    copies = []
    for n in range(count):
        old = known[n % len(known)]
        name = old.record.name.model_copy(  # type: ignore[attr-defined]
            update={"ko": f"가상 기업 {n:04d}", "en": f"Sample {n:04d}"})
        record = old.record.model_copy(update={"name": name})
        copies.append(Entry(old.kind, f"{old.id}-{n:04d}", old.path, old.folder, record))
    return Catalogue((*rest, *(e for e in known), *copies[: max(0, count - len(known))]),
                     catalogue.site)


def main() -> None:
    """Prints seconds, pages, bytes and the most memory used."""
    catalogue = check_data(ROOT / "data").catalogue
    assert catalogue is not None
    names: tuple[str, ...] = ()
    if len(sys.argv) > 1:
        catalogue, names = many(catalogue, int(sys.argv[1])), ("goyang-enterprises",)
    with tempfile.TemporaryDirectory() as folder:
        out, cache = Path(folder) / "site", Path(folder) / "cache"
        for label in ("first", "again"):
            start = time.perf_counter()
            printed = print_all(catalogue, out, cache, names=names)
            took = time.perf_counter() - start
            files = [f for work in printed for f in work.files]
            print(f"{label}: {took:.2f} s, {len(files)} files, {sum(f.pages for f in files)} pages,"
                  f" {sum(f.bytes for f in files) / 1e6:.1f} MB")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
