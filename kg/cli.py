"""The program ``kg``: one short function a command; results to stdout, else stderr."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import commands
from kg.console import progress, summary, told_when_stopped, write_any_letter
from kg.diagrams.styles import Theme
from kg.diagrams.view import Form
from kg.errors import KgError
from kg.exports import ENDINGS
from kg.memory import collect_seldom
from kg.options import (
    About,
    Address,
    AnswerFormat,
    Day,
    DiffFormat,
    Engine,
    EngineName,
    Gazetteer,
    GraphPlace,
    Model,
    OutputPath,
    Params,
    Parts,
    PictureFile,
    Rdf12,
    Resume,
    Same,
    Sources,
    Store,
    Top,
    TupleFormat,
    Version,
    Workers,
    parse_params,
)

if TYPE_CHECKING:
    from kg.model import Skipped

__all__ = ["app", "main"]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def kg(version: Version = False) -> None:
    """Read the news, keep the knowledge: from articles to a graph of statements."""


@app.command()
def build(
    sources: Sources,
    out: Annotated[Path | None, typer.Option(help="The folder to write.")] = None,
    base: Annotated[str | None, typer.Option(help="The base of all IRIs.")] = None,
    date: Day = None,
    model: Model = None,
    gazetteer: Gazetteer = None,
    same: Same = None,
    workers: Workers = 1,
    engine: Engine = EngineName.LOCAL,
    address: Address = None,
    resume: Resume = False,
    store: Store = None,
    rdf12: Rdf12 = False,
    parts: Parts = False,
) -> None:
    """Read articles and write their graph, tables and pictures into a folder."""
    with told_when_stopped(), progress(sources) as on_article:
        report = commands.build(
            *sources,
            out=out,
            base=base,
            date=date.date() if date else None,
            model=model,
            gazetteer=gazetteer,
            same=same,
            workers=workers,
            engine=engine.value,
            address=address,
            resume=resume,
            store=store,
            rdf12=rdf12,
            parts=parts,
            on_article=on_article,
        )
    print(summary(report))


@app.command()
def extract(
    sources: Sources,
    tuple_format: Annotated[
        TupleFormat, typer.Option("--format", help="How each tuple is written.")
    ] = TupleFormat.TSV,
    model: Model = None,
) -> None:
    """Print the surface reading of every sentence: words as they stand, no entities.

    TSV columns: article, subject, relation, object, confidence, further arguments.
    """
    lines = commands.extract(
        *sources, format=tuple_format.value, model=model, on_skipped=_print_skipped
    )
    for line in lines:
        print(line)


@app.command()
def diff(
    before: OutputPath,
    after: OutputPath,
    diff_format: Annotated[
        DiffFormat, typer.Option("--format", help="How each difference is written.")
    ] = DiffFormat.TEXT,
) -> None:
    """Compare two outputs: statements that came, went, or stand otherwise."""
    for line in commands.diff(before, after, format=diff_format.value):
        print(line)


@app.command()
def query(
    graph: Annotated[
        str | None,
        typer.Argument(
            metavar="GRAPH",
            help="An output folder, a Turtle file, a store's folder or a URL.",
        ),
    ] = None,
    sparql: Annotated[str | None, typer.Argument(metavar="[SPARQL]")] = None,
    file: Annotated[Path | None, typer.Option(help="A file with the query.")] = None,
    name: Annotated[str | None, typer.Option(help="A ready question.")] = None,
    param: Params = None,
    list_: Annotated[
        bool, typer.Option("--list", help="List the ready questions.")
    ] = False,
    answer_format: Annotated[
        AnswerFormat, typer.Option("--format", help="How the answer is written.")
    ] = AnswerFormat.TABLE,
) -> None:
    """Ask a graph in SPARQL 1.1, or by a ready question."""
    if list_:
        as_json = answer_format is AnswerFormat.JSON
        print(commands.questions(as_json=as_json), end="")
        return
    if graph is None:
        raise typer.BadParameter("want a graph to ask", param_hint="GRAPH")
    answer = commands.query(
        graph,
        sparql,
        file=file,
        name=name,
        params=parse_params(param or []),
        format=answer_format.value,
    )
    print(answer, end="")


@app.command()
def draw(
    graph: GraphPlace,
    output: PictureFile,
    about: About = None,
    hops: Annotated[int, typer.Option(min=1, help="How far the surroundings go.")] = 1,
    facts_only: Annotated[
        bool, typer.Option("--facts-only", help="Leave out what is not asserted.")
    ] = False,
    top: Top = None,
    form: Annotated[
        Form, typer.Option(help="Names and lines, who says what, or what was when.")
    ] = Form.NETWORK,
    theme: Annotated[Theme, typer.Option(help="The ground to draw on.")] = Theme.LIGHT,
) -> None:
    """Draw a graph, or the surroundings of one entity."""
    commands.draw(
        graph,
        output,
        about=about,
        hops=hops,
        facts_only=facts_only,
        top=top,
        form=form,
        theme=theme,
        on_part=_print_part,
    )
    print(f"wrote {output}", file=sys.stderr)


@app.command()
def explain(
    graph: GraphPlace,
    words: Annotated[
        str,
        typer.Argument(
            metavar="STATEMENT-OR-WORDS",
            help="A statement's id, words of it, or an entity's name.",
            show_default=False,
        ),
    ],
) -> None:
    """Show why a statement is there: its sentence, its qualifiers, who is who."""
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    told = commands.explain(graph, words, colour=colour, on_part=_print_part)
    print(told, end="")


@app.command()
def export(
    graph: GraphPlace,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", help=f"A file to write: {', '.join(ENDINGS)}."),
    ],
    base: Annotated[str | None, typer.Option(help="Another base of all IRIs.")] = None,
    rdf12: Rdf12 = False,
) -> None:
    """Write a graph in another form: other forms of RDF, GraphML, CSV."""
    commands.export(graph, output, base=base, rdf12=rdf12)
    print(f"wrote {output}", file=sys.stderr)


@app.command()
def validate(graph: GraphPlace) -> None:
    """Check a graph against its shapes; exit status 1 when it does not conform."""
    report = commands.validate(graph)
    print(report.text, end="")
    if not report.conforms:
        raise typer.Exit(1)


@app.command()
def serve(
    graph: Annotated[
        Path,
        typer.Argument(
            metavar="GRAPH", help="An output folder, a Turtle file or a store's folder."
        ),
    ],
    host: Annotated[str, typer.Option(help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8000,
) -> None:
    """Answer SPARQL at /sparql and show the explorer page at /, until Ctrl-C."""
    # A service manager's end is an end like any other: nothing is left running.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    commands.serve(graph, host=host, port=port, on_ready=_print_place)


@app.command()
def remove(
    article: Annotated[str, typer.Argument(metavar="ARTICLE-ID", show_default=False)],
    store: Annotated[
        str, typer.Option(metavar="DIR|URL", help="The store that has the article.")
    ],
) -> None:
    """Take one article, and what only it said, out of a store."""
    commands.remove(article, store=store)
    print(f"removed {article} from {store}", file=sys.stderr)


def main() -> None:
    """Run the program; a KgError is one line and exit status 1."""
    collect_seldom()
    write_any_letter()
    try:
        app()
    except KgError as error:
        raise SystemExit(f"kg: {error}") from None
    except BrokenPipeError:
        # The reader of a pipe has seen enough; the rest is not wanted.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None


def _print_place(url: str) -> None:
    print(f"serving at {url}, until Ctrl-C", file=sys.stderr)


def _print_part(note: str) -> None:
    print(note, file=sys.stderr)


def _print_skipped(found: Skipped) -> None:
    print(f"skipped {found.source}: {found.reason}", file=sys.stderr)
