"""Read how old somebody is: "joined aged 14", "at the age of 85", "Hill, 45,"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extraction.literals import literal
from kg.extraction.statements.drafts import aside, nominal_draft
from kg.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.judgement.worth import Standing
    from kg.extraction.parse.syntax import Tree
    from kg.extraction.statements.drafts import Draft
    from kg.extraction.statements.readings import Reader

__all__ = ["AgeReader"]

_AGED = Predicate("beAged", "is aged")
_PEOPLE = frozenset({EntityType.PERSON, EntityType.GROUP})
_SUBJECTS = ("nsubj", "nsubjpass")
#: Links by which a verb has the subject of the one above it.
_SHARING = frozenset({"xcomp", "conj", "advcl", "pcomp", "prep"})
_MARKS = frozenset({",", "-", "–", "—", "("})
_CLOSING = frozenset({",", ".", ";", ")", "and", "of", "who"})
#: Nobody in the news is older, and a name beside a lower number is no age.
_OLDEST, _YOUNGEST = 110, 5
_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class AgeReader:
    """Reads the ages that one article tells in passing."""

    reader: Reader

    @property
    def tree(self) -> Tree:
        """The parse of the article."""
        return self.reader.arguments.tree

    def read(self) -> Iterator[Draft]:
        """Give how old people are said to be, in text order."""
        for index in self.tree.tagged(("CD",)):
            if index > 1:
                yield from self._of(self.tree.tokens[index])

    def _of(self, number: Token) -> Iterator[Draft]:
        words = [t.lower_ for t in self.tree.tokens[max(0, number.i - 4) : number.i]]
        if words[-1] == "aged":
            yield from self._aged(number, number.i - 1)
        elif words[-2:] == ["at", "age"]:
            yield from self._during(number, number.i - 2)
        elif words == ["at", "the", "age", "of"]:
            yield from self._during(number, number.i - 4)
        elif words[-1] == ",":
            yield from self._beside(number)

    def _aged(self, number: Token, first: int) -> Iterator[Draft]:
        """Read "pupils aged 8", or "joined the navy aged 14" by who joined."""
        before = first - 1
        while before > 0 and self.tree.tokens[before].text in _MARKS:
            before -= 1
        noun = self.tree.tokens[before]
        people = [a for a in self.reader.arguments.of(noun) if a.type in _PEOPLE]
        if self.tree.tags[before][0] in "NP" and people:
            standing = self.reader.standings.of_name(before)
            yield from self._drafts(noun, number, standing)
        else:
            yield from self._during(number, first)

    def _during(self, number: Token, first: int) -> Iterator[Draft]:
        """Read an age at which somebody did something."""
        tree = self.tree
        verb = tree.head(tree.tokens[first])
        for _ in range(8):  # no chain of verbs is longer
            if tree.is_verb(verb):
                subjects = tree.children(verb, *_SUBJECTS)
                if subjects:
                    standing = self.reader.standings.of(verb.i)
                    yield from self._drafts(subjects[0], number, standing)
                    return
                if tree.deps[verb.i] not in _SHARING:
                    return
            verb = tree.head(verb)

    def _beside(self, number: Token) -> Iterator[Draft]:
        """Read "Tom Hill, 45, a farmer"."""
        tree = self.tree
        after = tree.words[number.i + 1] if number.i + 1 < len(tree.tags) else "."
        name = tree.tokens[number.i - 2]
        digits = number.text.isdigit() and _YOUNGEST <= int(number.text) <= _OLDEST
        if not digits or after not in _CLOSING or tree.tags[name.i] != "NNP":
            return
        found = self.reader.arguments.entity(name)
        if found is not None and found.type is EntityType.PERSON:
            standing = self.reader.standings.of_name(name.i)
            yield from self._drafts(name, number, standing)

    def _drafts(
        self, bearer: Token, number: Token, standing: Standing
    ) -> Iterator[Draft]:
        tree = self.tree
        last = number.i
        while last + 1 < len(tree.tags) and tree.lemmas[last + 1] in {"year", "month"}:
            last += 1
        words = self.reader.arguments.words((number.i, last))
        age = literal(words, EntityType.QUANTITY)
        clause = aside(number, "age", _CONFIDENCE)
        used = (*self.reader.arguments.phrase(bearer), number.i, last)
        for person in self.reader.arguments.of(bearer):
            if person.type in _PEOPLE:
                draft = nominal_draft(clause, (person, _AGED, age), standing, used)
                yield replace(draft, head=bearer)
