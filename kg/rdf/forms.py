"""Write a graph in every other form of RDF: RDF 1.2, N-Quads, TriG, N-Triples, JSON-LD.

Each form carries every triple of ``graph.ttl``; N-Quads and TriG put each article's
into a graph named by the article, and RDF 1.2 says a statement's subject, predicate
and object as the triple that it reifies.
"""

from __future__ import annotations

import json
import re
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

from kg import vocabulary as v
from kg.rdf.iri import checked_base, iri
from kg.rdf.parts import split
from kg.rdf.turtle import Section, prefix_lines, written
from kg.rdf.writing import sections
from kg.vocabulary import DEFAULT_BASE, expand, prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyoxigraph as ox

    from kg.graph import Graph
    from kg.rdf.turtle import Block

__all__ = [
    "RDF12",
    "jsonld_lines",
    "nquads_lines",
    "nquads_of",
    "ntriples_lines",
    "ntriples_of",
    "rdf12_lines",
    "reified_lines",
    "trig_lines",
    "trig_of",
]

_JSON = dict[str, Any]
#: The first line of Turtle of RDF 1.2.
RDF12 = '@version "1.2" .\n'
_NEXT = " ;\n    "
_TERMS = re.compile(
    rf"(\S+) (a {v.STATEMENT}){_NEXT}{v.SUBJECT} (.*){_NEXT}"
    rf"{v.PREDICATE} (.*){_NEXT}{v.OBJECT} (.*){_NEXT}"
)
_TYPE = expand("rdf:type")
#: Groups of triples that are parsed at a time.
_BATCH = 500


def rdf12_lines(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Give Turtle of RDF 1.2: each statement's node is the reifier of its triple."""
    yield RDF12
    yield from prefix_lines(prefixes(checked_base(base)).items(), base)
    yield from written(
        Section(section.heading, _reifying(section.blocks))
        for section in sections(graph)
    )


def _reifying(blocks: Iterable[Block]) -> Iterator[Block]:
    for subject, pairs in blocks:
        known = dict(pairs)
        if known.get("a") != [v.STATEMENT]:
            yield subject, known.items()
            continue
        terms = [known.pop(name)[0] for name in (v.SUBJECT, v.PREDICATE, v.OBJECT)]  # type: ignore[index]
        yield subject, [(v.REIFIES, [f"<<( {' '.join(terms)} )>>"]), *known.items()]


def reified_lines(lines: Iterable[str]) -> Iterator[str]:
    """Say lines of ``graph.ttl`` that describe statements as RDF 1.2 says them."""
    block = ""
    for line in lines:
        block += line
        if line.endswith(" .\n"):
            yield _TERMS.sub(rf"\1 {v.REIFIES} <<( \3 \4 \5 )>>{_NEXT}\2{_NEXT}", block)
            block = ""


def trig_lines(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Give TriG with one graph an article."""
    yield from prefix_lines(prefixes(checked_base(base)).items(), base)
    for key, part in split(graph):
        yield f"\n{iri('article', key)} {{\n"
        yield from written(sections(part))
        yield "}\n"


def trig_of(parts: Iterable[tuple[str, str]], *, base: str) -> Iterator[str]:
    """Give TriG of articles' ids and graphs, each as Turtle without prefixes."""
    yield from prefix_lines(prefixes(checked_base(base)).items(), base)
    for key, turtle in parts:
        yield f"\n{iri('article', key)} {{\n{turtle}}}\n"


def nquads_of(key: str, turtle: str, *, base: str) -> list[str]:
    """Give sorted N-Quads of one article's graph, Turtle without prefixes."""
    name = f" <{_full(iri('article', key), base)}> .\n"
    return sorted(f"{triple}{name}" for triple in _parsed(turtle, base))


def ntriples_of(turtle: str, *, base: str) -> Iterator[str]:
    """Give N-Triples of Turtle without prefixes."""
    return (f"{triple} .\n" for triple in _parsed(turtle, base))


def nquads_lines(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Give N-Quads with one graph an article, sorted within it."""
    for key, part in split(graph):
        name = f"<{_full(iri('article', key), base)}>"
        yield from sorted(f"{triple} {name} .\n" for triple in _triples(part, base))


def ntriples_lines(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Give N-Triples in the order of ``graph.ttl``."""
    yield from (f"{triple} .\n" for triple in _triples(graph, base))


def jsonld_lines(graphs: Iterable[Graph], *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Give JSON-LD with kg's prefixes for its context, in the order of ``graph.ttl``.

    A subject that several sections or graphs describe has an object in each.
    """
    known = prefixes(checked_base(base))
    yield f'{{"@context": {json.dumps(known, indent=1)},\n"@graph": [\n'
    before = ""
    triples = (each for graph in graphs for each in _triples(graph, base))
    for _, same in groupby(triples, key=lambda each: each.subject):
        yield before + json.dumps(_node(same, known), ensure_ascii=False, indent=1)
        before = ",\n"
    yield "\n]}\n"


def _triples(graph: Graph, base: str) -> Iterator[ox.Triple]:
    """Parse the Turtle of a graph group by group, so that it need not fit memory."""
    pieces = written(sections(graph))
    while batch := "".join(islice(pieces, _BATCH)):
        yield from _parsed(batch, base)


def _parsed(turtle: str, base: str) -> Iterator[ox.Triple]:
    """Parse Turtle without prefixes."""
    import pyoxigraph as ox  # noqa: PLC0415 - only these forms need it

    head = "".join(prefix_lines(prefixes(checked_base(base)).items(), base))
    for quad in ox.parse(head + turtle, format=ox.RdfFormat.TURTLE):
        yield quad.triple


def _full(name: str, base: str) -> str:
    return base + name[1:-1] if name.startswith("<") else expand(name, base)


def _node(triples: Iterable[Any], known: Mapping[str, str]) -> _JSON:
    node: _JSON = {}
    for triple in triples:
        node.setdefault("@id", _compact(triple.subject.value, known))
        if triple.predicate.value == _TYPE:
            node.setdefault("@type", []).append(_compact(triple.object.value, known))
        else:
            values = node.setdefault(_compact(triple.predicate.value, known), [])
            values.append(_json_value(triple.object, known))
    return node


def _json_value(term: ox.Literal | ox.NamedNode, known: Mapping[str, str]) -> object:
    import pyoxigraph as ox  # noqa: PLC0415 - only this form needs it

    if not isinstance(term, ox.Literal):
        return {"@id": _compact(term.value, known)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = _compact(term.datatype.value, known)
    if datatype == "xsd:string":
        return term.value
    return {"@value": term.value, "@type": datatype}


def _compact(full: str, known: Mapping[str, str]) -> str:
    for prefix, namespace in known.items():
        local = full.removeprefix(namespace)
        if local != full and not local.startswith("//"):
            return f"{prefix}:{local}"
    return full
