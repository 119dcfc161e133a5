"""The YAML reader: text in, texts out, everything doubtful refused at its place."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dure.yaml_reader import (
    MAX_BYTES,
    MAX_DEPTH,
    Position,
    Unreadable,
    decode,
    locate,
    read_yaml,
)

if TYPE_CHECKING:
    from dure.yaml_plain import Value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 0110", {"a": "0110"}),
        ("a: no", {"a": "no"}),
        ("a: 2022-04-05", {"a": "2022-04-05"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: ~", {"a": "~"}),
        ("a:", {"a": ""}),
        ("1: true", {"1": "true"}),
        ("a: [가, '나', \"다\"]", {"a": ["가", "나", "다"]}),
        ("a:\n  - b: |\n      두\n      줄\n", {"a": [{"b": "두\n줄\n"}]}),
        ("%YAML 1.1\n---\na: b\n...\n", {"a": "b"}),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("<<: {a: b}", {"<<": {"a": "b"}}),
    ],
)
def test_every_scalar_is_text(text: str, value: Value) -> None:
    """Nothing is guessed: no octal number, no false, no date, no merging."""
    assert read_yaml(text) == value


def test_a_file_at_the_limit_is_read() -> None:
    """1 MiB is allowed, one byte more is not."""
    assert len(decode(b"a" * MAX_BYTES)) == MAX_BYTES
    with pytest.raises(Unreadable) as refused:
        decode(b"a" * (MAX_BYTES + 1))
    assert refused.value.key == "too_large"


def test_nesting_at_the_limit_is_read() -> None:
    """Twenty levels are allowed, one more is not."""
    assert read_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    with pytest.raises(Unreadable) as refused:
        read_yaml("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
    assert (refused.value.key, refused.value.position) == ("too_deep", Position(1, MAX_DEPTH + 1))


@pytest.mark.parametrize(
    ("raw", "key", "position"),
    [
        ("이름: 가\n".encode("cp949"), "cp949", Position(1, 1)),
        ("a: b\n이름: 가\n".encode("cp949"), "cp949", Position(2, 1)),
        ("가나: ".encode() + b"\xff", "not_utf8", Position(1, 5)),
        ("가나:\n다라".encode() + b"\xff\xfe", "not_utf8", Position(2, 3)),
        (b"\xef\xbb\xbfa: b", "byte_order_mark", Position(1, 1)),
        ("a: b".encode("utf-16"), "byte_order_mark", Position(1, 1)),
        (b"\xfe\xff\0a", "byte_order_mark", Position(1, 1)),
        (b"", "empty_file", Position(1, 1)),
        (b"\n \n", "empty_file", Position(1, 1)),
        ("가: 나\n다:\t라".encode(), "tab", Position(2, 3)),
    ],
)
def test_bytes_that_are_no_plain_utf8_are_refused(raw: bytes, key: str, position: Position) -> None:
    """Columns count characters, not bytes."""
    with pytest.raises(Unreadable) as refused:
        decode(raw)
    assert (refused.value.key, refused.value.position) == (key, position)


@pytest.mark.parametrize(
    ("text", "key", "position", "values"),
    [
        ("가: 나\x00", "bad_character", Position(1, 5), {"code": "U+0000"}),
        ("가: 나\n나: \x85", "bad_character", Position(2, 4), {"code": "U+0085"}),
        ("a: \ufffe", "bad_character", Position(1, 4), {"code": "U+FFFE"}),
        ("a: b\rc: d", "bad_character", Position(1, 5), {"code": "U+000D"}),
        ("a: [", "yaml", Position(2, 1), {"why": "did not find expected node content"}),
        ("a: @b", "yaml", Position(1, 4), {"why": "found character that cannot start any token"}),
        ("a: 1\nb: 2\na: 3", "duplicate_key", Position(3, 1), {"name": "a", "line": "1"}),
        ("a: {b: 1, b: 2}", "duplicate_key", Position(1, 11), {"name": "b", "line": "1"}),
        ("a: &x b", "anchor", Position(1, 4), {}),
        ("a: *x", "anchor", Position(1, 4), {}),
        ("&x a: b", "anchor", Position(1, 1), {}),
        ("- &x []", "anchor", Position(1, 3), {}),
        ("a: !!str b", "tag", Position(1, 4), {"name": "tag:yaml.org,2002:str"}),
        ("a: !mine {}", "tag", Position(1, 4), {"name": "!mine"}),
        ("a: 1\n---\nb: 2", "two_documents", Position(2, 1), {}),
        ("? {a: b}\n: c", "complex_key", Position(1, 3), {}),
        ("# 가", "empty_file", Position(1, 1), {}),
        ("---", "empty_file", Position(1, 1), {}),
    ],
)
def test_yaml_that_is_unsafe_or_ambiguous_is_refused(
    text: str, key: str, position: Position, values: dict[str, str]
) -> None:
    """Message, place and values are exact."""
    with pytest.raises(Unreadable) as refused:
        read_yaml(text)
    problem = refused.value
    assert (problem.key, problem.position, dict(problem.values)) == (key, position, values)


_TEXT = """\
name: {ko: 가상, en: Sample}
rows:
  - id: one
    values: [1, 2, 3]
  - id: two
    values:
      - 4
      -
table: [[a, b], [c, d]]
"""


@pytest.mark.parametrize(
    ("path", "value_at", "key_at"),
    [
        ((), (1, 1), (1, 1)),
        (("name",), (1, 7), (1, 1)),
        (("name", "en"), (1, 20), (1, 16)),
        (("rows",), (3, 3), (2, 1)),
        (("rows", 1), (5, 5), (5, 5)),
        (("rows", 0, "values", 2), (4, 20), (4, 20)),
        (("rows", 1, "values"), (7, 7), (6, 5)),
        (("rows", 1, "values", 1), (8, 8), (8, 8)),
        (("table", 1, 0), (9, 18), (9, 18)),
        (("rows", 1, "nothing"), (5, 5), (5, 5)),
        (("rows", 7), (3, 3), (3, 3)),
        (("rows", "one"), (3, 3), (3, 3)),
        (("nothing", "below"), (1, 1), (1, 1)),
        (("name", "en", "below"), (1, 20), (1, 20)),
    ],
)
def test_a_field_is_found_again_in_its_file(
    path: tuple[str | int, ...], value_at: tuple[int, int], key_at: tuple[int, int]
) -> None:
    """The value, or with `key` its name; what is not there stands where it would belong."""
    assert locate(_TEXT, path) == Position(*value_at)
    assert locate(_TEXT, path, key=True) == Position(*key_at)


@pytest.mark.parametrize("text", ["", "a: [", "a: b: c", "# nothing"])
def test_in_a_broken_file_everything_stands_at_the_beginning(text: str) -> None:
    """A file may have changed since it was read."""
    assert locate(text, ("a",)) == Position(1, 1)


def test_a_refusal_can_be_hashed() -> None:
    """Python's own tools keep exceptions in sets and mappings."""
    assert len({Unreadable("tab"), Unreadable("tab")}) == 2


@given(st.binary(max_size=300))
@example(b"a: \xed\xa0\x80")
@example(b"\xff")
def test_no_bytes_do_worse_than_be_refused(raw: bytes) -> None:
    """Whatever a file holds, it is read or refused."""
    with suppress(Unreadable):
        read_yaml(decode(raw))


@given(st.text(alphabet="ab가: -[]{}&*!|>?'\"#%@,\n\\0x\u2028\x85\r", max_size=60))
@example('"\\x00"')
@example("? - a\n: b")
def test_no_text_does_worse_than_be_refused(text: str) -> None:
    """Likewise for what looks like YAML; what is read can be found again."""
    with suppress(Unreadable):
        assert isinstance(read_yaml(text), str | list | dict)
        assert locate(text, ()).line >= 1
