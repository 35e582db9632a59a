"""The library's side of every command: the same names, the same options.

Each function imports what it needs when it is called, so that asking costs no spaCy.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date as Date  # noqa: N812 - "date" is an option's name

    from kg.graph import Graph
    from kg.model import Article, Skipped

__all__ = ["BuildReport", "build", "extract"]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made: the graph, the folder with its files, and what was skipped."""

    graph: Graph
    folder: Path
    files: tuple[str, ...]
    skipped: tuple[Skipped, ...]

    @property
    def facts(self) -> int:
        """How many facts the graph asserts."""
        return sum(fact.asserted for fact in self.graph.facts)

    @property
    def others(self) -> int:
        """How many statements the graph keeps and does not assert."""
        return len(self.graph.facts) - self.facts


def build(
    *sources: str | Path,
    out: str | Path | None = None,
    base: str | None = None,
    date: Date | None = None,
    model: str | None = None,
    on_article: Callable[[Article], object] = lambda _article: None,
) -> BuildReport:
    """Read articles and write their graph, tables and pictures into one folder.

    The folder appears whole or not at all: a build that fails leaves the old one.
    Relative times count from ``date``, or else from each article's own date.
    """
    from kg.output import check_folder, write_folder  # noqa: PLC0415 - heavy
    from kg.pipeline import ReadingOptions, read_graph  # noqa: PLC0415 - loads spaCy
    from kg.vocabulary import DEFAULT_BASE  # noqa: PLC0415 - heavy

    folder = Path(out) if out else _default_folder(sources)
    check_folder(folder)
    skipped: list[Skipped] = []
    options = ReadingOptions(
        model=model or ReadingOptions().model,
        base_date=date,
        on_article=on_article,
        on_skipped=skipped.append,
    )
    graph = read_graph(sources, options=options)
    files = write_folder(graph, folder, base=base or DEFAULT_BASE)
    skipped.extend(s for article in graph.articles for s in article.skipped)
    return BuildReport(graph, folder, files, tuple(skipped))


def _default_folder(sources: tuple[str | Path, ...]) -> Path:
    first = str(sources[0])
    return Path("output") / ("stdin" if first == "-" else Path(first).resolve().stem)


def extract(
    *sources: str | Path,
    format: Literal["tsv", "jsonl"] = "tsv",  # noqa: A002 - the option's name
    model: str | None = None,
) -> Iterator[str]:
    """Read the surface tuples of articles and give each as one line."""
    from kg.pipeline import ReadingOptions, extract_surface  # noqa: PLC0415 - spaCy
    from kg.surface import WRITERS  # noqa: PLC0415 - heavy

    options = ReadingOptions(model=model or ReadingOptions().model)
    for article, surface in extract_surface(sources, options=options):
        yield WRITERS[format](article, surface)
