"""The chains of references of one article, while the stages add to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.extraction.referents.mentions import Reference

__all__ = ["BODIES", "Chains"]

#: Types of what acts as one without being a person.
BODIES = frozenset({EntityType.ORGANIZATION, EntityType.COUNTRY})


@dataclass(slots=True)
class Chains:
    """What is known so far; it never leaves this package.

    ``sides`` gives the country or body for which somebody speaks, ``roles`` the nouns
    that were said of an entity, ``groups`` the members of a token that means several,
    ``nouns`` the noun for a pronoun that means somebody without a name.
    """

    references: list[Reference]
    types: dict[str, EntityType]
    genders: dict[str, str]
    sides: Mapping[str, str]
    labels: dict[str, str]
    by_head: dict[int, str] = field(default_factory=dict)
    groups: dict[int, tuple[str, ...]] = field(default_factory=dict)
    nouns: dict[int, int] = field(default_factory=dict)
    roles: dict[str, set[str]] = field(default_factory=dict)
    silent: set[int] = field(default_factory=set)

    def add(self, reference: Reference) -> None:
        """Add one reference; the first of a head token stays."""
        if reference.head in self.by_head or reference.head in self.silent:
            return
        self.references.append(reference)
        if reference.silent:
            self.silent.add(reference.head)
        else:
            self.by_head[reference.head] = reference.key

    def cover(self, tokens: Iterable[int], key: str) -> None:
        """Let further tokens of a name point at its entity."""
        for i in tokens:
            self.by_head.setdefault(i, key)

    def type_of(self, key: str) -> EntityType:
        """Give the type of an entity."""
        return self.types.get(key, EntityType.CONCEPT)
