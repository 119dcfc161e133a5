"""Something wrong in the data: file, line, column, field and a message in either language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dure.messages import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Problem(msgspec.Struct, frozen=True):
    """One problem at one place; `key` and `remedy` name messages in `messages/problems.yml`."""

    path: str
    line: int
    column: int
    field: str
    key: str
    values: Mapping[str, str] = msgspec.field(default_factory=dict)
    remedy: str = ""

    @property
    def place(self) -> tuple[str, int, int, str, str]:
        """What problems are sorted by, and what makes two of them the same."""
        return (self.path, self.line, self.column, self.field, self.key)


def describe(problem: Problem, lang: str) -> str:
    """`path:line:col: field: message (remedy)` on one line, the form the `dure` command prints."""
    message = text(f"problems.{problem.key}", lang, **problem.values)
    if problem.remedy:
        message += " " + text(f"problems.{problem.remedy}", lang, **problem.values)
    where = f"{problem.path}:{problem.line}:{problem.column}:"
    return _printable(
        f"{where} {problem.field}: {message}" if problem.field else f"{where} {message}"
    )


def _printable(line: str) -> str:
    """A value quoted from a file may hold line breaks or terminal codes; they are spelt out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems sorted by place, each once."""
    unique = {(p.place, tuple(sorted(p.values.items()))): p for p in problems}
    return tuple(unique[key] for key in sorted(unique))


def field_name(path: Iterable[str | int]) -> str:
    """`benefits[0].amount.krw` for `("benefits", 0, "amount", "krw")`."""
    name = ""
    for part in path:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else str(part)
    return name
