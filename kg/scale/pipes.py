"""Speak over a pipe: frames of a kind and some bytes, read with a time limit."""

from __future__ import annotations

import os
import select
import struct
import time
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

__all__ = ["Kind", "read_frame", "write_frame"]

_HEAD: Final = struct.Struct(">BI")
_AT_ONCE: Final = 1 << 16


class Kind(IntEnum):
    """What a frame holds."""

    START = 1  # how to make the function that reads articles
    READY = 2  # it is made
    ARTICLE = 3  # the line of an article
    EXTRACTION = 4  # a packed extraction
    REASON = 5  # why an article, or every article, cannot be read


def write_frame(pipe: int, kind: Kind, content: bytes = b"") -> None:
    """Write a frame whole; BrokenPipeError when nobody reads."""
    left = memoryview(_HEAD.pack(kind, len(content)) + content)
    while left:
        left = left[os.write(pipe, left) :]


def read_frame(pipe: int, *, seconds: float | None = None) -> tuple[Kind, bytes]:
    """Read a frame; EOFError at the end of the pipe, TimeoutError after the seconds."""
    end = None if seconds is None else time.monotonic() + seconds
    kind, length = _HEAD.unpack(_read(pipe, _HEAD.size, end))
    return Kind(kind), _read(pipe, length, end)


def _read(pipe: int, length: int, end: float | None) -> bytes:
    pieces = bytearray()
    while len(pieces) < length:
        if end is not None:
            left = end - time.monotonic()
            if left <= 0 or not select.select([pipe], [], [], left)[0]:
                raise TimeoutError
        piece = os.read(pipe, min(length - len(pieces), _AT_ONCE))
        if not piece:
            raise EOFError
        pieces += piece
    return bytes(pieces)
