"""Read by how much something is up or down: "closed at $12, up 3 percent"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extraction.grammar.obliques import find_obliques
from kg.extraction.literals import literal
from kg.extraction.statements.drafts import aside, nominal_draft
from kg.extraction.statements.moments import is_time
from kg.extraction.statements.relations import with_preposition
from kg.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree
    from kg.extraction.statements.drafts import Draft
    from kg.extraction.statements.readings import Reader

__all__ = ["TrendReader"]

_BE = Predicate("be", "is")
_WAYS = frozenset({"up", "down"})
_SUBJECTS = ("nsubj", "nsubjpass")
_AMOUNTS = frozenset({"PERCENT", "MONEY", "CARDINAL", "QUANTITY"})
#: Links by which a verb has the subject of the one above it.
_SHARING = frozenset({"conj", "advcl", "xcomp"})
_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class TrendReader:
    """Reads the rises and falls that one article tells behind a comma."""

    reader: Reader

    @property
    def tree(self) -> Tree:
        """The parse of the article."""
        return self.reader.arguments.tree

    def read(self) -> Iterator[Draft]:
        """Give what is up or down, in text order."""
        tree = self.tree
        for way in tree.having("advmod", words=_WAYS):
            if way.i and tree.tokens[way.i - 1].text == ",":
                yield from self._of(way)

    def _of(self, way: Token) -> Iterator[Draft]:
        """Give the drafts of what is up or down, if a number tells by how much."""
        tree = self.tree
        amounts = [o for o in find_obliques(tree, way) if not is_time(tree, o)]
        measured = [o for o in amounts if o.head.ent_type_ in _AMOUNTS]
        verb = self._verb(way)
        if not measured or verb is None:
            return
        clause = aside(way, "trend", _CONFIDENCE)
        standing = self.reader.standings.of(verb.i)
        roles = tuple(self.reader.arguments.role(o) for o in amounts)
        bare = any(not o.marker for o in measured)
        for subject in tree.spread(self._subjects(verb)):
            used = (*self.reader.arguments.phrase(subject), *tree.below[way.i], way.i)
            for thing in self.reader.arguments.of(subject):
                if bare:
                    said = (thing, _BE, literal(way.lower_, EntityType.CONCEPT))
                    draft = nominal_draft(clause, said, standing, used, roles)
                    yield replace(draft, head=verb)
                    continue
                relation = Predicate(f"be{way.lower_.title()}", f"is {way.lower_}")
                for oblique in measured:
                    name = with_preposition(relation, oblique.marker)
                    words = self.reader.arguments.wording(oblique.head)
                    amount = literal(words, EntityType.QUANTITY)
                    said = (thing, name, amount)
                    draft = nominal_draft(clause, said, standing, used)
                    yield replace(draft, head=verb)

    def _verb(self, way: Token) -> Token | None:
        """Give the verb beside which it stands, unless that is done to things."""
        tree = self.tree
        verb = tree.head(way)
        while not tree.is_verb(verb):
            if tree.heads[verb.i] == verb.i:
                return None
            verb = tree.head(verb)
        done_to = tree.children(verb, "dobj")
        if any(thing.ent_type_ not in _AMOUNTS for thing in done_to):
            return None  # "sold 12 cars, up 3 percent": no seller is up
        return verb

    def _subjects(self, verb: Token) -> list[Token]:
        tree = self.tree
        for _ in range(4):
            found = tree.children(verb, *_SUBJECTS)
            if found or tree.deps[verb.i] not in _SHARING:
                return list(found)
            verb = tree.head(verb)
        return []
