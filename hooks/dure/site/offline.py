"""The site as one zip for closed networks and USB sticks: its links name the file they open."""

from __future__ import annotations

import re
import zipfile
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

if TYPE_CHECKING:
    from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can name: equal sites make equal bytes."""
_TAG = re.compile(r"<(?:a|area|form|link|iframe)\b[^>]*>")
_ADDRESS = re.compile(r"""(?P<before>\s(?:href|action|src)=)"(?P<address>[^"]*)\"""")
_SERVED = re.compile(r'<link rel="(?:manifest|preload)"[^>]*>\n?')
"""What a browser may not fetch from a disk."""
_REFRESH = re.compile(r'(<meta http-equiv="refresh" content="0; url=[^"]*/)"')
_PACKED = frozenset({".png", ".jpg", ".webp", ".woff2", ".pdf", ".zip", ".xlsx"})
"""Files that are compressed already."""


def pack(site: Path, out: Path) -> Path:
    """Writes `out` with everything below `site` in a folder of the zip's name; returns `out`.

    Raises FileNotFoundError where `site` holds no home page.
    """
    if not (site / "index.html").is_file():
        raise FileNotFoundError(f"{site}: expected a built site with an index.html")
    out.parent.mkdir(parents=True, exist_ok=True)
    files = _files(site, out)
    draft = out.with_name(f".{out.name}.new")
    with zipfile.ZipFile(draft, "w") as packed:
        for path in files:
            _add(packed, f"{out.stem}/{path.relative_to(site).as_posix()}", path)
    draft.replace(out)
    return out


def _files(site: Path, out: Path) -> list[Path]:
    """The site's files in name order; never the zip itself, and none that a server needs."""
    found = (path for path in site.rglob("*") if path.is_file() and path.suffix != ".gz")
    return sorted(
        (path for path in found if path.resolve() != out.resolve()),
        key=lambda path: path.relative_to(site).as_posix(),
    )


def _add(packed: zipfile.ZipFile, name: str, path: Path) -> None:
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.create_system = 3  # Unix, wherever it is packed
    entry.external_attr = 0o100644 << 16
    stored = path.suffix in _PACKED
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    data = path.read_bytes()
    if path.suffix == ".html":
        data = from_disk(data.decode()).encode()
    packed.writestr(entry, data, compresslevel=None if stored else 9)


def from_disk(html: str) -> str:
    """The page with `index.html` at the end of every link to a folder of this site."""
    named = _TAG.sub(lambda tag: _ADDRESS.sub(_named, tag[0]), _SERVED.sub("", html))
    return _REFRESH.sub(r'\1index.html"', named)


def _named(match: re.Match[str]) -> str:
    address = unescape(match["address"])
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return match[0]
    if not parts.path.endswith(("/", "/.", "/..")) and parts.path not in {".", ".."}:
        return match[0]
    path = f"{parts.path.rstrip('/')}/index.html"
    return f'{match["before"]}"{escape(urlunsplit(parts._replace(path=path)))}"'


__all__ = ["from_disk", "pack"]
