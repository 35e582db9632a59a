"""Read what stands beside nouns: places, examples, relations, offices."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.grammar.obliques import find_obliques
from kg.extraction.judgement.presupposition import is_presupposed
from kg.extraction.parse.roles import is_role
from kg.extraction.relation_words import relation_words
from kg.extraction.statements.drafts import aside, nominal_draft
from kg.extraction.statements.offices import office_of
from kg.extraction.statements.relations import camel
from kg.model import EntityType, Predicate
from kg.tables import read_tsv

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.judgement.worth import Standing
    from kg.extraction.parse.syntax import Tree
    from kg.extraction.statements.drafts import Draft
    from kg.extraction.statements.readings import Reader
    from kg.extraction.statements.things import Arguments
    from kg.model import Argument

__all__ = ["AttachmentReader"]

_PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_PEOPLE = frozenset({EntityType.PERSON, EntityType.GROUP})
_SITES = _PLACES | {EntityType.ORGANIZATION}
_HAVE = Predicate("have", "has")
_INCLUDE = Predicate("include", "include")
_CONFIDENCE = 0.75
#: Prepositions that tell of a body, as of a place, where a thing or a person belongs.
_OF_BODIES = frozenset({"from", "at"})


@cache
def _events() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_tsv("event_nouns.tsv"))


@dataclass(frozen=True, slots=True)
class AttachmentReader:
    """Reads what stands beside the nouns of one article."""

    reader: Reader

    @property
    def arguments(self) -> Arguments:
        """The arguments of the article."""
        return self.reader.arguments

    @property
    def tree(self) -> Tree:
        """The parse of the article."""
        return self.reader.arguments.tree

    def read(self) -> Iterator[Draft]:
        """Give what is said beside all nouns, kind by kind."""
        tree = self.tree
        for token in tree.having("prep"):
            if tree.tags[tree.heads[token.i]][0] == "N":
                yield from self._beside(tree.head(token), token)
        for token in tree.having("appos"):
            yield from self._place_in_place(token)
            yield from self._beside_name(token)
        relational = relation_words("relational")
        for token in tree.having("compound"):
            noun = tree.heads[token.i]
            if tree.lemmas[noun] in relational and tree.tags[noun] == "NNS":
                yield from self._fellows(tree.tokens[noun], token)

    def _beside(self, noun: Token, preposition: Token) -> Iterator[Draft]:
        words = self.tree.words
        word, before = words[preposition.i], words[preposition.i - 1]
        if word in {"like", "including"} or (before, word) == ("such", "as"):
            yield from self._examples(noun, preposition)
        elif word in relation_words("noun_places"):
            yield from self._placed(noun, preposition)
        elif word in relation_words("role_prepositions"):
            yield from self._related(noun, preposition)

    def _placed(self, noun: Token, preposition: Token) -> Iterator[Draft]:
        """Read "targets in Russia", "officials from the Baltic region"."""
        event = self.tree.lemmas[noun.i] in _events()
        if self.is_timely(noun) or (event and not self._is_there(noun, preposition)):
            return
        relation = Predicate(camel([preposition.lower_]), preposition.lower_)
        for place in self._governed(preposition):
            thing = self.arguments.entity(place) or self._region(place)
            if thing is None or thing.type not in _SITES:
                continue
            if thing.type not in _PLACES and preposition.lower_ not in _OF_BODIES:
                continue
            for subject in self.named(noun):
                if subject.type is EntityType.PERSON and self._is_acted_on(noun):
                    continue  # "met Xi Jinping in Bali": the meeting was there
                if thing.type not in _PLACES and "University" in subject.label:
                    continue  # in "the universities at Rice and Emory" neither is
                draft = self.draft(noun, (subject, relation, thing), place)
                yield self._passing(draft, noun)

    def _is_there(self, noun: Token, preposition: Token) -> bool:
        """Tell an event that a place right after it locates: "floods in Chad"."""
        subjects = {"nsubj", "nsubjpass", "pobj", "attr", "dobj"}
        if "poss" in self.tree.kinds[noun.i]:
            return False  # "its war in Chad": told of whose it is
        beside = preposition.i == noun.i + 1 and preposition.lower_ == "in"
        return beside and self.tree.deps[noun.i] in subjects

    def _is_acted_on(self, noun: Token) -> bool:
        """Tell an object, or a name below a preposition: "spoke with Xi in Bali"."""
        dep = self.tree.deps[noun.i]
        return dep == "dobj" or (dep == "pobj" and self.tree.tags[noun.i] == "NNP")

    def _passing(self, draft: Draft, noun: Token) -> Draft:
        """Take where a named thing lies for told in passing, whoever speaks.

        An event need not have been: "called for elections in Chad".
        """
        if self.tree.lemmas[noun.i] in _events():
            return replace(draft, standing=self.reader.standings.of_noun(noun.i))
        named = noun.i in self.arguments.referents.by_head
        proper = self.tree.tags[noun.i] in {"NNP", "NNPS"}
        if not (named and proper) or not draft.standing.is_fact:
            return draft
        return replace(draft, standing=self.reader.standings.of_name(noun.i))

    def _region(self, noun: Token) -> Argument | None:
        """Give "the Baltic region" as a place by the name in it."""
        for child in self.tree.children(noun, "compound", "amod"):
            entity = self.arguments.entity(child)
            if entity is not None and entity.type in _PLACES:
                return replace(self.arguments.common(noun), type=EntityType.PLACE)
        return None

    def _examples(self, noun: Token, preposition: Token) -> Iterator[Draft]:
        """Read "gods such as Zeus": the gods include him."""
        plural = self.tree.tags[noun.i] == "NNS"
        likened = preposition.lower_ == "like" and not plural
        if self.tree.tags[noun.i] not in {"NN", "NNS"} or likened:
            return
        if self.is_timely(noun):
            return
        subject = self.arguments.common(noun)
        if subject.id is None:
            return
        for token in self._governed(preposition):
            for thing in self.arguments.of(token):
                person = thing.type is EntityType.PERSON and not plural
                if person and subject.type not in _PEOPLE:
                    continue  # "the camera, such as Ansel Adams"
                if thing.id is not None and thing.id != subject.id:
                    # so it is whatever the clause denies: "no ships, like the Aurora"
                    draft = self.draft(noun, (subject, _INCLUDE, thing), token)
                    granted = draft.standing.taken_for_granted()
                    yield replace(draft, standing=granted)

    def _related(self, noun: Token, preposition: Token) -> Iterator[Draft]:
        """Read "allies of the U.S. like the U.K.": each is an ally of it."""
        tree = self.tree
        if noun.ent_type_ == "PERSON" or tree.deps[noun.i] in {"appos", "attr"}:
            return  # "Mary Friend of Leeds"; read as what somebody is
        if tree.lemmas[noun.i] not in relation_words("relational"):
            for_ = preposition.lower_ == "for" and is_role(tree, noun)
            if preposition.lower_ == "of" or for_:
                yield from self._people_of(noun, preposition)
            return
        words = [tree.lemmas[noun.i], preposition.lower_]
        relation = Predicate(camel(words), " ".join(words))
        for token in self._governed(preposition):
            thing = self.arguments.entity(token)
            if thing is None:
                continue
            for member in self._members(noun):
                if member.id != thing.id:
                    yield self.draft(noun, (member, relation, thing), token)

    def _fellows(self, noun: Token, owner: Token) -> Iterator[Draft]:
        """Read "NATO allies": it has them."""
        entity = self.arguments.entity(owner)
        common = self.arguments.common(noun)
        if entity is not None and entity.type in _SITES and common.id is not None:
            yield self.draft(noun, (entity, _HAVE, common), owner)

    def _people_of(self, noun: Token, preposition: Token) -> Iterator[Draft]:
        """Read "deputies of the party", "a spokesman for the region"."""
        if noun.i in self.arguments.referents.by_head or self.is_timely(noun):
            return
        subject = self.arguments.common(noun)
        body = self.tree.lemmas[noun.i] in relation_words("bodies")
        if subject.type not in _PEOPLE and not body:
            return
        relation = Predicate(preposition.lower_, preposition.lower_)
        holders = _SITES | {EntityType.PERSON} if relation.id == "for" else _SITES
        for token in self._governed(preposition):
            thing = self.arguments.entity(token)
            if thing is not None and thing.type in holders and subject.id is not None:
                yield self.draft(noun, (subject, relation, thing), token)

    def _members(self, noun: Token) -> tuple[Argument, ...]:
        groups = self.arguments.referents.groups.get(noun.i)
        if groups is None:
            entity = self.arguments.entity(noun)
            return () if entity is None else (entity,)
        return self.arguments.of(noun)

    def _beside_name(self, token: Token) -> Iterator[Draft]:
        """Read an office beside a name: "Malaysia's Prime Minister, Najib Razak"."""
        tree = self.tree
        first = tree.head(token)
        for role, name in ((first, token), (token, first)):
            person = self.arguments.entity(name)
            if person is None or person.type is not EntityType.PERSON:
                continue
            if not is_role(tree, role) or is_role(tree, name):
                continue
            obliques = tuple(find_obliques(tree, role))
            office = office_of(self.arguments, role, obliques)
            if office is not None and office.holder.id != person.id:
                said = (person, office.relation, office.holder)
                draft = self.draft(role, said, role)
                standing = self.reader.standings.of_name(name.i)
                yield replace(draft, standing=standing, used=(*draft.used, name.i))

    def _place_in_place(self, token: Token) -> Iterator[Draft]:
        """Read "Aceh, Indonesia": a place, and the larger one it lies in."""
        tree = self.tree
        inner = tree.head(token)
        if token.i != inner.i + 2 or tree.children(inner, "conj"):
            return
        here, there = self.arguments.entity(inner), self.arguments.entity(token)
        if here is None or there is None or here.id == there.id:
            return
        if inner.ent_type_ == "ORG":
            return  # "the University of Arkansas, Fayetteville"
        if here.type is EntityType.PLACE and there.type in _PLACES:
            relation = Predicate("in", "in")
            draft = self.draft(inner, (here, relation, there), token)
            yield self._passing(draft, inner)

    def _governed(self, preposition: Token) -> tuple[Token, ...]:
        return self.tree.spread(self.tree.children(preposition, "pobj"))

    def named(self, noun: Token) -> tuple[Argument, ...]:
        """Give what a noun stands for, a name or a concept."""
        entity = self.arguments.entity(noun)
        if entity is not None:
            return (entity,)
        common = self.arguments.common(noun)
        return () if common.id is None else (common,)

    def is_timely(self, noun: Token) -> bool:
        """Tell a time, a number or what nobody has: nothing is said of these."""
        nobody = relation_words("not_owned")
        return (
            self.tree.deps[noun.i] == "npadvmod"
            or noun.ent_type_ in {"DATE", "TIME", "CARDINAL", "PERCENT"}
            or self.tree.lemmas[noun.i] in nobody
        )

    def _standing(self, noun: Token) -> Standing:
        """Give what is worth what stands beside a noun: it is so where the noun is.

        What a name is beside, and what is owned or definite in a fact, is so.
        """
        tree = self.tree
        standing = self.reader.standings.of(noun.i)
        named = noun.i in self.arguments.referents.by_head
        given = is_presupposed(tree, noun.i) and standing.is_fact
        if given or named or tree.tags[noun.i] in {"NNP", "NNPS"}:
            return standing.taken_for_granted()
        owned = tree.child(noun, "poss") is not None
        return self.reader.standings.of_noun(noun.i) if owned else standing

    def draft(
        self, noun: Token, said: tuple[Argument, Predicate, Argument], last: Token
    ) -> Draft:
        """Make the draft of what is said beside a noun."""
        clause = aside(noun, "nominal-attachment", _CONFIDENCE)
        used = (*self.arguments.phrase(noun), *self.arguments.below(last))
        return nominal_draft(clause, said, self._standing(noun), used)
