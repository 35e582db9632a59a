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


@dataclass(frozen=True, slots=True)
class Insides:
    """Reads the prepositional phrases inside the arguments of one article."""

    arguments: Arguments

    def of_object(self, clause: Clause, token: Token) -> Iterator[Role]:
        """Give the prepositional phrases inside the object's noun phrase."""
        tree = self.arguments.tree
        if tree.tags[token.i][0] != "N" or "prep" not in tree.kinds[token.i]:
            return
        if counted_nouns(tree, token) is None:
            for preposition, noun in self._governed(clause, token):
                yield self._role(preposition.lower_, noun)

    def of_subject(self, clause: Clause, token: Token) -> Iterator[Role]:
        """Give those of the subject, but its "of", which its own words have.

        A name says by itself who is meant.
        """
        tree, silent = self.arguments.tree, relation_words("not_of_subjects")
        if tree.tags[token.i][0] != "N" or tree.tags[token.i] in _NAMES:
            return
        nouns = [token] if "prep" in tree.kinds[token.i] else []
        for noun in nouns:
            for preposition, inner in self._governed(clause, noun):
                word = preposition.lower_
                if word == "of":
                    nouns.append(inner)
                elif word not in silent and preposition.i > noun.i:
                    yield self._role(f"subject {word}", inner)

    def _governed(self, clause: Clause, noun: Token) -> Iterator[tuple[Token, Token]]:
        tree = self.arguments.tree
        known = {oblique.head.i for oblique in clause.obliques}
        for preposition in tree.children(noun, "prep"):
            inner = tree.child(preposition, "pobj")
            if inner is not None and inner.i not in known:
                yield preposition, inner

    def _role(self, name: str, noun: Token) -> Role:
        arguments, found = self.arguments, self.arguments.one(noun)
        words = arguments.extents.reaching(noun, arguments.phrase(noun))
        return Role(name, words, found.id if found else None)
