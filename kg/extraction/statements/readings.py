"""Read what the verbal clauses of an article say: drafts of statements."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kg.extraction.frames import ClauseKind
from kg.extraction.grammar.misreadings import (
    actor_above,
    is_measure,
    is_misread,
    is_of_event,
    is_result,
)
from kg.extraction.judgement.polarity import is_replaced
from kg.extraction.judgement.stances import accused_of, asked_one, with_subject
from kg.extraction.parse.agreement import agreeing
from kg.extraction.parse.governors import is_clause_beside, row_of
from kg.extraction.relation_words import relation_words
from kg.extraction.statements.appositions import is_contrast, with_listed
from kg.extraction.statements.attitudes import Attitudes
from kg.extraction.statements.deeds import deed_of, described
from kg.extraction.statements.drafting import Drafter, Subject
from kg.extraction.statements.plain_readings import Plain
from kg.extraction.statements.relations import (
    is_light,
    relation_of,
    takes_part,
    with_preposition,
)
from kg.extraction.statements.sayings import is_whole_clause, said_around, said_words
from kg.model import Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from kg.extraction.frames import Clause
    from kg.extraction.judgement.standing import Standings
    from kg.extraction.statements.drafts import Draft
    from kg.extraction.statements.things import Arguments
    from kg.model import Argument

__all__ = ["Reader"]

_CONTENT = ("ccomp", "xcomp", "acl")
_RAISING = frozenset({"able", "unable", "likely", "unlikely", "ready"})


@dataclass(frozen=True)
class Reader:
    """Reads the verbal clauses of one article."""

    arguments: Arguments
    standings: Standings

    @cached_property
    def _drafter(self) -> Drafter:
        return Drafter(self.arguments, self.standings)

    @cached_property
    def _plain(self) -> Plain:
        return Plain(self.arguments, self.standings)

    @cached_property
    def _attitudes(self) -> Attitudes:
        return Attitudes(self.arguments, self.standings)

    def read(self, clause: Clause) -> Iterator[Draft]:
        """Give what a verbal clause says."""
        tree = self.arguments.tree
        if self._is_stump(clause):
            return
        actors = self._actors(clause) if is_of_event(tree, clause.head) else None
        if actors is not None and not actors:
            return
        agents = clause.agents
        if clause.passive and agents and all(is_measure(tree, a) for a in agents):
            clause = replace(clause, agents=())
        subjects = with_subject(tree, clause) or actors or clause.subjects
        subjects, objects = subjects or self._raised(clause), clause.objects
        subjects = agreeing(tree, clause, tuple(subjects))
        if clause.passive and clause.agents:
            subjects, objects = clause.agents, clause.subjects
        asked = asked_one(tree, clause) or accused_of(tree, clause)
        for subject in self._all(clause, subjects if asked is None else (asked,)):
            yield from self._about(clause, subject, objects)
        holders = self._holders(clause, subjects) if clause.chain else ()
        for subject in self._all(clause, holders):
            yield from self._attitudes.read(clause, subject)

    def _actors(self, clause: Clause) -> tuple[Token, ...]:
        """Give the named one whose act is meant by "curbed trade, which hurt us"."""
        actor = actor_above(self.arguments.tree, clause.head)
        return () if actor is None or not self.arguments.entity(actor) else (actor,)

    def _holders(self, clause: Clause, subjects: Sequence[Token]) -> Sequence[Token]:
        """Give who vows: not who would do it in "vowed not to be moved by him"."""
        if not clause.agents or subjects != clause.agents or not clause.chain:
            return subjects
        tree = self.arguments.tree
        above = tree.head(tree.head(clause.agents[0]))
        return clause.subjects if above.i == clause.head.i else subjects

    def _is_stump(self, clause: Clause) -> bool:
        """Tell what is no clause by itself: "what we can", "than they do", "re-"."""
        tree = self.arguments.tree
        head = clause.head
        if is_misread(tree, clause):
            return True
        following = head.i + 1
        if following < len(tree.tokens) and tree.tokens[following].text == "-":
            return not head.whitespace_
        if tree.tags[head.i] == "MD":
            return True
        before = [tree.words[i] for i in tree.below[head.i] if i < head.i]
        return "than" in before and (
            not clause.objects
            or tree.lemmas[head.i] == "do"
            or tree.child(head, "nsubj", "nsubjpass") is None
        )

    def _all(self, clause: Clause, tokens: Sequence[Token]) -> Iterator[Subject]:
        """Give the subjects that some tokens stand for."""
        for token in tokens:
            if is_replaced(self.arguments.tree, token.i):
                continue
            if not (self._is_ordered(clause, token) or self._is_beyond(clause, token)):
                for argument in self._known(clause, token):
                    yield Subject(token, argument)

    def _raised(self, clause: Clause) -> tuple[Token, ...]:
        """Give the subject of "seems unlikely to win", which the clause above has."""
        tree = self.arguments.tree
        for auxiliary in tree.children(clause.head, "aux", "auxpass"):
            subjects = tree.children(auxiliary, "nsubj", "nsubjpass")
            if subjects:
                return tree.spread(subjects)
        above = tree.head(clause.head)
        if tree.deps[above.i] == "ROOT" and tree.tags[above.i] == "NNP":
            return (above,)  # "Chile to host games"
        row = row_of(tree, clause.head.i, above.i)
        if row is None or row.id not in _RAISING:
            return ()
        verb = tree.head(above)
        return tree.spread(tree.children(verb, "nsubj", "nsubjpass"))

    def _is_told(self, clause: Clause, child: Token) -> bool:
        tree = self.arguments.tree
        row = row_of(tree, child.i, clause.head.i)
        below = (*tree.below[child.i], *tree.below[clause.head.i])
        if any(tree.lemmas[i] == ";" and child.i < i < clause.head.i for i in below):
            return False
        return row is not None or self.standings.is_quoted(child.i)

    def _is_ordered(self, clause: Clause, subject: Token) -> bool:
        """Tell an order from a statement: "“Tell the truth,” the judge said"."""
        head = clause.head
        standings = self.standings
        return (
            standings.is_quoted(head.i)
            and not standings.is_quoted(subject.i)
            and subject.i > head.i
        )

    def _is_beyond(self, clause: Clause, subject: Token) -> bool:
        """Tell who speaks from what is spoken of: "“Rain helps,” he said, smiling"."""
        head, quoted = clause.head, self.standings.is_quoted
        loose = self.arguments.tree.tags[head.i] == "VBG" and subject.i < head.i
        return loose and quoted(subject.i) and not quoted(head.i)

    def _about(
        self, clause: Clause, subject: Subject, objects: Sequence[Token]
    ) -> Iterator[Draft]:
        tree, drafter = self.arguments.tree, self._drafter
        relation = relation_of(tree, clause)
        if tree.tags[clause.head.i].startswith("JJ"):
            thing = self.arguments.literal(clause.head)
            relation = Predicate("be", clause.head.lower_)
            if thing.label:
                yield drafter.draft(clause, subject, relation, thing)
        elif clause.kind is ClauseKind.COPULA and clause.complement is not None:
            yield from self._plain.being(clause, subject, relation)
        elif objects and not is_light(tree, clause):
            yield from self._attitudes.naming(clause, subject.token, objects)
            yield from self._transitive(clause, subject, objects, relation)
        elif (told := self._content(clause)) and not is_result(tree, clause, told):
            found = said_words(self.arguments, clause.head, told)
            yield drafter.draft(clause, subject, relation, found, told=told)
        else:
            yield from self._plain.acting(clause, subject, relation)

    def _transitive(
        self,
        clause: Clause,
        subject: Subject,
        objects: Sequence[Token],
        relation: Predicate,
    ) -> Iterator[Draft]:
        drafts = [
            draft
            for token in with_listed(self.arguments.tree, objects)
            # "defeated Korea 1 - 0"
            if len(objects) == 1 or self.arguments.tree.tags[token.i] != "CD"
            for draft in self._acting_on(clause, subject, token, relation)
        ]
        yield from drafts
        if not drafts:
            told = self._content(clause)
            yield from self._plain.on_whom(clause, subject, relation, told)
            return
        lemma = self.arguments.tree.lemmas[clause.head.i]
        if lemma in relation_words("hollow_verbs"):
            return  # "made gifts to the club": nothing is made to it
        mutual = lemma in relation_words("mutual")
        drafter = self._drafter
        for oblique in drafter.obliques(clause):
            entity = self.arguments.entity(oblique.head)
            if entity is None or not oblique.marker:
                continue
            if mutual or takes_part(oblique, entity):
                name = with_preposition(relation, oblique.marker)
                yield drafter.draft(clause, subject, name, entity, token=oblique.head)

    def _acting_on(
        self, clause: Clause, subject: Subject, token: Token, relation: Predicate
    ) -> Iterator[Draft]:
        """Give what is done to one object, or what is banned, caused or let happen."""
        make, tree = self._drafter.draft, self.arguments.tree
        event, told = self._event(clause, token), self._content(clause)
        first = token if event is not None else None
        if event is None and told and is_whole_clause(tree, clause, token, told):
            event = told
        if event is not None:
            words = said_words(self.arguments, clause.head, event, first)
            yield make(clause, subject, relation, words, told=event)
            return
        for thing in self._known(clause, token) or self._pointed(token):
            yield make(clause, subject, relation, thing, token=token, told=told)
        for other in tree.children(token, "appos"):
            if is_contrast(tree, other):
                for thing in self.arguments.of(other):
                    draft = make(clause, subject, relation, thing, token=other)
                    yield replace(draft, denied=True)

    def _event(self, clause: Clause, token: Token) -> Token | None:
        """Give the clause of what a verb bans, causes, lets happen, or says."""
        tree, lemma = self.arguments.tree, self.arguments.tree.lemmas[clause.head.i]
        if lemma in relation_words("of_words"):
            return self._content(clause)  # "said a cup and plates had been found"
        known = self.arguments.referents.by_head
        if token.i in known or lemma in relation_words("of_people"):
            return None  # "barred Ann from leaving" is about her
        if tree.deps[token.i] not in {"dobj", "nsubj"}:
            return None
        below = tree.children(clause.head, "xcomp", "ccomp")
        for preposition in tree.children(clause.head, "prep"):
            below += tree.children(preposition, "pcomp")
        for child in below:
            if child.i < token.i:
                continue
            row = row_of(tree, child.i, clause.head.i)
            if row is not None and row.id in relation_words("of_events"):
                return child
        return None

    def _known(self, clause: Clause, token: Token) -> tuple[Argument, ...]:
        known = described(self.arguments, clause, token) or self.arguments.of(token)
        return known or deed_of(self.arguments, clause, token)

    def _pointed(self, token: Token) -> tuple[Argument, ...]:
        """Keep an object that nothing is known of by its words: "helped them"."""
        if self.arguments.tree.tags[token.i][:2] in {"VB", "MD"}:
            return (self.arguments.clause(token),)
        if self.arguments.tree.tags[token.i] in {"WP", "WDT", "EX", "PRP"}:
            return ()
        return (self.arguments.literal(token),)

    def _content(self, clause: Clause) -> Token | None:
        """Give the head of what a clause says, asks or promises."""
        tree = self.arguments.tree
        for child in tree.children(clause.head, *_CONTENT):
            if child.i < clause.head.i and not self._is_told(clause, child):
                continue  # "it rained, it would snow"
            quoted = self.standings.is_quoted(child.i)
            if not quoted and is_clause_beside(tree, clause.head, child):
                continue
            if tree.is_verb(child) or tree.child(child, "nsubj", "aux", "cop"):
                return child
        return said_around(tree, clause.head, self.standings.accordings)
