"""The theme's page around a record: rendered once per language, depth and list, then filled.

The theme's template is the slow part of a page and the same for thousands of them, so it is
rendered with marks where pages differ, split at the marks, and joined for each page.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct, field

from dure.messages import texts
from dure.render import Phrase, html, render
from dure.site.addresses import OTHER, ROOTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dure.site.addresses import Address
    from dure.views.reader import Reader

SECTIONS = (
    "programs", "calendar", "enterprises", "products", "centres", "indicators", "booklets",
)  # fmt: skip
_MARK = re.compile(r"@@dure:([a-z_]+)@@")
SLOTS = ("title", "description", "path", "body")
"""What differs between pages of one list: title, description, address and all that is inside."""


class Guide(Struct, frozen=True):
    """A hand-written page and its name in the menu; `path` is below the language's root."""

    lang: str
    path: str
    label: str
    in_menu: bool = True


class Head(Struct, frozen=True):
    """What a page says of itself outside its body."""

    address: Address
    title: str
    description: str
    crumbs: tuple[tuple[str, str], ...] = ()
    """Path and label of the lists above a record."""
    body_class: str = ""


class Shell(Struct, frozen=True):
    """A rendered theme page, cut at its marks."""

    parts: tuple[bytes, ...]
    """What stands before, between and after the marks, with room for what goes there."""
    names: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> Shell:
        """Splits a rendered page; a page without a slot for the body is refused."""
        parts = _MARK.split(html)
        if "body" not in parts[1::2]:
            raise ValueError("the theme's main.html leaves no place for the body")
        return cls(tuple(part.encode() for part in parts), tuple(parts[1::2]))

    def fill(self, slots: Mapping[str, str]) -> bytes:
        """The whole page; every slot must be given."""
        data = {name: text.encode() for name, text in slots.items()}
        page = list(self.parts)
        page[1::2] = [data[name] for name in self.names]
        return b"".join(page)


class Chrome(Struct, dict=True):
    """What the theme's template needs around any page of one language."""

    reader: Reader
    assets: Mapping[str, str]
    guides: tuple[Guide, ...]
    render_theme: Callable[[Mapping[str, object]], str]
    card: Callable[[Address], str]
    """A page's picture for shared links, below the site's root."""
    shells: dict[tuple[int, str, tuple[tuple[str, str], ...], str, bool], Shell] = field(
        default_factory=dict
    )

    def context(self, address: Address, slots: Mapping[str, str]) -> dict[str, object]:
        """The variables of `overrides/main.html` for one page."""
        site, say = self.reader.catalogue.site, self.reader.say
        lang = self.reader.lang
        return {
            "lang": lang,
            "t": texts("site", lang),
            "base": address.base,
            "home": address.base + ROOTS[lang],
            "assets": self.assets,
            "card": site.url + self.card(address),
            "site": {
                "title": str(say(site.title)),
                "tagline": str(say(site.tagline)),
                "publisher": str(say(site.publisher)),
                "data_note": str(say(site.data_note)) if site.data_note else "",
                "report_url": site.report_url or "",
            },
            "sections": [self._section(name, address) for name in SECTIONS],
            "guides": [
                {"href": address.to(g.path), "label": g.label, "active": g.path == address.path}
                for g in self.guides
                if g.lang == lang and g.in_menu
            ],
            "shell": {
                **slots,
                "alternates": [
                    {"lang": "ko", "href": slots["ko_url"]},
                    {"lang": "en", "href": slots["en_url"]},
                    {"lang": "x-default", "href": slots["ko_url"]},
                ],
            },
        }

    def _section(self, name: str, address: Address) -> dict[str, object]:
        return {
            "href": address.to(f"{name}/"),
            "label": self.reader.words[name],
            "active": address.path.startswith(f"{name}/"),
            "name": name,
        }

    def page(self, head: Head, body: str) -> bytes:
        """A whole page around `body`."""
        title, about, path = html(head.title), html(head.description), html(head.address.path)
        return self._shell(head).fill(
            {"title": title, "description": about, "path": path, "body": body}
        )

    def slots(self, head: Head) -> dict[str, str]:
        """What a page says of itself, not yet escaped (`crumbs_html` is HTML)."""
        return self._slots(head, head.title, head.address.path) | {"description": head.description}

    def _slots(self, head: Head, title: str, path: str) -> dict[str, str]:
        """All but the description; title and path are those of the head, or marks for them."""
        address, site, name = head.address, self.reader.catalogue.site, self._name
        urls = {lang: below + path for lang, below in ROOTS.items()}
        return {
            "title": title if head.title == name else f"{title} · {name}",
            "canonical": site.url + urls[address.lang],
            "ko_url": site.url + urls["ko"],
            "en_url": site.url + urls["en"],
            "other_href": address.base + urls[OTHER[address.lang]],
            "crumbs_html": self._crumbs(head, title),
            "body_class": head.body_class,
        }

    @cached_property
    def _name(self) -> str:
        return str(self.reader.say(self.reader.catalogue.site.title))

    def _crumbs(self, head: Head, here: str) -> str:
        address = head.address
        if not address.path:
            return ""
        return render(
            "components/crumbs.html",
            address.lang,
            home=address.to(""),
            crumbs=[(address.to(path), label) for path, label in head.crumbs],
            here=Phrase(here, address.lang, address.lang),
        )

    def _shell(self, head: Head) -> Shell:
        """The shell of a page; pages of records of one kind share theirs."""
        path, is_home = head.address.path, head.title == self._name
        key = (path.count("/"), path.partition("/")[0], head.crumbs, head.body_class, is_home)
        found = self.shells.get(key)
        if found is None:
            marks = {slot: f"@@dure:{slot}@@" for slot in SLOTS}
            slots = marks | self._slots(head, marks["title"], marks["path"])
            page = {**self.context(head.address, slots), "body_html": marks["body"]}
            found = self.shells[key] = Shell.cut(self.render_theme(page))
        return found
