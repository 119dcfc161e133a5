"""Times the booklets of the real data, and an enterprise booklet over a made-up province.

python benchmarks/print/measure.py                # every booklet of the real data
python benchmarks/print/measure.py 500            # 500 made-up enterprises, one volume a language
python benchmarks/print/measure.py 5505 region    # a volume a region, in Korean

CPU seconds are told beside the seconds on the clock: on a busy machine only they can be compared.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT)]

from msgspec import structs  # noqa: E402

from benchmarks.synthetic import write_province  # noqa: E402
from dure.booklets.printing import print_all  # noqa: E402
from dure.catalogue import Catalogue  # noqa: E402
from dure.check import check_data  # noqa: E402
from dure.load import Entry  # noqa: E402
from dure.records import Text  # noqa: E402
from dure.records.booklet import Selection  # noqa: E402

MODEL = "goyang-enterprises"
"""The booklet whose make-up the made-up one has."""
NAME = "made-up-enterprises"


def real() -> Catalogue:
    """The real data."""
    catalogue = check_data(ROOT / "data").catalogue
    assert catalogue is not None
    return catalogue


def province(count: int, volumes: str, folder: Path) -> Catalogue:
    """`count` made-up enterprises and one booklet of them all."""
    write_province(count, folder)
    catalogue = check_data(folder).catalogue
    assert catalogue is not None
    model = real().booklets[MODEL]
    booklet = structs.replace(
        model,
        select=(Selection(kind="enterprise"),),
        volumes=volumes or "none",
        contact=None,
        languages=("ko",) if volumes else ("ko", "en"),
        source=(),
    )
    return with_records(catalogue, Entry("booklet", NAME, "", "booklets", booklet))


def with_records(catalogue: Catalogue, *changed: Entry) -> Catalogue:
    """The catalogue with some records added or exchanged."""
    names = {(entry.kind, entry.id) for entry in changed}
    kept = (e for e in catalogue.entries if (e.kind, e.id) not in names)
    return Catalogue((*kept, *changed), catalogue.site)


def edited(catalogue: Catalogue) -> Catalogue:
    """The same with another address for one enterprise."""
    old = next(e for e in catalogue.entries if e.kind == "enterprise")
    address = Text(ko="가상로 1000", en="1000 Gasang-ro")
    record = structs.replace(old.record, address=address)
    return with_records(catalogue, Entry(old.kind, old.id, old.path, old.folder, record))


@dataclass(frozen=True)
class Spent:
    """Clock and CPU time of this process and its copies."""

    wall: float
    cpu: float

    @classmethod
    def now(cls) -> Spent:
        """Since the process began."""
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return cls(time.perf_counter(), sum(u.ru_utime + u.ru_stime for u in used))


def run(label: str, catalogue: Catalogue, folder: Path) -> None:
    """Prints everything once and tells what it took."""
    start = Spent.now()
    printed = print_all(catalogue, folder / "site", folder / "cache")
    end = Spent.now()
    files = [f for work in printed for f in work.files]
    print(
        f"{label}: {end.wall - start.wall:.2f} s, {end.cpu - start.cpu:.2f} CPU s, "
        f"{len(files)} files, {sum(f.pages for f in files)} pages, "
        f"{sum(f.bytes for f in files) / 1e6:.1f} MB"
    )


def main(count: int = 0, volumes: str = "") -> None:
    """Set anew, set again from the cache, and with one record edited."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        catalogue = province(count, volumes, folder / "data") if count else real()
        run("first", catalogue, folder)
        run("again", catalogue, folder)
        run("one record edited", edited(catalogue), folder)
    ours = ((resource.RUSAGE_SELF, "this process"), (resource.RUSAGE_CHILDREN, "a copy"))
    for who, label in ours:
        print(f"most memory of {label}: {resource.getrusage(who).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main(*(int(a) if a.isdecimal() else a for a in sys.argv[1:]))  # type: ignore[arg-type]
