"""RDF in and out: a graph becomes Turtle, and Turtle becomes the same graph again.

``to_turtle(graph)`` and ``to_facts(graph)`` give text, ``from_turtle(text)`` a graph,
``open_graph(path)`` the graph of a Turtle file or an output folder.
"""

from __future__ import annotations

from kg.rdf.files import find_turtle
from kg.rdf.iri import BaseError, checked_base
from kg.rdf.reading import from_triples, from_turtle, open_graph
from kg.rdf.writing import facts_lines, to_facts, to_turtle, turtle_lines

__all__ = [
    "BaseError",
    "checked_base",
    "facts_lines",
    "find_turtle",
    "from_triples",
    "from_turtle",
    "open_graph",
    "to_facts",
    "to_turtle",
    "turtle_lines",
]
