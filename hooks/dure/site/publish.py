"""Writes the site beside the old one and puts it in its place at the end, whole or not at all.

A file that the old site has just so is taken over, not copied: both sites name the same file
until the old one goes. So the disk writes only what changed, and the file keeps its time.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from pathlib import Path


def staging(site_dir: Path) -> Path:
    """Where a new site is made: beside the old one, so that renaming is enough."""
    return site_dir.with_name(f".{site_dir.name}.new")


def put_in_place(new: Path, site_dir: Path) -> None:
    """Makes `new` the site; the old one goes only when the new one stands."""
    take_over(site_dir, new)
    old = site_dir.with_name(f".{site_dir.name}.old")
    if old.exists():
        shutil.rmtree(old)
    if site_dir.exists():
        site_dir.rename(old)
    try:
        new.rename(site_dir)
    except OSError:
        if old.exists():
            old.rename(site_dir)
        raise
    if old.exists():
        shutil.rmtree(old)


def take_over(earlier: Path, new: Path) -> None:
    """Gives `new` the earlier site's files where it has written the same bytes once more."""
    for folder, _, names in os.walk(new):
        for name in names:
            file = Path(folder) / name
            twin = earlier / file.relative_to(new)
            if _is_twin(file, twin):
                file.unlink()
                os.link(twin, file)


def _is_twin(file: Path, twin: Path) -> bool:
    """Another file with the same bytes."""
    if twin.is_symlink() or not twin.is_file():
        return False
    return not file.samefile(twin) and filecmp.cmp(file, twin, shallow=False)


def write(path: str, data: bytes, earlier: str = "") -> None:
    """A file, its folders made as needed; or `earlier` itself, where it holds just that."""
    folder = path.rpartition("/")[0]
    try:
        os.mkdir(folder)  # noqa: PTH102 - a `Path` would take as long as the disk
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder)  # noqa: PTH103
    if earlier and _holds(earlier, data):
        os.link(earlier, path)
        return
    with open(path, "wb", buffering=0) as file:  # noqa: PTH123
        file.write(data)


def _holds(path: str, data: bytes) -> bool:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            return file.read() == data and not os.path.islink(path)  # noqa: PTH114
    except OSError:
        return False
