"""What `--strict` refuses, counted, so that a refused site never replaces the old one."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from dure.messages import text

if TYPE_CHECKING:
    from collections.abc import Iterable

log = logging.getLogger("mkdocs.hooks.dure")


class Refused(Exception):
    """There is to be no new site; the message says why."""


class Warnings(logging.Handler):
    """Counts warnings, and says in a language what follows from them."""

    def __init__(self, lang: str) -> None:
        super().__init__(logging.WARNING)
        self.count, self.lang = 0, lang

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - the base class's name
        """Count one."""
        self.count += 1

    def tell(self, problems: Iterable[str]) -> None:
        """Warns of problems."""
        for problem in problems:
            log.warning(problem)

    def strictly(self, problems: Iterable[str]) -> None:
        """Warns too; raises `Refused` where anything was warned of before or now."""
        self.tell(problems)
        if self.count:
            raise Refused(text("build.strict", self.lang, count=self.count))
