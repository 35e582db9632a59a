"""Read what somebody wants, tries or calls something, beside what the clause tells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise, product
from typing import TYPE_CHECKING

from kg.extraction.cues import load_cues
from kg.extraction.grammar.predicates import is_passive
from kg.extraction.judgement.stances import stance_of
from kg.extraction.speech.reports import Report
from kg.extraction.statements.drafts import Draft
from kg.extraction.statements.relations import camel, verb_relation
from kg.model import Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from kg.extraction.frames import Clause
    from kg.extraction.judgement.standing import Standings
    from kg.extraction.statements.drafting import Subject
    from kg.extraction.statements.things import Arguments

__all__ = ["Attitudes"]


@dataclass(frozen=True, slots=True)
class Attitudes:
    """Reads the attitudes of one article's clauses."""

    arguments: Arguments
    standings: Standings

    def read(self, clause: Clause, subject: Subject) -> Iterator[Draft]:
        """Give what the verbs above the head say by themselves: "tries to stanch"."""
        tree = self.arguments.tree
        chain = (*clause.chain, clause.head)
        for verb, below in pairwise(chain):
            if not stance_of(tree, verb, below):
                continue
            relation = self._relation(verb)
            yield Draft(
                clause=clause,
                head=verb,
                subject=subject.argument,
                predicate=relation,
                object=self.arguments.clause(below),
                standing=self.standings.of(verb.i),
                used=(
                    *self.arguments.phrase(subject.token),
                    verb.i,
                    *self.arguments.below(below),
                ),
                content=(clause.head.i,),
            )

    def _relation(self, verb: Token) -> Predicate:
        """Name what one does, undergoes ("was asked to") or is like ("is eager to")."""
        tree = self.arguments.tree
        if tree.tags[verb.i][0] == "J":
            return Predicate(camel(["be", verb.lower_]), f"is {verb.lower_}")
        relation = verb_relation(tree, verb)
        if not is_passive(tree, verb):
            return relation
        return Predicate(camel(["be", verb.lower_]), f"was {relation.label}")

    def naming(
        self, clause: Clause, source: Token, objects: Sequence[Token]
    ) -> Iterator[Draft]:
        """Give what somebody calls something: it is so in their words only."""
        head = clause.head
        verbs = load_cues().words["naming.verbs"]
        named = self._name_given(clause, objects)
        if named is None or self.arguments.tree.lemmas[head.i] not in verbs:
            return
        standing = self.standings.of(head.i)
        if standing.is_fact or standing.report is None:
            report = Report(source.i, (head.i,), self.standings.is_quoted(named.i))
            standing = replace(standing, report=report, outer=report)
        for token in objects[:1]:
            called = self.arguments.tree.coordinated(named)
            for thing, name in product(self.arguments.of(token), called):
                yield Draft(
                    clause=clause,
                    head=head,
                    subject=thing,
                    predicate=Predicate("be", head.lower_),
                    object=self.arguments.predicative(name),
                    standing=standing,
                    used=(
                        *self.arguments.phrase(token),
                        head.i,
                        *self.arguments.below(named),
                    ),
                )

    def _name_given(self, clause: Clause, objects: Sequence[Token]) -> Token | None:
        """Give the words for the object: "a disgrace", "as a band of thieves"."""
        if clause.complement is not None:
            return clause.complement
        tree = self.arguments.tree
        for oblique in clause.obliques:
            if [t.lower_ for t in oblique.marker] == ["as"]:
                return oblique.head
        for token in tree.children(objects[0], "appos"):
            if self.standings.is_quoted(token.i):
                return token
        return None
