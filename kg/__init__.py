"""kg: read the news, keep the knowledge.

Every command is a function of this package with the same name and options: ``build``,
``diff``, ``extract``, ``query``, ``draw``, ``explain``, ``export``, ``validate``,
``serve``, ``remove``.
``open_graph`` reads a result back;
graphs, statements and entities show themselves in a notebook, ``show`` makes a table;
``read_article``, ``load_model`` and ``extract_article`` are the steps by themselves.
Names are loaded when they are first used, so importing kg costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.analysis import load_model
    from kg.articles import read_article, read_articles
    from kg.commands import (
        build,
        diff,
        draw,
        explain,
        export,
        extract,
        query,
        remove,
        serve,
        validate,
    )
    from kg.display import show
    from kg.errors import KgError
    from kg.graph import Graph, build_graph
    from kg.model import Article, Entity, Statement
    from kg.pipeline import extract_article
    from kg.rdf import open_graph

__all__ = [
    "Article",
    "Entity",
    "Graph",
    "KgError",
    "Statement",
    "build",
    "build_graph",
    "diff",
    "draw",
    "explain",
    "export",
    "extract",
    "extract_article",
    "load_model",
    "open_graph",
    "query",
    "read_article",
    "read_articles",
    "remove",
    "serve",
    "show",
    "validate",
]

_HOMES = {
    "Article": "model",
    "Entity": "model",
    "Graph": "graph",
    "KgError": "errors",
    "Statement": "model",
    "build": "commands",
    "build_graph": "graph",
    "diff": "commands",
    "draw": "commands",
    "explain": "commands",
    "export": "commands",
    "extract": "commands",
    "extract_article": "pipeline",
    "load_model": "analysis",
    "open_graph": "rdf",
    "query": "commands",
    "read_article": "articles",
    "read_articles": "articles",
    "remove": "commands",
    "serve": "commands",
    "show": "display",
    "validate": "commands",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(f"kg.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
