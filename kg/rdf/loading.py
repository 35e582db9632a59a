"""Load Turtle into a store; a statement of RDF 1.2 is there as RDF 1.1 says it, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg import vocabulary as v
from kg.errors import ReadError
from kg.vocabulary import expand

if TYPE_CHECKING:
    from pathlib import Path

    import pyoxigraph as ox

__all__ = ["load_turtle", "without_reifiers"]

_WANTED = "want a folder that kg built, or a .ttl file of it"


def load_turtle(turtle: Path, store: ox.Store) -> None:
    """Load a file into a store; ReadError when it cannot be read or is no Turtle."""
    import pyoxigraph as ox  # noqa: PLC0415 - only loading needs it

    try:
        store.bulk_load(path=str(turtle), format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise ReadError(str(turtle), f"is no Turtle: {error.msg}; {_WANTED}") from error
    except OSError as error:
        raise ReadError(str(turtle), error.strerror or str(error)) from error
    reifies = ox.NamedNode(expand(v.REIFIES))
    for quad in list(store.quads_for_pattern(None, reifies, None)):
        store.extend(_plain(quad))


def without_reifiers(text: str) -> str:
    """Give N-Triples of RDF 1.1 for Turtle that has reifiers; other text as it is.

    What is no Turtle stays as it is, for its reader to say so.
    """
    import pyoxigraph as ox  # noqa: PLC0415 - only this needs it

    if v.REIFIES not in text:
        return text
    try:
        quads = list(ox.parse(text, format=ox.RdfFormat.TURTLE))
    except SyntaxError:
        return text
    plain = (each for quad in quads for each in _plain(quad) or [quad])
    return "".join(f"{quad.triple} .\n" for quad in plain)


def _plain(quad: ox.Quad) -> list[ox.Quad]:
    """Say what a node reifies by its subject, predicate and object."""
    import pyoxigraph as ox  # noqa: PLC0415 - only this needs it

    told = quad.object
    if not isinstance(told, ox.Triple):
        return []
    parts = (
        (v.SUBJECT, told.subject),
        (v.PREDICATE, told.predicate),
        (v.OBJECT, told.object),
    )
    return [ox.Quad(quad.subject, ox.NamedNode(expand(n)), part) for n, part in parts]
