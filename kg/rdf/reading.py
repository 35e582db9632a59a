"""Read the Turtle that kg wrote back into the graph that it was written from.

What comes back differs from what was written in this alone: aliases, links and contents
come in alphabetical order, an argument has its entity's name and type, an entity counts
the mentions that there are, the source of something skipped is its article's id, and
lone surrogates are U+FFFD.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from kg import vocabulary as v
from kg.errors import ReadError
from kg.graph import build_graph
from kg.model import (
    Article,
    Block,
    BlockKind,
    Entity,
    EntityType,
    Extraction,
    How,
    Mention,
    MentionKind,
    Provenance,
    Sentence,
    Skipped,
    Span,
)
from kg.rdf.files import find_turtle
from kg.rdf.index import Index, index_of, parse_turtle
from kg.rdf.readings import read_statements
from kg.vocabulary import CLASS_OF

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pyoxigraph as ox

    from kg.graph import Graph

__all__ = ["from_triples", "from_turtle", "open_graph"]

_TYPE_OF = {name: kind for kind, name in CLASS_OF.items()}


def open_graph(path: str | Path) -> Graph:
    """Read the graph of a Turtle file of kg's, or of an output folder."""
    turtle = find_turtle(path)
    try:
        return from_turtle(turtle.read_bytes(), source=str(turtle))
    except OSError as error:
        raise ReadError(str(turtle), error.strerror or str(error)) from error


def from_turtle(text: str | bytes, *, source: str = "Turtle") -> Graph:
    """Read back a graph; ReadError when the text is no Turtle, or none of kg's."""
    return _graph(parse_turtle(text, source), source)


def from_triples(triples: Sequence[ox.Triple], *, source: str = "triples") -> Graph:
    """Read back a graph of triples, each given once; ReadError as for Turtle."""
    return _graph(index_of(triples, {}), source)


def _graph(index: Index, source: str) -> Graph:
    try:
        return build_graph(_extractions(index, source))
    except (KeyError, ValueError, IndexError) as error:
        reason = f"is no graph of kg's, or a damaged one ({error})"
        raise ReadError(source, reason) from error


def _extractions(index: Index, source: str) -> list[Extraction]:
    subjects = sorted(index.of_type(v.NEWS_ARTICLE))
    if not subjects:
        raise ReadError(source, "has no article of kg's in it; want a graph.ttl")
    articles = {subject: _article(index, subject) for subject in subjects}
    mentions, sentences = _mentions(index), _sentences(index)
    runs = {index.one(run, v.USED): run for run in index.of_type(v.PROV_ACTIVITY)}
    statements = read_statements(index)
    entities = _entities(index, articles, mentions)
    return [
        Extraction(
            article=article,
            sentences=tuple(sentences[article.id]),
            entities=tuple(entities[article.id]),
            mentions=tuple(mentions[article.id]),
            statements=tuple(statements.get(article.id, ())),
            provenance=_provenance(index, runs[subject]),
        )
        for subject, article in articles.items()
    ]


def _article(index: Index, subject: str) -> Article:
    key = index.one(subject, v.ARTICLE_ID)
    context = index.context_of(subject)
    published = index.maybe(subject, v.DATE_PUBLISHED)
    publisher = index.maybe(subject, v.PUBLISHER)
    blocks = [
        Block(BlockKind(kind), index.span(block))
        for block in index.all(subject, v.HAS_BLOCK)
        for kind in index.all(block, v.BLOCK_KIND)
    ]
    return Article(
        id=key,
        text=index.one(context, v.IS_STRING),
        blocks=tuple(sorted(blocks, key=lambda block: block.span)),
        title=index.maybe(subject, v.HEADLINE),
        date=date.fromisoformat(published) if published else None,
        url=index.maybe(subject, v.URL),
        publisher=index.maybe(publisher, v.LABEL) if publisher else "",
        author=index.maybe(subject, v.AUTHOR),
        skipped=_skipped(index, subject, key),
        copy_of=_original(index, subject),
    )


def _original(index: Index, subject: str) -> str:
    """Give the id of what an article is a copy of, be that described or not."""
    original = index.maybe(subject, v.COPY_OF)
    known = index.maybe(original, v.ARTICLE_ID)
    return known or (index.id(original) if original else "")


def _skipped(index: Index, subject: str, key: str) -> tuple[Skipped, ...]:
    found = index.all(subject, v.HAS_SKIPPED)
    return tuple(
        Skipped(
            source=key,
            reason=index.one(item, v.REASON),
            text=index.maybe(item, v.TEXT),
            span=index.span(item) if index.maybe(item, v.END_INDEX) else None,
        )
        for item in sorted(found, key=lambda item: int(index.one(item, v.POSITION)))
    )


def _sentences(index: Index) -> dict[str, list[Sentence]]:
    found: dict[str, list[Sentence]] = defaultdict(list)
    for item in index.of_type(v.SENTENCE):
        number = int(index.one(item, v.SENTENCE_INDEX))
        found[index.article_of(item)].append(Sentence(number, index.span(item)))
    for sentences in found.values():
        sentences.sort(key=lambda sentence: sentence.index)
    return found


def _mentions(index: Index) -> dict[str, list[Mention]]:
    by_article: dict[str, list[tuple[Span, str, Mention]]] = defaultdict(list)
    for item in index.with_property(v.IDENTIFIES):
        mention = Mention(
            span=index.span(item),
            text=index.one(item, v.ANCHOR_OF),
            entity=index.id(index.one(item, v.IDENTIFIES)),
            kind=MentionKind(index.one(item, v.MENTION_KIND)),
            how=How(index.one(item, v.HOW)),
        )
        number = item.rpartition("&n=")
        order = number[2].zfill(6) if number[1] else ""
        by_article[index.article_of(item)].append((mention.span, order, mention))
    ordered: dict[str, list[Mention]] = defaultdict(list)
    for key, found in by_article.items():
        found.sort(key=lambda entry: entry[:2])
        ordered[key] = [mention for _, _, mention in found]
    return ordered


def _entities(
    index: Index, articles: dict[str, Article], mentions: dict[str, list[Mention]]
) -> dict[str, list[Entity]]:
    """Give each entity to the articles that mention it, or else to the first one."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for key, found in mentions.items():
        for mention in found:
            counts[mention.entity][key] += 1
    first = min(article.id for article in articles.values())
    by_article: dict[str, list[Entity]] = defaultdict(list)
    for subject in sorted(index.entities()):
        own = index.id(subject)
        for key, count in sorted(counts[own].items()) or [(first, 0)]:
            by_article[key].append(_entity(index, subject, own, count))
    return by_article


def _entity(index: Index, subject: str, own: str, count: int) -> Entity:
    types = [name for name in index.all(subject, "a") if name in _TYPE_OF]
    return Entity(
        id=own,
        label=index.one(subject, v.LABEL),
        type=_TYPE_OF[types[0]] if types else EntityType.CONCEPT,
        aliases=tuple(sorted(index.all(subject, v.ALT_LABEL))),
        links=tuple(sorted(index.links(subject))),
        mentions=count,
    )


def _provenance(index: Index, run: str) -> Provenance:
    return Provenance(
        kg=index.one(index.one(run, v.WAS_ASSOCIATED_WITH), v.SOFTWARE_VERSION),
        model=index.one(run, v.MODEL),
        model_version=index.one(run, v.MODEL_VERSION),
        tables=index.one(run, v.TABLES),
    )
