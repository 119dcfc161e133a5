"""Links from hand-written pages to records: written from the root, made relative, checked."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from dure.messages import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dure.site.addresses import Address

_FROM_ROOT = re.compile(r'(?P<attribute>href|src)="/(?P<path>[^"/][^"]*|)"')


class Named(Struct, frozen=True):
    """A page that a hand-written page names."""

    page: str
    path: str


class Relative(Struct, frozen=True):
    """A page's HTML with relative links, and what it links to."""

    html: str
    named: tuple[Named, ...]


def relative(html: str, address: Address, page: str) -> Relative:
    """Rewrites `href="/programs/"` for a page at `address`."""
    named = [Named(page, match["path"]) for match in _FROM_ROOT.finditer(html)]
    return Relative(
        _FROM_ROOT.sub(lambda m: f'{m["attribute"]}="{address.base}{m["path"]}"', html),
        tuple(named),
    )


def broken(named: Iterable[Named], addresses: Iterable[Address], told_in: str) -> Iterator[str]:
    """A message, in a language, for each page with links that lead to no page of the site."""
    known = {address.full for address in addresses}
    lost: dict[str, dict[str, None]] = defaultdict(dict)
    for link in named:
        path = link.path.split("#")[0].split("?")[0]
        if path and not path.startswith("assets/") and path not in known:
            lost[link.page][f"/{path}"] = None
    for page, paths in lost.items():
        yield text("build.no_such_page", told_in, page=page, paths=", ".join(paths))
