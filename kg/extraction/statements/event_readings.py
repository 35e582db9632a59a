"""Read what event nouns say: "Washington's ban on strikes", "the decision to leave"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from kg.extraction.grammar.concepts import is_class
from kg.extraction.grammar.noun_clauses import verb_of
from kg.extraction.judgement.presupposition import is_presupposed
from kg.extraction.judgement.worth import unsure
from kg.extraction.relation_words import relation_words
from kg.extraction.statements.drafts import nominal_draft
from kg.extraction.statements.insides import Insides
from kg.extraction.statements.moments import is_time
from kg.extraction.statements.offices import HOLDERS
from kg.extraction.statements.relations import camel, with_preposition
from kg.extraction.statements.things import NOTHING
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
#: Prepositions before what has been.
_PAST = frozenset({"after", "since", "following"})
_BEEN = _PAST | {"despite", "over", "during"}
#: Prepositions before what need not have been: "a reward for the arrest of Ann".
_AHEAD = frozenset({"for", "until", "till", "toward", "towards", "to", "before"})


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
        befallen = list(self._befallen(clause))
        yield from befallen
        for token in clause.subjects:
            if self._is_mere_modifier(token) or token.ent_type_ in {"DATE", "TIME"}:
                continue
            if befallen and not undergone:
                continue  # who died has no death beside
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
        for token in () if clause.subjects or befallen else owners:
            yield from self._owned(clause, token, standing)

    def _befallen(self, clause: Clause) -> Iterator[Draft]:
        """Read "the arrest of Ann", "the death of Ann": what befell her.

        Of somebody or something definite that it is told of as a fact.
        """
        tree, head = self.arguments.tree, clause.head
        above = tree.words[tree.heads[head.i]]
        if tree.lemmas[head.i] in relation_words("announced") and above not in _PAST:
            return
        standing = self.standings.of(head.i)
        if standing.is_fact or above in _BEEN:
            standing = self.standings.of_noun(head.i)
        else:
            standing = standing.with_modality(unsure(standing.modality))
        relation, tokens = self._blow(clause)
        for token in tokens:
            if relation is not None and self._is_befallen(clause, token):
                used = (*self.arguments.phrase(token), head.i)
                for thing in self.arguments.of(token):
                    said = (thing, relation, NOTHING)
                    yield nominal_draft(clause, said, standing, used)

    def _blow(self, clause: Clause) -> tuple[Predicate | None, tuple[Token, ...]]:
        """Give what befalls whom: who is arrested is acted on, who dies is not."""
        noun = self.arguments.tree.lemmas[clause.head.i]
        participle = _suffered().get(noun, "")
        if participle and not clause.subjects:
            name = Predicate(camel(["be", participle]), f"was {participle}")
            return name, clause.objects
        if noun in relation_words("befell") and not clause.objects:
            name = Predicate(camel([verb_of(clause.head)]), clause.head.lower_)
            return name, clause.subjects
        return None, ()

    def _is_befallen(self, clause: Clause, token: Token) -> bool:
        """Tell a definite thing after "of" or before "'s" from a modifier."""
        tree = self.arguments.tree
        for_it = tree.words[tree.heads[clause.head.i]] in _AHEAD
        definite = is_presupposed(tree, token.i) or "nummod" in tree.kinds[token.i]
        placed = tree.deps[token.i] in {"pobj", "poss", "conj"}
        return definite and placed and not for_it

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
                said, roles = (owner, _HAVE, thing), Insides(self.arguments)
                inside = tuple(roles.of(clause.head))
                yield nominal_draft(clause, said, standing, used, inside)

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


@cache
def _suffered() -> dict[str, str]:
    """Give the participles of what is suffered, by the noun."""
    pairs = (words.partition(" ") for words in relation_words("suffered"))
    return {noun: participle for noun, _, participle in pairs}


def _silent() -> frozenset[str]:
    return relation_words("not_relations") - _DIRECT
