"""Why a work cannot be printed, in every language: whoever asked knows which is wanted."""

from __future__ import annotations

from dure.messages import LANGUAGES, text


class Unprintable(RuntimeError):
    """Works that cannot be set: a reason for each, in every language (see `reason`)."""

    def told(self, lang: str) -> str:
        """The reasons in a language, one a line."""
        return "\n".join(words[lang] for words in self.args)

    def __str__(self) -> str:
        return self.told("en")


def reason(key: str, **values: object) -> dict[str, str]:
    """Why a work cannot be set, by language: a message with its values."""
    return {lang: text(f"print.{key}", lang, **values) for lang in LANGUAGES}


def as_said(words: object) -> dict[str, str]:
    """A reason in another program's own words."""
    return dict.fromkeys(LANGUAGES, str(words))
