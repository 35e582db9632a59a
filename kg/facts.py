"""Nodes and facts: what entities and statements become when articles are joined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.model import Modality
from kg.showing import shown_as_html

if TYPE_CHECKING:
    from kg.model import Argument, EntityType, Polarity, Predicate, Statement

__all__ = ["Fact", "Node", "node_id"]


@dataclass(frozen=True, slots=True)
class Node:
    """An entity, or a literal: then ``literal`` is true and the id its words."""

    id: str
    label: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    mentions: int = 0
    literal: bool = False
    _repr_html_ = shown_as_html

    def joined(self, other: Node) -> Node:
        """Add the names, links and mentions that another article has for it."""
        aliases = {*self.aliases, *other.aliases, other.label} - {self.label}
        return replace(
            self,
            aliases=tuple(sorted(aliases)),
            links=tuple(sorted({*self.links, *other.links})),
            mentions=self.mentions + other.mentions,
        )


@dataclass(frozen=True, slots=True)
class Fact:
    """An edge: all readings of one content, in the order in which they were read."""

    statements: tuple[Statement, ...]
    _repr_html_ = shown_as_html

    @property
    def first(self) -> Statement:
        """The first reading; what is equal in all of them can be asked of it."""
        return self.statements[0]

    @property
    def id(self) -> str:
        """The content's id."""
        return self.first.id

    @property
    def subject(self) -> str:
        """The id of the node at which the edge starts."""
        return node_id(self.first.subject)

    @property
    def object(self) -> str:
        """The id of the node at which the edge ends."""
        return node_id(self.first.object)

    @property
    def predicate(self) -> Predicate:
        """The relation."""
        return self.first.predicate

    @property
    def asserted(self) -> bool:
        """Whether an article states it in its own voice as done or so."""
        return self.first.asserted

    @property
    def polarity(self) -> Polarity:
        """Whether it is affirmed or denied."""
        return self.first.polarity

    @property
    def modality(self) -> Modality:
        """How it stands to what happened."""
        return self.first.modality

    @property
    def standing(self) -> str:
        """Say why it is not asserted; nothing where it is."""
        if self.asserted:
            return ""
        if self.first.attribution is not None:
            return "said by somebody"
        actual = self.modality is Modality.ACTUAL
        return str(self.polarity if actual else self.modality)

    @property
    def confidence(self) -> float:
        """The confidence of the surest reading, from 0 to 1."""
        return max(statement.confidence for statement in self.statements)

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that say it, each once, in the order read."""
        return tuple(dict.fromkeys(s.article for s in self.statements))


def node_id(argument: Argument) -> str:
    """Give the id of an argument's node: the entity's, or the quoted literal."""
    return argument.id if argument.id is not None else f'"{argument.label}"'
