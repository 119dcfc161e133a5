"""The words of a hand-written page, for the search."""

from __future__ import annotations

from html.parser import HTMLParser


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep what a reader reads."""
        self.found.append(data)


def words_of(html: str) -> str:
    """The text of some HTML on one line."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return " ".join(" ".join(parser.found).split())
