"""Join what articles give into the files of a folder, in memory that does not grow.

Heads come first, in any order; then all is written in the order of the articles' ids.
The files are those that ``kg.rdf.writing`` and ``kg.records`` write of the joined
graph, byte for byte.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

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


class Joiner:
    """Articles on their way into one folder, and, if asked, also ``apart``."""

    def __init__(self, scratch: Path, *, apart: bool = False) -> None:
        self._scratch = scratch
        self._apart = apart
        self._articles = self._sorter("articles")
        self._bands = self._sorter("bands")
        self._ids = self._sorter("ids")
        self._copies = self._sorter("copies")
        self._own = self._sorter("own")
        self.counts = Counts()
        self.chooser = Chooser()

    def add(self, head: Head, place: Place) -> None:
        """Take in an article that lies in a place."""
        self._articles.add((head.id, place, " ".join(head.facts)))
        for band in bands_of(head.signature):
            self._bands.add((band, head.age, head.id, place))
        for fact in head.facts:
            self._ids.add((fact,))

    def write(
        self, folder: Path, shares: Shares, *, base: str, rdf12: bool = False
    ) -> None:
        """Write graph.ttl, facts.ttl and the tables of all articles."""
        copies = self._found_copies(shares)
        known = self._repeated()
        for done in (self._bands, self._ids):
            done.clear()
        repeated = self._joined_facts(shares, known, copies)
        with SectionFiles(self._scratch, folder) as files:
            rows = Rows(self._sorter, self._own if self._apart else None)
            for row in self._rows(copies, repeated):
                self._write_article(row, shares, known, files, rows)
            self._write_rest(rows, files)
            files.assemble(base, rdf12=rdf12)

    def parts(self, shares: Shares) -> Iterator[Part]:
        """Give each article's graph by itself, in the order of their ids.

        This comes after ``write``, of a joiner that was asked to keep them ``apart``.
        """
        rows = iter(self._own)
        row = next(rows, None)
        for number, key, place, _, original in self._ordered(self._copies):
            own = []
            while row is not None and row[0] == number:
                own.append(row[1:])
                row = next(rows, None)
            yield part_of_share(key, shares.share(place), original, own)

    def originals_of(self, articles: Container[str]) -> Mapping[str, str]:
        """Give what some of the articles are copies of, after all is written."""
        return {key: of for key, of in self._copies if key in articles}

    def _sorter(self, name: str) -> Sorter[Any]:
        return Sorter(self._scratch, f"sorted-{name}")

    def _found_copies(self, shares: Shares) -> Sorter[Any]:
        """Find the copies: rows of a copy's id and that of its original."""
        met, copies = self._sorter("meetings"), self._copies
        for row in meetings(self._bands):
            met.add(row)
        for pair in copies_among(met, shares.text):
            copies.add(pair)
        return copies

    def _repeated(self) -> set[str]:
        """Find the facts that several articles tell."""
        return {
            key
            for (key,), same in groupby(self._ids)
            if next(same) and next(same, None)
        }

    def _ordered(self, copies: Iterable[_Row]) -> Iterator[_Row]:
        """Give the articles with their numbers, and the originals of copies."""
        pairs = iter(copies)
        pair = next(pairs, None)
        for number, (key, place, facts) in enumerate(self._articles):
            original = ""
            if pair is not None and pair[0] == key:
                original, pair = pair[1], next(pairs, None)
            yield number, key, place, facts.split(), original

    def _joined_facts(
        self, shares: Shares, known: set[str], copies: Iterable[_Row]
    ) -> Sorter[Any]:
        """Join the facts that several articles tell, each under its first article."""
        told, joined = self._sorter("told"), self._sorter("joined")
        for number, key, place, facts, original in self._ordered(copies):
            if known.isdisjoint(facts):
                continue
            for fact, texts in shares.share(place).cut():
                if fact.id in known:
                    told.add((fact.id, number, original or key, list(fact), *texts))
        for _, rows in groupby(told, key=itemgetter(0)):
            joined.add(_joined(rows))
        return joined

    def _rows(self, copies: Iterable[_Row], repeated: Iterable[_Row]) -> Iterator[_Row]:
        """Give the articles in order, each with the joined facts that start in it."""
        pairs = iter(repeated)
        pair = next(pairs, None)
        for number, _, place, facts, original in self._ordered(copies):
            own = []
            while pair is not None and pair[0] == number:
                own.append(pair)
                pair = next(pairs, None)
            yield number, place, facts, original, own

    def _write_article(
        self,
        row: _Row,
        shares: Shares,
        known: set[str],
        files: SectionFiles,
        rows: Rows,
    ) -> None:
        number, place, ids, original, repeated = row
        share = shares.share(place)
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
        if not known.isdisjoint(ids):
            told = _told(share, known, repeated)
        else:
            told = ((fact, 1, ()) for fact in share.facts)
            files.add_all((name, share.texts[name]) for name in FILES)
        for fact, support, texts in told:
            self._count(fact, support, number, place, rows)
            files.add_all(zip(FILES, texts, strict=False))

    def _count(
        self, fact: FactShare, support: int, number: int, place: Place, rows: Rows
    ) -> None:
        if fact.standing:
            self.counts.others[fact.standing] += 1
        else:
            self.counts.facts += 1
        self.chooser.add(fact, support, number, place)
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


def _told(
    share: Share, known: set[str], repeated: Iterable[_Row]
) -> Iterator[tuple[FactShare, int, Sequence[str]]]:
    """Give the facts that start in an article, with how many tell it, and its texts."""
    own = [
        (fact.start, fact.end, fact.id, 1, fact, *texts)
        for fact, texts in share.cut()
        if fact.id not in known
    ]
    joined = (row[1:] for row in repeated)
    for row in sorted([*own, *joined], key=itemgetter(0, 1, 2)):
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
