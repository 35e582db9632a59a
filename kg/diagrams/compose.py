"""Turn chosen facts into a view: word the labels, merge lines, say what is left out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.diagrams.choice import choose, find_node
from kg.diagrams.styles import Status, modality_words
from kg.diagrams.view import Line, ShownEdge, ShownNode, View
from kg.model import Modality, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from kg.diagrams.choice import Choice
    from kg.diagrams.view import DrawOptions
    from kg.graph import Fact, Graph, Node

__all__ = ["compose_network", "heading", "note_of", "relation_words", "status_of"]

_DENIALS = ("not", "never", "no", "n’t", "n't", "cannot", "without")


def compose_network(graph: Graph, options: DrawOptions, *, top: int) -> View:
    """Choose what to show and word it as boxes and labelled lines."""
    choice = choose(graph, options, top=top)
    focus = find_node(graph, options.about).id if options.about else None
    edges = tuple(_merged_ends(_merged_lines(choice.shown)))
    ends = dict.fromkeys(
        end for edge in edges for end in (*edge.sources, *edge.targets)
    )
    if focus is not None:
        ends = {focus: None, **ends}
    title, subtitle = heading(graph, options)
    return View(
        title=title,
        subtitle=subtitle,
        note=_left_out(choice),
        nodes=tuple(_shown_node(graph.node(end), focus) for end in ends),
        edges=edges,
    )


def heading(graph: Graph, options: DrawOptions) -> tuple[str, str]:
    """Give the title of a picture, and the line below it: source and date."""
    articles = graph.articles
    if len(articles) == 1:
        article = articles[0]
        day = _day_words(article.date) if article.date else ""
        source = article.publisher or article.url or article.id
        title, parts = article.title or article.id, [source, article.author, day]
    else:
        days = sorted(article.date for article in articles if article.date)
        title, parts = f"{len(articles)} articles", []
        if days:
            parts = [f"{_day_words(days[0])} – {_day_words(days[-1])}"]
    if options.about:
        label = find_node(graph, options.about).label
        title, parts = f"{label}: surroundings", [title, *parts]
    return title, " · ".join(part for part in parts if part)


def _day_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def status_of(fact: Fact) -> Status:
    """Tell how sure a fact is: stated, claimed, or not (yet) so."""
    if fact.modality is not Modality.ACTUAL:
        return Status.PROSPECT
    if fact.first.attribution is not None:
        return Status.CLAIM
    return Status.FACT


def relation_words(fact: Fact) -> str:
    """Word a relation; a denial that is not in its words is added."""
    words = fact.predicate.label
    if fact.polarity is Polarity.NEGATIVE and not _tells_denial(words):
        return f"not: {words}"
    return words


def note_of(fact: Fact) -> str:
    """Word what holds a relation back from being a fact: its modality and speaker.

    A speaker who is the subject is not named again.
    """
    attribution = fact.first.attribution
    parts = [modality_words(fact.modality)]
    if attribution is not None:
        own = attribution.id is not None and attribution.id == fact.first.subject.id
        name = "by own account" if own else f"says {attribution.label}"
        if not attribution.label:
            name = f"“{attribution.cue}”" if attribution.cue else "unnamed source"
        parts.append(name)
    return " — ".join(part for part in parts if part)


def _tells_denial(words: str) -> bool:
    return any(word.endswith(_DENIALS) for word in words.casefold().split())


def _shown_node(node: Node, focus: str | None) -> ShownNode:
    names = ", ".join((node.label, *node.aliases))
    links = [link for link in node.links if link.startswith(("http://", "https://"))]
    return ShownNode(
        id=node.id,
        label=f"“{node.label}”" if node.literal else node.label,
        type=node.type,
        literal=node.literal,
        focus=node.id == focus,
        title=f"{names} ({node.type})",
        link=links[0] if links else "",
    )


def _merged_lines(facts: Iterable[Fact]) -> Iterator[ShownEdge]:
    """Merge what runs between the same two boxes in the same way into one line."""
    groups: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        key = (fact.subject, fact.object, status_of(fact), note_of(fact))
        groups[key].append(fact)
    for (source, target, status, note), group in groups.items():
        yield ShownEdge(
            sources=(source,),
            targets=(target,),
            lines=tuple(dict.fromkeys(_line(fact) for fact in group)),
            note=note,
            status=Status(status),
            title=" / ".join(dict.fromkeys(_sentence(fact) for fact in group)),
        )


def _line(fact: Fact) -> Line:
    words = relation_words(fact)
    return Line(words, _time_words(fact, words), fact.polarity is Polarity.NEGATIVE)


def _time_words(fact: Fact, words: str) -> str:
    time = fact.first.time
    return time.text if time and time.text not in words else ""


def _sentence(fact: Fact) -> str:
    words = relation_words(fact)
    parts = [fact.first.subject.label, words, fact.first.object.label]
    notes = [note for note in (_time_words(fact, words), note_of(fact)) if note]
    return " ".join(parts) + (f" ({'; '.join(notes)})" if notes else "")


def _merged_ends(edges: Iterable[ShownEdge]) -> Iterator[ShownEdge]:
    """Let lines with the same label and one end in common share that label."""
    left = _fans(tuple(edges), by_target=True)
    yield from _fans(left, by_target=False)


def _fans(edges: tuple[ShownEdge, ...], *, by_target: bool) -> tuple[ShownEdge, ...]:
    groups: dict[tuple[object, ...], list[ShownEdge]] = defaultdict(list)
    for edge in edges:
        same = edge.targets if by_target else edge.sources
        other = edge.sources if by_target else edge.targets
        loop = same == other or len(same) > 1
        own = (edge.sources, edge.targets) if loop else ()
        groups[(same, edge.lines, edge.note, edge.status, own)].append(edge)
    return tuple(_fan(group) for group in groups.values())


def _fan(group: list[ShownEdge]) -> ShownEdge:
    first = group[0]
    if len(group) == 1:
        return first
    return ShownEdge(
        sources=tuple(dict.fromkeys(end for edge in group for end in edge.sources)),
        targets=tuple(dict.fromkeys(end for edge in group for end in edge.targets)),
        lines=first.lines,
        note=first.note,
        status=first.status,
        title=" / ".join(edge.title for edge in group),
    )


def _left_out(choice: Choice) -> str:
    shown, known = len(choice.shown), len(choice.candidates)
    if not known:
        return "No statements to show."
    if shown == known:
        return "The one statement." if known == 1 else f"All {known} statements."
    facts = sum(fact.asserted for fact in choice.shown)
    all_facts = sum(fact.asserted for fact in choice.candidates)
    return (
        f"Shows {shown} of {known} statements: {facts} of {all_facts} facts and "
        f"{shown - facts} of {known - all_facts} claims, plans and denials. Chosen for "
        "the surest statements between named things, those said most often first; "
        "a share is kept for what is no fact."
    )
