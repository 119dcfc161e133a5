"""The theme's templates around every page: compiled once, and none of its other files wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader

from dure.compiled import Compiled
from dure.render import COMPILED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment


class _OwnFiles(FileSystemLoader):
    """Templates of the theme as ever; for what is published, only our own folder is gone through.

    The theme's 14,500 files are icons, styles and scripts; the pages use none of them.
    """

    def list_templates(self) -> list[str]:
        """What our own folder holds."""
        return FileSystemLoader(self.searchpath[:1]).list_templates()


def spare(env: Environment, folders: Sequence[str], made_by: str) -> None:
    """Has a theme's environment do no more than it must; the first of the folders is ours.

    `made_by` stands for what else decides how a template is compiled.
    """
    env.loader = _OwnFiles(folders)
    env.bytecode_cache = Compiled(COMPILED, made_by.encode())
