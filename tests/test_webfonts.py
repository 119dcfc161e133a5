"""The web fonts: every character a reader sees, nothing else, and the same bytes each time."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from dure import webfonts
from dure.faces import FONTS
from dure.webfonts import ALWAYS, MissingGlyph, characters, font_face_css, missing_glyphs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MOTTO = "信賴 協同 自助 革新"


def _ks_x_1001(first_row: int, last_row: int) -> str:
    """The characters of the standard's rows, a row being 94 cells."""
    rows = range(first_row + 0xA0, last_row + 0xA1)
    return "".join(
        bytes([row, cell]).decode("euc-kr") for row in rows for cell in range(0xA1, 0xFF)
    )


@pytest.fixture(scope="module")
def cut(tmp_path_factory: pytest.TempPathFactory) -> Mapping[int, Path]:
    """One small subset, by weight."""
    folder = tmp_path_factory.mktemp("fonts")
    files = webfonts.subset_fonts(characters([f"두레 {MOTTO}"]), folder / "out", folder / "cache")
    return dict(zip(FONTS, files, strict=True))


@pytest.mark.parametrize(
    ("name", "chars", "count"),
    [
        ("all modern Hangul syllables", "".join(map(chr, range(0xAC00, 0xD7A4))), 11172),
        ("the Hanja of KS X 1001", _ks_x_1001(42, 93), 4888),
        ("the Hangul of KS X 1001", _ks_x_1001(16, 40), 2350),
        ("the motto of the social economy", MOTTO.replace(" ", ""), 8),
        ("what the templates may print", "".join(ALWAYS), len(ALWAYS)),
    ],
)
@pytest.mark.parametrize("weight", FONTS)
def test_each_weight_draws(name: str, chars: str, count: int, weight: int) -> None:
    """A catalogue in Korean needs the whole standard, Hanja included."""
    assert len(chars) == count, name
    assert missing_glyphs(chars, FONTS[weight]) == ()


def test_missing_glyphs_are_listed_once_in_code_point_order() -> None:
    """The order of a report must not depend on the order of the data."""
    assert missing_glyphs("☎가〒☎a✔", FONTS[400]) == ("☎", "✔", "〒")


@pytest.mark.parametrize(
    ("text", "drawn", "not_drawn"),
    [
        ("탭\t줄\r\n끝", "탭줄끝", "\t\r\n"),
        ("폭\u200b없는\ufeff글자\u00ad", "폭없는글자", "\u200b\ufeff\u00ad"),
        ("✓\ufe0f", "✓", "\ufe0f"),
        ("\u1103\u116e\u1105\u1166", "두레", "\u1103\u116e\u1105\u1166"),
        ("\u2028문단\u2029", "문단", "\u2028\u2029"),
    ],
    ids=["controls", "zero width", "variation selector", "decomposed Hangul", "separators"],
)
def test_characters_are_those_a_reader_sees(text: str, drawn: str, not_drawn: str) -> None:
    """Invisible characters need no glyph; decomposed Hangul is drawn composed."""
    found = characters([text])
    assert set(drawn) <= found
    assert not set(not_drawn) & found


def test_characters_of_no_text_are_those_of_the_templates() -> None:
    """An empty catalogue still has buttons, arrows and prices."""
    assert characters([]) == ALWAYS
    assert set(map(chr, range(0x20, 0x7F))) <= ALWAYS


def test_unassigned_and_private_characters_stay_so_that_they_are_reported() -> None:
    """Leftovers of a word processor's private font must not vanish silently."""
    assert {"\ue000", "\u0378"} <= characters(["\ue000\u0378"])


def test_a_subset_holds_exactly_the_characters_asked_for(cut: Mapping[int, Path]) -> None:
    """A byte too many is paid by every reader; a glyph too few is an empty box."""
    asked = {ord(char) for char in characters([f"두레 {MOTTO}"])}
    for file in cut.values():
        with TTFont(file) as font:
            assert set(font.getBestCmap()) == asked


def test_a_subset_is_small(cut: Mapping[int, Path]) -> None:
    """The whole font is 5.5 MB; 200 characters are worth 20 kB at most."""
    assert all(file.stat().st_size < 20_000 for file in cut.values())


def test_a_subset_bears_our_name_and_never_the_reserved_one(cut: Mapping[int, Path]) -> None:
    """OFL 1.1 §3: a modified version must not use the reserved font name."""
    for weight, file in cut.items():
        style = {400: "Regular", 700: "Bold"}[weight]
        with TTFont(file) as font:
            names = {record.nameID: str(record) for record in font["name"].names}
        assert (names[1], names[2]) == ("Dure Sans", style)
        assert (names[4], names[6]) == (f"Dure Sans {style}", f"DureSans-{style}")
        assert not [text for key, text in names.items() if "Pretendard" in text and key != 7]


def test_a_subset_keeps_copyright_and_licence(cut: Mapping[int, Path]) -> None:
    """OFL 1.1 §2: each copy contains the copyright notice and the licence."""
    for file in cut.values():
        with TTFont(file) as font:
            assert "Kil Hyung-jin" in font["name"].getDebugName(0)
            assert "SIL Open Font License" in font["name"].getDebugName(13)


def test_figures_are_all_of_one_width(cut: Mapping[int, Path]) -> None:
    """Columns of money line up without asking the browser for tabular figures."""
    for file in cut.values():
        with TTFont(file) as font:
            cmap = font.getBestCmap()
            assert len({font["hmtx"][cmap[ord(digit)]][0] for digit in "0123456789"}) == 1


def test_equal_characters_give_equal_names_and_bytes(tmp_path: Path) -> None:
    """A rebuilt site differs only where its content does; the order of the texts is not content."""
    first = webfonts.subset_fonts(characters(["두레", "ab"]), tmp_path / "1", tmp_path / "cache1")
    again = webfonts.subset_fonts(characters(["ba", "레두"]), tmp_path / "2", tmp_path / "cache2")
    assert [file.name for file in first] == [file.name for file in again]
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in again]


def test_other_characters_give_other_names(tmp_path: Path) -> None:
    """Browsers keep these files for ever: a name stands for its content."""
    one, two = (
        webfonts.subset_fonts(characters([text]), tmp_path, tmp_path / "cache")
        for text in ("두", "레")
    )
    assert not {file.name for file in one} & {file.name for file in two}


def test_a_second_run_reads_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cutting takes about a second; `serve` must not pay it at every change."""
    chars, cache = characters(["두레"]), tmp_path / "cache"
    first = webfonts.subset_fonts(chars, tmp_path / "1", cache)
    monkeypatch.setattr(webfonts, "_cut", lambda *_: pytest.fail("cut again"))
    again = webfonts.subset_fonts(chars, tmp_path / "2", cache)
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in again]


def test_a_torn_font_in_the_cache_is_cut_again(tmp_path: Path) -> None:
    """Half a font would be published under a name that promises the whole."""
    chars, cache = characters(["두레"]), tmp_path / "cache"
    first = webfonts.subset_fonts(chars, tmp_path / "1", cache)
    for path in cache.iterdir():
        path.write_bytes(path.read_bytes()[:200])
    assert not any(webfonts.is_cut(weight, chars, cache) for weight in FONTS)
    again = webfonts.subset_fonts(chars, tmp_path / "2", cache)
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in again]


def test_another_tool_version_does_not_read_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an upgrade the bytes must be those a fresh machine would get."""
    chars = characters(["두레"])
    webfonts.subset_fonts(chars, tmp_path, tmp_path / "cache")
    monkeypatch.setattr(webfonts, "version", lambda _: "0")
    monkeypatch.setattr(webfonts, "made_from", webfonts.made_from.__wrapped__)
    webfonts.subset_fonts(chars, tmp_path, tmp_path / "cache")
    assert len(list((tmp_path / "cache").iterdir())) == 2 * len(FONTS)


def test_nothing_but_the_fonts_is_left_behind(tmp_path: Path) -> None:
    """Drafts would be published with the folder."""
    files = webfonts.subset_fonts(characters(["두레"]), tmp_path / "out", tmp_path / "cache")
    assert sorted((tmp_path / "out").iterdir()) == sorted(files)


def test_a_missing_glyph_is_refused_by_name(tmp_path: Path) -> None:
    """An editor must learn which character to replace; nothing is written."""
    with pytest.raises(MissingGlyph, match=r"U\+260E ☎, U\+2714 ✔$"):
        webfonts.subset_fonts(characters(["☎ ✔"]), tmp_path / "out", tmp_path / "cache")
    assert list(tmp_path.iterdir()) == []


def test_the_style_sheet_names_each_file_with_its_weight(cut: Mapping[int, Path]) -> None:
    """Text shows at once in a system font and swaps when ours has come."""
    css = font_face_css(cut.values(), "/assets/fonts/")
    assert css.count("@font-face") == css.count("font-display:swap") == 2
    for weight, file in cut.items():
        rule = next(line for line in css.splitlines() if f"font-weight:{weight};" in line)
        assert f'src:url("/assets/fonts/{file.name}") format("woff2")' in rule
        assert 'font-family:"Dure Sans"' in rule
    assert "unicode-range" not in css


def test_the_style_sheet_refuses_a_strange_file(tmp_path: Path) -> None:
    """A file without a weight in its name cannot be declared."""
    with pytest.raises(ValueError, match=r"got 'other\.woff2'"):
        font_face_css([tmp_path / "other.woff2"], "/")


def test_the_time_in_a_subset_is_that_of_the_font(cut: Mapping[int, Path]) -> None:
    """The hour of the build is not content."""
    for weight, file in cut.items():
        with TTFont(io.BytesIO(FONTS[weight].read_bytes())) as whole, TTFont(file) as font:
            assert font["head"].modified == whole["head"].modified
