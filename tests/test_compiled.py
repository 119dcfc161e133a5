"""Compiled templates: used where they are whole and still right, made anew everywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jinja2
import pytest

from dure.compiled import Compiled

if TYPE_CHECKING:
    from pathlib import Path


def _environment(folder: Path, text: str, settings: bytes = b"") -> jinja2.Environment:
    loader = jinja2.DictLoader({"page": text})
    return jinja2.Environment(
        loader=loader, autoescape=True, bytecode_cache=Compiled(folder, settings)
    )


def _render(folder: Path, text: str, settings: bytes = b"") -> str:
    return _environment(folder, text, settings).get_template("page").render(name="두레")


def _no_compiling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        jinja2.Environment, "_compile", lambda *_: pytest.fail("was compiled again")
    )


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next process reads what the first has kept."""
    assert _render(tmp_path, "{{ name }}!") == "두레!"
    _no_compiling(monkeypatch)
    assert _render(tmp_path, "{{ name }}!") == "두레!"


def test_another_text_is_another_template(tmp_path: Path) -> None:
    """A change shows at once."""
    _render(tmp_path, "{{ name }}!")
    assert _render(tmp_path, "{{ name }}?") == "두레?"


@pytest.mark.parametrize("changed", ["settings", "version"])
def test_other_programs_compile_anew(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another version of Jinja, or other settings of ours, may make other code."""
    _render(tmp_path, "{{ name }}!")
    if changed == "version":
        monkeypatch.setattr(jinja2, "__version__", "0")
    _no_compiling(monkeypatch)
    with pytest.raises(pytest.fail.Exception, match="compiled again"):
        _render(tmp_path, "{{ name }}!", b"other" if changed == "settings" else b"")


@pytest.mark.parametrize("cut", [0, 10, 20, 30, -1])
def test_a_torn_file_is_noticed(cut: int, tmp_path: Path) -> None:
    """A broken-off run or a full disk leaves half a file: the template is compiled again."""
    _render(tmp_path, "{{ name }}!")
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:cut])
    assert _render(tmp_path, "{{ name }}!") == "두레!"
    assert kept.read_bytes() == whole


@pytest.mark.parametrize("at", [0, 25, -5])
def test_a_changed_byte_is_noticed(at: int, tmp_path: Path) -> None:
    """What is kept is run as code: no byte of it may be another."""
    _render(tmp_path, "{{ name }}!")
    (kept,) = tmp_path.iterdir()
    whole = bytearray(kept.read_bytes())
    spoilt = bytes(whole[:at]) + bytes([whole[at] ^ 1]) + bytes(whole[at:][1:])
    kept.write_bytes(spoilt)
    assert _render(tmp_path, "{{ name }}!") == "두레!"
    assert kept.read_bytes() == whole


def test_a_closed_folder_does_no_harm(tmp_path: Path) -> None:
    """An installation that may not be written compiles each time."""
    (tmp_path / "file").write_text("")
    assert _render(tmp_path / "file" / "folder", "{{ name }}!") == "두레!"
