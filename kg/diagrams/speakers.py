"""Turn attributed facts into a view of who says what: speakers left, claims right."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.diagrams.compose import shown_node
from kg.diagrams.styles import Status, modality_words
from kg.diagrams.view import Line, ShownEdge, ShownNode, View
from kg.diagrams.wording import (
    heading,
    left_out_words,
    plain_sentence,
    sentence_of,
    status_of,
    time_words,
)
from kg.model import Attribution, EntityType, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.diagrams.choice import Choice
    from kg.diagrams.view import DrawOptions
    from kg.graph import Fact, Graph

__all__ = ["compose_speakers"]

_Speech = tuple[str, str, str]  # the speaker's key and name, and the words that tell so


def compose_speakers(graph: Graph, options: DrawOptions, choice: Choice) -> View:
    """Put the chosen claims beside those who make them."""
    speeches: dict[_Speech, list[Fact]] = defaultdict(list)
    for fact in choice.shown:
        if fact.first.attribution is not None:
            speeches[_speech(fact.first.attribution)].append(fact)
    title, subtitle = heading(graph, options, "who says what")
    return View(
        title=title,
        subtitle=subtitle,
        note=left_out_words(choice),
        nodes=tuple(_nodes(graph, speeches)),
        edges=tuple(_edge(speech, facts) for speech, facts in speeches.items()),
    )


def _speech(attribution: Attribution) -> _Speech:
    name = attribution.label or "unnamed source"
    key = attribution.id or f"speaker {name}"
    return key, name, attribution.cue.lower() or "says"


def _nodes(graph: Graph, speeches: dict[_Speech, list[Fact]]) -> Iterator[ShownNode]:
    seen = set()
    for (key, name, _), facts in speeches.items():
        if key not in seen:
            seen.add(key)
            yield _speaker(graph, key, name)
        yield from (_card(fact) for fact in facts)


def _speaker(graph: Graph, key: str, name: str) -> ShownNode:
    if key in graph.network:
        return shown_node(graph.node(key))
    return ShownNode(id=key, label=name, type=EntityType.PERSON, title=name)


def _card(fact: Fact) -> ShownNode:
    notes = (modality_words(fact.modality), time_words(fact))
    return ShownNode(
        id=_card_key(fact),
        label=plain_sentence(fact),
        type=EntityType.CONCEPT,
        card=status_of(fact),
        denied=fact.polarity is Polarity.NEGATIVE,
        note=" — ".join(note for note in notes if note),
        title=sentence_of(fact),
    )


def _card_key(fact: Fact) -> str:
    return f"card {fact.id}"


def _edge(speech: _Speech, facts: Iterable[Fact]) -> ShownEdge:
    key, name, cue = speech
    return ShownEdge(
        sources=(key,),
        targets=tuple(_card_key(fact) for fact in facts),
        lines=(Line(cue),),
        note="",
        status=Status.FACT,
        title=f"{name}: {cue}",
    )
