"""Write a graph as the plain data of the explorer page: articles, names, statements."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from kg.diagrams.choice import worth_of
from kg.diagrams.timeline import first_day
from kg.diagrams.wording import (
    note_of,
    relation_words,
    sentence_of,
    speaker_words,
    status_of,
    time_words,
)
from kg.marking import Marks, marked_spans
from kg.model import Polarity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.graph import Fact, Graph, Node
    from kg.model import Article, Statement

__all__ = ["page_data"]


def page_data(graph: Graph) -> dict[str, Any]:
    """Give all that the page needs of a graph, with numbers where ids repeat."""
    places = {node.id: n for n, node in enumerate(graph.nodes)}
    articles = {article.id: n for n, article in enumerate(graph.articles)}
    readings = _Readings(graph, articles)
    facts = graph.facts
    worth = worth_of(graph)
    order = sorted(range(len(facts)), key=lambda n: -worth(facts[n]))
    rank = {n: place for place, n in enumerate(order)}
    return {
        "articles": [_article(article) for article in graph.articles],
        "nodes": [_node(node, readings) for node in graph.nodes],
        "facts": [
            {**_fact(fact, places), "rank": rank[n], "readings": readings.of(fact)}
            for n, fact in enumerate(facts)
        ],
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "date": article.date.isoformat() if article.date else "",
        "publisher": article.publisher,
        "url": article.url,
        "text": article.text,
    }


def _node(node: Node, readings: _Readings) -> dict[str, Any]:
    found = {
        "id": node.id,
        "label": node.label,
        "type": node.type,
        "aliases": list(node.aliases),
        "links": list(node.links),
        "literal": node.literal,
        "mentions": readings.mentions.get(node.id, []),
    }
    return {key: value for key, value in found.items() if value or key == "label"}


def _fact(fact: Fact, places: Mapping[str, int]) -> dict[str, Any]:
    first = fact.first
    said = first.attribution
    when = (first.time.value or "") if first.time else ""
    day = first_day(when)
    found = {
        "id": fact.id,
        "s": places[fact.subject],
        "o": places[fact.object],
        "relation": relation_words(fact),
        "status": status_of(fact),
        "denied": fact.polarity is Polarity.NEGATIVE,
        "modality": fact.modality,
        "note": note_of(fact),
        "sentence": sentence_of(fact),
        "speaker": (said.label or "unnamed source") if said else "",
        "says": speaker_words(fact),
        "cue": said.cue if said else "",
        "quoted": bool(said and said.quoted),
        "time": time_words(fact) or (first.time.text if first.time else ""),
        "when": when,
        "day": "" if day == when else day,
        "place": first.place.label if first.place else "",
        "roles": [f"{role.role}: {role.text}" for role in first.arguments],
        "content": list(first.content),
        "confidence": round(fact.confidence, 3),
        "empty": not first.object.label,
    }
    return {key: value for key, value in found.items() if value not in ("", [])}


class _HasSpan(Protocol):
    """Something at a place in a text."""

    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=_HasSpan)


class _Readings:
    """Find the sentences, marks and mentions, counted as a page's script counts."""

    def __init__(self, graph: Graph, articles: Mapping[str, int]) -> None:
        self.articles = articles
        self.texts = {article.id: article.text for article in graph.articles}
        self.units = {key: _units(text) for key, text in self.texts.items()}
        self.sentences = {key: _Placed(found) for key, found in graph.sentences.items()}
        self.named = {key: _Placed(found) for key, found in graph.mentions.items()}
        self.mentions: dict[str, list[list[int]]] = {}
        for key, mentions in graph.mentions.items():
            for mention in mentions:
                own = self.mentions.setdefault(mention.entity, [])
                own.append([articles[key], *self._range(key, mention.span)])

    def of(self, fact: Fact) -> list[dict[str, Any]]:
        """Give each reading with its sentence and the places of its parts."""
        return [self._reading(statement) for statement in fact.statements]

    def _reading(self, statement: Statement) -> dict[str, Any]:
        key = statement.article
        sentence = _joined(
            statement.evidence.span,
            (
                s.span
                for s in self.sentences.get(key, _NOWHERE).touching(
                    statement.evidence.span
                )
            ),
        )
        mentions = tuple(self.named.get(key, _NOWHERE).touching(sentence))
        marks = Marks(self.texts[key], sentence, statement, mentions)
        return {
            "article": self.articles[key],
            "span": self._range(key, sentence),
            "marks": [[*self._range(key, s), part] for part, s in marked_spans(marks)],
            "pattern": statement.pattern,
        }

    def _range(self, key: str, span: Span) -> list[int]:
        units = self.units[key]
        return [units[span.start], units[span.end]]


class _Placed(Generic[T]):
    """Things in a text, found by their place without looking at all of them."""

    def __init__(self, things: Iterable[T]) -> None:
        self.things = sorted(things, key=lambda thing: thing.span)
        self.starts = [thing.span.start for thing in self.things]
        self.longest = max((t.span.end - t.span.start for t in self.things), default=0)

    def touching(self, span: Span) -> Iterator[T]:
        """Give what overlaps a range, in the order of the text."""
        first = bisect_left(self.starts, span.start - self.longest)
        for thing in self.things[first : bisect_left(self.starts, span.end)]:
            if thing.span.end > span.start:
                yield thing


_NOWHERE: _Placed[Any] = _Placed(())


def _units(text: str) -> range | list[int]:
    """Give the place in UTF-16 of every letter, and of the end."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return range(len(text) + 1)
    places = [0]
    for letter in text:
        places.append(places[-1] + (2 if letter > "\uffff" else 1))
    return places


def _joined(span: Span, others: Iterable[Span]) -> Span:
    """Give the range from the first start to the last end."""
    spans = [span, *others]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
