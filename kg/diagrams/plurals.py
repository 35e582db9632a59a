"""Call groups and concepts in the plural where the text always does: "NATO leaders".

An entity is called by its lemma, "NATO leader", so that one and many are one node; in
a picture of a text that only has many, that reads as one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import networkx as nx

from kg.diagrams.styles import table
from kg.graph import Fact, Graph
from kg.model import EntityType, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.model import Argument, Attribution, Statement

__all__ = ["plural_label", "with_plurals"]

_KINDS = (EntityType.GROUP, EntityType.CONCEPT)
_WORD = re.compile(r"[^\W_]+")
_HISSING = ("s", "x", "z", "ch", "sh")
_Named = TypeVar("_Named", "Argument", "Attribution")


def with_plurals(graph: Graph) -> Graph:
    """Give the graph with labels in the plural where every wording has it."""
    labels = dict(_plural_labels(graph))
    if not labels:
        return graph
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph.nodes:
        label = labels.get(node.id, node.label)
        network.add_node(node.id, node=replace(node, label=label))
    for fact in graph.facts:
        named = Fact(tuple(_renamed(s, labels) for s in fact.statements))
        network.add_edge(named.subject, named.object, key=named.id, fact=named)
    return replace(graph, network=network)


def plural_label(label: str, texts: Iterable[str]) -> str:
    """Put the word of a label in the plural that is so in every text, or none.

    >>> plural_label("NATO ally", ["NATO allies", "31 other allies"])
    'NATO allies'
    >>> plural_label("official", ["several officials", "an official"])
    'official'
    """
    wordings = [frozenset(_WORD.findall(text.casefold())) for text in texts]
    for found in reversed(list(_WORD.finditer(label))):
        for plural in _plurals(found[0]):
            low, one = plural.casefold(), found[0].casefold()
            if wordings and all(low in w and one not in w for w in wordings):
                return f"{label[: found.start()]}{plural}{label[found.end() :]}"
    return label


def _plurals(word: str) -> Iterator[str]:
    """Give how a word may look in the plural."""
    for one, many in table("plurals").items():
        if word.casefold().endswith(one):
            yield word[: len(word) - len(one)] + many
    if word.endswith(_HISSING):
        yield f"{word}es"
    elif word.endswith("y"):
        yield f"{word[:-1]}ies"
    yield f"{word}s"


def _plural_labels(graph: Graph) -> Iterator[tuple[str, str]]:
    texts = _texts(graph)
    for node in graph.nodes:
        if node.type in _KINDS and not node.literal:
            label = plural_label(node.label, texts[node.id])
            if label != node.label:
                yield node.id, label


def _texts(graph: Graph) -> Mapping[str, set[str]]:
    """Find the wordings of each node, but for pronouns."""
    texts: dict[str, set[str]] = defaultdict(set)
    for statement in graph.statements:
        for argument in (statement.subject, statement.object):
            if argument.id is not None:
                texts[argument.id].add(argument.text)
    pronouns = defaultdict(set)
    for mention in (m for found in graph.mentions.values() for m in found):
        if mention.kind is MentionKind.PRONOUN:
            pronouns[mention.entity].add(mention.text)
        else:
            texts[mention.entity].add(mention.text)
    for key, found in pronouns.items():
        texts[key] -= found
    return texts


def _renamed(statement: Statement, labels: Mapping[str, str]) -> Statement:
    said = statement.attribution
    ends = (statement.subject.id, statement.object.id, said.id if said else None)
    if not any(end in labels for end in ends):
        return statement
    return replace(
        statement,
        subject=_called(statement.subject, labels),
        object=_called(statement.object, labels),
        attribution=_called(said, labels) if said else None,
    )


def _called(one: _Named, labels: Mapping[str, str]) -> _Named:
    return replace(one, label=labels.get(one.id or "", one.label))
