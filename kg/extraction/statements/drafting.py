"""Put a draft together: its further arguments, its words, what it is worth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from kg.extraction.grammar.misreadings import (
    is_absolute,
    is_beside,
    is_degree,
    is_measure,
)
from kg.extraction.grammar.obliques import is_discourse
from kg.extraction.grammar.partitives import count_of
from kg.extraction.judgement.polarity import denies_argument
from kg.extraction.relation_words import relation_words
from kg.extraction.statements.circumstances import circumstances_of
from kg.extraction.statements.drafts import Draft
from kg.extraction.statements.insides import Insides
from kg.extraction.statements.moments import (
    PLACES,
    is_time,
    site_above,
    sites_of,
    time_words,
)
from kg.extraction.statements.repetitions import (
    distinct,
    fellows_before,
    has_ends,
    is_told_else,
)
from kg.extraction.timing.frequencies import is_frequency
from kg.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.frames import Clause, Oblique
    from kg.extraction.judgement.standing import Standings
    from kg.extraction.statements.things import Arguments
    from kg.model import Argument, Predicate

__all__ = ["Drafter", "Subject"]

_YEAR = re.compile(r"\d{4}")
_WHEN = frozenset({"when", "where"})
#: The further arguments that adverbs make, and where those are listed.
_EXTENTS = (
    ("extent", "limiting"),
    ("frequency", "usual"),
    ("direction", "directions"),
    ("where", "whereabouts"),
    ("manner", "manners"),
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject as token and as argument."""

    token: Token
    argument: Argument


@dataclass(frozen=True)
class Drafter:
    """Puts drafts of verbal clauses together."""

    arguments: Arguments
    standings: Standings

    @cached_property
    def _insides(self) -> Insides:
        return Insides(self.arguments)

    def draft(  # noqa: PLR0913 - the parts of a statement
        self,
        clause: Clause,
        subject: Subject,
        relation: Predicate,
        thing: Argument,
        *,
        token: Token | None = None,
        told: Token | None = None,
    ) -> Draft:
        """Make a draft; ``token`` is the object's, ``told`` heads what is said."""
        below = self.arguments.below
        deed = self.arguments.tree.is_verb(subject.token)
        whole = (below if deed else self.arguments.phrase)(subject.token)
        used = [*whole, *[t.i for t in clause.words]]
        if token is not None:
            used.extend(below(token))
        if told is not None:
            used.extend(below(told))
        for oblique in clause.obliques:
            used += below(oblique.head)
            used += [t.i for t in oblique.marker]
        return Draft(
            clause=clause,
            head=clause.head,
            subject=subject.argument,
            predicate=relation,
            object=thing,
            standing=self.standings.of(clause.head.i),
            used=(min(used), max(used)),
            denied=token is not None and denies_argument(self.arguments.tree, token.i),
            arguments=(
                *distinct(self._roles(clause, token, told), thing),
                *circumstances_of(self.arguments, clause),
                *self._insides.of_subject(
                    clause, subject.token, subject.argument.label
                ),
                *self._counts(subject.token, token),
            ),
            content=() if told is None else self._told(told),
            speaks=not clause.passive or bool(clause.agents),
        )

    def _told(self, told: Token) -> tuple[int, ...]:
        """Give the heads of all that is said: "that he left and would come back"."""
        return tuple([token.i for token in self.arguments.tree.coordinated(told)])

    def obliques(self, clause: Clause) -> Iterator[Oblique]:
        """Give the further arguments that make relations of their own."""
        tree = self.arguments.tree
        hosts = {clause.head.i, *(verb.i for verb in clause.chain)}
        silent = relation_words("not_relations")
        for oblique in clause.obliques:
            if oblique.host.i not in hosts or is_time(tree, oblique):
                continue
            word = " ".join([tree.words[t.i] for t in oblique.marker])
            if is_discourse(tree, oblique):
                continue
            if clause.passive and is_measure(tree, oblique.head):
                continue  # "rejected by 61 votes to 59"
            if tree.tags[oblique.head.i] == "RB" or word in _WHEN:
                continue  # "until recently", "at first"
            if is_absolute(tree, oblique) or is_beside(tree, oblique):
                continue
            is_of = word == "of" and tree.lemmas[clause.head.i] == "be"
            if word not in silent or is_of:  # "the case is of a mayor"
                yield oblique
        yield from sites_of(self.arguments, clause)

    def _roles(
        self, clause: Clause, token: Token | None, told: Token | None
    ) -> Iterator[Role]:
        """Give the further arguments, without the one that is the object."""
        for oblique in self._others(clause, token):
            yield self.arguments.role(oblique)
        yield from self._frequency(clause)
        yield from self._extent(clause)
        yield from self._score(clause)
        yield from self._site(clause)
        for recipient in clause.recipients:
            found = self.arguments.one(recipient)
            words = self.arguments.wording(recipient)
            yield Role("to", words, found.id if found else None)
        if clause.complement is not None and clause.objects:
            named, extents = clause.complement, self.arguments.extents
            yield Role("as", extents.reaching(named, self.arguments.phrase(named)))
        if token is not None:
            yield from self._insides.of_object(clause, token)
        elif told is None or clause.passive:
            yield from self._unknown(clause)
        if told is not None and token is not None:
            yield self._said_of(clause, token, told)

    def _said_of(self, clause: Clause, token: Token, told: Token) -> Role:
        """Give what an object is told, asked or seen to do, without its own words."""
        tree, (first, last) = self.arguments.tree, self.arguments.below(told)
        inside = first <= token.i < told.i
        after = self.arguments.below(token)[1] + 1 if inside else first
        if tree.is_infinitive(told) and tree.words[after] == "to" and after < last:
            return Role("to", self.arguments.words((after + 1, last)))
        bare = tree.lemmas[clause.head.i] in relation_words("bare")
        small = tree.tags[told.i] in {"VBG", "VBN"} or (bare and tree.tag(told) == "VB")
        if (
            inside
            and small
            and tree.kinds[told.i].isdisjoint({"aux", "auxpass", "mark"})
        ):
            return Role("content", self.arguments.words((after, last)))
        return Role("content", self.arguments.clause(told).text)

    def _site(self, clause: Clause) -> Iterator[Role]:
        """Give what "where" means, unless it is a named place, which is told apart."""
        site = site_above(self.arguments.tree, clause)
        found = None if site is None else self.arguments.one(site)
        if site is not None and found is not None and found.type not in PLACES:
            yield Role("where", self.arguments.wording(site), found.id)

    def _score(self, clause: Clause) -> Iterator[Role]:
        """Give by how much: "beat Korea 1-0", "won 6-4, 6-3"."""
        tree = self.arguments.tree
        if "score" in tree.kinds[clause.head.i]:
            numbers = tree.children(clause.head, "score")
            last = self.arguments.below(numbers[-1])[1]
            words = self.arguments.words((numbers[0].i, last))
            if _YEAR.search(words) is None:
                yield Role("score", words)

    def _frequency(self, clause: Clause) -> Iterator[Role]:
        """Give how often: "four times a year" is no time at which anything is."""
        for oblique in clause.obliques:
            if is_time(self.arguments.tree, oblique):
                span = time_words(self.arguments, oblique.head)
                words = self.arguments.words(span)
                if is_frequency(words):
                    yield Role("frequency", words)

    def _extent(self, clause: Clause) -> Iterator[Role]:
        """Give how far, how often, how and where to: "rose sharply", "moved home"."""
        words = self.arguments.tree.words
        for adverb in clause.adverbs:
            word = words[adverb.i]
            role = _extents().get(word) or ("manner" if _is_manner(word) else "")
            text = self.arguments.words((adverb.left_edge.i, adverb.i)) if role else ""
            if text and text != "as well":
                yield Role(role, text)

    def _counts(self, subject: Token, thing: Token | None) -> Iterator[Role]:
        """Give how many the subject and the object are: "nearly 900 soldiers"."""
        tree = self.arguments.tree
        for name, token in (("subject quantity", subject), ("quantity", thing)):
            found = None if token is None else count_of(tree, token)
            if found is not None:
                yield Role(name, self.arguments.extents.words(*found))

    def _unknown(self, clause: Clause) -> Iterator[Role]:
        """Give an object nothing is known of, by its words: "helped them"."""
        tree = self.arguments.tree
        undergone = clause.subjects if clause.agents else ()
        objects = undergone if clause.passive else clause.objects
        for token in objects:
            if tree.tags[token.i] == "PRP" and not self.arguments.of(token):
                yield Role("object", token.text)

    def _others(self, clause: Clause, token: Token | None) -> Iterator[Oblique]:
        """Give the further arguments but times, the object, and its fellows."""
        tree = self.arguments.tree
        taken = [o for o in clause.obliques if token and o.head.i == token.i]
        markers = [oblique.marker for oblique in taken if oblique.marker]
        fellows = [] if token is None else fellows_before(tree, clause, token)
        for oblique in clause.obliques:
            own = oblique in taken or oblique.marker in markers
            own = own and not has_ends(tree, oblique)
            astray = not oblique.marker and not is_degree(tree, oblique.head)
            other = oblique.host.i in fellows or is_told_else(tree, clause, oblique)
            if own or astray or other:
                continue
            if not (is_time(tree, oblique) or is_discourse(tree, oblique)):
                yield oblique


@cache
def _extents() -> dict[str, str]:
    """Give by adverb which further argument it makes, the first that lists it."""
    listed = reversed(_EXTENTS)
    return {word: role for role, name in listed for word in relation_words(name)}


def _is_manner(word: str) -> bool:
    """Tell an adverb that says how something is done: "quietly", never "probably"."""
    return word.endswith("ly") and word not in relation_words("no_manners")
