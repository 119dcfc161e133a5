"""What the search page says, in one language, for its `search-texts` script element."""

from __future__ import annotations

from importlib import resources

import yaml


def page_texts(lang: str) -> dict[str, str]:
    """Key → text; the page puts it as JSON where the script reads it."""
    text = (resources.files("dure") / "search" / "texts.yml").read_text(encoding="utf-8")
    return {key: both[lang] for key, both in yaml.load(text, Loader=yaml.CSafeLoader).items()}
