"""Read what noun phrases say: offices, appositions, "Washington's ban", owners."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extraction.frames import ClauseKind
from kg.extraction.grammar.concepts import is_class
from kg.extraction.grammar.noun_clauses import verb_of
from kg.extraction.grammar.obliques import find_obliques
from kg.extraction.parse.roles import is_office, is_partisan, is_role, spelled_out
from kg.extraction.relation_words import relation_words
from kg.extraction.statements.appositions import (
    is_contrast,
    is_juxtaposed,
    is_list,
    roles_of,
    sums_up,
)
from kg.extraction.statements.drafts import nominal_draft
from kg.extraction.statements.event_readings import EventReader
from kg.extraction.statements.insides import Insides
from kg.extraction.statements.offices import HOLDERS, office_of
from kg.extraction.statements.relations import camel, camel_id
from kg.model import Argument, EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from spacy.tokens import Token

    from kg.extraction.frames import Clause, Oblique
    from kg.extraction.judgement.standing import Standings
    from kg.extraction.judgement.worth import Standing
    from kg.extraction.statements.drafts import Draft
    from kg.extraction.statements.readings import Reader
    from kg.extraction.statements.things import Arguments

__all__ = ["NominalReader"]

_NAMED = frozenset({"GPE", "NORP", "LOC"})
_CALLED = frozenset({"dobj", "oprd"})


@dataclass(frozen=True, slots=True)
class NominalReader:
    """Reads the clauses of noun phrases of one article."""

    reader: Reader

    @property
    def arguments(self) -> Arguments:
        """The arguments of the article."""
        return self.reader.arguments

    @property
    def standings(self) -> Standings:
        """The standings of the article's clauses."""
        return self.reader.standings

    def read(self, clause: Clause) -> Iterator[Draft]:
        """Give what a nominal clause says."""
        yield from _READERS[clause.kind](self, clause)

    def title(self, clause: Clause) -> Iterator[Draft]:
        """Read "U.K. Defense Secretary John Healey"."""
        standing = self.standings.of_name(clause.head.i)
        own = [t for t in clause.words if t.ent_type_ not in _NAMED] or [*clause.words]
        words = [spelled_out(t) for t in own]
        for token in clause.subjects:
            name = self.arguments.entity(token)
            if name is None:
                continue
            holders = [o.head for o in clause.obliques if not is_partisan(o.head)]
            found = [
                (h, e)
                for h in holders
                if (e := self.arguments.entity(h)) and e.type in HOLDERS
            ]
            if any(self._is_compatriot(clause.head, holder) for holder, _ in found):
                yield self._being(clause, token, name, standing)
                home, land = found[0]
                both = (*self.arguments.phrase(token), home.i)
                said = (name, _FROM, land)
                yield nominal_draft(clause, said, standing, both)
                continue
            for holder, entity in found:
                role = Predicate(camel([*words, "of"]), " ".join([*words, "of"]))
                used = (
                    *self.arguments.phrase(token),
                    holder.i,
                    *(t.i for t in clause.words),
                )
                yield nominal_draft(clause, (name, role, entity), standing, used)
            if not found:
                yield self._being(clause, token, name, standing)

    def _is_compatriot(self, role: Token, holder: Token) -> bool:
        """Tell "German tourist Karl Voss" from "German president Karl Voss"."""
        land = self.arguments.entity(holder)
        trade = not is_role(self.arguments.tree, role) or not is_office(role)
        nation = land is not None and land.type is EntityType.COUNTRY
        return trade and nation and holder.ent_type_ == "NORP"

    def _being(
        self, clause: Clause, token: Token, name: Argument, standing: Standing
    ) -> Draft:
        words = [t.i for t in clause.words]
        label = self.arguments.words(words)
        tree = self.arguments.tree
        last = clause.words[-1]
        plural = tree.tags[last.i] == "NNS"
        own = [spelled_out(t) for t in clause.words[:-1]]
        lemmas = " ".join([*own, tree.lemmas[last.i] if plural else spelled_out(last)])
        lemmas = lemmas.replace(" - ", "-")
        role = Argument(camel_id(lemmas), lemmas, EntityType.CONCEPT, label)
        return nominal_draft(
            clause, (name, _BE, role), standing, (*self.arguments.phrase(token), *words)
        )

    def apposition(self, clause: Clause) -> Iterator[Draft]:
        """Read "Healey, a former teacher,": two names beside each other say nothing."""
        noun = clause.complement or clause.head
        own = self.arguments.entity(noun)
        tree = self.arguments.tree
        if tree.tags[noun.i] not in {"NN", "NNS"} and not is_role(tree, noun):
            return
        for token in clause.subjects:
            if self._is_other(noun, token):
                continue
            standing = self.standings.of_name(token.i)
            for name in self.arguments.of(token):
                person = name.type is EntityType.PERSON
                other = own is not None and own.id != name.id and not person
                about = own if own is not None and other else name
                if not self._can_be(about, noun, token):
                    continue
                if own is not None and about.id == own.id and name.id is None:
                    continue
                for role in roles_of(tree, noun, token):
                    yield from self._appointed(clause, (token, about), role, standing)

    def _is_other(self, noun: Token, name: Token) -> bool:
        """Tell no apposition: "the verdict “a disgrace”", "the port, not the city"."""
        quoted = self.standings.is_quoted
        if quoted(noun.i) is not quoted(name.i):
            return True
        tree = self.arguments.tree
        adding = relation_words("adding")
        called = relation_words("naming_verbs")
        return noun.lower_ == "one" or any(
            (
                tree.deps[name.i] == "dobj"
                and tree.lemmas[tree.heads[name.i]] in called,
                any(tree.words[i] in adding for i in tree.below[noun.i][:1]),
                is_contrast(tree, noun),
                is_list(tree, noun, name),
                is_juxtaposed(tree, noun, name),
                sums_up(tree, noun, name),
            )
        )

    def _can_be(self, about: Argument, noun: Token, name: Token) -> bool:
        """Tell what may be said of a thing from what only stands beside it."""
        tree = self.arguments.tree
        first, last = sorted((noun.i, name.i))
        if any(tree.tokens[i].text in {":", "/"} for i in range(first, last)):
            return False  # "Image: Nick Moreau"
        somebody = self.arguments.common(noun).type is EntityType.PERSON
        city = about.type is EntityType.PLACE
        if about.type is EntityType.TIME or (city and somebody):
            return False  # "of Quinn, R-Buffalo, a member": no city is one
        if about.type is not EntityType.PERSON:
            single = about.type in HOLDERS - {EntityType.GROUP}
            return not (single and tree.tags[noun.i] == "NNS")
        people = {EntityType.PERSON, EntityType.GROUP}
        if is_role(tree, noun) or self.arguments.common(noun).type in people:
            return True
        if tree.lemmas[noun.i] in relation_words("not_agentive"):
            return False
        article = any(d.lower_ in {"a", "an"} for d in tree.children(noun, "det"))
        ends = tuple(relation_words("agentive"))
        return article and tree.lemmas[noun.i].endswith(ends)

    def _appointed(
        self,
        clause: Clause,
        about: tuple[Token, Argument],
        noun: Token,
        standing: Standing,
    ) -> Iterator[Draft]:
        token, name = about
        used = (*self.arguments.phrase(token), *self.arguments.below(noun))
        obliques = self._of_role(clause, noun)
        office = office_of(self.arguments, noun, obliques)
        if office is not None and office.holder.id != name.id:
            said = (name, office.relation, office.holder)
            yield nominal_draft(clause, said, standing, used)
            return
        thing = self.arguments.told(noun)
        if thing.id == name.id:
            return
        told = Insides(self.arguments).clauses(clause.head, noun)
        roles = (*map(self.arguments.role, obliques), *told)
        yield nominal_draft(clause, (name, _BE, thing), standing, used, roles)

    def _of_role(self, clause: Clause, noun: Token) -> tuple[Oblique, ...]:
        """Give the phrases of one of several roles: "head of A and owner of B"."""
        if clause.complement is None or noun.i == clause.complement.i:
            return clause.obliques
        own = tuple(find_obliques(self.arguments.tree, noun))
        after = [o for o in clause.obliques if o.head.i > noun.i]
        return own or tuple(replace(o, host=noun) for o in after)

    def event(self, clause: Clause) -> Iterator[Draft]:
        """Read "Washington's ban on strikes": an event noun with its doer."""
        yield from EventReader(self.arguments, self.standings).read(clause)

    def owner(self, clause: Clause) -> Iterator[Draft]:
        """Read "Thailand's foreign minister": a named owner has something."""
        tree, noun = self.arguments.tree, clause.head
        nobody = relation_words("not_owned")
        if tree.lemmas[noun.i] in nobody or noun.ent_type_ in {"DATE", "TIME"}:
            return
        for token in clause.subjects:
            if is_class(token):
                continue
            standing = self.standings.of_noun(noun.i)
            named = tree.tags[token.i] in {"NNP", "NNPS"}
            if named and standing.is_fact and standing.report is None:
                standing = self.standings.of_name(noun.i)  # told in passing
            for owner in self.arguments.of(token):
                if owner.id is None:
                    continue
                thing = self.arguments.common(noun)
                if thing.id is None or thing.id == owner.id:
                    continue
                used = (*self.arguments.phrase(token), *self.arguments.below(noun))
                said, roles = (owner, _HAVE, thing), Insides(self.arguments).of(noun)
                yield nominal_draft(clause, said, standing, used, tuple(roles))

    def _whole(self, noun: Token) -> Token:
        """Give the head of a compound: the jets of "US-built F-16 jets"."""
        tree = self.arguments.tree
        return tree.head(noun) if tree.deps[noun.i] == "compound" else noun

    def participle(self, clause: Clause) -> Iterator[Draft]:
        """Read "U.S.-supplied weapons": who did it stands in the adjective."""
        standing = self.standings.of_modifier(clause.head.i)
        relation = Predicate(camel([verb_of(clause.head)]), clause.head.lower_)
        if "-" in clause.head.text:
            relation = Predicate(relation.id, clause.head.lower_.rpartition("-")[2])
        if relation.label in {"based", "born"}:
            yield from self._at_home(clause, relation, standing)
            return
        makers = clause.agents or (clause.head,)
        for token in makers:
            maker = self.arguments.entity(token)
            if maker is None:
                continue
            for noun in map(self._whole, clause.subjects):
                for thing in self.arguments.of(noun):
                    used = (*self.arguments.phrase(token), clause.head.i, noun.i)
                    yield nominal_draft(
                        clause, (maker, relation, thing), standing, used
                    )

    def _at_home(
        self, clause: Clause, verb: Predicate, standing: Standing
    ) -> Iterator[Draft]:
        """Read "the Houston-based company": where somebody is at home."""
        words = ["be", verb.label, "in"]
        relation = Predicate(camel(words), f"is {verb.label} in")
        for oblique in clause.obliques:
            place = self.arguments.entity(oblique.head)
            if place is None or place.type is EntityType.GROUP:  # "Danish-born"
                continue
            for noun in map(self._whole, clause.subjects):
                for thing in self.arguments.of(noun):
                    used = (oblique.head.i, clause.head.i, noun.i)
                    said = (thing, relation, place)
                    yield nominal_draft(clause, said, standing, used)


_BE = Predicate("be", "is")
_FROM = Predicate("from", "from")
_HAVE = Predicate("have", "has")


_READERS: Mapping[ClauseKind, Callable[[NominalReader, Clause], Iterator[Draft]]] = {
    ClauseKind.TITLE: NominalReader.title,
    ClauseKind.APPOSITION: NominalReader.apposition,
    ClauseKind.NOUN: NominalReader.event,
    ClauseKind.POSSESSIVE: NominalReader.owner,
    ClauseKind.ADJECTIVE: NominalReader.participle,
}
