"""Read whose a named one is: "Korea's Kim", "Dane Ann Holm", "Lee of the union"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extraction.grammar.concepts import concept_type
from kg.extraction.parse.roles import is_office, is_role
from kg.extraction.referents.states import PARTIES
from kg.extraction.relation_words import relation_words
from kg.extraction.statements.drafts import aside, nominal_draft
from kg.extraction.statements.offices import HOLDERS
from kg.model import Argument, EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree
    from kg.extraction.statements.drafts import Draft
    from kg.extraction.statements.readings import Reader

__all__ = ["AffiliationReader"]

_BE = Predicate("be", "is")
_OF = Predicate("of", "of")
_FOR = Predicate("for", "for")
_FROM = Predicate("from", "from")
_HAVE = Predicate("have", "has")
_CONFIDENCE = 0.8
_PEOPLE = frozenset({EntityType.PERSON, EntityType.GROUP})
_LANDS = frozenset({EntityType.COUNTRY, EntityType.PLACE})
#: What stands between a people's word and the last word of a name.
_OF_NAMES = {"NNP", "NNPS", "HYPH"}
#: Words before a people's word that make it none of a country, and such peoples.
_NO_HOME = {"ethnic", "native", "-", "serb", "croat"}
_INSIDE = ("compound", "amod", "nmod")
_MEMBERS = {"republican": "republican", "gop": "republican", "democratic": "democrat"}
_NO_LONGER = frozenset({"former", "ex", "-", "then", "onetime"})
_APART = frozenset({"(", ","})
#: The first dash that can stand behind a name, a mark and a letter.
_FIRST = 3
_WHOSE = frozenset({"of", "for"})


@dataclass(frozen=True, slots=True)
class AffiliationReader:
    """Reads to whom the named ones of one article belong."""

    reader: Reader

    @property
    def tree(self) -> Tree:
        """The parse of the article."""
        return self.reader.arguments.tree

    def read(self) -> Iterator[Draft]:
        """Give whose the named ones are, by possessors and by "of" and "for"."""
        tree = self.tree
        for owner in tree.having("poss"):
            name = tree.head(owner)
            if tree.tags[name.i] in {"NNP", "NNPS"}:
                yield from self._owned(name, owner)
        for preposition in tree.having("prep", words=_WHOSE):
            name = tree.head(preposition)
            if preposition.i > name.i:
                yield from self._member(name, preposition)
        for word in tree.having(*_INSIDE):
            if word.ent_type_ in {"NORP", "GPE"}:
                yield from self._at_home(tree.head(word), word)
        yield from self._politicians()

    def _at_home(self, noun: Token, word: Token) -> Iterator[Draft]:
        if word.ent_type_ == "NORP":
            yield from self._compatriot(noun, word)
        yield from self._native(noun, word)

    def _politicians(self) -> Iterator[Draft]:
        for word in self.tree.having(*_INSIDE, words=_MEMBERS.keys()):
            yield from self._of_party(word)
        for dash in self.tree.hyphens:
            yield from self._seated(dash)

    def _of_party(self, word: Token) -> Iterator[Draft]:
        """Read "Democratic Rep. Ann Lee": a politician's party before the title."""
        name, entity = self.tree.head(word), self.reader.arguments.entity
        while self.tree.deps[name.i] in _INSIDE and entity(name) is None:
            name = self.tree.head(name)
        named = entity(name)
        before = self.tree.words[max(word.i - 1, 0)]
        if named is None or named.type is not EntityType.PERSON or before in _NO_LONGER:
            return
        if self.tree.tags[name.i] != "NNP" or word.i + 1 >= name.i:
            return  # "Republican Lee" has it for a title
        member = _MEMBERS[word.lower_]
        party = Argument(member, member, EntityType.PERSON, word.text)
        yield self._draft(name, (named, _BE, party), word)

    def _seated(self, dash: int) -> Iterator[Draft]:
        """Read "Ann Lee (D-Ohio)": a politician's party and state."""
        tokens, entity = self.tree.tokens, self.reader.arguments.entity
        party = PARTIES.get(tokens[dash - 1].text) if dash >= _FIRST else None
        if party is None or tokens[dash - 2].text not in _APART:
            return
        name, letter = tokens[dash - 3], tokens[dash - 1]
        named = entity(name)
        if named is None or named.type is not EntityType.PERSON:
            return
        for state in tokens[dash + 1 : dash + 3]:
            home = entity(state)
            if home is not None and home.type in _LANDS:
                member = Argument(party, party, EntityType.PERSON, letter.text)
                yield self._draft(name, (named, _BE, member), letter)
                yield self._draft(name, (named, _OF, home), state)
                return

    def _owned(self, name: Token, owner: Token) -> Iterator[Draft]:
        """Read "Korea's Kim", "the government's Flag Project"."""
        arguments = self.reader.arguments
        named = arguments.entity(name)
        if named is None:
            return
        _, last = arguments.phrase(owner)
        if last >= name.i or owner.lower_ in named.label.lower():
            return  # "St Thomas' Hospital" is all one name
        definite = self.tree.child(owner, "det", "poss") is not None
        if not definite and arguments.entity(owner) is None:
            return  # "the men's World Cup"
        for holder in arguments.of(owner):
            if holder.id is not None and holder.id != named.id:
                said = _belonging(named, holder)
                if said is not None:
                    yield self._draft(name, said, owner)

    def _member(self, name: Token, preposition: Token) -> Iterator[Draft]:
        """Read "Ann Lee, of the Labour Party,", "Lee for Amnesty International"."""
        arguments = self.reader.arguments
        named = arguments.entity(name)
        body = self.tree.child(preposition, "pobj")
        if named is None or body is None:
            return
        if named.type is EntityType.ORGANIZATION and preposition.lower_ == "of":
            yield from self._national(name, named, body)
        if named.type is not EntityType.PERSON:
            return
        if is_role(self.tree, name):
            return  # "the Secretary of State" is of no state
        proper = {self.tree.tags[name.i], self.tree.tags[body.i]} <= {"NNP", "NNPS"}
        holder = arguments.entity(body)
        if not proper or holder is None or holder.id == named.id:
            return
        of = preposition.lower_ == "of"
        if holder.type is EntityType.ORGANIZATION or (of and holder.type in HOLDERS):
            yield self._draft(name, (named, _OF if of else _FOR, holder), body)

    def _national(self, name: Token, named: Argument, body: Token) -> Iterator[Draft]:
        """Read "Ohio State University of the US": a body's country."""
        land = self.reader.arguments.entity(body)
        outside = land is not None and land.label not in named.label
        if land is not None and land.type is EntityType.COUNTRY and outside:
            yield self._draft(name, (named, _OF, land), body)

    def _compatriot(self, name: Token, word: Token) -> Iterator[Draft]:
        """Read "Dane Ann Holm", "German tourist Karl Voss": a person's country."""
        named, land = self.reader.arguments.entity(name), self._land(word)
        if named is None or land is None or named.type is not EntityType.PERSON:
            return
        between = self.tree.tags[word.i + 1 : name.i]
        proper = self.tree.tags[name.i] in {"NNP", "NNPS"}
        if not proper or set(between) - _OF_NAMES:
            return
        if any(is_office(t) for t in self.tree.tokens[word.i + 1 : name.i + 1]):
            return  # the office says whose it is
        before = self.tree.words[max(word.i - 1, 0)]
        if before in _NO_HOME or word.lower_ in _NO_HOME:
            return
        yield self._draft(name, (named, _FROM, land), word)

    def _native(self, noun: Token, word: Token) -> Iterator[Draft]:
        """Read "a New York man", "a Dutch bank": where somebody or a firm is from."""
        tree, arguments = self.tree, self.reader.arguments
        firm = tree.lemmas[noun.i] in relation_words("firms")
        if tree.tags[noun.i] not in {"NN", "NNS"} or not (firm or self._is_one(noun)):
            return
        place = arguments.entity(word)
        before = tree.tokens[max(word.left_edge.i - 1, 0)].lower_
        if place is None or place.type not in _LANDS or before in _NO_HOME:
            return
        named = tree.head(noun) if tree.deps[noun.i] == "compound" else noun
        somebody = arguments.entity(named)
        kind = EntityType.ORGANIZATION if firm else EntityType.PERSON
        if somebody is None or somebody.type is not kind:
            somebody = arguments.common(noun)
        if somebody.id not in {None, place.id} and word.i < noun.i:
            draft = self._draft(noun, (somebody, _FROM, place), word)
            yield replace(draft, standing=self.reader.standings.of(noun.i))

    def _is_one(self, noun: Token) -> bool:
        """Tell a person who may be from there; a title tells of "Ohio native Ann"."""
        if is_office(noun) or self.tree.deps[noun.i] == "compound":
            return False
        publics = relation_words("publics")
        return concept_type(noun) in _PEOPLE and noun.lower_ not in publics

    def _land(self, word: Token) -> Argument | None:
        """Give the country of a word for its people, unless it is of a longer word."""
        after = self.tree.tokens[word.i + 1 : word.i + 2]
        if not word.whitespace_ or (after and after[0].text == "-"):
            return None
        land = self.reader.arguments.entity(word)
        return land if land and land.type is EntityType.COUNTRY else None

    def _draft(
        self, name: Token, said: tuple[Argument, Predicate, Argument], other: Token
    ) -> Draft:
        clause = aside(name, "affiliation", _CONFIDENCE)
        phrase = self.reader.arguments.phrase
        used = (*phrase(name), *phrase(other))
        return nominal_draft(clause, said, self.reader.standings.of_name(name.i), used)


def _belonging(
    named: Argument, holder: Argument
) -> tuple[Argument, Predicate, Argument] | None:
    """Tell a person's home or body from what somebody has."""
    if named.type is EntityType.PERSON:
        return (named, _OF, holder) if holder.type in HOLDERS else None
    # a name that a person is said to have is mostly read wrongly
    return None if holder.type is EntityType.PERSON else (holder, _HAVE, named)
