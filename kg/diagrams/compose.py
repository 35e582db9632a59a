"""Turn chosen facts into a view of boxes and labelled lines, merging what can share."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.diagrams.styles import Status
from kg.diagrams.view import Line, ShownEdge, ShownNode, View
from kg.diagrams.wording import (
    heading,
    left_out_words,
    note_of,
    relation_words,
    sentence_of,
    status_of,
    time_words,
)
from kg.model import Polarity
from kg.names import find_node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.diagrams.choice import Choice
    from kg.diagrams.view import DrawOptions
    from kg.graph import Fact, Graph, Node

__all__ = ["compose_network", "shown_node"]


def compose_network(graph: Graph, options: DrawOptions, choice: Choice) -> View:
    """Word the chosen facts as boxes and labelled lines."""
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
        note=left_out_words(choice),
        nodes=tuple(shown_node(graph.node(end), focus) for end in ends),
        edges=edges,
    )


def shown_node(node: Node, focus: str | None = None) -> ShownNode:
    """Word a node as a box."""
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
    groups: dict[tuple[str, ...], list[list[Fact]]] = defaultdict(list)
    for same in _same_content(facts):
        first = same[0]
        key = (first.subject, first.object, status_of(first), note_of(*same))
        groups[key].append(same)
    for (source, target, status, note), contents in groups.items():
        group = [fact for same in contents for fact in same]
        yield ShownEdge(
            sources=(source,),
            targets=(target,),
            lines=tuple(_line(same[0]) for same in contents),
            note=note,
            status=Status(status),
            title=" / ".join(dict.fromkeys(sentence_of(fact) for fact in group)),
            facts=tuple(fact.id for fact in group),
        )


def _same_content(facts: Iterable[Fact]) -> Iterator[list[Fact]]:
    """Put together what differs in nothing but the speaker."""
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        said = fact.first.attribution is not None
        ends = (fact.subject, fact.object, _line(fact), fact.modality, said)
        groups[ends].append(fact)
    yield from groups.values()


def _line(fact: Fact) -> Line:
    denied = fact.polarity is Polarity.NEGATIVE
    return Line(relation_words(fact), time_words(fact), denied)


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
        facts=tuple(fact for edge in group for fact in edge.facts),
    )
