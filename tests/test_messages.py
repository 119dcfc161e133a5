"""Messages: both languages, the same places, none missing and none left over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from dure import messages as package
from dure import validation
from dure.messages import LANGUAGES, messages, text, texts
from dure.records import reading

if TYPE_CHECKING:
    from pathlib import Path

KEYS = sorted(messages())
PROBLEMS = sorted(key.partition(".")[2] for key in KEYS if key.startswith("problems."))


def _places(words: str) -> list[str]:
    return sorted(set(re.findall(r"\{([a-z_]+)\}", words)))


@pytest.mark.parametrize("key", KEYS)
def test_a_message_says_the_same_in_both_languages(key: str) -> None:
    """Both are written, with the same values to fill in, and neither ends in a blank."""
    korean, english = (messages()[key][lang] for lang in LANGUAGES)
    assert korean.strip() == korean != ""
    assert english.strip() == english != ""
    assert _places(korean) == _places(english)


@pytest.mark.parametrize("key", [f"problems.{name}" for name in PROBLEMS])
def test_a_problem_is_a_whole_sentence(key: str) -> None:
    """Problems end like sentences; Korean ones are in 합니다체 or end with what was written."""
    pair = messages()[key]
    assert pair["en"].endswith((".", "?", "}")), pair["en"]
    assert pair["ko"].endswith((".", "?", "}", "'", ")")), pair["ko"]
    assert "요." not in pair["ko"].replace("세요.", "")


def _words_of_the_code(root: Path) -> set[str]:
    found: set[str] = set()
    for path in (root / "hooks" / "dure").rglob("*.py"):
        found |= set(re.findall(r'"([a-z][a-z_0-9]+)"', path.read_text("utf-8")))
    return found


def test_every_problem_message_is_used(root: Path) -> None:
    """A message that no line of code names is a leftover."""
    assert set(PROBLEMS) <= _words_of_the_code(root)


def test_every_problem_named_has_a_message(root: Path) -> None:
    """Keys given to `Problem`, `Finding`, `Refused`, `Wrong` and the like, and in tables, exist."""
    named = {*reading._PATTERN_KEYS.values(), *validation._REMEDIES.values()}
    for path in (root / "hooks" / "dure").rglob("*.py"):
        source = path.read_text("utf-8")
        named |= set(re.findall(r'(?:Unreadable|Refused)\(\s*"([a-z_0-9]+)"', source))
        named |= set(
            re.findall(r'Problem\([^"()]*(?:\([^()]*\))?[^"()]*1, 1, "", "([a-z_]+)"', source)
        )
        named |= set(re.findall(r'Wrong\(\([^()]*\), "([a-z_]+)"', source))
        named |= set(re.findall(r'remedy="([a-z_0-9]+)"', source))
        named |= set(re.findall(r'Finding\(.*?\), "([a-z_]+)"', source))
    assert len(named) > 40
    assert named <= set(PROBLEMS)


def test_a_message_is_filled_in() -> None:
    """Values take their places; a text without values keeps its braces."""
    assert text("figures.up_to", "en", x="3") == "up to 3"
    assert text("figures.up_to", "ko", x="3") == "최대 3"
    assert text("figures.up_to", "en") == "up to {x}"


@pytest.mark.parametrize(("key", "lang"), [("problems.nothing", "en"), ("figures.up_to", "fr")])
def test_an_unknown_message_is_an_error(key: str, lang: str) -> None:
    """A missing message shows while developing, never as an empty line."""
    with pytest.raises(KeyError):
        text(key, lang)


def test_the_messages_of_one_file_come_without_its_name() -> None:
    """Templates say `t.home`, not `t.site.home`."""
    assert texts("site", "en")["home"] == "Home"
    assert not any("." in key for key in texts("site", "ko"))


def test_a_changed_message_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept of it counts no more; torn, it counts for nothing."""
    monkeypatch.setattr(package, "_HERE", tmp_path)
    for ko in ("가", "나"):
        (tmp_path / "a.yml").write_text(f"on: {{ko: {ko}, en: a}}", "utf-8")
        assert [messages.__wrapped__() for _ in range(2)] == [{"a.on": {"ko": ko, "en": "a"}}] * 2
    kept = tmp_path / "__pycache__" / "messages"
    kept.write_bytes(kept.read_bytes()[:-1])
    assert messages.__wrapped__()["a.on"]["ko"] == "나"


@pytest.mark.parametrize(
    "content",
    ["a: {ko: 가}", "a: {ko: 가, en: a, fr: a}", "a: 가", "- a", "a: {ko: 가, en: a}\na: {}"],
)
def test_a_message_in_one_language_is_refused(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message file with a gap, a third language or a key twice stops the program at once."""
    (tmp_path / "bad.yml").write_text(content, "utf-8")
    monkeypatch.setattr(package, "_HERE", tmp_path)
    with pytest.raises(Exception, match=r"bad\.yml|duplicate_key"):
        messages.__wrapped__()


@pytest.mark.parametrize("key", KEYS)
def test_no_message_names_a_place(key: str) -> None:
    """The words of the library serve any region; places stand in the data."""
    words = " ".join(messages()[key].values())
    assert not re.search(r"경기|서울|고양|강북|금천|Gyeonggi|Seoul|Goyang|Gangbuk|Geumcheon", words)
