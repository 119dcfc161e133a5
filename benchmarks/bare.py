"""The limit of every generator: the same files, written by a loop that does nothing else.

Called as `python -m benchmarks.bare names.txt page.html folder`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main(names: Path, page: Path, out: str) -> None:
    """Writes one page, which stands for all, under each name."""
    data = page.read_bytes()
    for name in names.read_text("utf-8").splitlines():
        folder = f"{out}/{os.path.dirname(name)}"  # noqa: PTH120 - the fastest there is
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        with open(f"{out}/{name}", "wb") as file:  # noqa: PTH123
            file.write(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
