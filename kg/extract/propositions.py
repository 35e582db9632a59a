"""Turn clauses into propositions: subject, relation and object as lists of tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.frames import ClauseKind, ClauseLink
from kg.extract.spans import core, short, variants, whole
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from kg.extract.frames import Clause
    from kg.extract.syntax import Tree

__all__ = ["Proposition", "find_propositions"]

_Tokens = tuple[int, ...]
_MOST = 4
_DEPTH = 1
_TIMES = {"DATE", "TIME"}
_ADVERBIAL = {ClauseLink.ADVERBIAL, ClauseLink.PURPOSE, ClauseLink.OPEN}


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

    @property
    def all(self) -> _Tokens:
        return self.marker + self.words


def _quantities() -> frozenset[str]:
    return frozenset(read_toml("prepositions.toml")["quantity"]["words"])


def find_propositions(tree: Tree, clauses: tuple[Clause, ...]) -> Iterator[Proposition]:
    """Find the propositions of verbal clauses, clause by clause."""
    reader = _Reader(tree, _by_top(tree, clauses))
    for clause in clauses:
        if clause.kind in {ClauseKind.VERB, ClauseKind.COPULA, ClauseKind.EXISTENTIAL}:
            yield from reader.read(clause)


def _by_top(tree: Tree, clauses: tuple[Clause, ...]) -> Mapping[int, list[Clause]]:
    """Give the clauses right below a token of the parse, by its index."""
    found: dict[int, list[Clause]] = {}
    for clause in clauses:
        if clause.link not in {ClauseLink.NOMINAL, ClauseLink.ROOT}:
            above = tree.head(_top(tree, clause))
            found.setdefault(above.i, []).append(clause)
    return found


def _top(tree: Tree, clause: Clause) -> Token:
    top = clause.chain[0] if clause.chain else clause.head
    if tree.dep(top) == "acomp":
        top = tree.head(top)
    return top


@dataclass(frozen=True, slots=True)
class _Reader:
    tree: Tree
    below: Mapping[int, list[Clause]]

    def read(self, clause: Clause) -> Iterator[Proposition]:
        if self._is_told_above(clause) or self._is_expletive(clause):
            return
        relation = self._relation(clause)
        for subject in self._subjects(clause):
            yield from self._rows(clause, subject, relation)

    def _is_told_above(self, clause: Clause) -> bool:
        """Tell an infinitive that the clause above tells: "a right to bring | Carl"."""
        if clause.link not in {ClauseLink.OPEN, ClauseLink.PURPOSE}:
            return False
        return self.tree.is_infinitive(_top(self.tree, clause))

    def _is_expletive(self, clause: Clause) -> bool:
        """Tell "it is possible that": "it" is nobody there."""
        if [s.lower_ for s in clause.subjects] != ["it"] or clause.complement is None:
            return False
        return any(
            inner.link in {ClauseLink.COMPLEMENT, ClauseLink.OPEN}
            for above in (clause.head, clause.complement)
            for inner in self.below.get(above.i, ())
        )

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
                words = {*self._phrase(subject), *self._prepositions(subject)}
                yield from variants(self.tree, subject, tuple(sorted(words)))

    def _phrase(self, head: Token) -> _Tokens:
        if self.tree.is_verb(head):
            return whole(self.tree, head)
        return short(self.tree, head)

    def _prepositions(self, noun: Token) -> Iterator[int]:
        for preposition in self.tree.children(noun, "prep"):
            yield from whole(self.tree, preposition)

    def _relation(self, clause: Clause) -> _Tokens:
        words = {word.i for word in clause.words if self.tree.tag(word) != "POS"}
        last = clause.head.i
        for adverb in clause.adverbs:
            first = min(words)
            if first - 1 <= adverb.i < last and not self.tree.below[adverb.i]:
                words.add(adverb.i)
        return tuple(sorted(words))

    def _rows(
        self, clause: Clause, subject: _Tokens, relation: _Tokens
    ) -> Iterator[Proposition]:
        direct = list(self._direct(clause))
        slots = [s for s in self._slots(clause) if not self._is_discourse(s)]
        further = (*map(self._all, slots), *self._adverbial_clauses(clause))
        told = (*further, *self._content(clause))
        for slot in direct[:_MOST]:
            yield Proposition(
                subject,
                relation,
                slot.words,
                slot.kind,
                clause,
                (*self._rest(slot), *told),
            )
        content = tuple(self._content(clause))
        for words in () if direct else content[:_MOST]:
            yield Proposition(subject, relation, words, "content", clause, further)
        for slot in direct[:2]:
            yield from self._inside(clause, subject, relation + slot.marker, slot.head)
            inside = relation + slot.words
            yield from self._beyond(clause, subject, inside, slots)
            yield from self._open(clause, subject, inside, clause.head)
        if not direct:
            yield from self._open(clause, subject, relation, clause.head)
        if not direct and not content:
            yield from self._prepositional(clause, subject, relation, slots)

    def _beyond(
        self, clause: Clause, subject: _Tokens, inside: _Tokens, slots: list[_Slot]
    ) -> Iterator[Proposition]:
        for slot in slots:
            relation = inside + slot.marker
            yield Proposition(subject, relation, slot.words, "beyond", clause)
            yield from self._inside(clause, subject, relation, slot.head)

    def _prepositional(
        self, clause: Clause, subject: _Tokens, relation: _Tokens, slots: list[_Slot]
    ) -> Iterator[Proposition]:
        after = [s for s in slots if s.head.i > clause.head.i]
        order = after + [s for s in slots if s not in after]
        inside, first = relation, None
        for slot in order:
            is_first = first is None or self._is_sibling(slot, first)
            base = relation if is_first else inside
            others: tuple[_Tokens, ...] = ()
            if is_first:
                apart = [s for s in order if not self._is_sibling(s, slot)]
                others = (
                    *self._rest(slot),
                    *map(self._all, apart),
                    *self._adverbial_clauses(clause),
                )
            yield Proposition(
                subject,
                base + slot.marker,
                slot.words,
                "oblique" if is_first else "second",
                clause,
                others,
            )
            yield from self._inside(clause, subject, base + slot.marker, slot.head)
            if first is None:
                first = slot
                if slot.marker and slot.kind == "oblique" and not self._is_time(slot):
                    inside = relation + slot.marker + slot.words
        if not order:
            yield from self._adverbial(clause, subject, relation)

    def _is_sibling(self, slot: _Slot, other: _Slot) -> bool:
        """Tell whether two arguments stand side by side: "in Rome and in Milan"."""
        words = [[self.tree.tokens[i].lower_ for i in s.marker] for s in (slot, other)]
        if slot is other or slot.marker == other.marker != ():
            return True
        heads = (
            self.tree.coordinated(self.tree.tokens[slot.marker[0]])
            if slot.marker
            else ()
        )
        return words[0] == words[1] and any(t.i in other.marker for t in heads)

    def _adverbial(
        self, clause: Clause, subject: _Tokens, relation: _Tokens
    ) -> Iterator[Proposition]:
        for adverb in clause.adverbs:
            if adverb.i > clause.head.i:
                words = whole(self.tree, adverb)
                yield Proposition(subject, relation, words, "adverb", clause)

    def _is_time(self, slot: _Slot) -> bool:
        return slot.head.ent_type_ in _TIMES

    def _is_discourse(self, slot: _Slot) -> bool:
        words = " ".join(self.tree.tokens[i].lower_ for i in slot.all)
        return words in read_toml("prepositions.toml")["discourse"]["words"]

    def _direct(self, clause: Clause) -> Iterator[_Slot]:
        if clause.kind is ClauseKind.EXISTENTIAL:
            for noun in clause.subjects:
                yield _Slot((), noun, self._phrase(noun), "existential")
            return
        for noun in clause.objects:
            if self.tree.tag(noun) in {"WP", "WDT", "WRB"}:
                continue
            for words in variants(self.tree, noun, self._phrase(noun)):
                yield _Slot((), noun, words, "object")
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
        complement = clause.complement.i if clause.complement is not None else -1
        for oblique in clause.obliques:
            if self.tree.is_verb(oblique.head) or oblique.host.i == complement:
                continue
            if oblique.marker and self.tree.tag(oblique.marker[0]) == "WRB":
                continue
            marker = tuple(token.i for token in oblique.marker)
            words = (
                whole(self.tree, oblique.head)
                if not marker
                else self._phrase(oblique.head)
            )
            for one in variants(self.tree, oblique.head, words):
                yield _Slot(marker, oblique.head, one, "oblique")

    def _content(self, clause: Clause) -> Iterator[_Tokens]:
        for inner in self.below.get(clause.head.i, ()):
            if inner.link is ClauseLink.COMPLEMENT:
                top = _top(self.tree, inner)
                for verb in self.tree.coordinated(top):
                    if verb.i == top.i or self.tree.child(verb, "nsubj", "nsubjpass"):
                        yield whole(self.tree, verb)

    def _adverbial_clauses(self, clause: Clause) -> Iterator[_Tokens]:
        """Give the clauses that say when, why or what for, word by word."""
        members = (*clause.chain, clause.head)
        for member in members:
            for inner in self.below.get(member.i, ()):
                top = _top(self.tree, inner)
                if inner.link in _ADVERBIAL and self.tree.dep(top) != "conj":
                    yield whole(self.tree, top)
        for oblique in clause.obliques:
            if self.tree.is_verb(oblique.head):
                marker = tuple(token.i for token in oblique.marker)
                yield marker + whole(self.tree, oblique.head)

    def _all(self, slot: _Slot) -> _Tokens:
        """Give all words of an argument with its preposition."""
        if slot.kind == "oblique" and not slot.marker:
            return slot.words
        return slot.marker + whole(self.tree, slot.head)

    def _rest(self, slot: _Slot) -> Iterator[_Tokens]:
        rest = tuple(sorted(set(whole(self.tree, slot.head)) - set(slot.words)))
        if rest:
            yield rest

    def _inside(
        self,
        clause: Clause,
        subject: _Tokens,
        relation: _Tokens,
        noun: Token,
        depth: int = 0,
    ) -> Iterator[Proposition]:
        """Give the facts of phrases inside a noun phrase: "stages of | the work"."""
        inside = relation + core(self.tree, noun)
        yield from self._open(clause, subject, inside, noun)
        if noun.ent_type_ or self.tree.lemma(noun) in _quantities():
            return
        for preposition in self._shared_prepositions(noun):
            for gerund in self.below.get(preposition.i, ()):
                yield from self._embedded(
                    clause, subject, (*inside, preposition.i), gerund
                )
            for inner in self.tree.children(preposition, "pobj"):
                for head in self.tree.coordinated(inner)[:_MOST]:
                    path = (*inside, preposition.i)
                    of = preposition.lower_ == "of"
                    for words in variants(self.tree, head, self._phrase(head)):
                        yield Proposition(
                            subject,
                            path,
                            words,
                            f"inside-{'of' if of else 'pp'}-{depth}",
                            clause,
                        )
                    if depth + 1 < _DEPTH:  # pragma: no branch
                        yield from self._inside(clause, subject, path, head, depth + 1)

    def _shared_prepositions(self, noun: Token) -> Iterator[Token]:
        """Give a noun's prepositions: "sculptors and painters from Rome" share them."""
        yield from self.tree.children(noun, "prep")
        last = noun
        while self.tree.dep(last) == "conj":
            last = self.tree.head(last)
            for preposition in self.tree.children(last, "prep"):
                if preposition.i > noun.i:
                    yield preposition

    def _open(
        self, clause: Clause, subject: _Tokens, relation: _Tokens, above: Token
    ) -> Iterator[Proposition]:
        """Give the facts of infinitives: "reserved the right to bring | Carl"."""
        for inner in self.below.get(above.i, ()):
            if inner.link not in _ADVERBIAL or not self._is_told_above(inner):
                continue
            yield from self._embedded(clause, subject, relation, inner)

    def _embedded(
        self, clause: Clause, subject: _Tokens, relation: _Tokens, inner: Clause
    ) -> Iterator[Proposition]:
        path = relation + self._relation(inner)
        rule = f"open-{inner.link}"
        direct = list(self._direct(inner))[:_MOST]
        for slot in direct:
            yield Proposition(subject, path, slot.words, rule, clause)
        inside = path + core(self.tree, direct[0].head) if direct else path
        for slot in self._slots(inner):
            yield Proposition(
                subject, inside + slot.marker, slot.words, f"{rule}-pp", clause
            )
