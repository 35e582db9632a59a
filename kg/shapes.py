"""Check a graph against kg's shapes: a graph wherever it is in, a report out.

Of a store each article is checked with all that its own graph says.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.errors import MissingExtraError, ReadError
from kg.opening import article_triples
from kg.rdf.files import find_turtle, is_store
from kg.rdf.index import find_base
from kg.rdf.loading import without_reifiers
from kg.sparql import is_url, open_dataset
from kg.tables import data_text
from kg.vocabulary import DEFAULT_BASE, prefixes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.dataset import Dataset

__all__ = ["Problem", "Report", "shown_report", "validate", "validate_turtle"]

_SHOWN = 50


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: what, where, and the value that is wrong."""

    message: str
    focus: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found; a graph without problems conforms."""

    triples: int
    problems: tuple[Problem, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def validate(source: str | Path) -> Report:
    """Check a Turtle file, an output folder, a store or an endpoint."""
    if is_url(source) or is_store(source):
        with open_dataset(source) as dataset:
            return _of_store(dataset, str(source))
    turtle = find_turtle(source)
    try:
        text = turtle.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(str(turtle), f"cannot be read ({error})") from error
    return validate_turtle(text, source=str(turtle))


def _of_store(dataset: Dataset, store: str) -> Report:
    """Check article by article, so that no store is too large."""
    triples, problems = 0, set[Problem]()
    for found in article_triples(dataset, store):
        text = "".join(f"{triple} .\n" for triple in found)
        report = validate_turtle(text, source=store)
        triples += report.triples
        problems.update(report.problems)
    return Report(triples, tuple(sorted(problems)))


def validate_turtle(text: str, *, source: str = "Turtle") -> Report:
    """Check Turtle against kg's shapes; ReadError when it is no Turtle."""
    text = without_reifiers(text)
    graph = _parsed(text, source)
    base = find_base(
        {name: str(space) for name, space in graph.namespaces()},
        (str(predicate) for predicate in graph.predicates(unique=True)),
    )
    return Report(len(graph), tuple(sorted(set(_problems(graph, text, base)))))


def shown_report(report: Report) -> str:
    """Give a report as lines for people: what is wrong, where, how often."""
    if report.conforms:
        return f"conforms: {report.triples} triples, nothing wrong\n"
    count = len(report.problems)
    lines = [f"does not conform: {count} {'problem' if count == 1 else 'problems'}"]
    for problem in report.problems[:_SHOWN]:
        value = f" (it has {problem.value})" if problem.value else ""
        lines.append(f"  {problem.focus}: {problem.message}{value}")
    if count > _SHOWN:
        lines.append(f"  … and {count - _SHOWN} more")
    return "\n".join(lines) + "\n"


def _parsed(text: str, source: str) -> Any:  # noqa: ANN401 - rdflib is slow to import
    import rdflib  # noqa: PLC0415 - slow, and only this needs it
    from rdflib.plugins.parsers.notation3 import BadSyntax  # noqa: PLC0415 - the same

    try:
        return rdflib.Graph().parse(data=text, format="turtle")
    except BadSyntax as error:
        reason = " ".join(str(error).split())
        raise ReadError(source, f"is no Turtle: {reason}") from error


def _problems(graph: Any, text: str, base: str) -> Iterator[Problem]:  # noqa: ANN401
    try:
        from pyshacl import validate as check  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("pyshacl", extra="validate") from error
    import rdflib  # noqa: PLC0415 - slow
    from rdflib.namespace import SH  # noqa: PLC0415 - with it

    shapes = rdflib.Graph()
    shapes.parse(
        data=data_text("shapes.ttl").replace(DEFAULT_BASE, base), format="turtle"
    )
    yield from _sparql_problems(shapes, text, base)
    shapes.remove((None, SH.sparql, None))
    with warnings.catch_warnings():
        # pyshacl 0.40 uses what rdflib 7.6 calls deprecated; it works unchanged
        warnings.filterwarnings("ignore", category=DeprecationWarning)
        _, results, _ = check(graph, shacl_graph=shapes)
    for result in results.subjects(SH.focusNode):
        yield Problem(
            message=str(results.value(result, SH.resultMessage)),
            focus=_short(results.value(result, SH.focusNode), base),
            value=_short(results.value(result, SH.value), base),
        )


def _sparql_problems(shapes: Any, text: str, base: str) -> Iterator[Problem]:  # noqa: ANN401
    """Ask the shapes' own queries of all nodes at once; pyshacl asks for each node."""
    import pyoxigraph as ox  # noqa: PLC0415 - only this needs it
    from rdflib.namespace import SH  # noqa: PLC0415 - slow

    store = ox.Store()
    store.bulk_load(text.encode(), format=ox.RdfFormat.TURTLE)
    for shape, constraint in shapes.subject_objects(SH.sparql):
        target = shapes.value(shape, SH.targetClass)
        select = str(shapes.value(constraint, SH.select)).replace("$this", "?this")
        query = f"SELECT DISTINCT ?this WHERE {{ ?this a <{target}> . {{ {select} }} }}"
        rows = store.query(query, prefixes=prefixes(base))
        assert isinstance(rows, ox.QuerySolutions)  # noqa: S101 - it is a SELECT
        message = str(shapes.value(constraint, SH.message))
        for row in rows:
            yield Problem(message, _short(row["this"].value, base))


def _short(term: object, base: str) -> str:
    if term is None:
        return ""
    text = str(term)
    for prefix, namespace in prefixes(base).items():
        if text.startswith(namespace):
            return f"{prefix}:{text.removeprefix(namespace)}"
    return text
