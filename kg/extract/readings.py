"""Read what the verbal clauses of an article say: drafts of statements."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.complements import row_of
from kg.extract.cues import load_cues
from kg.extract.drafts import Draft
from kg.extract.frames import ClauseKind
from kg.extract.moments import is_time
from kg.extract.polarity import denies_argument
from kg.extract.relation_words import relation_words
from kg.extract.relations import camel, relation_of, verb_relation, with_preposition
from kg.extract.reports import Report
from kg.extract.stances import asked_one, stance_of
from kg.extract.things import NOTHING
from kg.extract.titles import is_role
from kg.model import Argument, EntityType, Predicate, Role
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from kg.extract.frames import Clause, Oblique
    from kg.extract.standing import Standings
    from kg.extract.things import Arguments

__all__ = ["Reader"]

_HOLDERS = frozenset(
    {EntityType.ORGANIZATION, EntityType.COUNTRY, EntityType.PLACE, EntityType.GROUP}
)
_CONTENT = ("ccomp", "xcomp", "acl")


@dataclass(frozen=True, slots=True)
class Reader:
    """What all readings of one article need."""

    arguments: Arguments
    standings: Standings

    def read(self, clause: Clause) -> Iterator[Draft]:
        """Give what a verbal clause says."""
        if self.arguments.tree.tags[clause.head.i] == "MD":
            return  # "what we can": the verb is left out
        subjects, objects = clause.subjects or self._raised(clause), clause.objects
        if clause.passive and clause.agents:
            subjects, objects = clause.agents, clause.subjects
        asked = asked_one(self.arguments.tree, clause)
        for token in subjects:
            if self._is_ordered(clause, token):
                continue
            if asked is not None:
                yield from self._attitudes_of(clause, token)
                continue
            for subject in self.arguments.of(token):
                yield from self._about(clause, (token, subject), objects)
                yield from self._attitudes(clause, token, subject)

        if asked is not None:
            for subject in self.arguments.of(asked):
                yield from self._about(clause, (asked, subject), objects)

    def _raised(self, clause: Clause) -> tuple[Token, ...]:
        """Give the subject of "seems unlikely to win", which the clause above has."""
        tree = self.arguments.tree
        for auxiliary in tree.children(clause.head, "aux"):
            subjects = tree.children(auxiliary, "nsubj")
            if subjects:
                return tree.spread(subjects)
        above = tree.head(clause.head)
        row = row_of(tree, clause.head.i, above.i)
        if row is None or row.id not in {
            "able",
            "unable",
            "likely",
            "unlikely",
            "ready",
        }:
            return ()
        verb = tree.head(above)
        return tree.spread(tree.children(verb, "nsubj", "nsubjpass"))

    def _is_ordered(self, clause: Clause, subject: Token) -> bool:
        """Tell an order from a statement: "“Tell the truth,” the judge said"."""
        head = clause.head
        standings = self.standings
        return (
            standings.is_quoted(head.i)
            and not standings.is_quoted(subject.i)
            and subject.i > head.i
        )

    def _attitudes_of(self, clause: Clause, token: Token) -> Iterator[Draft]:
        for subject in self.arguments.of(token):
            yield from self._attitudes(clause, token, subject)

    # -- one subject

    def _about(
        self, clause: Clause, about: tuple[Token, Argument], objects: Sequence[Token]
    ) -> Iterator[Draft]:
        if clause.kind is ClauseKind.COPULA:
            yield from self._copula(clause, about)
            return
        told = self._content(clause)
        relation = relation_of(self.arguments.tree, clause)
        if objects:
            yield from self._naming(clause, about[0], objects)
            yield from self._transitive(clause, about, objects, relation)
        elif told is not None:
            found = self.arguments.clause(told)
            yield self._draft(clause, about, relation, found, told=told)
        else:
            yield from self._intransitive(clause, about, relation)

    def _transitive(
        self,
        clause: Clause,
        about: tuple[Token, Argument],
        objects: Sequence[Token],
        relation: Predicate,
    ) -> Iterator[Draft]:
        told = self._content(clause)
        found = False
        several = len(objects) > 1
        for token in objects:
            if several and self.arguments.tree.tags[token.i] == "CD":
                continue  # "defeated Korea 1 - 0"
            for thing in self.arguments.of(token) or self._pointed(token):
                found = True
                yield self._draft(
                    clause, about, relation, thing, token=token, told=told
                )
        if not found:
            yield from self._intransitive(clause, about, relation)
            return
        for oblique in self._obliques(clause):
            entity = self.arguments.entity(oblique.head)
            if entity is not None and oblique.marker:
                name = with_preposition(relation, oblique.marker)
                yield self._draft(clause, about, name, entity, token=oblique.head)

    def _naming(
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
            for thing in self.arguments.of(token):
                yield Draft(
                    clause=clause,
                    head=head,
                    subject=thing,
                    predicate=Predicate("be", head.lower_),
                    object=self._predicative(named),
                    standing=standing,
                    used=(token.i, head.i, *self.arguments.below(named)),
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

    def _pointed(self, token: Token) -> tuple[Argument, ...]:
        """Keep an object that nothing is known of by its words: "helped them"."""
        if self.arguments.tree.tags[token.i][:2] in {"VB", "MD"}:
            return (self.arguments.clause(token),)
        if self.arguments.tree.tags[token.i] in {"WP", "WDT", "EX"}:
            return ()
        return (self.arguments.literal(token),)

    def _intransitive(
        self, clause: Clause, about: tuple[Token, Argument], relation: Predicate
    ) -> Iterator[Draft]:
        found = False
        for oblique in self._obliques(clause):
            if not oblique.marker or oblique.head.i == about[0].i:
                continue
            name = with_preposition(relation, oblique.marker)
            for thing in self._governed(oblique):
                found = True
                yield self._draft(clause, about, name, thing, token=oblique.head)
        if clause.complement is not None and not found:
            thing = self._predicative(clause.complement)
            yield self._draft(clause, about, relation, thing, token=clause.complement)
        elif not found:
            yield self._draft(clause, about, relation, NOTHING)

    def _governed(self, oblique: Oblique) -> tuple[Argument, ...]:
        if self.arguments.tree.is_verb(oblique.head):
            return (self.arguments.clause(oblique.head),)
        return self.arguments.of(oblique.head)

    def _copula(self, clause: Clause, about: tuple[Token, Argument]) -> Iterator[Draft]:
        complement = clause.complement
        relation = relation_of(self.arguments.tree, clause)
        if complement is None:
            yield from self._intransitive(clause, about, relation)
            return
        tree = self.arguments.tree
        seems = row_of(tree, complement.i, clause.head.i)
        raised = seems is not None and seems.id in {"appearance", "expectation"}
        if raised:
            relation = Predicate("be", clause.head.lower_)
        for token in tree.coordinated(complement):
            role = self.role(token, clause.obliques)
            if role is not None and tree.lemmas[clause.head.i] in {"be", "become"}:
                relational, holder, held = role
                yield self._draft(clause, about, relational, holder, token=held)
                continue
            thing = self._predicative(token)
            draft = self._draft(clause, about, relation, thing, token=token)
            if raised:
                draft = replace(draft, standing=self.standings.of(token.i))
            yield draft

    def role(
        self, noun: Token, obliques: Sequence[Oblique]
    ) -> tuple[Predicate, Argument, Token] | None:
        """Give the relation of "president of Russia" with the named thing it is to."""
        arguments = self.arguments
        tree = arguments.tree
        if tree.tags[noun.i][0] != "N":
            return None
        words = relation_words("role_prepositions")
        for oblique in obliques:
            if oblique.host.i != noun.i or len(oblique.marker) != 1:
                continue
            preposition = oblique.marker[0].lower_
            entity = arguments.entity(oblique.head)
            if preposition not in words or entity is None:
                continue
            name = [*self._role_words(noun), preposition]
            return Predicate(camel(name), " ".join(name)), entity, oblique.head
        beside = (
            ("poss", "compound", "nmod", "amod") if is_role(tree, noun) else ("poss",)
        )
        for owner in tree.children(noun, *beside):
            entity = arguments.entity(owner)
            if entity is not None and entity.type in _HOLDERS:
                name = [*self._role_words(noun), "of"]
                return Predicate(camel(name), " ".join(name)), entity, owner
        return None

    def _role_words(self, noun: Token) -> list[str]:
        tree = self.arguments.tree
        times = relation_words("role_time")
        before = [
            t.lower_
            for t in tree.children(noun, "compound", "amod", "nmod")
            if t.i < noun.i
            and (
                t.lower_ in times
                or (tree.deps[t.i] == "compound" and t.ent_type_ not in _NAMED)
                or (tree.tags[t.i] == "JJ" and t.lower_ in _fields())
            )
        ]
        return [*before, tree.lemmas[noun.i]]

    def _predicative(self, token: Token) -> Argument:
        found = self.arguments.of(token)
        return found[0] if found else self.arguments.literal(token)

    # -- what somebody says, wants, tries

    def _attitudes(
        self, clause: Clause, token: Token, subject: Argument
    ) -> Iterator[Draft]:
        """Give what the verbs above the head say by themselves: "tries to stanch"."""
        tree = self.arguments.tree
        chain = (*clause.chain, clause.head)
        for verb, below in zip(chain, chain[1:], strict=False):
            if not stance_of(tree, verb, below):
                continue
            passive = any(tree.deps[i] == "auxpass" for i in tree.below[verb.i])
            relation = verb_relation(tree, verb)
            if passive:
                relation = Predicate(
                    camel(["be", verb.lower_]), f"was {relation.label}"
                )
            yield Draft(
                clause=clause,
                head=verb,
                subject=subject,
                predicate=relation,
                object=self.arguments.clause(below),
                standing=self.standings.of(verb.i),
                used=(token.i, verb.i, *self.arguments.below(below)),
                content=(clause.head.i,),
            )

    def _content(self, clause: Clause) -> Token | None:
        """Give the head of what a clause says, asks or promises."""
        tree = self.arguments.tree
        for child in tree.children(clause.head, *_CONTENT):
            if tree.is_verb(child) or tree.child(child, "nsubj", "aux", "cop"):
                return child
        return None

    # -- drafts

    def _draft(  # noqa: PLR0913
        self,
        clause: Clause,
        about: tuple[Token, Argument],
        relation: Predicate,
        thing: Argument,
        *,
        token: Token | None = None,
        told: Token | None = None,
    ) -> Draft:
        subject_token, subject = about
        used = [subject_token.i, *(t.i for t in clause.words)]
        if token is not None:
            used.extend(self._words(token))
        if told is not None:
            used.extend(self.arguments.below(told))
        roles = tuple(self._roles(clause, token, told))
        for oblique in clause.obliques:
            used.extend(i for i in self._words(oblique.head))
        head = clause.head
        denied = token is not None and denies_argument(self.arguments.tree, token.i)
        return Draft(
            clause=clause,
            head=head,
            subject=subject,
            predicate=relation,
            object=thing,
            standing=self.standings.of(head.i),
            used=tuple(used),
            denied=denied,
            arguments=roles,
            content=(told.i,) if told is not None else (),
        )

    def _words(self, token: Token) -> list[int]:
        return self.arguments.below(token)

    def _roles(
        self, clause: Clause, token: Token | None, told: Token | None
    ) -> Iterator[Role]:
        """Give the further arguments, without the one that is the object."""
        for oblique in clause.obliques:
            if token is not None and oblique.head.i == token.i:
                continue
            if is_time(self.arguments.tree, oblique):
                continue
            yield self.arguments.role(oblique)
        for recipient in clause.recipients:
            found = self.arguments.one(recipient)
            words = self.arguments.wording(recipient)
            yield Role("to", words, found.id if found else None)
        if clause.complement is not None and clause.objects:
            yield Role("as", self.arguments.wording(clause.complement))
        if token is not None:
            yield from self._inner(clause, token)
        if told is not None and token is not None:
            yield Role("content", self.arguments.clause(told).text)

    def _inner(self, clause: Clause, token: Token) -> Iterator[Role]:
        """Give the prepositional phrases inside the object's noun phrase."""
        tree = self.arguments.tree
        if tree.tags[token.i][0] != "N":
            return
        known = {oblique.head.i for oblique in clause.obliques}
        for preposition in tree.children(token, "prep"):
            noun = tree.child(preposition, "pobj")
            if noun is None or noun.i in known:
                continue
            found = self.arguments.one(noun)
            words = self.arguments.wording(noun)
            yield Role(preposition.lower_, words, found.id if found else None)

    def _obliques(self, clause: Clause) -> Iterator[Oblique]:
        """Give the further arguments on the predicate itself that are no times."""
        tree = self.arguments.tree
        hosts = {clause.head.i, *(verb.i for verb in clause.chain)}
        silent = relation_words("not_relations")
        for oblique in clause.obliques:
            if oblique.host.i not in hosts or is_time(tree, oblique):
                continue
            if " ".join(t.lower_ for t in oblique.marker) not in silent:
                yield oblique


_NAMED = frozenset({"GPE", "ORG", "NORP", "LOC", "FAC", "PERSON"})


def _fields() -> frozenset[str]:
    return frozenset(read_toml("roles.toml")["fields"]["words"])
