"""A built page as tests read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Attributes = dict[str, str]


@dataclass
class Html(HTMLParser):
    """Tags with their attributes, in order, and the text of the page."""

    tags: list[tuple[str, Attributes]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text.append(data)

    def all(self, tag: str, **wanted: str) -> Iterator[Attributes]:
        """Attributes of every such tag; `data_id` stands for `data-id`."""
        for name, attributes in self.tags:
            if name == tag and all(
                attributes.get(key.replace("_", "-")) == value for key, value in wanted.items()
            ):
                yield attributes

    @property
    def ids(self) -> set[str]:
        """Every id of the page."""
        return {attributes["id"] for _, attributes in self.tags if "id" in attributes}


def read(path: Path) -> Html:
    """A page from its file."""
    page = Html()
    page.feed(path.read_text("utf-8"))
    page.close()
    return page


def pages(site: Path) -> Iterator[tuple[str, Html]]:
    """Every page of a site with its path below the root."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), read(path)
