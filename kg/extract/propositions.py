"""Turn clauses into ranked propositions: subject, relation and object as token lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.frames import ClauseKind, ClauseLink
from kg.extract.spans import core, short, whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from kg.extract.frames import Clause
    from kg.extract.syntax import Tree

__all__ = ["Proposition", "find_propositions"]

_Tokens = tuple[int, ...]
_MOST = 4


@dataclass(frozen=True, slots=True)
class Proposition:
    """One row of the surface reading, and the rule that made it."""

    subject: _Tokens
    relation: _Tokens
    object: _Tokens
    rule: str
    clause: Clause
    further: tuple[_Tokens, ...] = ()


@dataclass(frozen=True, slots=True)
class _Slot:
    """An argument: what goes into the relation before it, its head and its words."""

    marker: _Tokens
    head: Token
    words: _Tokens
    kind: str


def find_propositions(tree: Tree, clauses: tuple[Clause, ...]) -> Iterator[Proposition]:
    """Find the propositions of verbal clauses, clause by clause."""
    reader = _Reader(tree, _by_governor(clauses))
    for clause in clauses:
        if clause.kind in {ClauseKind.VERB, ClauseKind.COPULA, ClauseKind.EXISTENTIAL}:
            yield from reader.read(clause)


def _by_governor(clauses: tuple[Clause, ...]) -> Mapping[int, list[Clause]]:
    found: dict[int, list[Clause]] = {}
    for clause in clauses:
        if clause.governor is not None:
            found.setdefault(clause.governor.i, []).append(clause)
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    tree: Tree
    below: Mapping[int, list[Clause]]

    def read(self, clause: Clause) -> Iterator[Proposition]:
        relation = self._relation(clause)
        for subject in self._subjects(clause):
            yield from self._rows(clause, subject, relation)

    def _subjects(self, clause: Clause) -> Iterator[_Tokens]:
        if clause.kind is ClauseKind.EXISTENTIAL:
            there = self.tree.child(clause.head, "expl", "nsubj")
            above = clause.chain[0] if clause.chain else clause.head
            there = there or self.tree.child(above, "expl", "nsubj")
            if there is not None:
                yield (there.i,)
            return
        for subject in clause.subjects[:_MOST]:
            if self.tree.tag(subject) not in {"WDT", "WP", "EX"}:
                yield self._phrase(subject)

    def _phrase(self, head: Token) -> _Tokens:
        if self.tree.is_verb(head):
            return whole(self.tree, head)
        return short(self.tree, head)

    def _relation(self, clause: Clause) -> _Tokens:
        words = {word.i for word in clause.words if self.tree.tag(word) != "POS"}
        last = clause.head.i
        for adverb in clause.adverbs:
            first = min(words)
            if first < adverb.i < last and not self.tree.below[adverb.i]:
                words.add(adverb.i)
        return tuple(sorted(words))

    def _rows(
        self, clause: Clause, subject: _Tokens, relation: _Tokens
    ) -> Iterator[Proposition]:
        direct = list(self._direct(clause))
        slots = list(self._slots(clause))
        content = list(self._content(clause))
        further = tuple(s.marker + s.words for s in slots)
        for slot in direct[:_MOST]:
            rest = self._rest(slot)
            yield Proposition(
                subject, relation, slot.words, slot.kind, clause, (*rest, *further)
            )
        if direct:
            for slot in direct[:2]:
                yield from self._below(clause, subject, relation, slot)
                inside = relation + core(self.tree, slot.head)
                for other in slots:
                    yield Proposition(
                        subject, inside + other.marker, other.words, "beyond", clause
                    )
                    yield from self._below(clause, subject, inside, other)
            return
        if content:
            for words in content[:_MOST]:
                yield Proposition(subject, relation, words, "content", clause, further)
            return
        yield from self._prepositional(clause, subject, relation, slots)

    def _prepositional(
        self, clause: Clause, subject: _Tokens, relation: _Tokens, slots: list[_Slot]
    ) -> Iterator[Proposition]:
        after = [s for s in slots if s.head.i > clause.head.i]
        order = after + [s for s in slots if s not in after]
        inside = relation
        for number, slot in enumerate(order):
            rule = "oblique" if number == 0 else "second"
            others = tuple(
                s.marker + s.words for s in order if s is not slot and number == 0
            )
            yield Proposition(
                subject, inside + slot.marker, slot.words, rule, clause, others
            )
            yield from self._below(clause, subject, inside, slot)
            if number == 0 and slot.marker:
                inside = relation + slot.marker + slot.words
        if not order:
            for adverb in clause.adverbs:
                if adverb.i > clause.head.i:
                    yield Proposition(
                        subject, relation, whole(self.tree, adverb), "adverb", clause
                    )

    def _direct(self, clause: Clause) -> Iterator[_Slot]:
        if clause.kind is ClauseKind.EXISTENTIAL:
            for noun in clause.subjects:
                yield _Slot((), noun, self._phrase(noun), "existential")
            return
        for noun in clause.objects:
            yield _Slot((), noun, self._phrase(noun), "object")
        complement = clause.complement
        if complement is not None and not clause.objects:
            words = (
                whole(self.tree, complement)
                if self.tree.tag(complement)[:2] in {"JJ", "RB"}
                else self._phrase(complement)
            )
            yield _Slot((), complement, words, "complement")

    def _slots(self, clause: Clause) -> Iterator[_Slot]:
        for agent in clause.agents:
            by = next(
                (a for a in self.tree.above(agent) if self.tree.dep(a) == "agent"), None
            )
            marker = (by.i,) if by is not None else ()
            yield _Slot(marker, agent, self._phrase(agent), "agent")
        for noun in clause.recipients:
            above = self.tree.head(noun)
            marker = (above.i,) if self.tree.dep(above) == "dative" else ()
            yield _Slot(marker, noun, self._phrase(noun), "recipient")
        for oblique in clause.obliques:
            if self.tree.is_verb(oblique.head):
                continue
            marker = tuple(token.i for token in oblique.marker)
            yield _Slot(marker, oblique.head, self._phrase(oblique.head), "oblique")

    def _content(self, clause: Clause) -> Iterator[_Tokens]:
        for inner in self.below.get(clause.head.i, ()):
            if inner.link is ClauseLink.COMPLEMENT:
                top = inner.chain[0] if inner.chain else inner.head
                yield whole(self.tree, top)

    def _rest(self, slot: _Slot) -> Iterator[_Tokens]:
        rest = tuple(sorted(set(whole(self.tree, slot.head)) - set(slot.words)))
        if rest:
            yield rest

    def _below(
        self, clause: Clause, subject: _Tokens, relation: _Tokens, slot: _Slot
    ) -> Iterator[Proposition]:
        """Give the facts of the phrases inside a noun phrase: "stages of negotiating"."""
        inside = relation + slot.marker + core(self.tree, slot.head)
        for preposition in self.tree.children(slot.head, "prep"):
            for noun in self.tree.children(preposition, "pobj"):
                for head in self.tree.coordinated(noun)[:_MOST]:
                    yield Proposition(
                        subject,
                        (*inside, preposition.i),
                        self._phrase(head),
                        f"inside-{preposition.lower_ == 'of'}",
                        clause,
                    )
