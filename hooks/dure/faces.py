"""The typeface's files: one for each weight."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

FONTS: Final[Mapping[int, Path]] = {
    400: Path(__file__).parent / "fonts" / "PretendardGOV-Regular.ttf",
    700: Path(__file__).parent / "fonts" / "PretendardGOV-Bold.ttf",
}
"""The font file of each CSS weight: cut down for the web, used as it is by the booklets."""
