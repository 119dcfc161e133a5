"""The form of the files."""

from __future__ import annotations

import cbor2
import pytest

from dure.search.files import IndexFailed, named, pack, read_chunks, unpack


def test_an_index_of_another_version_is_refused() -> None:
    """The layout of the tables is internal to one version of the engine."""
    other = pack(cbor2.dumps(["1.6.0", [], [], [], [], []]))

    with pytest.raises(IndexFailed, match=r"expected pagefind 1\.5\.2, got 1\.6\.0"):
        read_chunks(other)


def test_the_beginnings_of_chunks_are_read() -> None:
    """Their ends are cut short by the engine and say nothing."""
    made = pack(cbor2.dumps(["1.5.2", [], [["가", "나", "x1"], ["다", "라", "x2"]], [], [], []]))

    assert read_chunks(made) == [("가", "x1"), ("다", "x2")]


def test_a_file_without_the_signature_is_refused() -> None:
    """It is somebody else's."""
    assert unpack(pack(b"x")) == b"x"
    with pytest.raises(IndexFailed, match="lacks the engine's signature"):
        unpack(__import__("gzip").compress(b"x"))


def test_the_name_changes_with_path_and_content() -> None:
    """And with nothing else: the order in which files were made does not count."""
    one, files = named("ko", {"a/*_1": b"x", "a/*_2": b"y"})

    assert files == {f"a/{one}_1": b"x", f"a/{one}_2": b"y"}
    assert named("ko", {"a/*_2": b"y", "a/*_1": b"x"})[0] == one
    assert len({one, named("ko", {"a/*_1": b"y", "a/*_2": b"x"})[0],
                named("ko", {"a/*_1": b"xa", "a/*_2": b"y"})[0]}) == 3  # fmt: skip
