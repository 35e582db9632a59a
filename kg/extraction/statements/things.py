"""Make a token the argument of a statement: an entity, a concept or a literal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kg.extraction.grammar.concepts import concept_of, concept_type, unnamed_type
from kg.extraction.grammar.formers import no_longer
from kg.extraction.grammar.misreadings import is_score
from kg.extraction.grammar.partitives import counted_nouns
from kg.extraction.literals import is_worth, literal, without_determiner
from kg.extraction.referents.insides import is_inside_name
from kg.extraction.referents.pronouns import antecedent_of
from kg.extraction.referents.regions import part_of
from kg.extraction.relation_words import relation_words
from kg.extraction.statements.extents import Extents
from kg.extraction.statements.memos import Memo
from kg.extraction.statements.pointers import POINTING, SOME, pointed_at, those_who
from kg.model import Argument, EntityType, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Token

    from kg.extraction.frames import Oblique, Referents
    from kg.extraction.parse.syntax import Tree
    from kg.model import Mention

__all__ = ["NOTHING", "Arguments"]

_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_ADVERBS = frozenset({"RB", "RBR", "JJR"})
#: The object of a clause that has none.
NOTHING = literal("")


@dataclass(frozen=True)
class Arguments:
    """Looks tokens of one article up; ``text`` is the article's, ``mark`` its own.

    The mark sets who has no name apart from those of other articles. ``speakers``
    gives who speaks, for the tokens inside quoted clauses.
    """

    tree: Tree
    text: str
    referents: Referents
    speakers: Mapping[int, Token]
    mark: str = ""

    @cached_property
    def extents(self) -> Extents:
        """From where to where each phrase goes."""
        return Extents(self.tree, self.text)

    @cached_property
    def _known(self) -> Memo:
        return Memo()

    @cached_property
    def _mentions(self) -> dict[str, list[Mention]]:
        mentions: dict[str, list[Mention]] = {}
        for mention in self.referents.mentions:
            mentions.setdefault(mention.entity, []).append(mention)
        return mentions

    def of(self, token: Token) -> tuple[Argument, ...]:
        """Give a token's argument, one for each member of a group; none for junk."""
        known = self._known.arguments.get(token.i)
        if known is None:
            known = self._known.arguments[token.i] = tuple(self._found(token))
        return known

    def one(self, token: Token) -> Argument | None:
        """Give a token's argument as one, a group by its own words."""
        if token.i in self.referents.groups and token.i not in self.referents.by_head:
            return self.common(token)
        return next(iter(self.of(token)), None)

    def entity(self, token: Token) -> Argument | None:
        """Give the named thing that a token's phrase refers to, if it is one."""
        key = self.referents.by_head.get(token.i)
        if key is None:
            return None
        known = self._known.entities.get(token.i)
        if known is None:
            known = self._entity(key, self.wording(token))
            self._known.entities[token.i] = known
        return known

    def wording(self, token: Token) -> str:
        """Give the words of a token's phrase, as they stand in the article."""
        known = self._known.wordings.get(token.i)
        if known is None:
            known = self.extents.words(*self.phrase(token))
            self._known.wordings[token.i] = known
        return known

    def words(self, indexes: Iterable[int]) -> str:
        """Give the article's words from the first to the last of some tokens."""
        order = sorted(indexes)
        return self.extents.words(order[0], order[-1])

    def role(self, oblique: Oblique) -> Role:
        """Give a further argument with its preposition."""
        key = (oblique.head.i, oblique.marker[0].i if oblique.marker else -1)
        if key not in self._known.roles:
            self._known.roles[key] = self._role(oblique)
        return self._known.roles[key]

    def _role(self, oblique: Oblique) -> Role:
        name = " ".join(t.lower_ for t in oblique.marker) or "measure"
        head, bare = oblique.head, not oblique.marker  # "3 percent higher"
        if self.tree.is_verb(head) or (bare and self.tree.tags[head.i] in _ADVERBS):
            return Role(name, self.extents.words(*self.below(head)))
        return self.governed_role(name, head)

    def governed_role(self, name: str, noun: Token) -> Role:
        """Give the role of a noun behind a preposition: "between Ann and Bo"."""
        words = self.extents.reaching(noun, self.phrase(noun), name)
        found = None if self.extents.both(name, noun) else self.one(noun)
        return Role(name, words, found.id if found else None)

    def clause(self, head: Token) -> Argument:
        """Give a clause as literal: its words, without what joins it to the verb."""
        return literal(self.extents.clause(head))

    def happening(self, token: Token, clause: Token) -> Argument:
        """Give what happens, or is to, as literal: "shops from selling fireworks"."""
        return literal(self.words((*self.phrase(token), *self.below(clause))))

    def governed(self, oblique: Oblique) -> tuple[Argument, ...]:
        """Give what a preposition governs: things, or a gerund's words."""
        head = oblique.head
        return (self.clause(head),) if self.tree.is_verb(head) else self.of(head)

    def predicative(self, token: Token) -> Argument:
        """Give what something is said to be: a thing, or an adjective's words."""
        found = self.of(token)
        if not found:
            return self.literal(token)
        common = self.tree.tags[token.i][0] == "N" and found == (self.common(token),)
        return self.told(token) if common else found[0]

    def told(self, token: Token) -> Argument:
        """Give the concept of a noun with the praise that says what somebody is."""
        return self._common(token, self.wording(token), told=True)

    def literal(self, token: Token) -> Argument:
        """Give an adjective or the like by its words."""
        words = self.wording(token)
        found = literal(words)
        return found if is_worth(found) else NOTHING

    def common(self, token: Token) -> Argument:
        """Give the concept of a noun, whatever it refers to."""
        known = self._known.commons.get(token.i)
        if known is None:
            known = self._common(token, self.wording(token))
            self._known.commons[token.i] = known
        return known

    def phrase(self, token: Token) -> tuple[int, int]:
        """Give the first and last token of a noun's phrase."""
        known = self._known.phrases.get(token.i)
        if known is None:
            known = self._known.phrases[token.i] = self.extents.phrase(token)
        return known

    def below(self, token: Token) -> tuple[int, int]:
        """Give the first and last token of a phrase or clause."""
        return self.extents.below(token)

    def _found(self, token: Token) -> Iterable[Argument]:
        if is_score(self.tree, token):
            return []
        if token.i in self.referents.groups:
            return self._members(token)
        named = self.entity(token) or self._name_as_modal(token)
        if named is not None:
            return [part_of(self.tree, token, named)]
        whole = self._whole_of(token)
        if whole is not None:
            return whole
        tag = self.tree.tags[token.i]
        if tag in POINTING or token.lower_ in SOME:
            those = those_who(self.tree, self.extents, token)
            near = self._meant(token) or antecedent_of(self.tree, token)
            return self._repeated(near, token) if near else [those] if those else []
        return [] if self._is_no_thing(token) else self._concepts(token)

    def _name_as_modal(self, token: Token) -> Argument | None:
        """Give "Will Carter", whose first word is parsed as a modal."""
        before = token.i - 1
        if before < 0 or self.tree.deps[before] != "aux":
            return None
        key = self.referents.by_head.get(before)
        return None if key is None else self._entity(key, self.wording(token))

    def _members(self, token: Token) -> list[Argument]:
        words = self.wording(token)
        keys = self.referents.groups[token.i]
        members = [self._entity(key, self._own_words(key, token)) for key in keys]
        listed = len(members) > 1 and self.tree.children(token, "appos")
        if self.tree.tags[token.i][0] == "N" and not listed:
            members.insert(0, self._common(token, words))  # "officials like him"
        return members

    def _own_words(self, key: str, token: Token) -> str:
        """Give a member's own words inside a group: "gods such as Zeus"."""
        first, last = self.below(token)
        begin, end = self.tree.tokens[first].idx, self.tree.tokens[last].idx
        for mention in self._mentions.get(key, ()):
            if begin <= mention.span.start <= end:
                return mention.text
        return self.wording(token)

    def _is_no_thing(self, token: Token) -> bool:
        tag = self.tree.tags[token.i]
        bare = tag == "JJ" and not any(self.tree.below[token.i])
        inside = is_inside_name(token, self.referents.by_head)
        return bare or tag[:2] in {"VB", "MD"} or inside

    def _concepts(self, token: Token) -> list[Argument]:
        common = self.common(token)
        pointing = common.label.lower() in relation_words("pointing")
        if common.text.lower() in relation_words("nobody"):
            return [literal(common.text, EntityType.PERSON)]
        return [common] if is_worth(common) and not pointing else []

    def _whole_of(self, token: Token) -> list[Argument] | None:
        """Give what "neither of the drivers" is about, by the noun after "of"."""
        nouns = counted_nouns(self.tree, token)
        if nouns is None:
            return None
        known = self.referents.by_head
        (first, end), before = self.below(token), nouns[-1].i < token.i
        last = end if before else max(token.i, self.phrase(nouns[-1])[1])
        words = self.extents.words(first, last)
        groups = [known[n.i] for n in nouns if n.i in known and n.ent_type_ == "NORP"]
        if groups and self.tree.lemmas[token.i] in relation_words("quantities"):
            return [self._entity(key, words) for key in groups]
        counted = [
            argument
            for noun in nouns
            if noun.i not in known
            for argument in self._counted(noun, words)
        ]
        shared = not counted and token.lower_ in relation_words("shares")
        counted += [literal(words, EntityType.QUANTITY)] if shared else []
        return [common for common in counted if is_worth(common)]

    def _counted(self, noun: Token, words: str) -> Iterable[Argument]:
        """Give what "some of the bombs" and "some of which" are."""
        first = noun.lower_ in {"us", "you"}
        if first or self.tree.tags[noun.i] not in POINTING:
            return [self._common(noun, words)]
        near = pointed_at(self.tree, noun)
        return [] if near is None else [replace(a, text=words) for a in self.of(near)]

    def _meant(self, token: Token) -> Token | None:
        """Give who says "I" inside quotation marks, or the noun a pronoun means."""
        if token.lower_ in _FIRST:
            land = token.dep_ == "poss" and unnamed_type(token.head) is EntityType.PLACE
            return None if land else self.speakers.get(token.i)  # "our country"
        noun = self.referents.nouns.get(token.i)
        return None if noun is None else self.tree.tokens[noun]

    def _repeated(self, near: Token, token: Token) -> list[Argument]:
        """Give what an earlier noun means under the pronoun's wording."""
        several = token.lower_ == "they"
        nouns = self.tree.coordinated(near) if several else (near,)
        no = {EntityType.PERSON} if token.lower_ == "it" else set()
        found = [a for noun in nouns for a in self.of(noun) if a.type not in no]
        return [replace(a, text=token.text) for a in found]

    def _entity(self, key: str, words: str) -> Argument:
        entity = self.referents.entities[key]
        return Argument(key, entity.label, entity.type, words)

    def _common(self, token: Token, words: str, *, told: bool = False) -> Argument:
        if token.ent_type_ in {"DATE", "TIME"}:
            return Argument(None, without_determiner(words), EntityType.TIME, words)
        tag = self.tree.tags[token.i]
        if tag in {"CD", "$"} or token.ent_type_ in {"MONEY", "PERCENT", "QUANTITY"}:
            return literal(words, EntityType.QUANTITY)
        if tag[0] != "N":
            return literal(words)
        key, label = concept_of(self.tree, token, told=told)
        past = no_longer(self.tree, token)
        if past and past not in label.replace("-", " ").split():
            key, label = f"{past}_{key}", f"{past} {label}"
        if told:
            return Argument(key, label, concept_type(token), words)
        kind = unnamed_type(token)
        own = "" if kind is EntityType.CONCEPT else self.mark
        return Argument(key + own, label, kind, words)
