"""Hand-written pages: what their Markdown became is kept until they or what decides it change."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from dure.kept import keep, kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from dure.site.strict import Warnings

Token = dict[str, Any]
"""A heading as Python-Markdown tells it: level, id, name and the headings below it."""


class Guides(Struct):
    """Pages that were made before, by their paths below `docs/`."""

    file: Path
    made_by: bytes
    """Stands for all that decides what Markdown becomes besides the page's own text."""
    known: dict[str, tuple[object, ...]] = field(default_factory=dict)
    now: dict[str, tuple[object, ...]] = field(default_factory=dict)

    @classmethod
    def recalled(cls, file: Path, made_by: bytes) -> Guides:
        """What is kept in a file; nothing where it is torn or other programs wrote it."""
        found = kept(file, made_by)
        return cls(file, made_by, marshal.loads(found) if found else {})  # noqa: S302 - we wrote it

    def put(self) -> None:
        """Keeps the pages of this build where they are not what was kept."""
        if self.now != self.known:
            keep(self.file, self.made_by, marshal.dumps(self.now))

    def recalling(
        self, page: Any, toc: Callable[[Any], Any], warnings: Warnings
    ) -> Callable[[Any, Any], None]:
        """How MkDocs is to make a page: only if it is not known; what it warns of is not noted."""
        render = page.render

        def made(config: Any, files: Any) -> None:
            if self.fill(page, toc, files):
                return
            warned = warnings.count
            render(config, files)
            if warnings.count == warned:
                self.note(page)

        return made

    def fill(self, page: Any, toc: Callable[[Any], Any], files: Any) -> bool:
        """Gives a page what its text became before; returns whether it is known."""
        uri = page.file.src_uri
        found: Any = self.known.get(uri)
        if found is None or found[0] != page.markdown:
            return False
        _, page.content, tokens, title, ids, links = self.now[uri] = found
        page.toc = toc(tokens)
        page._title_from_render = title  # noqa: SLF001 - MkDocs has no other name for it
        page.present_anchor_ids = set(ids)
        page.links_to_anchors = {files.get_file_from_path(u): named for u, named in links}
        return True

    def note(self, page: Any) -> None:
        """Notes what a page's text became, for the next build."""
        links = [(file.src_uri, named) for file, named in (page.links_to_anchors or {}).items()]
        title = page._title_from_render  # noqa: SLF001
        ids = sorted(page.present_anchor_ids)
        made = (page.markdown, page.content, _tokens(page.toc), title, ids, links)
        self.now[page.file.src_uri] = made


def _tokens(headings: Iterable[Any]) -> list[Token]:
    return [
        {"level": h.level, "id": h.id, "name": h.title, "children": _tokens(h.children)}
        for h in headings
    ]
