"""Measure RDF: writing against rdflib, loading and asking against bare pyoxigraph.

All figures are ratios of processor time within one run. The graph is the seed
article's, or that of any Turtle file or output folder, replayed under new ids until it
holds ``--statements`` statements.

    python benchmarks/rdf.py [GRAPH] [--statements 100000] [--folder DIR]
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
import tracemalloc
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox
import rdflib

from kg.answers import Format, shown
from kg.graph import build_graph
from kg.lookup import term_of
from kg.questions import fill, list_questions
from kg.rdf import open_graph, to_facts, to_turtle
from kg.rdf.forms import trig_lines
from kg.rdf.parts import extractions
from kg.rdf.writing import turtle_lines
from kg.sparql import open_dataset
from kg.store_folder import load_files, version_in_use
from kg.vocabulary import prefixes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.graph import Graph
    from kg.model import Extraction
    from kg.questions import Question

SEED = Path(__file__).parents[1] / "output" / "000_b3681564877a6439"
#: What the questions that need it are told; names of the seed article.
PARAMS = {
    "who-is": {"name": "Healey"},
    "facts": {"about": "Zelenskyy"},
    "evidence": {"subject": "Healey", "object": "Ukraine"},
    "path": {"from": "Healey", "to": "Russia"},
}
ROUNDS = 3
#: Seconds from which a query is asked once, articles from which a store is loaded once.
SLOW = 20
MANY = 1_000


def seconds(task: Callable[[], object]) -> float:
    """Give the processor time that a task takes: other work would lengthen the rest."""
    start = time.process_time()
    task()
    return time.process_time() - start


def replayed(source: Extraction, number: int) -> Extraction:
    """Give an article and its statements again under other ids."""
    key = f"{source.article.id}-{number}"
    return replace(
        source,
        article=replace(source.article, id=key),
        statements=tuple(
            replace(
                statement,
                article=key,
                id=again(statement.id, number),
                content=tuple(again(each, number) for each in statement.content),
            )
            for statement in source.statements
        ),
    )


def again(statement: str, number: int) -> str:
    """Give the id of a statement in an article that is replayed: as random as any."""
    return sha256(f"{statement} {number}".encode()).hexdigest()[:16]


def joined(sources: list[Extraction], articles: int) -> Graph:
    """Give the graph of so many articles, replayed in turn."""
    return build_graph(replayed(sources[n % len(sources)], n) for n in range(articles))


def measure_writing(sources: list[Extraction]) -> None:
    """Compare the writing of Turtle with rdflib's, and show that memory stays flat."""
    graph = joined(sources, 20)
    text = to_turtle(graph)
    parsed = rdflib.Graph().parse(data=text, format="turtle")
    own = statistics.median(seconds(lambda: to_turtle(graph)) for _ in range(ROUNDS))
    other = seconds(lambda: parsed.serialize(format="turtle"))
    print(f"writing {len(parsed)} triples: kg {own:.2f} s, rdflib {other:.2f} s")
    print(f"  kg is {other / own:.0f} times as fast (wanted: 20)")
    for articles in (20, 80, 320):
        part = joined(sources, articles)
        count = len(part.facts)  # their order is the graph's, made once and kept
        tracemalloc.start()
        size = sum(len(line) for line in turtle_lines(part))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        print(
            f"  {articles} articles, {count} facts: {size >> 10} KiB written"
            f" with {peak >> 10} KiB"
        )


def measure_size(sources: list[Extraction]) -> None:
    """Tell what a statement costs in quads and bytes."""
    graph = build_graph(sources)
    count = len(graph.statements)
    for name, text in (("graph.ttl", to_turtle(graph)), ("facts.ttl", to_facts(graph))):
        quads = len(list(ox.parse(text, format=ox.RdfFormat.TURTLE)))
        size = len(text.encode())
        print(
            f"{name}: {quads} triples, {size} bytes for {count} statements:"
            f" {quads / count:.1f} triples and {size / count:.0f} bytes a statement"
        )


def write_files(
    union: Path, parts: Path, sources: list[Extraction], articles: int
) -> list[str]:
    """Write the articles as one graph and as one graph each; give their ids."""
    ids = []
    with parts.open("w", encoding="utf-8") as trig, union.open("w") as turtle:
        for number in range(articles):
            source = replayed(sources[number % len(sources)], number)
            ids.append(source.article.id)
            graph = build_graph([source])
            trig.writelines(trig_lines(graph))
            turtle.writelines(turtle_lines(graph))
    return ids


def measure_loading(union: Path, parts: Path, ids: list[str], folder: Path) -> None:
    """Compare kg's store with pyoxigraph's own bulk load of the same files."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(ROUNDS if len(ids) < MANY else 1):
        # one after the other, again: other work on the machine would favour one
        own, bare = folder / f"kg-{number}", folder / f"bare-{number}"
        times[0].append(seconds(partial(load_files, union, parts, own, ids)))
        times[1].append(seconds(partial(load_bare, union, parts, bare)))
    count = len(ox.Store.read_only(str(folder / "bare-0")))
    mine, other = min(times[0]), min(times[1])
    print(f"loading {count} quads: kg {mine:.1f} s, bare {other:.1f} s")
    print(
        f"  {count / mine:.0f} quads a second, {mine / other:.2f} times (wanted: 1.3)"
    )
    for name in ("kg-0", "bare-0"):
        files = [f for f in (folder / name).rglob("*") if not f.is_symlink()]
        size = sum(file.stat().st_size for file in files if file.is_file())
        print(f"  {name}: {size >> 20} MiB, {size / count:.0f} bytes a quad")


def load_bare(union: Path, parts: Path, folder: Path) -> None:
    """Load the files as pyoxigraph alone does."""
    store = ox.Store(str(folder))
    store.bulk_load(path=str(parts), format=ox.RdfFormat.TRIG)
    store.bulk_load(path=str(union), format=ox.RdfFormat.TURTLE)
    store.flush()


@contextmanager
def both(folder: Path) -> Iterator[tuple[ox.Store, Path]]:
    """Open kg's store a second time without kg."""
    with version_in_use(folder / "kg-0") as version:
        yield ox.Store.read_only(str(version)), folder / "kg-0"


def measure_questions(folder: Path, ids: list[str]) -> None:
    """Compare each ready question with the same SPARQL in bare pyoxigraph."""
    known = {**PARAMS, "changes": {"in": ids[0], "not_in": ids[1]}}
    with both(folder) as (bare, store):
        worst = max(
            compared(bare, store, question, known.get(question.name, {}))
            for question in list_questions()
        )
    print(f"  the worst ratio is {worst:.2f} (wanted: 1.5)")


def compared(
    bare: ox.Store, store: Path, question: Question, params: dict[str, str]
) -> float:
    """Give how much longer a question takes through kg, its store opened once."""
    with open_dataset(store) as dataset:

        def own() -> None:
            sparql = fill(question, params, lambda *told: term_of(dataset, *told))
            shown(dataset.ask(sparql), Format.JSON, dataset.prefixes)

        sparql = fill(question, params, lambda *told: term_of(dataset, *told))

        def other() -> None:
            shown(bare.query(sparql, prefixes=prefixes()), Format.JSON, {})

        first, times = seconds(other), ([], [])
        for _ in range(1 if first > SLOW else ROUNDS):
            times[0].append(seconds(own))
            times[1].append(seconds(other))
    mine, bares = min(times[0]), min(times[1])
    ratio = mine / bares
    print(
        f"  {question.name:10} kg {mine:8.4f} s, bare {bares:8.4f} s, {ratio:.2f}",
        flush=True,
    )
    return ratio


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", nargs="?", type=Path, default=SEED)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    sources = list(extractions(open_graph(options.graph)))
    measure_size(sources)
    measure_writing(sources)
    each = sum(len(source.statements) for source in sources) / len(sources)
    articles = round(options.statements / each)
    folder = Path(tempfile.mkdtemp(prefix="kg-rdf-", dir=options.folder))
    try:
        union, parts = folder / "graph.ttl", folder / "graph.trig"
        ids = write_files(union, parts, sources, articles)
        size = parts.stat().st_size >> 20
        print(f"{articles} articles, {articles * each:.0f} statements, {size} MiB")
        measure_loading(union, parts, ids, folder)
        measure_questions(folder, ids)
    finally:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
