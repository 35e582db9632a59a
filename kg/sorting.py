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
_HELD, _OVERHEAD = 4_000_000, 200
#: Rows that are read at once, or characters if they are long, and files that are read
#: at the same time.
_AT_ONCE, _LONG, _FILES = 64, 100_000, 64


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
        self._size += _size(row)
        if self._size > self._held:
            self._spill()

    def __iter__(self) -> Iterator[_Row]:
        """Give the rows in order."""
        self._rows.sort()
        return merge(*map(_read, self._runs), self._rows)

    def clear(self) -> None:
        """Forget all rows."""
        for run in self._runs:
            run.unlink()
        self._rows, self._size, self._runs = [], 0, []

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
            size = 0
            for row in rows:
                piece.append(row)
                size += _size(row)
                if len(piece) == _AT_ONCE or size > _LONG:
                    marshal.dump(piece, file)
                    piece, size = [], 0
            if piece:
                marshal.dump(piece, file)
            marshal.dump([], file)
        return path


def _size(row: tuple[Any, ...]) -> int:
    return _OVERHEAD + sum([len(part) for part in row if part.__class__ is str])


def _read(path: Path) -> Iterator[Any]:
    with path.open("rb") as file:
        while piece := marshal.load(file):  # noqa: S302 - this process wrote it
            yield from piece
