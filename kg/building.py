"""Read articles into an output folder: the library's side of ``kg build``.

All that is heavy is imported when it is needed, so that asking costs no spaCy.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kg.errors import OptionError
from kg.reports import BuildReport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date as Date  # noqa: N812 - "date" is an option's name

    from kg.graph import Graph
    from kg.model import Article

__all__ = ["build"]

_PICTURES = ("png", "svg")


def build(
    *sources: str | Path,
    out: str | Path | None = None,
    base: str | None = None,
    date: Date | str | None = None,
    model: str | None = None,
    gazetteer: str | Path | None = None,
    same: str | Path | None = None,
    workers: int = 1,
    engine: Literal["local", "ray"] = "local",
    address: str | None = None,
    resume: bool = False,
    store: str | Path | None = None,
    rdf12: bool = False,
    parts: bool = False,
    on_article: Callable[[Article], object] = lambda _article: None,
) -> BuildReport:
    """Read articles and write their graph, tables and pictures into one folder.

    The folder appears whole or not at all: a build that fails leaves the old one.
    Relative times count from ``date`` (a day, or words as "2024-07-10"), or else from
    each article's own date.
    ``gazetteer`` is a file of names that you know, ``same`` one of names that are the
    same or are not (their columns: docs/names.md). ``workers`` processes read, or
    Ray's actors, on a cluster where ``address`` names one; ``resume`` takes what an
    earlier build into this folder has finished, also one that was killed, and reads
    only the articles that are new; where nothing has changed, nothing is written. The
    articles are put into ``store`` as well, a folder or an endpoint: each replaces its
    older self.
    ``rdf12`` writes the graph as RDF 1.2 too, with statements as reifiers; ``parts``
    writes files of N-Quads and Parquet of every thousand articles.
    """
    from kg.counts import SkippedList  # noqa: PLC0415 - only for builds
    from kg.extraction.referents.hints import read_hints  # noqa: PLC0415 - only for builds
    from kg.journal import journal_folder  # noqa: PLC0415 - the same
    from kg.output import check_folder  # noqa: PLC0415 - the same
    from kg.partitions import check_parts  # noqa: PLC0415 - the same
    from kg.pipeline import ReadingOptions, read_all  # noqa: PLC0415 - loads spaCy
    from kg.publishing import (  # noqa: PLC0415 - heavy
        PublishOptions,
        known_result,
        publish,
    )
    from kg.rdf import checked_base, open_graph  # noqa: PLC0415 - heavy
    from kg.scale.reading import Engine  # noqa: PLC0415 - only for builds
    from kg.vocabulary import DEFAULT_BASE  # noqa: PLC0415 - heavy

    base = checked_base(base or DEFAULT_BASE)
    if parts:
        check_parts()
    folder = Path(out) if out else _default_folder(sources)
    check_folder(folder)
    skipped = SkippedList()
    options = ReadingOptions(
        model=model or ReadingOptions().model,
        base_date=_day_of(date),
        hints=read_hints(gazetteer, same),
        workers=workers,
        engine=Engine(engine),
        address=address,
        journal=journal_folder(folder),
        resume=resume,
        on_article=on_article,
        on_skipped=skipped.add,
    )
    with read_all(sources, options) as archive:
        put = _putting(store, base) if store is not None else None
        how = PublishOptions(base, rdf12, parts, put, _pictures)
        result = known_result(archive, folder, how) if store is None else None
        result = result or publish(archive, folder, how)
    for one in result.counts.skipped:
        skipped.add(one)
    skipped.more.update(result.counts.skipped.more)
    counts = replace(result.counts, skipped=skipped)
    whole = result.graph
    opened = (lambda: open_graph(folder)) if whole is None else (lambda: whole)
    return BuildReport(counts, folder, result.files, opened, result.fresh)


def _putting(
    store: str | Path, base: str
) -> Callable[[Path, Iterator[tuple[str, str]]], None]:
    """Give what puts articles into a store."""
    from kg.store import add_parts  # noqa: PLC0415 - only for stores

    return lambda union, parts: add_parts(union, parts, store, base=base)


def _pictures(graph: Graph) -> dict[str, bytes]:
    from kg.diagrams.draw import draw as drawn  # noqa: PLC0415 - matplotlib
    from kg.diagrams.draw import shown  # noqa: PLC0415 - with it
    from kg.diagrams.explorer import explorer_html  # noqa: PLC0415 - with it
    from kg.diagrams.view import DrawOptions, Format  # noqa: PLC0415 - with it

    what = shown(graph)
    pictures = {
        f"graph.{ending}": drawn(graph, DrawOptions(format=Format(ending)), what=what)
        for ending in _PICTURES
    }
    return {**pictures, "graph.html": explorer_html(graph, what=what)}


def _day_of(given: Date | str | None) -> Date | None:
    from datetime import date  # noqa: PLC0415 - hidden by the option's name elsewhere

    if not isinstance(given, str):
        return given
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise OptionError("date", given, "a day as in 2024-07-10") from error


def _default_folder(sources: tuple[str | Path, ...]) -> Path:
    first = str(sources[0])
    return Path("output") / ("stdin" if first == "-" else Path(first).resolve().stem)
