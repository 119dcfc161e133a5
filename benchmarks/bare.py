"""The limit of every generator: the same files, written by a loop that does nothing else.

Called as `python bare.py names.txt folder`; each line of the first says how many bytes, and where.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main(names: Path, out: str) -> None:
    """Writes a file of the right size under each name."""
    lines = [line.split(" ", 1) for line in names.read_text("utf-8").splitlines()]
    data = b"." * max(int(size) for size, _ in lines)
    made = set()
    for size, name in lines:
        folder = f"{out}/{os.path.dirname(name)}"  # noqa: PTH120 - the fastest there is
        if folder not in made:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            made.add(folder)
        with open(f"{out}/{name}", "wb") as file:  # noqa: PTH123
            file.write(data[: int(size)])


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
