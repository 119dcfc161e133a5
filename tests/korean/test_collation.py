"""Directories are in 가나다 order by the name people look for."""

from __future__ import annotations

import unicodedata
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dure.korean.collation import bare_name, index_letter, sort_key

NAMES = st.text(alphabet="가까나힣각ㄱㅎㅏㄳaBé09①中 .·()㈜'", max_size=8) | st.text(max_size=8)
INDEX = [*"가나다라마바사아자차카타파하", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0-9"]

LEGAL_FORMS = [
    ("협동조합 행호유람", "행호유람"),
    ("사회적협동조합 다시시작", "다시시작"),
    ("다시시작 사회적협동조합", "다시시작"),
    ("두레협동조합", "두레협동조합"),
    ("주식회사 두레", "두레"),
    ("두레 주식회사", "두레"),
    ("주식회사두레", "주식회사두레"),
    ("㈜두레", "두레"),
    ("두레㈜", "두레"),
    ("(주)두레", "두레"),
    ("（주） 두레", "두레"),
    ("( 주 )두레", "두레"),
    ("두레 (유)", "두레"),
    ("㈔두레", "두레"),
    ("(사)두레", "두레"),
    ("사단법인 두레", "두레"),
    ("재단법인 두레", "두레"),
    ("농업회사법인 ㈜두레", "두레"),
    ("협동조합", "협동조합"),
    ("(주) 협동조합", "협동조합"),
    ("㈜", "㈜"),
    ("주식회사 ★", "주식회사 ★"),
    ("두레 (주)마을", "두레 (주)마을"),
    ("  두레   마을 ", "두레 마을"),
    ("", ""),
]


@pytest.mark.parametrize(("name", "bare"), LEGAL_FORMS)
def test_a_legal_form_is_dropped_only_where_it_stands_apart(name: str, bare: str) -> None:
    """두레협동조합 is a name of its own; 협동조합 행호유람 is 행호유람 with its legal form."""
    assert bare == bare_name(name)


def test_names_sort_like_a_korean_directory() -> None:
    """Hangul comes before Latin letters, these before digits, whatever the case or legal form."""
    expected = [
        "가온", "㈜가치", "까치", "나눔", "두레협동조합", "주식회사 숲", "쌀", "협동조합 행호유람",
        "apple", "Banana", "éclair", "Zoo", "119안전", "21세기", "中央",
    ]  # fmt: skip

    shuffled = expected[1::2] + expected[::2]

    assert expected == sorted(shuffled, key=sort_key)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("두레 마을", "두레마을"),
        ("두레·마을", "두레마을"),
        ("DURE", "dure"),
        ("ＤＵＲＥ", "dure"),
        (unicodedata.normalize("NFD", "두레"), "두레"),
        ("㈜두레", "두레"),
    ],
)
def test_case_spaces_and_punctuation_make_no_difference(one: str, other: str) -> None:
    """Spellings of one name share one place."""
    assert sort_key(one) == sort_key(other)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("가온", "가"),
        ("까치", "가"),
        ("㈜쌀집", "사"),
        ("협동조합 행호유람", "하"),
        ("ㅎㅎ", "하"),
        ("ㅏ", "아"),
        ("éclair", "E"),
        ("zoo", "Z"),
        ("21세기", "0-9"),
        ("'두레'", "다"),
        ("中央", "0-9"),
        ("★", "0-9"),
        ("", "0-9"),
    ],
)
def test_every_name_has_a_group_in_the_index(name: str, letter: str) -> None:
    """Doubled consonants stand with the plain ones; other scripts come last."""
    assert letter == index_letter(name)


@given(st.lists(NAMES, max_size=30))
def test_groups_of_the_index_are_whole_and_in_order(names: list[str]) -> None:
    """Sorted names never come back to a group that was left."""
    letters = [letter for letter, _ in groupby(sorted(names, key=sort_key), key=index_letter)]

    assert sorted(letters, key=INDEX.index) == letters
    assert len(set(letters)) == len(letters)


@given(NAMES)
def test_a_bare_name_is_final(name: str) -> None:
    """Stripping a stripped name changes nothing, and never empties one."""
    bare = bare_name(name)

    assert bare == bare_name(bare)
    assert bool(bare) == bool(name.split())
