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
from typing import TYPE_CHECKING

from kg.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from io import BufferedWriter
    from pathlib import Path
    from types import TracebackType
    from typing import Self

__all__ = ["KEY_BYTES", "Journal", "journal_folder"]

KEY_BYTES = 16
_ENDING = ".entries"
_HEAD = struct.Struct(f">{KEY_BYTES}sII")


def journal_folder(out: Path) -> Path:
    """Give the place of the journal of an output folder: hidden, beside it."""
    out = out.resolve()
    return out.with_name(f".{out.name}.journal")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the bytes of an entry stand."""

    file: Path
    start: int
    length: int
    check: int


@dataclass(slots=True)
class Journal:
    """The entries of a folder by their keys; a context that closes its file.

    Entries of earlier builds are seen only when ``resume`` is true; they stay on disk
    until ``finish``, so that a build that fails takes nothing away.
    """

    folder: Path
    resume: bool = True
    _places: dict[bytes, _Place] = field(default_factory=dict, init=False)
    _writer: BufferedWriter | None = field(default=None, init=False)
    _own: Path | None = field(default=None, init=False)
    _end: int = field(default=0, init=False)

    def __enter__(self) -> Self:
        """Find the entries of earlier builds."""
        if self.resume:
            for path in _files(self.folder):
                self._places.update(_entries(path))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file that is written to."""
        if self._writer is not None:
            # A full disk has been reported by the entry that did not fit.
            with suppress(OSError):
                self._writer.close()
            self._writer = None

    def __len__(self) -> int:
        """Count the entries."""
        return len(self._places)

    def add(self, key: bytes, entry: bytes) -> None:
        """Append an entry; WriteError when the disk does not take it."""
        head = _HEAD.pack(key, len(entry), zlib.crc32(entry))
        try:
            writer, own = self._open()
            writer.write(head + entry)
            writer.flush()
        except OSError as error:
            raise _write_error(self.folder, error) from error
        start = self._end + _HEAD.size
        self._places[key] = _Place(own, start, len(entry), zlib.crc32(entry))
        self._end = start + len(entry)

    def find(self, key: bytes) -> bytes | None:
        """Give the bytes of an entry; None when there is none, or it is damaged."""
        place = self._places.get(key)
        if place is None:
            return None
        try:
            with place.file.open("rb") as file:
                file.seek(place.start)
                entry = file.read(place.length)
        except OSError:
            return None
        return entry if zlib.crc32(entry) == place.check else None

    def finish(self, keys: Collection[bytes]) -> None:
        """Take away what none of the keys names, file by file.

        An entry that is not needed stays while its file holds one that is.
        """
        needed = {self._places[key].file for key in keys if key in self._places}
        for path in _files(self.folder):
            if path not in needed:
                path.unlink(missing_ok=True)

    def _open(self) -> tuple[BufferedWriter, Path]:
        if self._writer is None or self._own is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._own = _new_file(self.folder)
            self._writer = self._own.open("wb")
        return self._writer, self._own


def _files(folder: Path) -> list[Path]:
    found = folder.glob(f"*{_ENDING}") if folder.is_dir() else ()
    return sorted(path for path in found if path.stem.isdecimal())


def _new_file(folder: Path) -> Path:
    """Make a file behind all others, which no other build has."""
    last = max((int(path.stem) for path in _files(folder)), default=0)
    for number in count(last + 1):
        path = folder / f"{number:08}{_ENDING}"
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            continue
        return path
    raise AssertionError  # pragma: no cover - count does not end


def _entries(path: Path) -> Iterator[tuple[bytes, _Place]]:
    """Find the whole entries of a file, up to the first that is cut off."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            while len(head := file.read(_HEAD.size)) == _HEAD.size:
                key, length, check = _HEAD.unpack(head)
                start = file.tell()
                if start + length > size:
                    return
                yield key, _Place(path, start, length, check)
                file.seek(length, os.SEEK_CUR)
    except OSError as error:
        raise _write_error(path, error) from error


def _write_error(place: Path, error: OSError) -> WriteError:
    reason = (
        f"the journal cannot be kept ({error.strerror or error}); "
        "make room or choose another folder with --out, then go on with --resume"
    )
    return WriteError(str(place), reason)
