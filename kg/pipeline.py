"""The whole system on one screen: articles in, extractions and a graph out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from kg.analysis import DEFAULT_MODEL, load_model
from kg.articles import read_articles
from kg.errors import ReadError
from kg.extraction.grammar.clauses import clauses_of
from kg.extraction.parse.repairs import mended_tree
from kg.extraction.referents.entities import resolve_entities
from kg.extraction.referents.hints import Hints, hints_from_line, hints_line
from kg.extraction.sentences import find_sentences
from kg.extraction.speech.quotes import find_quotes
from kg.extraction.statements.making import make_statements
from kg.limits import attempt
from kg.model import Article, Extraction, Provenance, Skipped
from kg.scale import reading
from kg.scale.extractor import Extractor
from kg.scale.versions import reading_versions
from kg.surface import read_surface
from kg.tables import tables_digest
from kg.zones import zone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from kg.analysis import Analyser
    from kg.scale.archive import Archive
    from kg.scale.extractor import Extract
    from kg.surface import SurfaceTuple

__all__ = [
    "ReadingOptions",
    "extract_article",
    "extract_surface",
    "load_extractor",
    "read_all",
    "read_extractions",
]


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How articles are read.

    ``base_date`` is the day from which relative times count, in place of the articles'
    own dates; ``hints`` are names that the user knows; ``workers`` how many processes
    read, or actors where the ``engine`` is Ray, on the cluster at ``address`` if there
    is one; ``journal`` where finished articles are kept, from which ``resume`` takes
    those of earlier builds; ``on_article`` and ``on_skipped`` are told of each as it
    comes.
    """

    model: str = DEFAULT_MODEL
    base_date: date | None = None
    hints: Hints = field(default_factory=Hints)
    workers: int = 1
    engine: reading.Engine = reading.Engine.LOCAL
    address: str | None = None
    journal: Path | None = None
    resume: bool = False
    on_article: Callable[[Article], object] = lambda _article: None
    on_skipped: Callable[[Skipped], object] = lambda _skipped: None


def extract_article(
    article: Article,
    analyser: Analyser,
    *,
    base_date: date | None = None,
    hints: Hints | None = None,
) -> Extraction:
    """Read the entities and statements of one article."""
    doc = analyser.analyse(article)
    quotes = find_quotes(doc)
    tree = mended_tree(doc)
    mended = tree.tokens[0].doc if tree.tokens else doc
    referents = resolve_entities(mended, article, quotes, hints=hints)
    statements = make_statements(
        doc,
        article,
        clauses_of(tree),
        referents,
        quotes,
        base_date=base_date or article.date,
        tree=tree,
    )
    return Extraction(
        article=article,
        sentences=find_sentences(doc),
        entities=tuple(referents.entities.values()),
        mentions=referents.mentions,
        statements=statements,
        provenance=_provenance(analyser.name, analyser.version),
    )


def read_extractions(
    sources: Iterable[str | Path], *, options: ReadingOptions | None = None
) -> Iterator[Extraction]:
    """Read all articles of some sources, in their order; ReadError without any."""
    options = options or ReadingOptions()
    found, extractor = read_articles(sources), _extractor(options)
    return reading.read_extractions(found, extractor, _scale(options))


def read_all(
    sources: Iterable[str | Path], options: ReadingOptions
) -> AbstractContextManager[Archive]:
    """Read all articles of some sources and keep them; ReadError without any."""
    found, extractor = read_articles(sources), _extractor(options)
    return reading.read_archive(found, extractor, _scale(options))


def _extractor(options: ReadingOptions) -> Extractor:
    day = options.base_date.isoformat() if options.base_date else None
    return Extractor(
        "kg.pipeline:load_extractor",
        {
            "model": options.model,
            "base_date": day,
            "hints": hints_line(options.hints),
        },
        reading_versions(options.model),
    )


def _scale(options: ReadingOptions) -> reading.ScaleOptions:
    return reading.ScaleOptions(
        workers=options.workers,
        engine=options.engine,
        address=options.address,
        journal=options.journal,
        resume=options.resume,
        on_article=options.on_article,
        on_skipped=options.on_skipped,
    )


def load_extractor(
    model: str, base_date: str | None = None, hints: str | None = None
) -> Extract:
    """Load a model and give the function that reads articles with it.

    ``hints`` are in the one line that ``hints_line`` writes.
    """
    analyser = load_model(model)
    day = date.fromisoformat(base_date) if base_date else None
    known = hints_from_line(hints)

    def extract(article: Article) -> Extraction:
        # What spaCy gathers dies with the zone; an Extraction holds none of it.
        with zone(analyser.nlp):
            return extract_article(article, analyser, base_date=day, hints=known)

    return extract


def extract_surface(
    sources: Iterable[str | Path], *, options: ReadingOptions | None = None
) -> Iterator[tuple[str, tuple[SurfaceTuple, ...]]]:
    """Read the surface tuples of each article, with the article's id."""
    options = options or ReadingOptions()
    for article, analyser in _analysable(sources, options):
        with zone(analyser.nlp):
            doc = attempt(analyser.analyse, article)
            found = doc if isinstance(doc, str) else attempt(read_surface, doc)
            del doc
        if isinstance(found, str):
            options.on_skipped(Skipped(f"article {article.id}", found))
        else:
            yield article.id, found


def _analysable(
    sources: Iterable[str | Path], options: ReadingOptions
) -> Iterator[tuple[Article, Analyser]]:
    """Give each article with the model, which is loaded once there is one to read."""
    analyser: Analyser | None = None
    reason: Skipped | None = None
    for found in read_articles(sources):
        if isinstance(found, Article):
            analyser = analyser or load_model(options.model)
            yield found, analyser
            options.on_article(found)
        else:
            reason = reason or found
            options.on_skipped(found)
    if analyser is None:
        if reason is None:
            raise ReadError("sources", "no article in them")
        raise ReadError(reason.source, reason.reason)


@cache
def _provenance(model: str, model_version: str) -> Provenance:
    return Provenance(
        kg=version("newskg"),
        model=model,
        model_version=model_version,
        tables=tables_digest(),
    )
