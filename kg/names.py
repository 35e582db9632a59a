"""Find what a user means by a name: an id, a label or an alias, whatever its case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.graph import Graph, Node

__all__ = ["Named", "choose", "find_node", "matches", "near_names", "plain"]

_NEAR = 5
_LIKENESS = 60


@dataclass(frozen=True, slots=True)
class Named:
    """Something with names; ``mentions`` is how often it is mentioned."""

    key: str
    label: str
    aliases: tuple[str, ...] = ()
    mentions: int = 0


def find_node(graph: Graph, name: str) -> Node:
    """Find the entity that a name means; UnknownNameError suggests near names."""
    candidates = (
        Named(node.id, node.label, node.aliases, node.mentions)
        for node in graph.nodes
        if not node.literal
    )
    return graph.node(choose(name, candidates))


def choose(name: str, candidates: Iterable[Named]) -> str:
    """Give the key of what a name means best: its id, its label, then its aliases.

    Of several the one that is mentioned most is meant.
    """
    found = matches(name, candidates)
    return min(found, key=lambda named: (-named.mentions, named.key)).key


def matches(name: str, candidates: Iterable[Named]) -> tuple[Named, ...]:
    """Give all that a name may mean: by id, or else by label, or else by alias."""
    known = sorted(candidates, key=lambda named: named.key)
    wanted = plain(name)
    for names_of in (_key, _label, _aliases):
        found = [n for n in known if wanted in map(plain, names_of(n))]
        if found:
            return tuple(found)
    raise UnknownNameError(name, near_names(name, known))


def near_names(name: str, known: Iterable[Named]) -> tuple[str, ...]:
    """Give the labels whose names are most like a name, best first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only mistakes need it

    labels: dict[str, str] = {}
    for named in known:
        for each in (named.label, *named.aliases):
            labels.setdefault(each, named.label)
    found = process.extract(
        name,
        sorted(labels),
        scorer=fuzz.WRatio,
        processor=plain,
        score_cutoff=_LIKENESS,
        limit=3 * _NEAR,
    )
    return tuple(dict.fromkeys(labels[each] for each, _, _ in found))[:_NEAR]


def _key(named: Named) -> tuple[str, ...]:
    return (named.key,)


def _label(named: Named) -> tuple[str, ...]:
    return (named.label,)


def _aliases(named: Named) -> tuple[str, ...]:
    return named.aliases


def plain(name: str) -> str:
    """Give a name as it is compared: small letters, no article, one kind of space."""
    words = name.replace("_", " ").replace("’", "'").casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] and words[1:] else words)
