"""Turn clauses into propositions: subject, relation and object as lists of tokens.

One proposition a clause and object is the main one; the others put the object or the
first phrase into the relation, so that what comes after is an object too: "added a
monument to | the park".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extraction.frames import ClauseKind, ClauseLink
from kg.extraction.tuples.slots import Slot, Slots, Tokens
from kg.extraction.tuples.spans import core, variants, whole
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.frames import Clause
    from kg.extraction.parse.syntax import Tree

__all__ = ["Proposition", "find_propositions"]

_MOST = 4
_TIMES = {"DATE", "TIME"}
_NAMES = {"NNP", "NNPS"}
_SET_OFF = {",", "(", "-", "–", "—", "--"}
_READ = {ClauseKind.VERB, ClauseKind.COPULA, ClauseKind.EXISTENTIAL}


@dataclass(frozen=True, slots=True)
class Proposition:
    """One row of the surface reading, and the rule that made it.

    An apposition's relation has no words: its "is" does not stand in the text.
    """

    subject: Tokens
    relation: Tokens
    object: Tokens
    rule: str
    clause: Clause
    further: tuple[Tokens, ...] = ()


def find_propositions(tree: Tree, clauses: tuple[Clause, ...]) -> Iterator[Proposition]:
    """Find the propositions of verbal clauses and appositions, clause by clause."""
    slots = Slots.of(tree, clauses)
    for clause in clauses:
        if clause.kind is ClauseKind.APPOSITION:
            yield from _appositions(slots, clause)
        if clause.kind not in _READ:
            continue
        if not slots.is_told_above(clause) and not slots.is_expletive(clause):
            for subject in slots.subjects(clause):
                yield from _Reader(slots, clause, subject).read()


def _appositions(slots: Slots, clause: Clause) -> Iterator[Proposition]:
    """Give what a name is called beside it: "Lee, a clerk in Rome,"; "is" is unsaid."""
    tree, role = slots.tree, clause.head
    told = slots.phrase(role)
    for name in clause.subjects:
        if tree.tag(name) in _NAMES and _is_set_off(tree, name, role):
            inside = {*told, *whole(tree, name, without="appos")}
            rest = [i for i in whole(tree, role) if i > role.i and i not in inside]
            further = (tuple(rest),) if rest else ()
            words = slots.phrase(name)
            yield Proposition(words, (), told, "apposition", clause, further)


def _is_set_off(tree: Tree, one: Token, other: Token) -> bool:
    """Tell "Lee, a clerk" from "the clerk Lee", where the two are one name."""
    first, last = sorted((one.i, other.i))
    return any(token.text in _SET_OFF for token in tree.tokens[first + 1 : last])


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one clause with one of its subjects."""

    slots: Slots
    clause: Clause
    subject: Tokens

    def read(self) -> Iterator[Proposition]:
        relation = self.slots.relation(self.clause)
        direct = tuple(self.slots.direct(self.clause))
        others = tuple(self.slots.others(self.clause))
        content = tuple(self.slots.content(self.clause))
        if direct:
            yield from self._with_objects(relation, direct, others)
            return
        further = (*map(self.slots.all_words, others), *self._circumstances())
        for words in content[:_MOST]:
            yield replace(self._row(relation, words, "content"), further=further)
        yield from self._infinitives(relation, self.clause.head)
        if not content:
            yield from self._without_object(relation, others)

    def _row(self, relation: Tokens, words: Tokens, rule: str) -> Proposition:
        return Proposition(self.subject, relation, words, rule, self.clause)

    def _circumstances(self) -> tuple[Tokens, ...]:
        return tuple(self.slots.adverbial_clauses(self.clause))

    def _with_objects(
        self, relation: Tokens, direct: tuple[Slot, ...], others: tuple[Slot, ...]
    ) -> Iterator[Proposition]:
        told = (
            *map(self.slots.all_words, others),
            *self._circumstances(),
            *self.slots.content(self.clause),
        )
        for slot in direct[:_MOST]:
            row = self._row(relation, slot.words, slot.kind)
            yield replace(row, further=(*self.slots.rest(slot, self.clause), *told))
        for slot in direct[:2]:
            yield from self._inside(relation, slot.head)
            beyond = relation + slot.words
            for other in others:
                yield self._row(beyond + other.marker, other.words, "beyond")
                yield from self._inside(beyond + other.marker, other.head)
            yield from self._infinitives(beyond, self.clause.head)

    def _without_object(
        self, relation: Tokens, others: tuple[Slot, ...]
    ) -> Iterator[Proposition]:
        """Take the first phrase for the object; it is in the relation of the others."""
        verb = self.clause.head.i
        order = sorted(others, key=lambda slot: slot.head.i < verb)
        if not order:
            yield from self._adverbs(relation)
            return
        first = order[0]
        beyond = relation
        if first.marker and first.kind == "oblique" and not _is_time(first):
            beyond += first.marker + first.words
        for slot in order:
            if self.slots.are_siblings(slot, first):
                yield self._first(relation, slot, order)
                yield from self._inside(relation + slot.marker, slot.head)
            else:
                yield self._row(beyond + slot.marker, slot.words, "second")
                yield from self._inside(beyond + slot.marker, slot.head)

    def _first(self, relation: Tokens, slot: Slot, order: list[Slot]) -> Proposition:
        apart = [s for s in order if not self.slots.are_siblings(s, slot)]
        further = (
            *self.slots.rest(slot, self.clause),
            *map(self.slots.all_words, apart),
            *self._circumstances(),
        )
        row = self._row(relation + slot.marker, slot.words, "oblique")
        return replace(row, further=further)

    def _adverbs(self, relation: Tokens) -> Iterator[Proposition]:
        """Take an adverb or else a clause for the object: "stop | when it rains"."""
        clause, told = self.clause, self._circumstances()
        after = [a for a in clause.adverbs if a.i > clause.head.i]
        for adverb in after:
            row = self._row(relation, whole(self.slots.tree, adverb), "adverb")
            yield replace(row, further=told)
        if told and not after:
            row = self._row(relation, told[0], "clause")
            yield replace(row, further=told[1:])

    def _inside(self, relation: Tokens, noun: Token) -> Iterator[Proposition]:
        """Give the facts of phrases inside a noun phrase: "stages of | the work"."""
        tree = self.slots.tree
        path = relation + core(tree, noun)
        yield from self._infinitives(path, noun)
        quantities = table_words("prepositions.toml", "quantity")
        if noun.ent_type_ or tree.lemma(noun) in quantities:
            return
        for preposition in _shared_prepositions(tree, noun):
            if _gives_examples(tree, preposition):
                continue
            marked = (*path, preposition.i)
            for gerund in self.slots.under(preposition):
                yield from self._embedded(marked, gerund)
            rule = "inside-of" if preposition.lower_ == "of" else "inside"
            for inner in tree.spread(tree.children(preposition, "pobj"))[:_MOST]:
                for words in variants(tree, inner, self.slots.phrase(inner)):
                    yield self._row(marked, words, rule)

    def _infinitives(self, relation: Tokens, above: Token) -> Iterator[Proposition]:
        """Give the facts of infinitives: "reserved the right to bring | Carl"."""
        for inner in self.slots.under(above):
            if self.slots.is_told_above(inner):
                yield from self._embedded(relation, inner)
        if not self.slots.tree.is_verb(above):
            return
        for preposition in self.slots.tree.children(above, "prep"):
            for gerund in self.slots.under(preposition):
                if self.slots.is_told_above(gerund):
                    yield from self._embedded((*relation, preposition.i), gerund)

    def _embedded(self, relation: Tokens, inner: Clause) -> Iterator[Proposition]:
        path = relation + self.slots.relation(inner)
        rule = "purpose" if inner.link is ClauseLink.PURPOSE else "open"
        direct = tuple(self.slots.direct(inner))[:_MOST]
        for slot in direct:
            if slot.head.i not in relation:  # "decisions to take"
                yield self._row(path, slot.words, rule)
        beyond = path + core(self.slots.tree, direct[0].head) if direct else path
        for slot in self.slots.others(inner):
            yield self._row(beyond + slot.marker, slot.words, f"{rule}-beyond")


def _is_time(slot: Slot) -> bool:
    return slot.head.ent_type_ in _TIMES


def _gives_examples(tree: Tree, preposition: Token) -> bool:
    such = tree.words[preposition.i - 1] == "such"
    words = f"such {preposition.lower_}" if such else preposition.lower_
    return words in table_words("prepositions.toml", "examples")


def _shared_prepositions(tree: Tree, noun: Token) -> Iterator[Token]:
    """Give a noun's prepositions: "sculptors and painters from Rome" share them."""
    yield from tree.children(noun, "prep")
    last = noun
    while tree.dep(last) == "conj":
        last = tree.head(last)
        for preposition in tree.children(last, "prep"):
            if preposition.i > noun.i:
                yield preposition
