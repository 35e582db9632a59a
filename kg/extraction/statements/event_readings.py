"""Read what event nouns say: "Washington's ban on strikes", "the decision to leave"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from kg.extraction.grammar.concepts import is_class
from kg.extraction.grammar.noun_clauses import verb_of
from kg.extraction.relation_words import relation_words
from kg.extraction.statements.drafts import nominal_draft
from kg.extraction.statements.moments import is_time
from kg.extraction.statements.offices import HOLDERS
from kg.extraction.statements.relations import camel, with_preposition
from kg.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.frames import Clause
    from kg.extraction.judgement.standing import Standings
    from kg.extraction.judgement.worth import Standing
    from kg.extraction.statements.drafts import Draft
    from kg.extraction.statements.things import Arguments
    from kg.model import Argument

__all__ = ["EventReader"]

_BESIDE = frozenset({"compound", "nmod", "amod"})
_OWNERS = HOLDERS | {EntityType.PERSON}
_HAVE = Predicate("have", "has")
_DIRECT = frozenset({"of"})


@dataclass(frozen=True, slots=True)
class EventReader:
    """Reads the event nouns of one article."""

    arguments: Arguments
    standings: Standings

    def read(self, clause: Clause) -> Iterator[Draft]:
        """Give who does what an event noun names, to whom."""
        standing = self.standings.of_noun(clause.head.i)
        verb = verb_of(clause.head)
        relation = Predicate(camel([verb]), clause.head.lower_)
        tree = self.arguments.tree
        undergone = list(self._undergone(clause, relation))
        for token in clause.subjects:
            if self._is_mere_modifier(token) or token.ent_type_ in {"DATE", "TIME"}:
                continue
            if not undergone and tree.dep(token) not in _BESIDE:
                yield from self._owned(clause, token, standing)
            used = (*self.arguments.phrase(token), *self.arguments.below(clause.head))
            for doer, (named, thing) in product(self.arguments.of(token), undergone):
                yield nominal_draft(clause, (doer, named, thing), standing, used)
        owners = [t for t in clause.objects if tree.dep(t) == "poss"]
        owners = owners or [
            oblique.head
            for oblique in clause.obliques
            if [t.lower_ for t in oblique.marker] == ["of"]
            and oblique.head.i in self.arguments.referents.by_head
        ]
        for token in () if clause.subjects else owners:
            yield from self._owned(clause, token, standing)

    def _is_mere_modifier(self, token: Token) -> bool:
        """Tell a noun before the event that is no doer: "Match award"."""
        beside = self.arguments.tree.dep(token) in _BESIDE - {"amod"}
        return beside and token.ent_type_ not in {"ORG", "GPE", "NORP"}

    def _owned(
        self, clause: Clause, token: Token, standing: Standing
    ) -> Iterator[Draft]:
        """Read "NATO's founding": it had one, whoever did it."""
        thing = self.arguments.common(clause.head)
        own = self.arguments.tree.dep(token) == "poss" and not is_class(token)
        for owner in self.arguments.of(token):
            if thing.id is None or owner.id is None:
                continue
            if own or owner.type in _OWNERS:
                used = (
                    *self.arguments.phrase(token),
                    *self.arguments.below(clause.head),
                )
                yield nominal_draft(clause, (owner, _HAVE, thing), standing, used)

    def _undergone(
        self, clause: Clause, relation: Predicate
    ) -> Iterator[tuple[Predicate, Argument]]:
        """Give what an event is done to, with the relation that names it."""
        for token in clause.objects:
            for thing in self.arguments.of(token):
                yield relation, thing
        for oblique in clause.obliques:
            if not oblique.marker or is_time(self.arguments.tree, oblique):
                continue
            if " ".join(t.lower_ for t in oblique.marker) in _silent():
                continue
            word = oblique.marker[0].lower_
            for_it = word == "for" and relation.id in relation_words("event_for")
            direct = (word in relation_words("event_objects") and not for_it) or (
                word == "to" and relation.id in relation_words("event_to")
            )
            name = relation if direct else with_preposition(relation, oblique.marker)
            for thing in self.arguments.governed(oblique):
                yield name, thing
        yield from self._told(clause, relation)

    def _told(
        self, clause: Clause, relation: Predicate
    ) -> Iterator[tuple[Predicate, Argument]]:
        """Give what "the decision to leave" decides, in its words."""
        tree = self.arguments.tree
        for told in tree.children(clause.head, "acl"):
            below = tree.below[told.i]
            if any(tree.tags[i] == "TO" or tree.deps[i] == "mark" for i in below):
                yield relation, self.arguments.clause(told)


def _silent() -> frozenset[str]:
    return relation_words("not_relations") - _DIRECT
