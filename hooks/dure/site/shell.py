"""The theme's page around a record: rendered once per language, depth and section, then filled.

The theme's template is the slow part of a page and the same for thousands of them, so it is
rendered with marks where pages differ, split at the marks, and joined for each page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from dure.messages import texts
from dure.render import Phrase, render
from dure.site.addresses import OTHER, ROOTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dure.site.addresses import Address
    from dure.views.reader import Reader

SECTIONS = (
    "programs", "calendar", "enterprises", "products", "centres", "indicators", "booklets",
)  # fmt: skip
_MARK = re.compile(r"@@dure:([a-z_]+)@@")
SLOTS = (
    "title",
    "description",
    "canonical",
    "ko_url",
    "en_url",
    "other_href",
    "crumbs_html",
    "body_class",
    "body",
)


@dataclass(frozen=True)
class Guide:
    """A hand-written page and its name in the menu; `path` is below the language's root."""

    lang: str
    path: str
    label: str
    in_menu: bool = True


@dataclass(frozen=True)
class Head:
    """What a page says of itself outside its body."""

    address: Address
    title: str
    description: str
    crumbs: tuple[tuple[str, str], ...] = ()
    """Path and label of the lists above a record."""
    body_class: str = ""


@dataclass(frozen=True)
class Shell:
    """A rendered theme page, cut at its marks: texts and slot names by turns."""

    parts: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> Shell:
        """Splits a rendered page; a page without a slot for the body is refused."""
        parts = tuple(_MARK.split(html))
        if "body" not in parts[1::2]:
            raise ValueError("the theme's main.html leaves no place for the body")
        return cls(parts)

    def fill(self, slots: Mapping[str, str]) -> str:
        """The whole page; every slot must be given."""
        return "".join(slots[p] if at % 2 else p for at, p in enumerate(self.parts))


@dataclass
class Chrome:
    """What the theme's template needs around any page of one language."""

    reader: Reader
    assets: Mapping[str, str]
    guides: tuple[Guide, ...]
    render_theme: Callable[[Mapping[str, object]], str]
    card: Callable[[Address], str]
    """A page's picture for shared links, below the site's root."""
    shells: dict[tuple[str, str], Shell] = field(default_factory=dict)

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

    def page(self, head: Head, body: str) -> str:
        """A whole page around `body`."""
        slots = self.slots(head)
        safe = {k: v if k == "crumbs_html" else escape(v) for k, v in slots.items()}
        return self._shell(head.address).fill({**safe, "body": body})

    def slots(self, head: Head) -> dict[str, str]:
        """What differs from page to page, not yet escaped (`crumbs_html` is HTML)."""
        address = head.address
        root = self.reader.catalogue.site.url
        pair = {a.lang: a for a in (address, address.in_other_language())}
        name = str(self.reader.say(self.reader.catalogue.site.title))
        return {
            "title": head.title if head.title == name else f"{head.title} · {name}",
            "description": head.description,
            "canonical": root + address.full,
            "ko_url": root + pair["ko"].full,
            "en_url": root + pair["en"].full,
            "other_href": address.base + pair[OTHER[address.lang]].full,
            "crumbs_html": self._crumbs(head),
            "body_class": head.body_class,
        }

    def _crumbs(self, head: Head) -> str:
        address = head.address
        if not address.path:
            return ""
        return render(
            "components/crumbs.html",
            t=self.reader.words,
            home=address.to(""),
            crumbs=[(address.to(path), label) for path, label in head.crumbs],
            here=Phrase(head.title, address.lang, address.lang),
        )

    def _shell(self, address: Address) -> Shell:
        key = (address.base, address.path.split("/")[0])
        if key not in self.shells:
            marks = {slot: f"@@dure:{slot}@@" for slot in SLOTS}
            html = self.render_theme({**self.context(address, marks), "body_html": marks["body"]})
            self.shells[key] = Shell.cut(html)
        return self.shells[key]
