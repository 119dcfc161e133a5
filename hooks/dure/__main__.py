"""The `dure` command: the edge that knows the clock, the paths and the language."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from dure.catalogue import by_kind
from dure.check import check_data
from dure.korean.amounts import format_number
from dure.memory import of_project
from dure.messages import LANGUAGES, preferred_language, text
from dure.problems import describe
from dure.report import coverage
from dure.search.answer import NoSearchIndex, answer
from dure.site.offline import pack

if TYPE_CHECKING:
    from dure.search.entries import Language


def _both(key: str) -> str:
    return f"{text(f'command.{key}', 'ko')} {text(f'command.{key}', 'en')}"


data_option = click.option(
    "--data",
    "data",
    type=click.Path(path_type=Path),
    default=Path("data"),
    show_default=True,
    help=_both("option_data"),
)
lang_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), default=None, help=_both("option_lang")
)


ELSEWHERE = {"print": ("dure.booklets.command", "print_command")}
"""Commands in modules of their own, imported when asked for: printing loads a typesetter."""


class Commands(click.Group):
    """The commands of this module and those that stand elsewhere."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in alphabetical order."""
        return sorted([*super().list_commands(ctx), *ELSEWHERE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name, or None."""
        if cmd_name in ELSEWHERE:
            module, name = ELSEWHERE[cmd_name]
            return cast("click.Command", getattr(import_module(module), name))
        return super().get_command(ctx, cmd_name)


site_option = click.option(
    "--site",
    "site",
    type=click.Path(path_type=Path),
    default=Path("site"),
    show_default=True,
    help=_both("option_site"),
)


@click.group(
    cls=Commands, help=_both("about"), context_settings={"help_option_names": ["-h", "--help"]}
)
def main() -> None:
    """Group of the commands; a terminal that lacks a character shows its code instead."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@main.command(help=_both("about_check"))
@data_option
@lang_option
def check(data: Path, lang: str | None) -> None:
    """Lists every problem and the counts of records; exit status 1 where there are any."""
    lang = lang or preferred_language(os.environ)
    checked = check_data(data, of_project(data))
    for problem in checked.problems:
        click.echo(describe(problem, lang))
    counts = ", ".join(f"{kind} {count}" for kind, count in by_kind(checked.entries))
    click.echo(text("command.record_counts", lang, counts=counts))
    number = len(checked.problems)
    key = "one_problem" if number == 1 else "problem_count"
    click.echo(text(f"command.{key}", lang, count=number))
    sys.exit(1 if checked.problems else 0)


@main.command(help=_both("about_report"))
@data_option
@lang_option
def report(data: Path, lang: str | None) -> None:
    """Shows coverage by kind of record, and every text that has no English."""
    lang = lang or preferred_language(os.environ)
    found = coverage(check_data(data).entries)
    for kind in found:
        for gap in kind.gaps:
            click.echo(text("report.gap", lang, path=gap.path, field=gap.field))
    click.echo(text("report.heading", lang))
    for kind in found:
        click.echo(
            f"{kind.kind:<12}{kind.records:>6}{kind.texts:>6}{kind.translated:>8}"
            f"{kind.romanised:>10}{kind.confirmed:>10}"
        )
    texts = sum(kind.texts for kind in found)
    done = sum(kind.translated for kind in found)
    percent = f"{100 * done / texts:.1f}" if texts else "100.0"
    click.echo(text("report.all", lang, done=done, all=texts, percent=percent))


@main.command(help=_both("about_search"))
@click.argument("query")
@click.option("--lang", type=click.Choice(LANGUAGES), default="ko", show_default=True)
@site_option
def search(query: str, lang: Language, site: Path) -> None:
    """Prints the results in their order; exit status 1 where there are none."""
    try:
        found = answer(query, lang, site)
    except NoSearchIndex as error:
        raise click.ClickException(str(error)) from error
    if found.meant:
        click.echo(text("command.search_meant", lang, word=found.meant))
    if found.also:
        click.echo(text("command.search_also", lang, words=", ".join(found.also)))
    for number, hit in enumerate(found.hits, 1):
        click.echo(f"{number:>3}. {hit.title}  [{text(f'site.kind_{hit.kind}', lang)}]  {hit.url}")
    click.echo(text("command.search_count", lang, count=len(found.hits)))
    sys.exit(0 if found.hits else 1)


@main.command(help=_both("about_offline"))
@site_option
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("build/dure-offline.zip"),
    show_default=True,
    help=_both("option_out"),
)
def offline(site: Path, out: Path) -> None:
    """Packs the built site so that it opens without a server."""
    try:
        packed = pack(site, out)
    except FileNotFoundError as error:
        raise click.ClickException(str(error)) from error
    size = format_number(packed.stat().st_size // 1000, preferred_language(os.environ))
    click.echo(f"{packed} ({size} kB)")


if __name__ == "__main__":
    main(prog_name="dure")
