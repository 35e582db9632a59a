"""Sort more rows than memory holds: rows in, in any order; the same rows in order out.

What does not fit lies in a folder, in files that only the process that wrote them
reads. Rows are tuples of texts and numbers; where two are equal up to a place, what
stands there must be comparable.
"""

from __future__ import annotations

import marshal
from heapq import merge
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["Sorter"]

_Row = TypeVar("_Row", bound=tuple[Any, ...])
#: Characters of the rows that are held in memory, and what a row takes beside them.
_HELD, _OVERHEAD = 8_000_000, 200
#: Rows that are read at once, and files that are read at the same time.
_AT_ONCE, _FILES = 64, 64


class Sorter(Generic[_Row]):
    """Rows on their way to an order; iterate over it, also more than once."""

    def __init__(self, folder: Path, name: str, *, held: int = _HELD) -> None:
        self._place = folder / name
        self._held = held
        self._rows: list[_Row] = []
        self._size = 0
        self._runs: list[Path] = []
        self._made = 0

    def add(self, row: _Row) -> None:
        """Take in a row."""
        self._rows.append(row)
        self._size += _OVERHEAD
        for part in row:
            if part.__class__ is str:
                self._size += len(part)
        if self._size > self._held:
            self._spill()

    def __iter__(self) -> Iterator[_Row]:
        """Give the rows in order."""
        self._rows.sort()
        return merge(*map(_read, self._runs), self._rows)

    def __bool__(self) -> bool:
        """Tell whether there is any row."""
        return bool(self._rows or self._runs)

    def _spill(self) -> None:
        self._rows.sort()
        self._runs.append(self._written(self._rows))
        self._rows, self._size = [], 0
        if len(self._runs) >= _FILES:
            runs = self._runs
            self._runs = [self._written(merge(*map(_read, runs)))]
            for run in runs:
                run.unlink()

    def _written(self, rows: Iterable[_Row]) -> Path:
        self._made += 1
        path = self._place.with_name(f"{self._place.name}.{self._made}")
        with path.open("wb") as file:
            piece: list[_Row] = []
            for row in rows:
                piece.append(row)
                if len(piece) == _AT_ONCE:
                    marshal.dump(piece, file)
                    piece = []
            marshal.dump(piece, file)
        return path


def _read(path: Path) -> Iterator[Any]:
    with path.open("rb") as file:
        while True:
            piece = marshal.load(file)  # noqa: S302 - this process wrote it
            yield from piece
            if len(piece) < _AT_ONCE:
                return
