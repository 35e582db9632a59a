"""Keep what was read of all articles where it can be found again: on disk, if many."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.journal import packed_place, unpacked_place
from kg.memory import Table
from kg.scale.extractor import article_of, head_of, share_in, unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.journal import Journal, Place
    from kg.model import Extraction
    from kg.shares import Head, Share

__all__ = ["Archive"]

_SUM = 1 << 128


@dataclass(slots=True)
class Archive:
    """The entries of a build, in the order in which they came; a journal holds them.

    Without a journal they are held in memory. ``digest`` is equal for equal articles
    read in the same way, in any order.
    """

    journal: Journal | None = None
    digest: int = 0
    read: int = 0
    _held: list[bytes] = field(default_factory=list)
    _places: Table[bytes] = field(default_factory=Table)
    _count: int = 0

    def add(self, key: bytes, entry: bytes) -> None:
        """Keep an entry that was read by this build."""
        self.read += 1
        if self.journal is None:
            place: Place = (len(self._held), 0, 0, 0)
            self._held.append(entry)
        else:
            place = self.journal.add(key, entry)
        self.add_known(key, place)

    def add_known(self, key: bytes, place: Place) -> None:
        """Take over an entry that the journal has of an earlier build."""
        self._places.add(self._count.to_bytes(8, "big"), packed_place(place))
        self._count += 1
        self.digest = (self.digest + int.from_bytes(key, "big")) % _SUM

    def __len__(self) -> int:
        """Count the entries."""
        return self._count

    def places(self) -> Iterator[Place]:
        """Give the places of all entries."""
        return map(unpacked_place, self._places.values())

    def entry(self, place: Place) -> bytes:
        """Give an entry."""
        if self.journal is None:
            return self._held[place[0]]
        return self.journal.entry(place)

    def extraction(self, place: Place) -> Extraction:
        """Give what was read of an article."""
        return unpacked(self.entry(place))

    def head(self, place: Place) -> Head:
        """Give what must be known of an article before it is joined with others."""
        return head_of(self.entry(place))

    def share(self, place: Place) -> Share:
        """Give what an article gives to the files."""
        return share_in(self.entry(place))

    def text(self, place: Place) -> str:
        """Give an article's text."""
        return article_of(self.entry(place)).text

    def finish(self) -> None:
        """Take away what earlier builds have left in the journal and nobody needs."""
        if self.journal is not None:
            self.journal.finish(self.places())
