"""Join what articles give into the files of a folder, in memory that does not grow.

Heads come first, in any order; then all is written in the order of the articles' ids.
The files are those that ``kg.rdf.writing`` and ``kg.records`` write of the joined
graph, byte for byte.
"""

from __future__ import annotations

from itertools import chain, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

from kg.choosing import Chooser
from kg.copies import bands_of, copies_among, meetings
from kg.counts import Counts
from kg.joined_rows import Rows
from kg.model import Skipped
from kg.parting import Part, part_of_share
from kg.rdf.statements import (
    MANY,
    entity_blocks,
    fact_blocks,
    relation_blocks,
)
from kg.rdf.texts import program_block, publisher_block, with_original
from kg.rdf.times import time_blocks
from kg.rdf.turtle import joined_text
from kg.records import node_lines
from kg.section_files import SectionFiles
from kg.shares import FILES, FactShare
from kg.sorting import Sorter

if TYPE_CHECKING:
    from collections.abc import (
        Container,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )
    from pathlib import Path

    from kg.copies import Place
    from kg.shares import Head, Share

__all__ = ["Joiner", "Shares"]

_Row: TypeAlias = tuple[Any, ...]


class Shares(Protocol):
    """What was read of the articles, by the place where it lies."""

    def share(self, place: Place) -> Share:
        """Give what an article gives."""

    def text(self, place: Place) -> str:
        """Give an article's text."""


class _Entry(NamedTuple):
    """An article by its number in the order of the ids, and what it is a copy of."""

    number: int
    id: str
    place: Place
    original: str


class Joiner:
    """Articles on their way into one folder, and, if asked, also ``apart``."""

    def __init__(self, scratch: Path, *, apart: bool = False) -> None:
        self._scratch = scratch
        self._apart = apart
        self._articles = self._sorter("articles")
        self._bands = self._sorter("bands")
        self._copies = self._sorter("copies")
        self._shared = self._sorter("shared")
        self._own = self._sorter("own")
        self.counts = Counts()
        self.chooser = Chooser()

    def add(self, head: Head, place: Place) -> None:
        """Take in an article that lies in a place."""
        self._articles.add((head.id, place, " ".join(head.facts)))
        for band in bands_of(head.signature):
            self._bands.add((band, head.age, head.id, place))

    def write(
        self, folder: Path, shares: Shares, *, base: str, rdf12: bool = False
    ) -> None:
        """Write graph.ttl, facts.ttl and the tables of all articles."""
        self._find_copies(shares)
        self._find_shared()
        joined = self._joined_facts(shares)
        with SectionFiles(self._scratch, folder) as files:
            rows = Rows(self._sorter, self._own if self._apart else None)
            for entry, shared, told in _beside(self._ordered(), self._shared, joined):
                known = {fact for (fact,) in shared}
                share = shares.share(entry.place)
                self._write_article(entry, share, files, rows)
                self._write_facts(entry, share, (known, told), files, rows)
            self._write_rest(rows, files)
            files.assemble(base, rdf12=rdf12)

    def parts(self, shares: Shares) -> Iterator[Part]:
        """Give each article's graph by itself, in the order of their ids.

        This comes after ``write``, of a joiner that was asked to keep them ``apart``.
        """
        for entry, own in _beside(self._ordered(), self._own):
            share = shares.share(entry.place)
            yield part_of_share(entry.id, share, entry.original, own)

    def originals_of(self, articles: Container[str]) -> Mapping[str, str]:
        """Give what some of the articles are copies of, after all is written."""
        return {key: of for key, of in self._copies if key in articles}

    def _sorter(self, name: str) -> Sorter[Any]:
        return Sorter(self._scratch, f"sorted-{name}")

    def _find_copies(self, shares: Shares) -> None:
        """Find the copies: rows of a copy's id and that of its original."""
        met = self._sorter("meetings")
        for row in meetings(self._bands):
            met.add(row)
        self._bands.clear()
        for pair in copies_among(met, shares.text):
            self._copies.add(pair)
        met.clear()

    def _find_shared(self) -> None:
        """Find the facts that several articles tell: rows of an article and a fact."""
        ids = self._sorter("ids")
        for number, (_, _, facts) in enumerate(self._articles):
            for fact in facts.split():
                ids.add((fact, number))
        for fact, rows in groupby(ids, key=itemgetter(0)):
            several = list(islice(rows, 2))
            if len(several) > 1:
                for _, number in chain(several, rows):
                    self._shared.add((number, fact))
        ids.clear()

    def _ordered(self) -> Iterator[_Entry]:
        """Give the articles in the order of their ids."""
        found = _beside(self._articles, self._copies)
        for number, ((key, place, _), copies) in enumerate(found):
            yield _Entry(number, key, place, copies[0][0] if copies else "")

    def _joined_facts(self, shares: Shares) -> Sorter[Any]:
        """Join the facts that several articles tell, each under its first article."""
        told, joined = self._sorter("told"), self._sorter("joined")
        for entry, shared in _beside(self._ordered(), self._shared):
            known = {fact for (fact,) in shared}
            source = entry.original or entry.id
            for fact, texts in shares.share(entry.place).cut() if known else ():
                if fact.id in known:
                    told.add((fact.id, entry.number, source, list(fact), *texts))
        for _, rows in groupby(told, key=itemgetter(0)):
            joined.add(_joined(rows))
        told.clear()
        return joined

    def _write_article(
        self, entry: _Entry, share: Share, files: SectionFiles, rows: Rows
    ) -> None:
        """Write all of an article but its facts."""
        number, _, place, original = entry
        self.counts.articles += 1
        self.counts.copies += bool(original)
        self.chooser.add_article(place)
        for where, reason, text in share.skipped:
            self.counts.skipped.add(Skipped(where, reason, text))
        article = share.texts["article"]
        files.add("articles", with_original(article, original) if original else article)
        for name in ("spans", "runs", "mentions"):
            files.add(name, share.texts[name])
        rows.add_article(share, number)

    def _write_facts(
        self,
        entry: _Entry,
        share: Share,
        shared: tuple[set[str], Sequence[_Row]],
        files: SectionFiles,
        rows: Rows,
    ) -> None:
        """Write the facts that start in an article, also those that others tell too."""
        known, told = shared
        if known:
            facts = _told(share, known, told)
        else:
            facts = ((fact, 1, ()) for fact in share.facts)
            files.add_all((name, share.texts[name]) for name in FILES)
        for fact, support, texts in facts:
            self._count(fact, support, entry, rows)
            files.add_all(zip(FILES, texts, strict=False))

    def _count(self, fact: FactShare, support: int, entry: _Entry, rows: Rows) -> None:
        if fact.standing:
            self.counts.others[fact.standing] += 1
        else:
            self.counts.facts += 1
        self.chooser.add(fact, support, entry.number, entry.place)
        rows.add_fact(fact)

    def _write_rest(self, rows: Rows, files: SectionFiles) -> None:
        for node in rows.nodes():
            self.counts.entities += 1
            self.counts.named += bool(node.mentions)
            files.add_blocks("entities", entity_blocks([node]))
            files.add_texts("nodes", node_lines([node]))
        files.add_blocks("facts", fact_blocks(rows.triples))
        files.add_blocks("relations", relation_blocks(rows.relations))
        files.add_blocks("times", time_blocks(rows.times))
        files.add_texts("literals", (text for (_, text), _ in groupby(rows.literals)))
        files.add_blocks("articles", map(publisher_block, sorted(rows.publishers)))
        files.add_blocks("runs", map(program_block, sorted(rows.programs)))


def _beside(rows: Iterable[_Row], *others: Iterable[_Row]) -> Iterator[_Row]:
    """Give each row with lists of the others that begin as it does; all in order."""
    sides = [_Side(other) for other in others]
    for row in rows:
        yield (row, *(side.rest_of(row[0]) for side in sides))


class _Side:
    """Rows in order, of which those are taken that begin as another row does."""

    def __init__(self, rows: Iterable[_Row]) -> None:
        self._rows = iter(rows)
        self._next = next(self._rows, None)

    def rest_of(self, first: object) -> list[_Row]:
        """Take the rows that begin so, and give what they have behind it."""
        found = []
        while self._next is not None and self._next[0] == first:
            found.append(self._next[1:])
            self._next = next(self._rows, None)
        return found


def _told(
    share: Share, known: set[str], repeated: Sequence[_Row]
) -> Iterator[tuple[FactShare, int, Sequence[str]]]:
    """Give the facts that start in an article, with how many tell it, and its texts."""
    own = [
        (fact.start, fact.end, fact.id, 1, fact, *texts)
        for fact, texts in share.cut()
        if fact.id not in known
    ]
    for row in sorted([*own, *repeated], key=itemgetter(0, 1, 2)):
        _, _, _, support, fact, *texts = row
        yield FactShare(*fact), support, texts


def _joined(rows: Iterable[_Row]) -> _Row:
    """Join a fact as several articles tell it; their rows come in order."""
    told = list(rows)
    key, number, _, _, *texts = told[0]
    facts = [FactShare(*row[3]) for row in told]
    fact = facts[0]._replace(
        confidence=max(each.confidence for each in facts),
        readings=sum(each.readings for each in facts),
    )
    statements, readings, _, records = zip(*(row[4:] for row in told), strict=True)
    texts = [joined_text(statements, MANY), "".join(readings), texts[2]]
    support = len({row[2] for row in told})
    place = (number, fact.start, fact.end, key)
    return *place, support, list(fact), *texts, "".join(records)
