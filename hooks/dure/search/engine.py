"""Speaks to the `pagefind` program over its pipes: base64 JSON, a comma after each message.

The official client answers ten messages a second (it sleeps before each reply); this one waits
only for the program itself.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import tempfile
from dataclasses import dataclass
from functools import partial
from typing import IO, TYPE_CHECKING, Any

from pagefind_bin import get_executable  # type: ignore[import-untyped]

from dure.search.files import IndexFailed, read_chunks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from types import TracebackType

__all__ = ["Chunk", "Engine", "IndexFailed", "index_words"]

CHUNK_SIZE = 2000
"""Postings per index chunk: about 4 KB over the wire (measured); a query loads several."""
PART = 1 << 18
"""Bytes of a text that are sent at a time."""
UNSTEMMED = "zxx"
"""“No language”: the engine stems what it knows; the planner does that itself, alike everywhere."""


@dataclass(frozen=True)
class Chunk:
    """A file of the words from one beginning to the next chunk's."""

    first: str
    content: bytes


class Engine:
    """One running `pagefind --service`; use it as a context."""

    def __init__(self, command: tuple[str, ...] = ()) -> None:
        self._complaints: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 closed in __exit__
        self._process = subprocess.Popen(
            command or (str(get_executable()), "--service"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            env={**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(CHUNK_SIZE)},
        )
        self._number = 0
        self._rest = b""

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Closing its input ends the program."""
        self._process.communicate()
        self._complaints.close()

    def ask(self, action: str, **values: Any) -> Mapping[str, Any]:
        """The engine's answer to one message; raises IndexFailed with its words.

        Of the values, `content` is a long text in parts, as `_message` wants it.
        """
        self._number += 1
        self._send(in_base64(_message(self._number, {"type": action, **values})))
        payload: Mapping[str, Any] = json.loads(base64.b64decode(self._receive()))["payload"]
        if payload["type"] == "Error":
            raise IndexFailed(f"pagefind: {payload['message']}")
        return payload

    def _send(self, message: Iterable[bytes]) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.writelines(message)
            self._process.stdin.write(b",")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise IndexFailed(f"pagefind stopped: {self._words()}") from None

    def _receive(self) -> bytes:
        assert self._process.stdout is not None
        parts = [self._rest]
        while b"," not in parts[-1]:
            part = os.read(self._process.stdout.fileno(), 1 << 20)
            if not part:
                raise IndexFailed(f"pagefind stopped: {self._words()}")
            parts.append(part)
        answer, _, self._rest = b"".join(parts).partition(b",")
        return answer

    def _words(self) -> str:
        self._process.wait()
        self._complaints.seek(0)
        return self._complaints.read().decode(errors="replace").strip() or "it said nothing"


def _message(number: int, payload: dict[str, Any]) -> Iterator[bytes]:
    """A message in parts; `content`, if any, is words and spaces, which JSON need not escape."""
    content = payload.pop("content", None)
    told = json.dumps({"message_id": number, "payload": payload}, ensure_ascii=False).encode()
    if content is None:
        yield told
    else:
        yield told.removesuffix(b"}}") + b', "content": "'
        yield from content
        yield b'"}}'


def in_base64(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The parts' base64, as if they were one."""
    rest = b""
    for part in parts:
        known = rest + part
        whole = len(known) - len(known) % 3
        yield base64.b64encode(known[:whole])
        rest = known[whole:]
    yield base64.b64encode(rest)


def index_words(text: IO[bytes]) -> list[Chunk]:
    """The index of a text's words, in order, as the engine makes it; raises IndexFailed.

    The text is read from its beginning and closed.
    """
    with text, Engine() as engine:
        text.seek(0)
        parts = iter(partial(text.read, PART), b"")
        index = engine.ask("NewIndex", config={})["index_id"]
        engine.ask("AddRecord", index_id=index, url="/", content=parts, language=UNSTEMMED,
                   meta={}, filters={}, sort={})  # fmt: skip
        answer = engine.ask("GetFiles", index_id=index)
    files = {file["path"]: file["content"] for file in answer["files"]
             if file["path"].startswith(("index/", "pagefind."))}  # fmt: skip
    tables = next(name for name in files if name.endswith(".pf_meta"))
    return [
        Chunk(first, base64.b64decode(files[f"index/{name}.pf_index"]))
        for first, name in read_chunks(base64.b64decode(files[tables]))
    ]
