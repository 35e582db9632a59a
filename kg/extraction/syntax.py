"""Walk a parsed Doc: tokens by their grammatical relation, and what is coordinated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from spacy.strings import StringStore
    from spacy.tokens import Doc, Token

    from kg.extraction.mends import Mend

__all__ = ["Tree"]

#: No list in a sentence is read further than this, so that no cost is quadratic.
_MOST_CONJUNCTS = 40
_NONE: frozenset[str] = frozenset()
_READ: list[int | str] = ["HEAD", "DEP", "TAG", "LEMMA"]
#: Names that an "and" inside does not divide; "the 1960s and 70s" are two.
_WHOLE_NAMES = {"ORG", "FAC", "WORK_OF_ART", "LAW", "EVENT", "PRODUCT"}


@dataclass(frozen=True, slots=True)
class Tree:
    """The parse of a Doc as plain lists, read once since spaCy builds strings anew.

    ``below`` has what hangs on a token, ``kinds`` by what relations; ``names`` the
    number of the name that it is in, or -1; ``sentences`` the length of its sentence.
    """

    tokens: tuple[Token, ...]
    deps: Sequence[str]
    tags: Sequence[str]
    lemmas: Sequence[str]
    heads: Sequence[int]
    below: Sequence[Sequence[int]]
    kinds: Sequence[AbstractSet[str]]
    names: Sequence[int]
    sentences: Sequence[int]
    by_dep: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, doc: Doc) -> Tree:
        """Read the parse of a Doc."""
        rows = doc.to_array(_READ)
        steps = rows[:, 0].astype("int64").tolist()
        heads = [index + step for index, step in enumerate(steps)]
        words = _Strings(doc.vocab.strings)
        small = _SmallStrings(doc.vocab.strings)
        deps = [words[key] for key in rows[:, 1].tolist()]
        below, kinds, by_dep = _children(heads, deps)
        return cls(
            tokens=tuple(doc),
            deps=deps,
            tags=[words[key] for key in rows[:, 2].tolist()],
            lemmas=[small[key] for key in rows[:, 3].tolist()],
            heads=heads,
            below=below,
            kinds=kinds,
            names=_names(doc),
            sentences=_sentences(doc),
            by_dep=by_dep,
        )

    def mended(self, doc: Doc, mends: Collection[Mend]) -> Tree:
        """Give the tree of a mended copy of its Doc without reading all of it anew."""
        heads, deps = list(self.heads), list(self.deps)
        tags, lemmas = list(self.tags), list(self.lemmas)
        for mend in mends:
            heads[mend.index], deps[mend.index] = mend.head, mend.dep
            tags[mend.index] = mend.tag or tags[mend.index]
            lemmas[mend.index] = mend.lemma.lower() or lemmas[mend.index]
        below, kinds, by_dep = _children(heads, deps)
        return Tree(
            tokens=tuple(doc),
            deps=deps,
            tags=tags,
            lemmas=lemmas,
            heads=heads,
            below=below,
            kinds=kinds,
            names=self.names,
            sentences=_sentences(doc),
            by_dep=by_dep,
        )

    def having(self, *deps: str) -> list[Token]:
        """Give the tokens of some relations, relation by relation, in text order."""
        tokens, by_dep = self.tokens, self.by_dep
        return [tokens[index] for dep in deps for index in by_dep.get(dep, ())]

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
        index = token.i
        if not deps:
            return [self.tokens[child] for child in self.below[index]]
        if self.kinds[index].isdisjoint(deps):
            return []
        tokens, names = self.tokens, self.deps
        return [tokens[child] for child in self.below[index] if names[child] in deps]

    def child(self, token: Token, *deps: str) -> Token | None:
        """Give the first token right below with one of some relations."""
        index = token.i
        if self.kinds[index].isdisjoint(deps):
            return None
        names = self.deps
        for child in self.below[index]:
            if names[child] in deps:
                return self.tokens[child]
        return None

    def first(self, index: int) -> int:
        """Give the first of a token and what hangs right on it."""
        below = self.below[index]
        return min(index, below[0]) if below else index

    def is_verb(self, token: Token) -> bool:
        """Tell whether a token is tagged as a verb or a modal."""
        return self.tags[token.i][:2] in {"VB", "MD"}

    def is_infinitive(self, token: Token) -> bool:
        """Tell whether "to" stands before a verb as its own auxiliary."""
        index = token.i
        for child in self.below[index]:
            if child > index:
                return False
            if self.tags[child] == "TO":
                return True
        return False

    def coordinated(self, token: Token) -> tuple[Token, ...]:
        """Give a token and what is coordinated with it, never verbs with nouns."""
        if "conj" not in self.kinds[token.i]:
            return (token,)
        verbal = self.is_verb(token)
        found = [token]
        for known in found:
            for index in self.below[known.i]:
                other = self.tokens[index]
                if self.deps[index] != "conj" or self.is_verb(other) != verbal:
                    continue
                if not self.is_one_name(known, other) and not self._is_apart(
                    known, other
                ):
                    found.append(other)
            if len(found) > _MOST_CONJUNCTS:
                break
        return tuple(found[:_MOST_CONJUNCTS])

    def _is_apart(self, place: Token, other: Token) -> bool:
        """Tell a thing from a place that it is no fellow of: "in Spain and gold"."""
        if place.ent_type_ not in {"GPE", "LOC"} or self.deps[place.i] != "pobj":
            return False
        if self.tags[other.i] != "NN" or other.ent_type_:
            return False
        return self.kinds[other.i].isdisjoint({"det", "poss", "amod", "compound"})

    def is_one_name(self, token: Token, other: Token) -> bool:
        """Tell whether two tokens are of one name: "the Foundation and Institute"."""
        return self.names[token.i] == self.names[other.i] >= 0

    def spread(self, tokens: list[Token]) -> tuple[Token, ...]:
        """Give tokens with all that is coordinated with them, each once."""
        if not tokens:
            return ()
        found = {t.i: t for token in tokens for t in self.coordinated(token)}
        return tuple(found[index] for index in sorted(found))

    def from_above(self) -> Iterator[Token]:
        """Walk all tokens, every head before what hangs on it."""
        return (self.tokens[index] for index in self.downwards())

    def downwards(self) -> Iterator[int]:
        """Walk the indexes of all tokens, every head before what hangs on it."""
        level = [i for i, head in enumerate(self.heads) if i == head]
        while level:
            yield from level
            level = [child for index in level for child in self.below[index]]

    def above(self, token: Token) -> Iterator[Token]:
        """Walk from a token's head to the root."""
        while self.heads[token.i] != token.i:
            token = self.head(token)
            yield token


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their hashes, each looked up once."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, key: int) -> str:
        """Look a string up in spaCy's store."""
        self[key] = word = self._store[key] if key else ""
        return word


class _SmallStrings(_Strings):
    """The same in small letters."""

    def __missing__(self, key: int) -> str:
        """Look a string up in spaCy's store."""
        self[key] = word = self._store[key].lower() if key else ""
        return word


def _children(
    heads: Sequence[int], deps: Sequence[str]
) -> tuple[list[Sequence[int]], list[AbstractSet[str]], dict[str, list[int]]]:
    """Sort tokens by their heads and by their relations."""
    below: list[Sequence[int]] = [()] * len(heads)
    kinds: list[AbstractSet[str]] = [_NONE] * len(heads)
    found: dict[int, list[int]] = {}
    by_dep: dict[str, list[int]] = {}
    for index, head in enumerate(heads):
        by_dep.setdefault(deps[index], []).append(index)
        if head != index:
            found.setdefault(head, []).append(index)
    for head, children in found.items():
        below[head] = children
        kinds[head] = {deps[child] for child in children}
    return below, kinds, by_dep


def _sentences(doc: Doc) -> list[int]:
    found: list[int] = []
    for sent in doc.sents:
        found.extend([sent.end - sent.start] * (sent.end - sent.start))
    return found


def _names(doc: Doc) -> list[int]:
    """Give for each token the number of the name that it is in, or -1."""
    names = [-1] * len(doc)
    for number, name in enumerate(doc.ents):
        if name.label_ in _WHOLE_NAMES:
            names[name.start : name.end] = [number] * len(name)
    return names
