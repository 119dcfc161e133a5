"""The `dure` command: the edge that knows the clock, the paths and the language."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path

import click

from dure.catalogue import by_kind
from dure.check import check_data
from dure.messages import LANGUAGES, preferred_language, text
from dure.problems import describe
from dure.report import coverage


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


@click.group(help=_both("about"), context_settings={"help_option_names": ["-h", "--help"]})
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
    checked = check_data(data)
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


if __name__ == "__main__":
    main(prog_name="dure")
