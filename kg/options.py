"""The types of the program's arguments and options, with what their help says."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "About",
    "Address",
    "AnswerFormat",
    "Day",
    "Engine",
    "EngineName",
    "Gazetteer",
    "GraphPath",
    "GraphPlace",
    "Model",
    "Params",
    "Parts",
    "PictureFile",
    "Rdf12",
    "Resume",
    "Same",
    "Sources",
    "Store",
    "Top",
    "TupleFormat",
    "Version",
    "Workers",
    "parse_params",
]

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Articles: .txt, .html, .jsonl, .parquet, a folder of these, or -.",
        show_default=False,
    ),
]
GraphPath = Annotated[
    Path,
    typer.Argument(
        metavar="GRAPH", help="An output folder or a Turtle file.", show_default=False
    ),
]
GraphPlace = Annotated[
    str,
    typer.Argument(
        metavar="GRAPH",
        help="An output folder, a Turtle file, a store's folder or a URL.",
        show_default=False,
    ),
]
OutputPath = Annotated[
    Path,
    typer.Argument(
        help="An output folder, or its statements.jsonl.", show_default=False
    ),
]
Model = Annotated[
    str | None,
    typer.Option(help="A spaCy model, by name or path, in place of kg's own."),
]
Day = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="The day from which relative times count.",
    ),
]
Resume = Annotated[
    bool,
    typer.Option(
        "--resume",
        help="Read only what an earlier build, finished or killed, has not read.",
    ),
]
Gazetteer = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Names that you know, with types: a TSV file."),
]
Same = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Names that are the same, or different."),
]
Store = Annotated[
    str | None,
    typer.Option(
        metavar="DIR|URL", help="A store of articles: a folder or an endpoint."
    ),
]
Rdf12 = Annotated[
    bool,
    typer.Option("--rdf12", help="In Turtle of RDF 1.2: statements as reifiers."),
]
Params = Annotated[
    list[str] | None,
    typer.Option(metavar="KEY=VALUE", help="A parameter of it; repeatable."),
]
Parts = Annotated[
    bool,
    typer.Option("--parts", help="Write N-Quads and Parquet as well, in parts."),
]
Top = Annotated[
    int | None, typer.Option(min=1, help="Draw at most so many statements.")
]
PictureFile = Annotated[
    Path,
    typer.Option("-o", "--output", help="A .png, .svg, .pdf or .html file to write."),
]
Workers = Annotated[int, typer.Option(min=1, help="How many processes read articles.")]


class DiffFormat(StrEnum):
    """The formats of ``kg diff``."""

    TEXT = "text"
    JSONL = "jsonl"


class TupleFormat(StrEnum):
    """The formats of ``kg extract``."""

    TSV = "tsv"
    JSONL = "jsonl"


class EngineName(StrEnum):
    """Who reads the articles of ``kg build``."""

    LOCAL = "local"
    RAY = "ray"


About = Annotated[str | None, typer.Option(help="An entity: draw its surroundings.")]
Address = Annotated[
    str | None, typer.Option(help="A Ray cluster, in place of this machine.")
]
Engine = Annotated[
    EngineName, typer.Option(help="Processes of this machine, or Ray's actors.")
]


class AnswerFormat(StrEnum):
    """The formats of ``kg query``."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TTL = "ttl"


def _tell_version(wanted: bool) -> None:  # noqa: FBT001 - what typer calls it with
    if wanted:
        typer.echo(f"kg {version('newskg')}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option(
        "--version",
        callback=_tell_version,
        is_eager=True,
        help="Show the version and exit.",
    ),
]


def parse_params(pairs: list[str]) -> dict[str, str]:
    """Read the parameters of a question, KEY=VALUE each."""
    params = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not (key and equals):
            raise typer.BadParameter(f"want KEY=VALUE, got {pair!r}")
        params[key] = value
    return params
