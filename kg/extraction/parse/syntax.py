"""Walk a parsed Doc: tokens by their grammatical relation, and what is coordinated."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.parse.words import SMALL_STRINGS, STRINGS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Doc, Token

    from kg.extraction.parse.mends import Mend

__all__ = ["Tree"]

#: No list in a sentence is read further than this, so that no cost is quadratic.
_MOST_CONJUNCTS = 40
_NONE: frozenset[str] = frozenset()
_READ: list[int | str] = ["HEAD", "DEP", "TAG", "LEMMA", "LOWER", "SENT_START"]
#: Names that an "and" inside does not divide; "the 1960s and 70s" are two.
_WHOLE_NAMES = {"ORG", "FAC", "WORK_OF_ART", "LAW", "EVENT", "PRODUCT"}


@dataclass(frozen=True, slots=True)
class Tree:
    """The parse of a Doc as plain lists, read once since spaCy builds strings anew.

    ``below`` has what hangs on a token, ``kinds`` by what relations; ``words`` are in
    small letters; ``sentences`` has the length of each token's sentence; ``hyphens``
    are the tokens between two parts of a word.
    """

    tokens: tuple[Token, ...]
    deps: Sequence[str]
    tags: Sequence[str]
    lemmas: Sequence[str]
    words: Sequence[str]
    heads: Sequence[int]
    below: Sequence[Sequence[int]]
    kinds: Sequence[AbstractSet[str]]
    sentences: Sequence[int]
    by_dep: Mapping[str, Sequence[int]]
    by_tag: Mapping[str, Sequence[int]]
    hyphens: Sequence[int]

    @classmethod
    def of(cls, doc: Doc) -> Tree:
        """Read the parse of a Doc."""
        rows = doc.to_array(_READ)
        steps = rows[:, 0].astype("int64").tolist()
        heads = [index + step for index, step in enumerate(steps)]
        columns, store = rows.T.tolist(), doc.vocab.strings
        deps, tags, words = (STRINGS.of(store, columns[n]) for n in (1, 2, 4))
        lemmas = SMALL_STRINGS.of(store, columns[3])
        below, kinds = _children(heads, deps)
        return cls(
            tokens=tuple(doc),
            deps=deps,
            tags=tags,
            lemmas=lemmas,
            words=words,
            heads=heads,
            below=below,
            kinds=kinds,
            sentences=_sentences(columns[5]),
            by_dep=_places(deps),
            by_tag=_places(tags),
            hyphens=[index for index, lemma in enumerate(lemmas) if lemma == "-"],
        )

    def mended(self, doc: Doc, mends: Collection[Mend]) -> Tree:
        """Give the tree of a mended copy of its Doc without reading all of it anew."""
        heads, deps = list(self.heads), list(self.deps)
        tags, lemmas = list(self.tags), list(self.lemmas)
        below, kinds = list(self.below), list(self.kinds)
        for mend in mends:
            heads[mend.index], deps[mend.index] = mend.head, mend.dep
            tags[mend.index] = mend.tag or tags[mend.index]
            lemmas[mend.index] = mend.lemma.lower() or lemmas[mend.index]
        moved = {mend.index for mend in mends}
        for head in {self.heads[index] for index in moved} | {m.head for m in mends}:
            come = {index for index in moved if heads[index] == head != index}
            below[head] = sorted(come.union(self.below[head]) - (moved - come))
            kinds[head] = {deps[child] for child in below[head]}
        return Tree(
            tokens=tuple(doc),
            deps=deps,
            tags=tags,
            lemmas=lemmas,
            words=self.words,
            heads=heads,
            below=below,
            kinds=kinds,
            sentences=_sentences(doc.to_array("SENT_START").tolist()),
            by_dep=_moved(self.by_dep, self.deps, deps, moved),
            by_tag=_moved(self.by_tag, self.tags, tags, moved),
            hyphens=self.hyphens,
        )

    def having(
        self,
        *deps: str,
        words: AbstractSet[str] | None = None,
        tags: AbstractSet[str] | None = None,
    ) -> list[Token]:
        """Give the tokens of some relations, relation by relation, in text order.

        ``words`` and ``tags`` leave only tokens with one of these.
        """
        found = [index for dep in deps for index in self.by_dep.get(dep, ())]
        if words is not None:
            found = [index for index in found if self.words[index] in words]
        if tags is not None:
            found = [index for index in found if self.tags[index] in tags]
        return [self.tokens[index] for index in found]

    def tagged(self, tags: Iterable[str]) -> list[int]:
        """Give the indexes of the tokens with some tags, in text order."""
        return sorted([index for tag in tags for index in self.by_tag.get(tag, ())])

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
        if token.ent_type_ not in _WHOLE_NAMES:
            return False
        first, last = sorted((token.i, other.i))
        return all(t.ent_iob_ == "I" for t in self.tokens[first + 1 : last + 1])

    def spread(self, tokens: list[Token]) -> tuple[Token, ...]:
        """Give tokens with all that is coordinated with them, each once."""
        if not tokens:
            return ()
        if len(tokens) == 1 and "conj" not in self.kinds[tokens[0].i]:
            return (tokens[0],)
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


def _places(names: Sequence[str]) -> Mapping[str, Sequence[int]]:
    """Give the indexes at which each name stands."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, name in enumerate(names):
        found[name].append(index)
    return found


def _moved(
    places: Mapping[str, Sequence[int]],
    old: Sequence[str],
    new: Sequence[str],
    moved: Iterable[int],
) -> Mapping[str, Sequence[int]]:
    """Give the places of names where some have other names than before."""
    found = dict(places)
    for index in moved:
        if old[index] != new[index]:
            found[old[index]] = [i for i in found[old[index]] if i != index]
            found[new[index]] = sorted([*found.get(new[index], ()), index])
    return found


def _children(
    heads: Sequence[int], deps: Sequence[str]
) -> tuple[list[Sequence[int]], list[AbstractSet[str]]]:
    """Give what hangs on each token, and by what relations."""
    below: list[Sequence[int]] = [()] * len(heads)
    kinds: list[AbstractSet[str]] = [_NONE] * len(heads)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for index, head in enumerate(heads):
        if head != index:
            found[head].append(index)
    for head, children in found.items():
        below[head] = children
        kinds[head] = {deps[child] for child in children}
    return below, kinds


def _sentences(marks: Sequence[int]) -> list[int]:
    """Give the length of every token's sentence; a mark of 1 opens one."""
    starts = [index for index, mark in enumerate(marks) if mark == 1]
    found: list[int] = []
    for start, end in pairwise([*starts, len(marks)]):
        found.extend([end - start] * (end - start))
    return found
