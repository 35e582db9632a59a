"""The library's side of every command: the same names, the same options.

Each function imports what it needs when it is called, so that asking costs no spaCy.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from kg.building import build
from kg.errors import OptionError, QueryError, ReadError, WriteError
from kg.reports import BuildReport, Validation
from kg.showing import Picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kg.graph import Graph
    from kg.model import Skipped

__all__ = [
    "BuildReport",
    "Validation",
    "build",
    "diff",
    "draw",
    "explain",
    "export",
    "extract",
    "query",
    "questions",
    "remove",
    "serve",
    "validate",
]

_Choice = TypeVar("_Choice", bound=StrEnum)


def extract(
    *sources: str | Path,
    format: Literal["tsv", "jsonl"] = "tsv",  # noqa: A002 - the option's name
    model: str | None = None,
    on_skipped: Callable[[Skipped], object] = lambda _skipped: None,
) -> Iterator[str]:
    """Read the surface tuples of articles and give each as one line."""
    from kg.pipeline import ReadingOptions, extract_surface  # noqa: PLC0415 - spaCy
    from kg.surface import to_jsonl, to_tsv  # noqa: PLC0415 - spaCy

    options = ReadingOptions(
        model=model or ReadingOptions().model, on_skipped=on_skipped
    )
    write = {"tsv": to_tsv, "jsonl": to_jsonl}[format]
    for article, tuples in extract_surface(sources, options=options):
        yield from write(article, tuples)


def diff(
    before: str | Path,
    after: str | Path,
    *,
    format: Literal["text", "jsonl"] = "text",  # noqa: A002 - the option's name
) -> Iterator[str]:
    """Tell which statements came, went, or stand otherwise; one line each."""
    from kg.differences import as_jsonl, as_text, find_differences  # noqa: PLC0415

    written = {"text": as_text, "jsonl": as_jsonl}[format]
    return written(find_differences(before, after))


def query(
    graph: str | Path,
    sparql: str | None = None,
    *,
    file: str | Path | None = None,
    name: str | None = None,
    params: Mapping[str, str] | None = None,
    format: Literal["table", "csv", "json", "ttl"] = "table",  # noqa: A002
) -> str:
    """Ask a Turtle file or an output folder; one of SPARQL, its file, or a name."""
    from kg.answers import Format  # noqa: PLC0415 - pyoxigraph
    from kg.sparql import query as ask  # noqa: PLC0415 - pyoxigraph
    from kg.sparql import query_by_name  # noqa: PLC0415 - the same

    if sum(given is not None for given in (sparql, file, name)) != 1:
        raise QueryError("want one of: a SPARQL query, --file, --name (see --list)")
    written = _chosen(Format, "format", format)
    if name is not None:
        return query_by_name(graph, name, params, written=written)
    return ask(graph, sparql or _read_query(Path(str(file))), written=written)


def questions(*, as_json: bool = False) -> str:
    """List the ready-made questions, as text or as JSON."""
    from kg.questions import show_questions  # noqa: PLC0415 - reads tables

    return show_questions(as_json=as_json)


def draw(
    graph: Graph | str | Path,
    output: str | Path | None = None,
    *,
    about: str | None = None,
    hops: int = 1,
    facts_only: bool = False,
    top: int | None = None,
    form: str = "network",
    theme: str = "light",
    on_part: Callable[[str], object] = lambda _note: None,
) -> Picture | None:
    """Draw a graph, or the surroundings of one entity, into a file.

    The graph may be in a store as well; of a large one those articles are read that
    say most of the entity, and ``on_part`` is told so.

    An .html file is the page to explore the graph with; it starts with this picture.
    Without a file the picture is given back, for a notebook to show.
    """
    from kg.diagrams.draw import draw as drawn  # noqa: PLC0415 - matplotlib
    from kg.diagrams.explorer import explorer_html  # noqa: PLC0415 - with it
    from kg.diagrams.styles import Theme  # noqa: PLC0415 - with it
    from kg.diagrams.view import DrawOptions, Form, Format  # noqa: PLC0415
    from kg.output import write_file  # noqa: PLC0415 - with it

    endings = [*(each.value for each in Format), "html"]
    ending = Path(output).suffix.lower().removeprefix(".") if output else "svg"
    if ending not in endings:
        known = ", ".join(f".{each}" for each in endings)
        raise WriteError(str(output), f"has an unknown ending; want one of {known}")
    options = DrawOptions(
        format=Format.PNG if ending == "html" else Format(ending),
        form=_chosen(Form, "form", form),
        theme=_chosen(Theme, "theme", theme),
        about=about,
        hops=hops,
        facts_only=facts_only,
        top=top,
    )
    make = explorer_html if ending == "html" else drawn
    picture = make(_opened(graph, about or "", on_part), options)
    if not output:
        return Picture(picture.decode())
    write_file(output, [picture])
    return None


def explain(
    graph: Graph | str | Path,
    words: str,
    *,
    colour: bool = False,
    on_part: Callable[[str], object] = lambda _note: None,
) -> str:
    """Tell why a statement is there, or what is known of an entity."""
    from kg.explanation import explain as explained  # noqa: PLC0415 - networkx

    return explained(_opened(graph, words, on_part), words, colour=colour)


def export(
    graph: Graph | str | Path,
    output: str | Path,
    *,
    base: str | None = None,
    rdf12: bool = False,
) -> None:
    """Write a graph in another form, which the file's ending names.

    The IRIs keep their base unless another is given. A large store is written article
    by article; GraphML is one network, and of a large store none is written.
    """
    from kg.exports import check_target  # noqa: PLC0415 - only for this
    from kg.exports import export as written  # noqa: PLC0415 - the same
    from kg.opening import open_part  # noqa: PLC0415 - the same
    from kg.streaming import export_stream, is_large  # noqa: PLC0415 - the same
    from kg.vocabulary import DEFAULT_BASE  # noqa: PLC0415 - the same

    check_target(output, rdf12=rdf12)
    if isinstance(graph, str | Path):
        if is_large(graph):
            export_stream(graph, output, base=base, rdf12=rdf12)
            return
        part = open_part(graph)
        graph, base = part.graph, base or part.base
    written(graph, output, base=base or DEFAULT_BASE, rdf12=rdf12)


def _opened(
    graph: Graph | str | Path, words: str, on_part: Callable[[str], object]
) -> Graph:
    from kg.opening import open_part  # noqa: PLC0415 - pyoxigraph

    if not isinstance(graph, str | Path):
        return graph
    part = open_part(graph, words)
    if part.note:
        on_part(part.note)
    return part.graph


def validate(graph: str | Path) -> Validation:
    """Check a graph against kg's shapes, and tell readably what is wrong."""
    from kg import shapes  # noqa: PLC0415 - an extra

    report = shapes.validate(graph)
    return Validation(report.conforms, shapes.shown_report(report))


def serve(
    graph: str | Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    on_ready: Callable[[str], object] = print,
) -> None:
    """Serve a graph over the SPARQL 1.1 Protocol, read-only, until interrupted."""
    from kg.server import ServeOptions  # noqa: PLC0415 - an extra
    from kg.server import serve as served  # noqa: PLC0415 - the same

    served(graph, ServeOptions(host=host, port=port), on_ready=on_ready)


def remove(article: str, *, store: str | Path) -> None:
    """Take one article, and what only it said, out of a store."""
    from kg.store import remove_article  # noqa: PLC0415 - only for stores

    remove_article(article, store)


def _chosen(kind: type[_Choice], option: str, value: str) -> _Choice:
    try:
        return kind(value)
    except ValueError as error:
        raise OptionError(option, value, f"one of {', '.join(kind)}") from error


def _read_query(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is no text in UTF-8"
        raise ReadError(str(path), reason) from error
