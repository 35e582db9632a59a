"""Write what one article gives to the files of an output folder, once for all builds.

A share holds pieces of text that ``kg.joining`` puts together with those of other
articles; nothing in it depends on them, or on the base of the IRIs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.copies import signature
from kg.graph import part_of
from kg.rdf.offices import office_blocks
from kg.rdf.statements import (
    fact_triple,
    literal_blocks,
    reading_blocks,
    statement_blocks,
)
from kg.rdf.texts import article_blocks, run_blocks, span_blocks
from kg.rdf.times import time_rows
from kg.rdf.turtle import block_text
from kg.records import mention_lines, record_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.graph import ArticleGraph, Fact, Node
    from kg.model import Extraction
    from kg.rdf.statements import Triple
    from kg.rdf.turtle import Block

__all__ = ["FILES", "FactShare", "Head", "NodeShare", "Share", "share_of"]

#: The texts that an article has of each of its facts, one after the other.
FILES = ("statements", "readings", "offices", "records")


class Head(NamedTuple):
    """What must be known of an article before it can be joined with others.

    ``age`` sorts articles by their dates; ``signature`` finds copies.
    """

    id: str
    age: str
    signature: str
    facts: list[str]


class FactShare(NamedTuple):
    """One fact in an article, and how long each of its texts is."""

    id: str
    start: int
    end: int
    triple: Triple | None
    relation: str
    standing: str
    confidence: float
    readings: int
    lengths: Sequence[int]


class NodeShare(NamedTuple):
    """An entity of an article; one that is only an end of a statement adds no name."""

    id: str
    label: str
    type: str
    aliases: list[str]
    links: list[str]
    mentions: int
    named: bool


@dataclass(frozen=True, slots=True)
class Share:
    """What an article gives: rows to be sorted among others', and texts.

    ``texts`` has the texts of all facts under the names in ``FILES``, and "article",
    "spans", "runs" and "mentions".
    """

    publisher: str
    program: str
    facts: list[FactShare]
    nodes: list[NodeShare]
    times: list[list[str]]
    literals: list[list[str]]
    skipped: list[list[str]]
    texts: dict[str, str]

    def cut(self) -> Iterator[tuple[FactShare, list[str]]]:
        """Give each fact with its texts, in the order of ``FILES``."""
        whole = [self.texts[name] for name in FILES]
        starts = [0] * len(FILES)
        for fact in self.facts:
            ends = [s + n for s, n in zip(starts, fact.lengths, strict=True)]
            yield (
                fact,
                [t[s:e] for t, s, e in zip(whole, starts, ends, strict=True)],
            )
            starts = ends

    def to_bytes(self) -> bytes:
        """Write all so that ``from_bytes`` reads it fast: an index, then the texts."""
        lengths = {name: len(text) for name, text in self.texts.items()}
        parts = (
            self.publisher,
            self.program,
            self.facts,
            self.nodes,
            self.times,
            self.literals,
            self.skipped,
            lengths,
        )
        index = json.dumps(parts, separators=(",", ":"))
        whole = "".join(("\n", *self.texts.values()))
        return index.encode() + whole.encode("utf-8", "replace")

    @classmethod
    def from_bytes(cls, content: bytes) -> Share:
        """Read back what ``to_bytes`` wrote; ValueError on anything else."""
        index, _, rest = content.partition(b"\n")
        parts: list[Any] = json.loads(index)
        publisher, program, facts, nodes, times, literals, skipped, lengths = parts
        whole = rest.decode()
        ends = list(accumulate(lengths.values(), initial=0))
        return cls(
            publisher,
            program,
            [FactShare(*fact) for fact in facts],
            [NodeShare(*node) for node in nodes],
            times,
            literals,
            skipped,
            {n: whole[s:e] for n, s, e in zip(lengths, ends, ends[1:], strict=False)},
        )


def share_of(extraction: Extraction) -> tuple[Head, Share]:
    """Write what an article gives to the files."""
    part, article = part_of(extraction), extraction.article
    statements = [
        _text([block]) for block in statement_blocks(part.facts, part.provenance)
    ]
    facts, texts = [], []
    for fact, statement in zip(part.facts, statements, strict=True):
        own = _texts_of(fact, statement)
        facts.append(_fact_share(fact, own))
        texts.append(own)
    whole = {name: "".join(own[n] for own in texts) for n, name in enumerate(FILES)}
    share = Share(
        publisher=article.publisher,
        program=extraction.provenance.kg,
        facts=facts,
        nodes=list(_nodes(part)),
        times=[*map(list, _times(part))],
        literals=[
            [block[0], block_text(block)] for block in literal_blocks(part.facts)
        ],
        skipped=[[s.source, s.reason, s.text] for s in article.skipped],
        texts={
            **whole,
            "article": _text(article_blocks([article])),
            "spans": _text(span_blocks(part, part.facts)),
            "runs": _text(run_blocks(part)),
            "mentions": "".join(mention_lines(part)),
        },
    )
    head = Head(article.id, *signature(article), [fact.id for fact in part.facts])
    return head, share


def _texts_of(fact: Fact, statement: str) -> tuple[str, ...]:
    return (
        statement,
        _text(reading_blocks([fact])),
        _text(office_blocks([fact])),
        "".join(record_lines(fact.statements)),
    )


def _fact_share(fact: Fact, texts: Sequence[str]) -> FactShare:
    span = fact.first.evidence.span
    return FactShare(
        fact.id,
        span.start,
        span.end,
        fact_triple(fact),
        fact.predicate.id,
        fact.standing,
        fact.confidence,
        len(fact.statements),
        [len(text) for text in texts],
    )


def _nodes(part: ArticleGraph) -> Iterator[NodeShare]:
    named = {entity.id for entity in part.extraction.entities}
    for node in part.nodes:
        if not node.literal:
            yield _node_share(node, named=node.id in named)


def _node_share(node: Node, *, named: bool) -> NodeShare:
    aliases, links = list(node.aliases), list(node.links)
    return NodeShare(
        node.id, node.label, node.type, aliases, links, node.mentions, named
    )


def _times(part: ArticleGraph) -> list[tuple[str, ...]]:
    return sorted(set(time_rows(s.time for s in part.statements if s.time)))


def _text(blocks: Iterable[Block]) -> str:
    return "".join(map(block_text, blocks))
