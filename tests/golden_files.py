"""The golden files: `python -m tests.golden_files` writes them anew; read the difference."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from msgspec import Struct
from msgspec.structs import asdict

from dure.render import Phrase
from dure.views.centre import centre_view
from dure.views.enterprise import enterprise_view
from dure.views.program import program_view
from tests import broken, sample

FOLDER = Path(__file__).parent / "golden"
BROKEN = {**broken.FILES, **broken.FIELDS, **broken.RULES}
VIEWS = {
    "program": (program_view, "sample-growth"),
    "enterprise": (enterprise_view, "sample-dure"),
    "centre": (centre_view, "gaon-centre"),
}


def problems_told() -> dict[str, list[str]]:
    """What the golden file says of each kind of broken data: a name, then its lines."""
    text = (FOLDER / "broken-data.txt").read_text("utf-8")
    blocks = (block.splitlines() for block in text.strip().split("\n\n"))
    return {name: lines for name, *lines in blocks}


def view_file(kind: str, lang: str) -> Path:
    """The golden file of one view."""
    return FOLDER / f"{kind}-{lang}.yml"


def view_text(kind: str, lang: str) -> str:
    """A view as readable text; a phrase in a foreign language ends in that language's code."""
    view, record_id = VIEWS[kind]
    shown = _shown(view(record_id, sample.reader(lang)))
    return yaml.safe_dump(shown, allow_unicode=True, sort_keys=False, width=100)


def _shown(value: object) -> object:
    if isinstance(value, Phrase):
        return value.text if value.lang == value.page_lang else f"{value.text} [{value.lang}]"
    if isinstance(value, Struct):
        pairs = asdict(value).items()
        return {name: _shown(inner) for name, inner in pairs if inner not in (None, "", ())}
    if isinstance(value, tuple):
        return [_shown(inner) for inner in value]
    return value


def _write_problems() -> None:
    blocks = []
    for name, change in BROKEN.items():
        with TemporaryDirectory() as folder:
            data = sample.copied(Path(folder))
            change(data)
            blocks.append("\n".join([name, *sample.told(data)]) + "\n")
    (FOLDER / "broken-data.txt").write_text("\n".join(blocks), "utf-8")


if __name__ == "__main__":
    _write_problems()
    for kind_ in VIEWS:
        for lang_ in ("ko", "en"):
            view_file(kind_, lang_).write_text(view_text(kind_, lang_), "utf-8")
