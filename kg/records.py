"""Write a graph as records: statements, entities and mentions in JSON, and GraphML."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.graph import Fact, Graph, Node, Read
    from kg.model import Argument, Attribution, Mention, Statement, Time

__all__ = [
    "entity_lines",
    "mention_lines",
    "node_lines",
    "record_lines",
    "statement_lines",
    "statement_record",
    "to_graphml",
]

_Record = dict[str, Any]
#: ``json.dumps`` would make one for every record.
_ENCODER = json.JSONEncoder(ensure_ascii=False)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
#: What XML 1.0 cannot hold.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def statement_lines(graph: Graph) -> Iterator[str]:
    """Give one JSON object a line for every reading of every statement."""
    return record_lines(graph.statements)


def record_lines(statements: Iterable[Statement]) -> Iterator[str]:
    """Give one JSON object a line for every statement."""
    return _lines(map(statement_record, statements))


def entity_lines(graph: Graph) -> Iterator[str]:
    """Give one JSON object a line for every entity."""
    return node_lines(graph.nodes)


def node_lines(nodes: Iterable[Node]) -> Iterator[str]:
    """Give one JSON object a line for every node that is an entity."""
    return _lines(_entity(node) for node in nodes if not node.literal)


def mention_lines(graph: Read) -> Iterator[str]:
    """Give one JSON object a line for every mention, article by article."""
    return _lines(
        _mention(article.id, mention)
        for article in graph.articles
        for mention in graph.mentions.get(article.id, ())
    )


def statement_record(statement: Statement) -> _Record:
    """Give a statement as plain values, with the fields that users rely on."""
    return {
        "id": statement.id,
        "article": statement.article,
        "sentence": statement.sentence,
        "subject": _argument(statement.subject),
        "predicate": {
            "id": statement.predicate.id,
            "label": statement.predicate.label,
        },
        "object": _argument(statement.object),
        "asserted": statement.asserted,
        "polarity": statement.polarity,
        "modality": statement.modality,
        "attribution": _attribution(statement.attribution),
        "time": _time(statement.time),
        "place": _argument(statement.place) if statement.place else None,
        "arguments": [
            {"role": role.role, "text": role.text, "id": role.id}
            for role in statement.arguments
        ],
        "content": sorted(statement.content),
        "evidence": {
            "start": statement.evidence.span.start,
            "end": statement.evidence.span.end,
            "text": statement.evidence.text,
        },
        "confidence": statement.confidence,
        "pattern": statement.pattern,
    }


def _argument(argument: Argument) -> _Record:
    return {
        "id": argument.id,
        "label": argument.label,
        "type": argument.type,
        "text": argument.text,
    }


def _attribution(said: Attribution | None) -> _Record | None:
    if said is None:
        return None
    return {
        "id": said.id,
        "label": said.label,
        "text": said.text,
        "cue": said.cue,
        "quoted": said.quoted,
    }


def _time(time: Time | None) -> _Record | None:
    if time is None:
        return None
    return {
        "text": time.text,
        "value": time.value,
        "grain": time.grain,
        "end": time.end,
    }


def _entity(node: Node) -> _Record:
    return {
        "id": node.id,
        "label": node.label,
        "type": node.type,
        "aliases": list(node.aliases),
        "links": list(node.links),
        "mentions": node.mentions,
    }


def _mention(article: str, mention: Mention) -> _Record:
    return {
        "article": article,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "entity": mention.entity,
        "kind": mention.kind,
        "how": mention.how,
    }


def _lines(records: Iterable[_Record]) -> Iterator[str]:
    return (f"{_json(record)}\n" for record in records)


def _json(value: object) -> str:
    line = _ENCODER.encode(value)
    return line if line.isascii() else _SURROGATE.sub("\ufffd", line)


def to_graphml(graph: Graph) -> bytes:
    """Give the graph as GraphML; lists are JSON in text, as GraphML has none."""
    import networkx as nx  # noqa: PLC0415 - slow, and the other records need none

    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph.nodes:
        plain.add_node(_xml(node.id), **_plain(_node_attributes(node)))
    for fact in graph.facts:
        ends = _xml(fact.subject), _xml(fact.object)
        plain.add_edge(*ends, key=fact.id, **_plain(_fact_attributes(fact)))
    # networkx takes lxml where that is there; the bytes must not depend on it
    writer = nx.readwrite.graphml.GraphMLWriter(plain, prettyprint=True)
    return f"{writer}\n".encode()


def _node_attributes(node: Node) -> _Record:
    attributes = _entity(node)
    del attributes["id"]
    return {**attributes, "type": str(node.type), "literal": node.literal}


def _fact_attributes(fact: Fact) -> _Record:
    first = fact.first
    said, time, place = first.attribution, first.time, first.place
    return {
        "label": first.predicate.label,
        "predicate": first.predicate.id,
        "asserted": fact.asserted,
        "polarity": str(fact.polarity),
        "modality": str(fact.modality),
        "attribution": said.label if said else "",
        "time": (time.value or time.text) if time else "",
        "place": place.label if place else "",
        "confidence": float(fact.confidence),
        "articles": list(fact.articles),
        "evidence": [statement.evidence.text for statement in fact.statements],
        "arguments": [f"{role.role} {role.text}" for role in first.arguments],
    }


def _plain(attributes: _Record) -> _Record:
    return {
        key: _xml(_json(value) if isinstance(value, list) else value)
        for key, value in attributes.items()
    }


def _xml(value: Any) -> Any:  # noqa: ANN401 - text is changed, all else is not
    return _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value
