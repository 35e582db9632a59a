"""Write a graph in another form; the ending of the file says which.

``.ttl`` ``.nt`` ``.nq`` ``.trig`` ``.jsonld`` carry every triple, ``.nq`` and ``.trig``
with one graph an article. ``.graphml`` carries nodes and merged statements without
articles' texts, mentions and offsets; ``.csv`` one line a reading, without those that
are mentioned only.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import WriteError
from kg.output import write_file
from kg.vocabulary import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kg.graph import Graph
    from kg.model import Statement

    Writer = Callable[[Graph, str], Iterable[str]]

__all__ = ["CSV_COLUMNS", "ENDINGS", "check_target", "csv_lines", "export"]

CSV_COLUMNS = (
    "id", "article", "sentence", "subject_id", "subject", "subject_type", "relation",
    "relation_label", "object_id", "object", "object_type", "asserted", "polarity",
    "modality", "said_by", "cue", "time", "time_value", "place", "arguments",
    "evidence", "start", "end", "confidence", "pattern",
)  # fmt: skip
ENDINGS = (".ttl", ".nt", ".nq", ".trig", ".jsonld", ".graphml", ".csv")


def export(
    graph: Graph,
    target: str | Path,
    *,
    base: str = DEFAULT_BASE,
    rdf12: bool = False,
) -> None:
    """Write a graph to a file in the form that its ending names.

    ``rdf12`` is for ``.ttl`` alone: statements as reifiers of RDF 1.2.
    """
    check_target(target, rdf12=rdf12)
    writer = _writers()[".ttl12" if rdf12 else Path(target).suffix.lower()]
    write_file(target, (piece.encode() for piece in writer(graph, base)))


def check_target(target: str | Path, *, rdf12: bool = False) -> None:
    """Make sure that a file's ending names a form, before any work is done for it."""
    ending = Path(target).suffix.lower()
    if ending not in ENDINGS:
        reason = f"has an unknown ending; want one of {', '.join(ENDINGS)}"
        raise WriteError(str(target), reason)
    if rdf12 and ending != ".ttl":
        raise WriteError(str(target), "RDF 1.2 is written as .ttl alone")


def csv_lines(graph: Graph) -> Iterator[str]:
    """Give every reading as a line of CSV, after a heading."""
    yield _csv_line(CSV_COLUMNS)
    yield from (_csv_line(_fields(statement)) for statement in graph.statements)


def _csv_line(fields: Iterable[object]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(fields)
    return line.getvalue().encode("utf-8", "replace").decode()


def _fields(statement: Statement) -> tuple[object, ...]:
    subject, obj, evidence = statement.subject, statement.object, statement.evidence
    said, time, place = statement.attribution, statement.time, statement.place
    return (
        statement.id, statement.article, statement.sentence,
        subject.id or "", subject.label, subject.type,
        statement.predicate.id, statement.predicate.label,
        obj.id or "", obj.label, obj.type,
        str(statement.asserted).lower(), statement.polarity, statement.modality,
        said.label if said else "", said.cue if said else "",
        time.text if time else "", (time.value or "") if time else "",
        place.label if place else "",
        "; ".join(f"{role.role} {role.text}" for role in statement.arguments),
        evidence.text, evidence.span.start, evidence.span.end,
        statement.confidence, statement.pattern,
    )  # fmt: skip


def _writers() -> Mapping[str, Writer]:
    from kg.rdf import forms, writing  # noqa: PLC0415 - only what is asked for
    from kg.records import to_graphml  # noqa: PLC0415 - the same

    return {
        ".ttl": lambda graph, base: writing.turtle_lines(graph, base=base),
        ".ttl12": lambda graph, base: forms.rdf12_lines(graph, base=base),
        ".nt": lambda graph, base: forms.ntriples_lines(graph, base=base),
        ".nq": lambda graph, base: forms.nquads_lines(graph, base=base),
        ".trig": lambda graph, base: forms.trig_lines(graph, base=base),
        ".jsonld": lambda graph, base: forms.jsonld_lines([graph], base=base),
        ".graphml": lambda graph, _base: [to_graphml(graph).decode()],
        ".csv": lambda graph, _base: csv_lines(graph),
    }
