"""Read what is said of a subject without an object: what it is, does, or where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from kg.extraction.parse.governors import row_of
from kg.extraction.relation_words import relation_words
from kg.extraction.statements.circumstances import is_so
from kg.extraction.statements.drafting import Drafter, Subject
from kg.extraction.statements.offices import office_of
from kg.extraction.statements.relations import camel, with_preposition
from kg.extraction.statements.things import NOTHING
from kg.model import Predicate
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from kg.extraction.frames import Clause, Oblique
    from kg.extraction.judgement.standing import Standings
    from kg.extraction.parse.syntax import Tree
    from kg.extraction.statements.drafts import Draft
    from kg.extraction.statements.things import Arguments
    from kg.model import Argument

__all__ = ["Plain"]

_SEEMING = frozenset({"appearance", "expectation"})
#: Prepositions that tell what a verb is about only right behind it: "serves as".
_CLOSE = frozenset({"as", "like", "of"})
_SITES = frozenset({"in", "at", "on"})
#: How far behind the verb they may stand.
_NEAR = 2


@dataclass(frozen=True)
class Plain:
    """Reads the clauses without an object of one article."""

    arguments: Arguments
    standings: Standings

    @cached_property
    def _drafter(self) -> Drafter:
        return Drafter(self.arguments, self.standings)

    def acting(
        self, clause: Clause, subject: Subject, relation: Predicate
    ) -> Iterator[Draft]:
        """Read "went to Oslo": the nearest and the named make relations of their own.

        The others are told with these: "came in at 9 percent for May".
        """
        drafter = self._drafter
        found = False
        marker: tuple[Token, ...] = ()
        related = [
            oblique
            for oblique in drafter.obliques(clause)
            if not _is_unrelated(clause, subject, relation, oblique)
        ]
        nearest = self._nearest(clause, related)
        for oblique in related:
            named = self.arguments.entity(oblique.head) is not None
            if not named and oblique.marker != nearest:
                continue
            name = with_preposition(relation, oblique.marker)
            if found and relation.id == "be" and oblique.marker != marker:
                break  # "is on its way to Chad from Mali" is not from there
            marker = oblique.marker
            for draft in self._about(clause, subject, name, oblique):
                found = True
                yield draft
        last = clause.complement
        if found:
            return
        if last is None:
            close = tuple(self._close(clause, subject, relation))
            if close:
                yield from close
                return
        thing = NOTHING if last is None else self.arguments.predicative(last)
        yield drafter.draft(clause, subject, relation, thing, token=last)

    def _nearest(
        self, clause: Clause, obliques: Sequence[Oblique]
    ) -> tuple[Token, ...]:
        """Give the first preposition behind the verb, or else before it.

        Where and in what way it was done does not count: "wrote in the Sun about it".
        """
        ways = table_words("verbs.toml", "circumstances")
        behind = [o.marker for o in obliques if o.marker[0].i > clause.head.i]
        sites = [
            o.marker
            for o in obliques
            if o.marker[0].lower_ in _SITES
            and (
                self.arguments.entity(o.head)
                or self.arguments.tree.lemmas[o.head.i] in ways
            )
        ]
        beyond = (marker for marker in behind if marker not in sites)
        before = (o.marker for o in obliques)
        return next(chain(beyond, behind, before), ())

    def on_whom(
        self,
        clause: Clause,
        subject: Subject,
        relation: Predicate,
        told: Token | None,
    ) -> Iterator[Draft]:
        """Give what one of whom nothing is known is told, or made or seen to do."""
        found = None if told is None else self._told_of(clause, told)
        if found is None:
            yield from self.acting(clause, subject, relation)
            return
        yield self._drafter.draft(clause, subject, relation, found, told=told)

    def _told_of(self, clause: Clause, told: Token) -> Argument | None:
        """Give "you to come in", "them leaving" with the pronoun, "he left" without."""
        if clause.passive or not clause.objects:
            return None
        tree, whom = self.arguments.tree, clause.objects[0]
        if tree.tags[whom.i] != "PRP" or told.i < whom.i:
            return None
        first, _ = self.arguments.below(told)
        if first <= whom.i or tree.is_infinitive(told):
            return self.arguments.happening(whom, told)
        if tree.kinds[told.i].isdisjoint({"nsubj", "nsubjpass", "expl"}):
            bare = tree.tags[told.i] in {"VBG", "VBN"} and first == told.i
            return self.arguments.happening(whom, told) if bare else None
        return self.arguments.clause(told)

    def _close(
        self, clause: Clause, subject: Subject, relation: Predicate
    ) -> Iterator[Draft]:
        """Read "serves as proof", "looks just like rain", "consists of clay"."""
        end = max(t.i for t in clause.words)
        for oblique in clause.obliques:
            words = " ".join(t.lower_ for t in oblique.marker)
            if words in _CLOSE and 0 < oblique.marker[0].i - end <= _NEAR:
                name = with_preposition(relation, oblique.marker)
                yield from self._about(clause, subject, name, oblique)

    def _about(
        self, clause: Clause, subject: Subject, relation: Predicate, oblique: Oblique
    ) -> Iterator[Draft]:
        for thing in self.arguments.governed(oblique):
            token = oblique.head
            yield self._drafter.draft(clause, subject, relation, thing, token=token)

    def being(
        self, clause: Clause, subject: Subject, relation: Predicate
    ) -> Iterator[Draft]:
        """Read "is a teacher", "is the mayor of Bonn", "is close to the river"."""
        if clause.complement is None:
            return
        tree = self.arguments.tree
        row = row_of(tree, clause.complement.i, clause.head.i)
        seems = row is not None and row.id in _SEEMING
        if seems:
            relation = Predicate("be", clause.head.lower_)
        for token in tree.coordinated(clause.complement):
            office = office_of(self.arguments, token, clause.obliques)
            if office is not None and tree.lemmas[clause.head.i] in {"be", "become"}:
                yield self._drafter.draft(
                    clause, subject, office.relation, office.holder, token=office.head
                )
                continue
            drafts = tuple(self._needing(clause, subject, relation, token))
            if not drafts:
                thing = self.arguments.predicative(token)
                draft = self._drafter.draft(
                    clause,
                    subject,
                    relation,
                    thing,
                    token=token,
                    told=content_of(tree, token),
                )
                drafts = (draft,) if thing.label else ()
            for draft in drafts:
                standing = self.standings.of(token.i) if seems else draft.standing
                yield replace(draft, standing=standing)

    def _needing(
        self, clause: Clause, subject: Subject, relation: Predicate, adjective: Token
    ) -> Iterator[Draft]:
        """Read an adjective that says little alone: "is due to a leak"."""
        for oblique in clause.obliques:
            pair = " ".join(t.lower_ for t in (adjective, *oblique.marker))
            if pair in relation_words("needy") and oblique.marker[0].i > adjective.i:
                name = Predicate(
                    camel([relation.id, *pair.split()]), f"{relation.label} {pair}"
                )
                yield from self._about(clause, subject, name, oblique)


def content_of(tree: Tree, adjective: Token) -> Token | None:
    """Give what somebody is sure or glad of, but not what came of "so glad that"."""
    if "ccomp" not in tree.kinds[adjective.i] or is_so(tree, adjective):
        return None
    told = tree.child(adjective, "ccomp")
    verbal = told is not None and tree.is_verb(told) and told.i > adjective.i
    return told if verbal else None


def _is_unrelated(
    clause: Clause, subject: Subject, relation: Predicate, oblique: Oblique
) -> bool:
    """Tell what makes no relation of its own: "With that, the case is over"."""
    if not oblique.marker or oblique.head.i == subject.token.i:
        return True
    return relation.id == "be" and oblique.head.i < clause.head.i
