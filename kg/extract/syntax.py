"""Walk a parsed Doc: tokens by their grammatical relation, and what is coordinated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

__all__ = ["Tree"]

#: No list in a sentence is read further than this, so that no cost is quadratic.
_MOST_CONJUNCTS = 40
#: Names that an "and" inside does not divide; "the 1960s and 70s" are two.
_WHOLE_NAMES = {"ORG", "FAC", "WORK_OF_ART", "LAW", "EVENT", "PRODUCT"}


@dataclass(frozen=True, slots=True)
class Tree:
    """The parse of a Doc as plain tuples, read once since spaCy builds strings anew."""

    tokens: tuple[Token, ...]
    deps: tuple[str, ...]
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    below: tuple[tuple[int, ...], ...]
    names: tuple[int, ...]

    @classmethod
    def of(cls, doc: Doc) -> Tree:
        """Read the parse of a Doc."""
        tokens = tuple(doc)
        heads = tuple(token.head.i for token in tokens)
        below: list[list[int]] = [[] for _ in tokens]
        for index, head in enumerate(heads):
            if head != index:
                below[head].append(index)
        return cls(
            tokens=tokens,
            deps=tuple(token.dep_ for token in tokens),
            tags=tuple(token.tag_ for token in tokens),
            lemmas=tuple(token.lemma_.lower() for token in tokens),
            heads=heads,
            below=tuple(tuple(children) for children in below),
            names=_names(doc),
        )

    def dep(self, token: Token) -> str:
        """Give the token's relation to its head."""
        return self.deps[token.i]

    def tag(self, token: Token) -> str:
        """Give the fine part of speech."""
        return self.tags[token.i]

    def lemma(self, token: Token) -> str:
        """Give the lemma in small letters."""
        return self.lemmas[token.i]

    def head(self, token: Token) -> Token:
        """Give the token's head; a root is its own head."""
        return self.tokens[self.heads[token.i]]

    def children(self, token: Token, *deps: str) -> list[Token]:
        """Give the tokens right below in text order, only those of some relations."""
        tokens, names = self.tokens, self.deps
        return [
            tokens[index]
            for index in self.below[token.i]
            if not deps or names[index] in deps
        ]

    def child(self, token: Token, *deps: str) -> Token | None:
        """Give the first token right below with one of some relations."""
        for index in self.below[token.i]:
            if self.deps[index] in deps:
                return self.tokens[index]
        return None

    def is_verb(self, token: Token) -> bool:
        """Tell whether a token is tagged as a verb or a modal."""
        return self.tags[token.i][:2] in {"VB", "MD"}

    def is_infinitive(self, token: Token) -> bool:
        """Tell whether "to" stands before a verb as its own auxiliary."""
        return any(self.tags[i] == "TO" for i in self.below[token.i] if i < token.i)

    def coordinated(self, token: Token) -> tuple[Token, ...]:
        """Give a token and what is coordinated with it, never verbs with nouns."""
        verbal = self.is_verb(token)
        found = [token]
        for known in found:
            for index in self.below[known.i]:
                other = self.tokens[index]
                if self.deps[index] != "conj" or self.is_verb(other) != verbal:
                    continue
                if not self.is_one_name(known, other):
                    found.append(other)
            if len(found) > _MOST_CONJUNCTS:
                break
        return tuple(found[:_MOST_CONJUNCTS])

    def is_one_name(self, token: Token, other: Token) -> bool:
        """Tell whether two tokens are of one name: "the Foundation and Institute"."""
        return self.names[token.i] == self.names[other.i] >= 0

    def spread(self, tokens: list[Token]) -> tuple[Token, ...]:
        """Give tokens with all that is coordinated with them, each once."""
        found = {t.i: t for token in tokens for t in self.coordinated(token)}
        return tuple(found[index] for index in sorted(found))

    def from_above(self) -> Iterator[Token]:
        """Walk all tokens, every head before what hangs on it."""
        level = [i for i, head in enumerate(self.heads) if i == head]
        while level:
            for index in level:
                yield self.tokens[index]
            level = [child for index in level for child in self.below[index]]

    def above(self, token: Token) -> Iterator[Token]:
        """Walk from a token's head to the root."""
        while self.heads[token.i] != token.i:
            token = self.head(token)
            yield token


def _names(doc: Doc) -> tuple[int, ...]:
    """Give for each token the number of the name that it is in, or -1."""
    names = [-1] * len(doc)
    for number, name in enumerate(doc.ents):
        if name.label_ in _WHOLE_NAMES:
            names[name.start : name.end] = [number] * len(name)
    return tuple(names)
