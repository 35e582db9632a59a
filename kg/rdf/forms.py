"""Write a graph in every other form of RDF: RDF 1.2, N-Quads, TriG, N-Triples, JSON-LD.

Each form carries every triple of ``graph.ttl``; N-Quads and TriG put each article's
into a graph named by the article, and RDF 1.2 says a statement's subject, predicate
and object as the triple that it reifies.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kg import vocabulary as v
from kg.rdf.iri import checked_base, iri
from kg.rdf.parts import split
from kg.rdf.turtle import Section, prefix_lines, written
from kg.rdf.writing import sections, turtle_lines
from kg.vocabulary import DEFAULT_BASE, expand, prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyoxigraph as ox

    from kg.graph import Graph
    from kg.rdf.turtle import Block

__all__ = ["nquads_lines", "ntriples_lines", "rdf12_lines", "to_jsonld", "trig_lines"]

_JSON = dict[str, Any]


def rdf12_lines(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Give Turtle of RDF 1.2: each statement's node is the reifier of its triple."""
    yield '@version "1.2" .\n'
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


def trig_lines(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Give TriG with one graph an article."""
    yield from prefix_lines(prefixes(checked_base(base)).items(), base)
    for key, part in split(graph):
        yield f"\n{iri('article', key)} {{\n"
        yield from written(sections(part))
        yield "}\n"


def nquads_lines(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Give N-Quads with one graph an article, sorted within it."""
    for key, part in split(graph):
        name = f"<{_full(iri('article', key), base)}>"
        yield from (f"{line} {name} .\n" for line in _triples(part, base))


def ntriples_lines(graph: Graph, *, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Give sorted N-Triples."""
    yield from (f"{line} .\n" for line in _triples(graph, base))


def _triples(graph: Graph, base: str) -> list[str]:
    import pyoxigraph as ox  # noqa: PLC0415 - only these forms need it

    text = "".join(turtle_lines(graph, base=base))
    quads = ox.parse(text, format=ox.RdfFormat.TURTLE)
    return sorted({str(quad.triple) for quad in quads})


def _full(name: str, base: str) -> str:
    return base + name[1:-1] if name.startswith("<") else expand(name, base)


def to_jsonld(graph: Graph, *, base: str = DEFAULT_BASE) -> str:
    """Give JSON-LD with kg's prefixes for its context, one object a subject."""
    import pyoxigraph as ox  # noqa: PLC0415 - only this form needs it

    known = prefixes(checked_base(base))
    nodes: dict[str, _JSON] = {}
    text = "".join(turtle_lines(graph, base=base))
    for quad in ox.parse(text, format=ox.RdfFormat.TURTLE):
        subject = _compact(quad.subject.value, known)
        node = nodes.setdefault(subject, {"@id": subject})
        if quad.predicate.value == expand("rdf:type"):
            node.setdefault("@type", []).append(_compact(quad.object.value, known))
        else:
            values = node.setdefault(_compact(quad.predicate.value, known), [])
            values.append(_json_value(quad.object, known))
    document = {"@context": known, "@graph": list(nodes.values())}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


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
