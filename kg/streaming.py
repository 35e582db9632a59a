"""Write a large store in another form, one article after another, in flat memory.

What several articles share, such as an entity's names, is said again in each of them.
GraphML is one network and cannot be written so.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kg.errors import StoreError
from kg.exports import ENDINGS, check_target, csv_lines
from kg.opening import MOST, article_graphs, count_articles
from kg.output import write_file
from kg.rdf.files import is_store
from kg.rdf.forms import (
    jsonld_lines,
    nquads_lines,
    ntriples_lines,
    rdf12_lines,
    trig_lines,
)
from kg.rdf.writing import turtle_lines
from kg.sparql import is_url, open_dataset
from kg.vocabulary import prefixes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from kg.graph import Graph

    Writer = Callable[[Graph, str], Iterator[str]]

__all__ = ["export_stream", "is_large"]

#: Pieces of text before the first article's own: the base and the prefixes.
_HEAD = 1 + len(prefixes())
_WRITERS: Mapping[str, tuple[Writer, int]] = {
    ".ttl": (lambda graph, base: turtle_lines(graph, base=base), _HEAD),
    ".ttl12": (lambda graph, base: rdf12_lines(graph, base=base), _HEAD + 1),
    ".nt": (lambda graph, base: ntriples_lines(graph, base=base), 0),
    ".nq": (lambda graph, base: nquads_lines(graph, base=base), 0),
    ".trig": (lambda graph, base: trig_lines(graph, base=base), _HEAD),
    ".csv": (lambda graph, _base: csv_lines(graph), 1),
}


def is_large(source: str | Path, *, most: int = MOST) -> bool:
    """Tell whether a store has more articles than are read at once."""
    if not (is_url(source) or is_store(source)):
        return False
    with open_dataset(source) as dataset:
        return count_articles(dataset) > most


def export_stream(
    source: str | Path,
    target: str | Path,
    *,
    base: str | None = None,
    rdf12: bool = False,
) -> None:
    """Write all articles of a store to a file in the form that its ending names."""
    check_target(target, rdf12=rdf12)
    ending = next(each for each in ENDINGS if str(target).lower().endswith(each))
    if ending == ".graphml":
        reason = f"GraphML is written of at most {MOST} articles; want another ending"
        raise StoreError(str(source), reason)
    with open_dataset(source) as dataset:
        graphs = article_graphs(dataset, str(source))
        lines = _lines(ending + "12" * rdf12, graphs, base or dataset.base)
        write_file(target, (piece.encode() for piece in lines))


def _lines(form: str, graphs: Iterable[Graph], base: str) -> Iterator[str]:
    if form == ".jsonld":
        yield from jsonld_lines(graphs, base=base)
        return
    writer, head = _WRITERS[form]
    for number, graph in enumerate(graphs):
        yield from islice(writer(graph, base), head if number else 0, None)
