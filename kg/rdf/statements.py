"""Say facts, entities, relations, statements and readings in triples of Turtle terms.

The triples of a graph are the union of the triples of its articles, so that a store
can keep one named graph for each. Every order here is fixed.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from kg import vocabulary as v
from kg.rdf.iri import hashed, iri, local_name, span_iri
from kg.rdf.relations import mapping_of, words_of
from kg.rdf.texts import run_iri
from kg.rdf.times import time_iri
from kg.rdf.turtle import boolean, decimal, english, external, integer, string
from kg.vocabulary import CLASS_OF, MODALITY, POLARITY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.graph import Fact, Node
    from kg.model import Argument, Attribution, Provenance, Role, Statement
    from kg.rdf.turtle import Block

__all__ = [
    "MANY",
    "Triple",
    "entity_blocks",
    "fact_blocks",
    "fact_triple",
    "literal_blocks",
    "reading_blocks",
    "relation_blocks",
    "statement_blocks",
]

_Pairs = list[tuple[str, list[str]]]
#: The terms of a plain fact.
Triple = tuple[str, str, str]
#: What a statement has of every article that says it; it has one of all else.
MANY = (
    v.WAS_ATTRIBUTED_TO,
    v.TIME,
    v.PLACE,
    v.HAS_ARGUMENT,
    v.CONTENT,
    v.CONFIDENCE,
    v.DENOTED_BY,
    v.PRIMARY_SOURCE,
    v.WAS_GENERATED_BY,
    v.HAS_READING,
)


def fact_triple(fact: Fact) -> Triple | None:
    """Give the plain triple of a fact that is asserted; None for any other."""
    if not fact.asserted:
        return None
    first = fact.first
    relation = iri("relation", fact.predicate.id)
    return _resource(first.subject), relation, _object(first.object)


def fact_blocks(triples: Iterable[Triple]) -> Iterator[Block]:
    """Say plain facts, which come in order; one that comes again is said once."""
    for subject, of_subject in groupby(triples, key=itemgetter(0)):
        relations = groupby(of_subject, key=itemgetter(1))
        yield (
            subject,
            [(name, _once(t[2] for t in triples)) for name, triples in relations],
        )


def entity_blocks(nodes: Iterable[Node]) -> Iterator[Block]:
    """Describe every entity: class, names, links."""
    for node in nodes:
        if not node.literal:
            yield iri("entity", node.id), _entity(node)


def _entity(node: Node) -> _Pairs:
    links = (external(link) for link in sorted(node.links))
    return [
        ("a", [CLASS_OF[node.type]]),
        (v.LABEL, [english(node.label)]),
        (v.PREF_LABEL, [english(node.label)]),
        (v.ALT_LABEL, [english(alias) for alias in sorted(node.aliases)]),
        (v.EXACT_MATCH, [link for link in links if link]),
    ]


def relation_blocks(relations: Iterable[str]) -> Iterator[Block]:
    """Describe every relation: words, broader terms, inverse."""
    for relation in sorted(set(relations)):
        words, mapping = words_of(relation), mapping_of(relation)
        yield (
            iri("relation", relation),
            [
                ("a", [v.PROPERTY]),
                (v.LABEL, [english(words)]),
                (v.LEMMA, [string(words)]),
                (v.BROAD_MATCH, list(mapping.broader)),
                (v.INVERSE_OF, [iri("relation", other) for other in mapping.inverse]),
            ],
        )


def statement_blocks(
    facts: Iterable[Fact], provenance: Mapping[str, Provenance]
) -> Iterator[Block]:
    """Describe every statement, asserted or not, with all that qualifies it."""
    runs = {key: run_iri(key, run) for key, run in provenance.items()}
    for fact in facts:
        yield iri("statement", fact.id), _statement(fact, runs)


def _statement(fact: Fact, runs: dict[str, str]) -> _Pairs:
    readings, first = tuple(_numbered(fact)), fact.first
    articles = fact.articles
    return [
        ("a", [v.STATEMENT]),
        (v.SUBJECT, [_resource(first.subject)]),
        (v.PREDICATE, [iri("relation", first.predicate.id)]),
        (v.OBJECT, [_object(first.object)]),
        (v.HAS_POLARITY, [POLARITY[fact.polarity]]),
        (v.HAS_MODALITY, [MODALITY[fact.modality]]),
        (v.ASSERTED, [boolean(fact.asserted)]),
        *_merged(readings),
        (v.CONFIDENCE, _once(decimal(_surest(fact, key)) for key in articles)),
        (v.DENOTED_BY, _once(_evidence(s) for s, _ in readings)),
        (v.PRIMARY_SOURCE, [iri("article", key) for key in articles]),
        (v.WAS_GENERATED_BY, [runs[key] for key in articles if key in runs]),
        (v.HAS_READING, [name for _, name in readings]),
    ]


def _surest(fact: Fact, article: str) -> float:
    return max(s.confidence for s in fact.statements if s.article == article)


def _merged(
    readings: tuple[tuple[Statement, str], ...],
) -> Iterator[tuple[str, list[str]]]:
    """Give what qualifies any of the readings, each once."""
    if len(readings) == 1:
        yield from _qualifiers(*readings[0])
        return
    joined: dict[str, dict[str, None]] = {}
    for statement, name in readings:
        for predicate, objects in _qualifiers(statement, name):
            joined.setdefault(predicate, {}).update(dict.fromkeys(objects))
    yield from ((predicate, list(objects)) for predicate, objects in joined.items())


def _qualifiers(statement: Statement, name: str) -> _Pairs:
    attribution, time, place = statement.attribution, statement.time, statement.place
    arguments = range(1, len(statement.arguments) + 1)
    return [
        (v.WAS_ATTRIBUTED_TO, [_source(attribution)] if attribution else []),
        (v.TIME, [time_iri(time)] if time else []),
        (v.PLACE, [_resource(place)] if place else []),
        (v.HAS_ARGUMENT, [_argument_iri(name, number) for number in arguments]),
        (v.CONTENT, [iri("statement", key) for key in sorted(statement.content)]),
    ]


def reading_blocks(facts: Iterable[Fact]) -> Iterator[Block]:
    """Describe where and in which words each statement was read."""
    for fact in facts:
        for statement, name in _numbered(fact):
            yield name, _reading(statement, name)
            for number, role in enumerate(statement.arguments, 1):
                yield _argument_iri(name, number), _argument(role, number)


def _reading(statement: Statement, name: str) -> _Pairs:
    said, time, place = statement.attribution, statement.time, statement.place
    literal = statement.object.id is None
    return [
        ("a", [v.READING]),
        (v.DENOTED_BY, [_evidence(statement)]),
        (v.SENTENCE_INDEX, [integer(statement.sentence)]),
        (v.PATTERN, [string(statement.pattern)]),
        (v.CONFIDENCE, [decimal(statement.confidence)]),
        (v.SUBJECT_TEXT, [string(statement.subject.text)]),
        (v.PREDICATE_TEXT, [string(statement.predicate.label)]),
        (v.OBJECT_TEXT, [string(t) for t in (statement.object.text,) if t]),
        (v.OBJECT_TYPE, [string(statement.object.type)] if literal else []),
        *_qualifiers(statement, name),
        (v.ATTRIBUTION_TEXT, [string(said.text)] if said else []),
        (v.ATTRIBUTION_CUE, [string(said.cue)] if said else []),
        (v.QUOTED, [boolean(said.quoted)] if said else []),
        (v.TIME_TEXT, [string(time.text)] if time else []),
        (v.PLACE_TEXT, [string(place.text)] if place else []),
    ]


def _argument(role: Role, number: int) -> _Pairs:
    return [
        ("a", [v.ARGUMENT]),
        (v.ROLE, [string(role.role)]),
        (v.TEXT, [string(role.text)]),
        (v.ENTITY, [iri("entity", role.id)] if role.id is not None else []),
        (v.POSITION, [integer(number)]),
    ]


def literal_blocks(facts: Iterable[Fact]) -> Iterator[Block]:
    """Describe words that stand where a resource must, and name no entity."""
    found: dict[str, _Pairs] = {}
    for fact in facts:
        for statement in fact.statements:
            for argument in (statement.subject, statement.place):
                if argument and argument.id is None:
                    found[_resource(argument)] = [
                        ("a", [v.LITERAL]),
                        (v.LABEL, [english(argument.label)]),
                        (v.ENTITY_TYPE, [string(argument.type)]),
                    ]
            said = statement.attribution
            if said and said.id is None:
                label = (v.LABEL, [english(said.label)])
                found[_source(said)] = [("a", [v.LITERAL]), label]
    yield from sorted(found.items())


def _numbered(fact: Fact) -> Iterator[tuple[Statement, str]]:
    """Give each reading with its name, which tells article, content and place."""
    seen: dict[str, int] = {}
    for statement in fact.statements:
        span, article = statement.evidence.span, local_name(statement.article)
        owner = f"article/{article}#statement={local_name(fact.id)}"
        name = f"<{owner}&char={span.start},{span.end}"
        number = seen[name] = seen.get(name, 0) + 1
        yield statement, f"{name}>" if number == 1 else f"{name}&n={number}>"


def _argument_iri(reading: str, number: int) -> str:
    return f"{reading[:-1]}&argument={number}>"


def _evidence(statement: Statement) -> str:
    span = statement.evidence.span
    return span_iri(statement.article, span.start, span.end)


def _resource(argument: Argument) -> str:
    if argument.id is not None:
        return iri("entity", argument.id)
    return f"<literal/{hashed(argument.label, argument.type)}>"


def _source(attribution: Attribution) -> str:
    if attribution.id is not None:
        return iri("entity", attribution.id)
    return f"<literal/{hashed(attribution.label)}>"


def _object(argument: Argument) -> str:
    if argument.id is not None:
        return iri("entity", argument.id)
    # a clause without an object says of its subject that it is so
    return string(argument.label) if argument.label else boolean(value=True)


def _once(terms: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(terms))
