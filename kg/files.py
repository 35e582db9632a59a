"""Open files within limits: bytes and lines of plain, gz and zst files, and their text.

A file that is broken, too large, or grows without measure when it is unpacked is a
ReadError, not a full memory.
"""

from __future__ import annotations

import gzip
import os
import re
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Protocol

from kg.errors import MissingExtraError, ReadError
from kg.limits import MAX_EXPANSION, MAX_FILE, MAX_LINE, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = [
    "PACKED",
    "decoded",
    "lines_of",
    "read_whole",
    "shown",
    "unpacked_name",
    "within_limit",
]

PACKED = (".gz", ".zst")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
#: What people take for text, by how it begins.
_DOCUMENTS = {
    b"%PDF-": "a PDF",
    b"{\\rtf": "a document in RTF",
    b"PK\x03\x04": "a packed file or an office document",
}
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_FEW = 0.01
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_AT_ONCE = 1 << 16
#: Up to here a packed file may grow as it likes.
_SMALL = 50_000_000


class _Source(Protocol):
    def read(self, size: int, /) -> bytes: ...


def shown(path: Path | str) -> str:
    """Give a file's name as one line that any terminal takes."""
    return _UNSHOWN.sub("\ufffd", str(path))


def unpacked_name(path: Path) -> Path:
    """Give a file's name without the ending that says how it is packed.

    >>> from pathlib import Path
    >>> unpacked_name(Path("news.jsonl.gz")).name
    'news.jsonl'
    """
    return path.with_suffix("") if path.suffix.lower() in PACKED else path


def read_whole(path: Path) -> bytes:
    """Read a file that holds one article; ReadError when it is too large for one."""
    with _opened(path) as source:
        content = _at_most(source, MAX_FILE + 1)
    return within_limit(content, shown(path))


def within_limit(content: bytes, source: str) -> bytes:
    """Give the bytes of one article back; ReadError when they are too many."""
    if len(content) > MAX_FILE:
        limit = f"{MAX_FILE:,} bytes"
        raise ReadError(source, f"is too large for one article (over {limit})")
    return content


def _at_most(source: _Source, size: int) -> bytes:
    pieces = bytearray()
    while len(pieces) < size and (piece := source.read(size - len(pieces))):
        pieces += piece
    return bytes(pieces)


def lines_of(path: Path) -> Iterator[tuple[int, bytes | None]]:
    """Read the lines that are not empty, with their numbers; None is a too long one."""
    with _opened(path) as source:
        yield from _lines(source)


def _lines(source: _Source) -> Iterator[tuple[int, bytes | None]]:
    line, too_long, number = bytearray(), False, 1
    while piece := source.read(_AT_ONCE):
        if not (line or too_long or piece.strip()):
            number += piece.count(b"\n")
            continue
        *ended, rest = piece.split(b"\n")
        for end in ended:
            if line or too_long:
                line += end
                yield number, None if too_long else bytes(line)
                line, too_long = bytearray(), False
            elif end:
                yield number, end
            number += 1
        line += rest
        if len(line) > MAX_LINE:
            line, too_long = bytearray(), True
    if line or too_long:
        yield number, None if too_long else bytes(line)


@contextmanager
def _opened(path: Path) -> Iterator[_Source]:
    """Open a file, unpacked; what is wrong with it while it is read is a ReadError."""
    try:
        with path.open("rb") as file:
            packing = path.suffix.lower()
            size = os.fstat(file.fileno()).st_size
            if packing == ".gz":
                with gzip.open(file) as source:
                    yield _Measured(source, size, path)
            elif packing == ".zst":
                with _zst(file) as source:
                    yield _Measured(source, size, path)
            else:
                yield file
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise ReadError(shown(path), f"is broken ({one_line(str(error))})") from error
    except OSError as error:
        reason = error.strerror or one_line(str(error))
        raise ReadError(shown(path), f"cannot be read ({reason})") from error


@contextmanager
def _zst(file: IO[bytes]) -> Iterator[_Source]:
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("pyarrow", extra="parquet") from error
    with pa.input_stream(file, compression="zstd") as source:
        yield source


class _Measured:
    """An unpacked file that may not grow without measure."""

    def __init__(self, source: _Source, size: int, path: Path) -> None:
        self._source = source
        self._most = max(_SMALL, size * MAX_EXPANSION)
        self._path = path
        self._read = 0

    def read(self, size: int, /) -> bytes:
        """Read some bytes; ReadError when the file has grown too much."""
        piece = self._source.read(size)
        self._read += len(piece)
        if self._read > self._most:
            reason = f"grows to over {MAX_EXPANSION} times its size when it is unpacked"
            raise ReadError(shown(self._path), f"{reason}: the rest is not read")
        return piece


def decoded(raw: bytes, source: str) -> str:
    """Decode UTF-8, UTF-16 with a byte order mark, or else Windows-1252.

    Text that is UTF-8 but for some damaged bytes keeps all else: each gives a U+FFFD.
    """
    if not raw.strip():
        raise ReadError(source, "is empty: there is no text to read")
    for start, kind in _DOCUMENTS.items():
        if raw.startswith(start):
            raise ReadError(source, f"is {kind}; save it as .txt or .html first")
    text = _utf16(raw) if raw.startswith(_UTF16) else _utf8(raw) or _cp1252(raw)
    if text is None or "\x00" in text or _is_binary(text):
        raise ReadError(source, "is no text in UTF-8, UTF-16 or Windows-1252")
    return text


def _utf16(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError:
        return None


def _utf8(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("utf-8-sig", errors="replace")
    damaged = text.count("\ufffd")
    right = sum(not character.isascii() for character in text) - damaged
    return text if right > damaged else None


def _cp1252(raw: bytes) -> str | None:
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return None


def _is_binary(text: str) -> bool:
    return len(_CONTROL.findall(text)) > _FEW * len(text)
