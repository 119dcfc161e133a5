"""`dure print`: booklets for the site, files for the print shop, proofs of what changed."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from dure.booklets.editions import keep_editions
from dure.booklets.glyphs import missing_glyphs
from dure.booklets.letters import BrokenFont
from dure.booklets.press import press_all, told
from dure.booklets.printing import Choice, print_all
from dure.booklets.proof import keep_pages, proofs
from dure.booklets.typeset import TEMPLATES
from dure.booklets.unprintable import Unprintable
from dure.booklets.watch import watch
from dure.check import check_data
from dure.messages import LANGUAGES, text
from dure.problems import describe

if TYPE_CHECKING:
    from dure.booklets.printing import Printed
    from dure.booklets.proof import Proof
    from dure.catalogue import Catalogue

FOLDER = click.Path(path_type=Path)


def _both(key: str) -> str:
    return f"{text(f'print.{key}', 'ko')} {text(f'print.{key}', 'en')}"


class Wish(Struct, frozen=True):
    """What was asked for on the command line."""

    names: tuple[str, ...]
    press: bool
    impose: bool
    proof: bool
    data: Path
    site: Path
    build: Path
    lang: str

    def say(self, key: str, **values: object) -> None:
        """A message in the chosen language."""
        click.echo(text(f"print.{key}", self.lang, **values))


@click.command("print", help=_both("about_print"))
@click.argument("names", nargs=-1)
@click.option("--press", is_flag=True, help=_both("option_press"))
@click.option("--impose", is_flag=True, help=_both("option_impose"))
@click.option("--proof", is_flag=True, help=_both("option_proof"))
@click.option("--watch", "watching", is_flag=True, help=_both("option_watch"))
@click.option("--data", type=FOLDER, default=Path("data"), show_default=True)
@click.option(
    "--site", type=FOLDER, default=Path("site"), show_default=True, help=_both("option_site")
)
@click.option(
    "--build", type=FOLDER, default=Path("build"), show_default=True, help=_both("option_build")
)
@click.option("--lang", type=click.Choice(LANGUAGES), default="ko", show_default=True)
def print_command(*, watching: bool, **asked: object) -> None:
    """Exit status 1 where the data has problems or a work cannot be set."""
    wish = Wish(**asked)  # type: ignore[arg-type]
    done = run(wish)
    if watching:
        wish.say("watching")
        watch((wish.data, TEMPLATES), lambda: run(wish))
    sys.exit(0 if done else 1)


def run(wish: Wish) -> bool:
    """Prints once; says what was made or what is wrong, and whether all went well."""
    try:
        catalogue = _catalogue(wish)
        if catalogue is None:
            return False
        _refuse_unknown(wish, catalogue)
        _print(wish, catalogue)
    except (BrokenFont, Unprintable) as error:
        why = error.told(wish.lang) if isinstance(error, Unprintable) else error
        click.echo(text("print.unprintable", wish.lang, why=why), err=True)
        return False
    return True


def _refuse_unknown(wish: Wish, catalogue: Catalogue) -> None:
    unknown = [n for n in wish.names if n not in catalogue.booklets]
    if unknown:
        known = ", ".join(sorted(catalogue.booklets))
        raise click.UsageError(
            text("print.no_such_booklet", wish.lang, name=", ".join(unknown), known=known)
        )


def _catalogue(wish: Wish) -> Catalogue | None:
    """The checked catalogue; everything wrong is listed, glyphs the typeface lacks as well."""
    checked = check_data(wish.data)
    for problem in checked.problems:
        click.echo(describe(problem, wish.lang))
    lost = tuple(missing_glyphs(checked.entries, wish.data))
    for problem in lost:
        words = text("print.no_glyph", wish.lang, **problem.values)
        click.echo(f"{problem.path}:{problem.line}:{problem.column}: {problem.field}: {words}")
    return None if lost else checked.catalogue


def _print(wish: Wish, catalogue: Catalogue) -> None:
    """Proofs come before the press: once an edition is pressed it is the last one."""
    epoch = int(value) if (value := os.environ.get("SOURCE_DATE_EPOCH", "")) else None
    choice = Choice(wish.names, epoch, wish.data)
    kept = wish.build / "press" / "pages"
    _tell_files(wish, print_all(catalogue, wish.site, wish.build / "cache" / "print", choice))
    if wish.proof:
        for proof in proofs(catalogue, kept, wish.build / "proof", choice):
            _tell_proof(wish, proof)
    if wish.press:
        pressed = press_all(catalogue, wish.build / "press", choice, impose=wish.impose)
        keep_pages(catalogue, kept, choice)
        for key, values in told(pressed):
            wish.say(key, **values)
        for path in keep_editions(catalogue, wish.data, wish.names):
            wish.say("kept_edition", path=path)


def _tell_files(wish: Wish, printed: tuple[Printed, ...]) -> None:
    for work in printed:
        for file in work.files:
            wish.say("printed", path=file.path, pages=file.pages, kb=round(file.bytes / 1000))
            if wish.proof:
                for record, page in sorted(file.places.items(), key=lambda p: (p[1], p[0])):
                    wish.say("place", name=Path(file.path).stem, page=page, record=record)


def _tell_proof(wish: Wish, proof: Proof) -> None:
    key = "proof_first" if proof.first else "proof_changed" if proof.changed else "proof_same"
    wish.say(
        key,
        name=proof.name,
        pages=proof.pages,
        count=len(proof.changed),
        list=", ".join(map(str, proof.changed)),
    )
    if proof.gone:
        wish.say("proof_gone", name=proof.name, count=proof.gone)
