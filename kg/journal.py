"""Keep finished articles on disk, so that a build that was killed goes on from there.

A journal is a folder of append-only files; an entry is a key, a length, a check sum and
the bytes. What was being written when the power went is not an entry, and is not read.
"""

from __future__ import annotations

import os
import struct
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from kg.errors import ReadError, WriteError
from kg.memory import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import BinaryIO, Self

__all__ = [
    "KEY_BYTES",
    "Journal",
    "Place",
    "journal_folder",
    "packed_place",
    "unpacked_place",
]

KEY_BYTES = 16
_ENDING = ".entries"
_HEAD = struct.Struct(f">{KEY_BYTES}sII")
_PLACE = struct.Struct(">IQII")
#: A file's number, and an entry's start, length and check sum.
Place: TypeAlias = tuple[int, ...]


def journal_folder(out: Path) -> Path:
    """Give the place of the journal of an output folder: hidden, beside it."""
    out = out.resolve()
    return out.with_name(f".{out.name}.journal")


@dataclass(slots=True)
class Journal:
    """The entries of a folder; a context that closes its files.

    Entries of earlier builds are found by their keys when ``resume`` is true; they stay
    on disk until ``finish``, so that a build that fails takes nothing away. A place is
    a file's number, and where in it the entry starts, its length and its check sum.
    """

    folder: Path
    resume: bool = True
    _earlier: Table[bytes] = field(default_factory=Table, init=False)
    _readers: dict[int, BinaryIO] = field(default_factory=dict, init=False)
    _writer: BinaryIO | None = field(default=None, init=False)
    _own: int = field(default=0, init=False)
    _end: int = field(default=0, init=False)

    def __enter__(self) -> Self:
        """Find the entries of earlier builds."""
        if self.resume:
            for path in _files(self.folder):
                for key, place in _entries(path):
                    self._earlier.put(key, packed_place(place))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close all files."""
        # A full disk has been reported by the entry that did not fit.
        for file in (self._writer, *self._readers.values()):
            with suppress(OSError):
                if file is not None:
                    file.close()
        self._writer = None
        self._readers.clear()

    def __len__(self) -> int:
        """Count the entries of earlier builds."""
        return len(self._earlier)

    def add(self, key: bytes, entry: bytes) -> Place:
        """Append an entry and give its place; WriteError when the disk is full."""
        check = zlib.crc32(entry)
        try:
            writer = self._opened()
            writer.write(_HEAD.pack(key, len(entry), check) + entry)
            writer.flush()
        except OSError as error:
            raise _write_error(self.folder, error) from error
        start = self._end + _HEAD.size
        self._end = start + len(entry)
        return self._own, start, len(entry), check

    def find(self, key: bytes) -> Place | None:
        """Give an earlier entry's place; None when there is none, or it is damaged."""
        packed = self._earlier.get(key)
        if packed is None:
            return None
        place = unpacked_place(packed)
        return place if self._read(place) is not None else None

    def entry(self, place: Place) -> bytes:
        """Give the bytes of an entry; ReadError when the journal was changed."""
        entry = self._read(place)
        if entry is None:
            reason = "the journal was changed while it was in use; build once more"
            raise ReadError(str(self.folder), reason)
        return entry

    def finish(self, places: Iterable[Place]) -> None:
        """Take away what is at none of the places, file by file.

        An entry that is not needed stays while its file holds one that is.
        """
        needed = {file for file, *_ in places}
        for path in _files(self.folder):
            if int(path.stem) not in needed:
                path.unlink(missing_ok=True)

    def _read(self, place: Place) -> bytes | None:
        number, start, length, check = place
        try:
            file = self._readers.get(number)
            if file is None:
                file = self._readers[number] = _path(self.folder, number).open("rb")
            entry = os.pread(file.fileno(), length, start)
        except OSError:
            return None
        return entry if zlib.crc32(entry) == check else None

    def _opened(self) -> BinaryIO:
        if self._writer is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            own = _new_file(self.folder)
            self._own = int(own.stem)
            self._writer = own.open("wb")
        return self._writer


def packed_place(place: Place) -> bytes:
    """Write a place as few bytes."""
    return _PLACE.pack(*place)


def unpacked_place(packed: bytes) -> Place:
    """Read back what ``packed_place`` wrote."""
    return _PLACE.unpack(packed)


def _files(folder: Path) -> list[Path]:
    found = folder.glob(f"*{_ENDING}") if folder.is_dir() else ()
    return sorted(path for path in found if path.stem.isdecimal())


def _path(folder: Path, number: int) -> Path:
    return folder / f"{number:08}{_ENDING}"


def _new_file(folder: Path) -> Path:
    """Make a file behind all others, which no other build has."""
    last = max((int(path.stem) for path in _files(folder)), default=0)
    for number in count(last + 1):
        path = _path(folder, number)
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            continue
        return path
    raise AssertionError  # pragma: no cover - count does not end


def _entries(path: Path) -> Iterator[tuple[bytes, Place]]:
    """Find the whole entries of a file, up to the first that is cut off."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            while len(head := file.read(_HEAD.size)) == _HEAD.size:
                key, length, check = _HEAD.unpack(head)
                start = file.tell()
                if start + length > size:
                    return
                yield key, (int(path.stem), start, length, check)
                file.seek(length, os.SEEK_CUR)
    except OSError as error:
        raise _write_error(path, error) from error


def _write_error(place: Path, error: OSError) -> WriteError:
    reason = (
        f"the journal cannot be kept ({error.strerror or error}); "
        "make room or choose another folder with --out, then go on with --resume"
    )
    return WriteError(str(place), reason)
