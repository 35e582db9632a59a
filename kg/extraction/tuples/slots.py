"""Read the arguments of a clause as words: the slots of the surface reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.frames import ClauseKind, ClauseLink
from kg.extraction.tuples.spans import nested, short, variants, whole
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from kg.extraction.frames import Clause
    from kg.extraction.parse.syntax import Tree

__all__ = ["Slot", "Slots", "Tokens"]

#: Indexes of tokens, in the order in which the words are given.
Tokens = tuple[int, ...]
_MOST = 4
_ADVERBIAL = {ClauseLink.ADVERBIAL, ClauseLink.PURPOSE, ClauseLink.OPEN}


@dataclass(frozen=True, slots=True)
class Slot:
    """An argument: its preposition, its head, its words and what kind it is of."""

    marker: Tokens
    head: Token
    words: Tokens
    kind: str


@dataclass(frozen=True, slots=True)
class Slots:
    """Reads the slots of clauses; ``below`` has the clauses under a token, by index."""

    tree: Tree
    below: Mapping[int, tuple[Clause, ...]]

    @classmethod
    def of(cls, tree: Tree, clauses: tuple[Clause, ...]) -> Slots:
        """Sort clauses by the token of the parse that they hang on."""
        found: dict[int, tuple[Clause, ...]] = {}
        for clause in clauses:
            if clause.link not in {ClauseLink.NOMINAL, ClauseLink.ROOT}:
                above = tree.head(_top(tree, clause)).i
                found[above] = (*found.get(above, ()), clause)
        return cls(tree, found)

    def under(self, token: Token) -> tuple[Clause, ...]:
        """Give the clauses that hang right on a token."""
        return self.below.get(token.i, ())

    def relation(self, clause: Clause) -> Tokens:
        """Give the words of the predicate with the adverbs beside it."""
        words = {word.i for word in clause.words}
        first = min(words)
        for adverb in clause.adverbs:
            inside = first - 1 <= adverb.i < clause.head.i
            if inside and not self.tree.below[adverb.i]:
                words.add(adverb.i)
        after = _adverbs_after(self.tree, clause, max(words))
        return tuple(sorted(words.union(after)))

    def is_told_above(self, clause: Clause) -> bool:
        """Tell what the clause above tells: "a right to bring | Carl"."""
        if clause.link not in {ClauseLink.OPEN, ClauseLink.PURPOSE}:
            return False
        top = _top(self.tree, clause)
        return self.tree.is_infinitive(top) or self.tree.dep(top) == "pcomp"

    def is_expletive(self, clause: Clause) -> bool:
        """Tell "it is possible that": "it" is nobody there."""
        if [s.lower_ for s in clause.subjects] != ["it"] or clause.complement is None:
            return False
        return any(
            inner.link in {ClauseLink.COMPLEMENT, ClauseLink.OPEN}
            for above in (clause.head, clause.complement)
            for inner in self.under(above)
        )

    def subjects(self, clause: Clause) -> Iterator[Tokens]:
        """Give the words of each subject; "there" of an existential clause."""
        if clause.kind is ClauseKind.EXISTENTIAL:
            verbs = (clause.head, *clause.chain)
            found = [self.tree.child(verb, "expl", "nsubj") for verb in verbs]
            yield from ((there.i,) for there in found if there is not None)
            return
        for subject in clause.subjects[:_MOST]:
            if self.tree.tag(subject) not in {"WDT", "WP", "EX"}:
                words = {*self.phrase(subject), *self._prepositional(subject)}
                yield from variants(self.tree, subject, tuple(sorted(words)))

    def phrase(self, head: Token) -> Tokens:
        """Give the words of an argument, as few as name it."""
        if self.tree.is_verb(head):
            return whole(self.tree, head)
        return short(self.tree, head)

    def _whole(self, head: Token) -> Tokens:
        return whole(self.tree, head)

    def _prepositional(self, noun: Token) -> Iterator[int]:
        """Give the phrases of a noun, not those set after another one beside it."""
        beside = self.tree.child(noun, "conj")
        for preposition in self.tree.children(noun, "prep"):
            if beside is None or preposition.i < beside.i:
                yield from nested(self.tree, preposition)

    def direct(self, clause: Clause) -> Iterator[Slot]:
        """Give the arguments without a preposition: objects, complements."""
        if clause.kind is ClauseKind.EXISTENTIAL:
            for noun in clause.subjects:
                yield Slot((), noun, self.phrase(noun), "existential")
            return
        for noun in clause.objects:
            if self.tree.tag(noun) in {"WP", "WDT", "WRB"}:
                continue
            for words in variants(self.tree, noun, self.phrase(noun)):
                yield Slot((), noun, words, "object")
        complement = clause.complement
        if complement is not None and not clause.objects:
            adjective = self.tree.tag(complement)[:2] in {"JJ", "RB"}
            read = self._whole if adjective else self.phrase
            yield Slot((), complement, read(complement), "complement")

    def others(self, clause: Clause) -> Iterator[Slot]:
        """Give all other arguments: agents, recipients, obliques."""
        for slot in (*self._persons(clause), *self._obliques(clause)):
            words = " ".join(self.tree.words[i] for i in self.all_words(slot))
            if words not in table_words("prepositions.toml", "discourse"):
                yield slot

    def _persons(self, clause: Clause) -> Iterator[Slot]:
        for kind, heads in (("agent", clause.agents), ("recipient", clause.recipients)):
            dep = "agent" if kind == "agent" else "dative"
            for head in heads:
                above = [a for a in self.tree.above(head) if self.tree.dep(a) == dep]
                marker = (above[0].i,) if above else ()
                yield Slot(marker, head, self.phrase(head), kind)

    def _obliques(self, clause: Clause) -> Iterator[Slot]:
        nouns = {noun.i for noun in clause.subjects}
        if clause.complement is not None:
            nouns.add(clause.complement.i)
        for oblique in clause.obliques:
            if self.tree.is_verb(oblique.head) or oblique.host.i in nouns:
                continue
            if oblique.marker and self.tree.tag(oblique.marker[0]) == "WRB":
                continue
            marker = _filled(oblique.marker)
            read = self.phrase if marker else self._whole
            for one in variants(self.tree, oblique.head, read(oblique.head)):
                yield Slot(marker, oblique.head, one, "oblique")

    def all_words(self, slot: Slot) -> Tokens:
        """Give an argument with its preposition, without relative clauses."""
        if slot.kind == "oblique" and not slot.marker:
            return slot.words
        return slot.marker + whole(self.tree, slot.head, without="relcl")

    def rest(self, slot: Slot, clause: Clause) -> tuple[Tokens, ...]:
        """Give the words of an argument that it can be named without.

        A relative clause is no part of what it tells of its own noun.
        """
        rest = {i for i in whole(self.tree, slot.head) if i > slot.head.i}
        rest -= set(slot.words)
        if clause.head.i in rest:
            rest -= set(whole(self.tree, _top(self.tree, clause)))
        return (tuple(sorted(rest)),) if rest else ()

    def are_siblings(self, slot: Slot, other: Slot) -> bool:
        """Tell whether two arguments stand side by side: "in Rome and in Milan"."""
        if slot is other or slot.marker == other.marker != ():
            return True
        if not slot.marker or not other.marker:
            return False
        first, second = sorted((slot.marker, other.marker))
        words = [self.tree.words[marker[0]] for marker in (first, second)]
        beside = self.tree.coordinated(self.tree.tokens[first[0]])
        return words[0] == words[1] and any(t.i in second for t in beside)

    def content(self, clause: Clause) -> Iterator[Tokens]:
        """Give the clauses that a verb of saying or thinking has for its object."""
        for inner in self.under(clause.head):
            if inner.link is ClauseLink.COMPLEMENT:
                top = _top(self.tree, inner)
                for verb in self.tree.coordinated(top):
                    if verb.i == top.i or self.tree.child(verb, "nsubj", "nsubjpass"):
                        yield whole(self.tree, verb)

    def adverbial_clauses(self, clause: Clause) -> Iterator[Tokens]:
        """Give the clauses that say when, why or what for, word by word.

        A participial one, without a word that binds it, is told by itself.
        """
        verbs = {verb.i for verb in (*clause.chain, clause.head)}
        for index in sorted(verbs):
            for inner in self.under(self.tree.tokens[index]):
                bound = inner.marker or inner.link is not ClauseLink.ADVERBIAL
                top = _top(self.tree, inner)
                beside = self.tree.dep(top) == "conj"
                if inner.link in _ADVERBIAL and bound and not beside:
                    yield whole(self.tree, top)
        for oblique in clause.obliques:
            if self.tree.is_verb(oblique.head) and oblique.host.i in verbs:
                marker = tuple(token.i for token in oblique.marker)
                yield marker + whole(self.tree, oblique.head)


def _adverbs_after(tree: Tree, clause: Clause, last: int) -> Iterator[int]:
    """Give the adverbs between a predicate and its arguments: "rose slightly from"."""
    heads = [*clause.objects, *clause.recipients, *clause.agents]
    heads += [] if clause.complement is None else [clause.complement]
    heads += [o.head for o in clause.obliques if not tree.is_verb(o.head)]
    later = [head.i for head in heads if head.i > clause.head.i]
    for adverb in clause.adverbs:
        end = adverb.right_edge.i
        if adverb.left_edge.i == last + 1 and later and end < min(later):
            yield from range(last + 1, end + 1)
            last = end


def _filled(marker: tuple[Token, ...]) -> Tokens:
    """Give a preposition's words with what stands between them: "on their way to"."""
    if not marker:
        return ()
    indexes = [token.i for token in marker]
    between = range(min(indexes), max(indexes) + 1)
    return tuple(between) if len(between) <= len(marker) + 1 else tuple(indexes)


def _top(tree: Tree, clause: Clause) -> Token:
    """Give the verb by which a clause hangs on the one above."""
    top = clause.chain[0] if clause.chain else clause.head
    return tree.head(top) if tree.dep(top) == "acomp" else top
