"""Our long lists, taken apart for other generators: which entries stand on which page.

They get the order and the groups as data; what they make is the page of a hundred cards.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from benchmarks.shells import ROOTS
from dure.messages import texts
from dure.site.addresses import Address
from dure.views.lists import enterprise_list, product_list
from dure.views.reader import Reader
from dure.views.slices import slices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dure.catalogue import Catalogue
    from dure.views.listing import Group, ListView

LISTS: dict[str, Callable[[Reader], ListView[Any]]] = {
    "enterprises": enterprise_list,
    "products": product_list,
}
_GROUPS = re.compile(r'<section class="group".*</section>', re.DOTALL)
_PAGER = re.compile(r'(<nav class="pager"[^>]*>\s*<ul role="list">).*?(</ul>)', re.DOTALL)


def listings(catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    """Every page of every long list: where it stands and what stands on it."""
    for lang in ROOTS:
        reader = Reader(catalogue, lang)
        for name, view in LISTS.items():
            for part in slices(view(reader), f"{name}/"):
                if part.pager is not None:
                    yield _listing(name, part, lang, catalogue)


def _listing(name: str, part: ListView[Any], lang: str, catalogue: Catalogue) -> dict[str, Any]:
    pager = part.pager
    assert pager is not None
    return {
        "list": name, "lang": lang, "number": pager.number, "count": pager.count,
        "near": pager.near, "base": Address(lang, pager.path(pager.number)).to(""),
        "groups": [_group(group, catalogue) for group in part.groups],
    }  # fmt: skip


def _group(group: Group[Any], catalogue: Catalogue) -> dict[str, Any]:
    """A product is named by its maker and its place among the maker's."""
    items = []
    for item in group.items:
        maker, _, product = item.id.partition(".")
        items.append({"id": maker, "region": catalogue.enterprises[maker].region,
                      "at": int(product.removeprefix("p") or 1) - 1})  # fmt: skip
    return {"id": group.id, "label": str(group.label), "shown": group.shown, "items": items}


def list_shells(site: Path) -> dict[str, str]:
    """`<list>-<language>-<first or other>` → our built page with `%NAME%` where pages differ."""
    found = {}
    for lang, root in ROOTS.items():
        for name in LISTS:
            folder = site / root / name
            for which, path in (("first", folder), ("other", folder / "page" / "2")):
                if (path / "index.html").is_file() and (folder / "page").is_dir():
                    html = (path / "index.html").read_text("utf-8")
                    found[f"{name}-{lang}-{which}"] = _cut(html, lang)
    return found


def _cut(html: str, lang: str) -> str:
    html = _PAGER.sub(r"\1\n%PAGER%\2", _GROUPS.sub("%GROUPS%", html))
    counted = texts("site", lang)["page_of"].replace("{number}", "2").replace("{count}", "([0-9]+)")
    here = texts("site", lang)["page_of"].replace("{number}", "%NUMBER%")
    html = re.sub(counted, lambda found: here.replace("{count}", found[1]), html)
    return html.replace("/page/2/", "/page/%NUMBER%/")
