"""The quick reader: what it reads is what the exact one reads; the rest it leaves to that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dure.yaml_plain import Elsewhere, read_plain
from dure.yaml_reader import decode, read_exactly
from tests import sample

if TYPE_CHECKING:
    from dure.yaml_plain import Value

_RECORD = """\
# a comment
name: {ko: 가상, en: 'Kim''s "Sample"'}

rows:
- id: one
  values: [1, -2, "3: #4"]
  note:
    ko: 첫 줄
    en: goes on
      in the next line
      and the next
- id: two
  values:
    - four
    - five
      goes on
empty:
table: [[a, b], [c, {d: e:f, g: http://h.i/j#k}]]
last: 10:30#1  
"""  # noqa: W291 - blanks at a line's end are nothing


def _plain(text: str) -> Value | None:
    try:
        return read_plain(text)
    except Elsewhere:
        return None


def test_a_plain_record_is_read() -> None:
    """Pairs, lists, brackets, quotes, long texts, comments."""
    assert read_plain(_RECORD) == {
        "name": {"ko": "가상", "en": 'Kim\'s "Sample"'},
        "rows": [
            {
                "id": "one",
                "values": ["1", "-2", "3: #4"],
                "note": {"ko": "첫 줄", "en": "goes on in the next line and the next"},
            },
            {"id": "two", "values": ["four", "five goes on"]},
        ],
        "empty": "",
        "table": [["a", "b"], ["c", {"d": "e:f", "g": "http://h.i/j#k"}]],
        "last": "10:30#1",
    }
    assert read_plain(_RECORD) == read_exactly(_RECORD)
    assert read_plain(_RECORD.replace("\n", "\r\n")) == read_exactly(_RECORD)


@pytest.mark.parametrize(
    "text",
    [
        "", "a", "- a", " a: b", "a: &b c", "a: *b", "a: !b c", "a: |\n  b", "a: >-\n  b", "? a",
        "a: b: c", "a: b\na: c", "a: {b: c, b: d}", "a: {b: c", "a: {b: c}}", "a: [b] c", "a: []",
        "a: [b,]", "a: [b c: d]", "a: {b}", "a: 'b", 'a: "b\\n"', "a: 'b' c", "a: b # c", "a: b:",
        "a:\n  b", "a: b\n  c: d", "a: b\n\n  c", "a: b\n  # c\n  d", "a: 'b'\n  c", "a: [b]\n  c",
        "a:\n    b: c\n  d: e", "a:\n- b\n c: d", "a:\n- b\n  - c", "- - a", "a: - b", "a: @b",
        "'a': b", "a b: c", "---\na: b", "a: b\n---\n", "...", "%YAML 1.1", "a: b\n...", "a:\tb",
        "a: \u200b", "a: \x85", "a: b\rc: d", "a: \u3000b", "a: -", "a: -b", "a: ?b", "a: [b?]",
        "a: " + "[" * 9 + "b" + "]" * 9,
        "".join(f"{' ' * depth}a:\n" for depth in range(30)),
        "a: " + "[" * 9_000,
    ],
)  # fmt: skip
def test_whatever_is_not_plain_is_left_to_the_exact_reader(text: str) -> None:
    """Wrong or merely unusual: it is not judged here."""
    with pytest.raises(Elsewhere):
        read_plain(text)


@pytest.mark.parametrize("folder", ["data", "tests/data"])
def test_most_records_are_plain(folder: str) -> None:
    """Or the quick reader would be of no use; those it reads are read alike."""
    files = Path(sample.DATA.parents[1], folder).rglob("*.yml")
    texts = [path.read_text("utf-8") for path in files]
    read = [(text, value) for text in texts if (value := _plain(text)) is not None]
    assert len(read) > 0.75 * len(texts)
    assert all(value == read_exactly(text) for text, value in read)


def test_a_line_means_the_same_wherever_it_stands() -> None:
    """Lines are kept between files: one file must not change what the next one says."""
    assert read_plain("a: b\n  c") == {"a": "b c"}
    assert read_plain("a: b\nc: d") == {"a": "b", "c": "d"}
    assert read_plain("c: [d]\na: b") == {"c": ["d"], "a": "b"}


_SAMPLES = [path.read_text("utf-8") for path in sorted(sample.DATA.rglob("*.yml"))]
_BITS = st.sampled_from(
    [" ", "  ", "\n", "\n\n", "\n  ", "\n    ", "- ", "-", ": ", ":", "#", " #", "\n# c\n", "'",
     "''", '"', "[", "]", "{", "}", ", ", ",", "?", "&a ", "*a", "!t ", "|", ">", "%", "@", "---",
     "...", "a", "가", "a: b", "\\", "~", "-1", "key:", "k: {a: b}", "[a, b]", "{a: 1, b: [c]}",
     "\r\n", "\t", "\xa0", "\u3000", "http://a.b/c?d=e", "12:30", "a:b", "\n- ", "\nb: ",
     "\n  - c: "]
)  # fmt: skip
_LINES = st.sampled_from(
    ["a:", "b: c", "- d", "- e: f", "g: h", "i", "j: 'k'", 'l: "m"', "n: [o, p]", "q: {r: s}", "",
     "# t", "u: v: w", "x y", "-", "z: - a", "- 'b'", "- [c]", "d: e #f", "g: h # i", "j:k",
     "l: 'm'n", "- - o", "p : q", '"r": s', "? t", ": u", "v: -", "w: -1", "x: ?y", "z: a,b]",
     "c: [d:e]", "f: [g: h]", "i: {j:k}", "l: {m: ,n: o}", "p: []", "q: {}", "r: [s?, t]",
     "u: {v: w:}",
     "x: [ y , z ]", "a: 'b''c' ", "d: ''", "e: |", "f: >-", "  ---", "...", "<<: g", "h: i:",
     "k: *l"]
)  # fmt: skip


@st.composite
def _edited(draw: st.DrawFn) -> str:
    """A real record with something put in, taken out or put in its place."""
    text = draw(st.sampled_from(_SAMPLES))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.sampled_from([0, 0, 1, 2, 5, 20]))
        text = text[:start] + draw(_BITS) + text[end:]
    return text


_INDENTED = st.tuples(st.sampled_from(["", "", "  ", "    ", " "]), _LINES).map("".join)


@given(
    text=_edited()
    | st.lists(_INDENTED, max_size=8).map("\n".join)
    | st.lists(_BITS, max_size=12).map("".join)
)
@example("k: {a: 1, b: [c, d]}  \nl: m\n  n")
@example("a: b\n c\n\nd: e")
@settings(max_examples=600)
def test_what_is_read_is_what_the_exact_reader_reads(text: str) -> None:
    """Whatever one does to a text: read alike, or left alone."""
    value = _plain(text)
    if value is not None:
        assert value == read_exactly(decode(text.encode()))
