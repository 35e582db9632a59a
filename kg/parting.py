"""Write the graph of one article of an archive by itself, as a store keeps it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.facts import Node
from kg.kinds import EntityType
from kg.rdf.statements import entity_blocks, fact_blocks, relation_blocks
from kg.rdf.texts import program_block, publisher_block, with_original
from kg.rdf.times import time_blocks
from kg.rdf.turtle import block_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.rdf.turtle import Block
    from kg.shares import Share

__all__ = ["Part", "part_of_share"]


class Part(NamedTuple):
    """An article's id, its graph as Turtle without prefixes, its statements as JSON."""

    id: str
    turtle: str
    records: str


def part_of_share(
    key: str, share: Share, original: str, nodes: Iterable[Sequence[Any]]
) -> Part:
    """Put together the graph of an article.

    ``original`` is what it is a copy of, if it is one; ``nodes`` are its entities: id,
    label, type, aliases, links. They have the names that all articles give them.
    """
    texts = share.texts
    article = texts["article"]
    facts = share.facts
    triples = sorted({(s, p, o) for s, p, o in (f.triple for f in facts if f.triple)})
    publishers = [share.publisher] if share.publisher else []
    pieces: list[Iterable[str]] = [
        _texts(fact_blocks(triples)),
        _texts(entity_blocks(map(_node, nodes))),
        _texts(relation_blocks(fact.relation for fact in facts)),
        (texts["offices"], texts["statements"], texts["readings"]),
        _texts(time_blocks((n, v, g, e, t) for n, v, g, e, t in share.times)),
        (text for _, text in share.literals),
        [with_original(article, original) if original else article],
        _texts(map(publisher_block, publishers)),
        (texts["spans"], texts["runs"]),
        _texts([program_block(share.program)]),
    ]
    return Part(key, "".join(chain.from_iterable(pieces)), texts["records"])


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    return map(block_text, blocks)


def _node(row: Sequence[Any]) -> Node:
    key, label, kind, aliases, links = row
    return Node(key, label, EntityType(kind), tuple(aliases), tuple(links))
