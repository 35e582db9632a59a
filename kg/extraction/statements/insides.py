"""Give what stands inside noun phrases as further arguments: "talks with Chad"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.grammar.partitives import counted_nouns
from kg.extraction.relation_words import relation_words
from kg.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.frames import Clause
    from kg.extraction.statements.things import Arguments

__all__ = ["Insides"]

_NAMES = frozenset({"NNP", "NNPS"})
_CLAUSES = ("relcl", "acl")
#: What sets a clause apart that does not tell which one is meant.
_APART = frozenset({",", "-", "–", "—", "("})
#: How many words such a clause has at most.
_MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Insides:
    """Reads the prepositional phrases inside the arguments of one article."""

    arguments: Arguments

    def of(self, noun: Token) -> Iterator[Role]:
        """Give all that is inside a noun's phrase but its "of": "a stance on tax"."""
        tree, silent = self.arguments.tree, relation_words("not_of_subjects")
        for preposition in tree.children(noun, "prep"):
            told = preposition.lower_ != "of" and preposition.lower_ not in silent
            if told and preposition.i > noun.i:
                for inner in tree.spread(tree.children(preposition, "pobj")):
                    yield self.arguments.governed_role(preposition.lower_, inner)
        yield from self.clauses(noun, noun)

    def of_object(self, clause: Clause, token: Token) -> Iterator[Role]:
        """Give the prepositional phrases and clauses inside the object's phrase."""
        tree = self.arguments.tree
        amount = token.ent_type_ == "MONEY"  # "$90 in cash"
        if not amount and tree.tags[token.i][0] != "N":
            return
        if counted_nouns(tree, token) is not None:
            return
        for preposition, noun in self._governed(clause, token):
            yield self.arguments.governed_role(preposition.lower_, noun)
        for noun in self._nouns(token):
            yield from self.clauses(clause.head, noun)

    def of_subject(self, clause: Clause, token: Token, label: str) -> Iterator[Role]:
        """Give those of the subject, but what its label has: "share of votes".

        A name says by itself who is meant.
        """
        tree, silent = self.arguments.tree, relation_words("not_of_subjects")
        if tree.tags[token.i][0] != "N" or tree.tags[token.i] in _NAMES:
            return
        small, own_words = label.lower(), {tree.words[token.i], tree.lemmas[token.i]}
        if label[:1].isupper() and not any(w in small for w in own_words):
            return
        has = set(small.split())
        counted = counted_nouns(tree, token) is not None
        for noun in self._nouns(token):
            for preposition, inner in self._governed(clause, noun):
                word = preposition.lower_
                told = word not in silent and not (word == "of" and counted)
                own = word == "of" and has & {tree.words[inner.i], tree.lemmas[inner.i]}
                if told and not own and preposition.i > noun.i:
                    yield self.arguments.governed_role(f"subject {word}", inner)
            yield from self.clauses(clause.head, noun, "subject clause")

    def _nouns(self, token: Token) -> list[Token]:
        """Give a noun and those of its "of": "the owner of a mill"."""
        tree = self.arguments.tree
        nouns = [token]
        for noun in nouns:
            if "prep" in tree.kinds[noun.i]:
                for preposition in tree.children(noun, "prep"):
                    if preposition.lower_ == "of":
                        nouns += tree.children(preposition, "pobj")
        return nouns

    def clauses(self, head: Token, noun: Token, name: str = "clause") -> Iterator[Role]:
        """Give what tells which one is meant: "the baker who left", "a plan to go"."""
        tree = self.arguments.tree
        if tree.kinds[noun.i].isdisjoint(_CLAUSES) or tree.tags[noun.i] in _NAMES:
            return
        if tree.words[noun.i] in relation_words("described"):
            return  # told by its own words
        for verb in tree.children(noun, *_CLAUSES):
            first, last = self.arguments.below(verb)
            apart = tree.tokens[first - 1].text in _APART or first < noun.i
            own = first <= head.i <= last
            if not (apart or own or last - first > _MOST_WORDS):
                yield Role(name, self.arguments.words((first, last)))

    def _governed(self, clause: Clause, noun: Token) -> Iterator[tuple[Token, Token]]:
        tree = self.arguments.tree
        if "prep" not in tree.kinds[noun.i]:
            return
        known = {oblique.head.i for oblique in clause.obliques}
        for preposition in tree.children(noun, "prep"):
            nouns = tree.children(preposition, "pobj")
            for inner in (
                nouns if preposition.lower_ == "between" else tree.spread(nouns)
            ):
                if inner.i not in known and not self._is_apart(inner):
                    yield preposition, inner

    def _is_apart(self, noun: Token) -> bool:
        """Tell what may be joined to another noun: "an owner of mills and his son"."""
        tree = self.arguments.tree
        own = tree.child(noun, "det", "poss") or tree.tags[noun.i] in _NAMES
        first = tree.head(noun)
        alike = first.ent_type_ == noun.ent_type_ != "" and tree.tags[first.i] in _NAMES
        return tree.dep(noun) == "conj" and bool(own) and not alike
