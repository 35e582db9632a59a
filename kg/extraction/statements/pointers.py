"""Give what "those who left" and "some of them" stand for; bare "those" is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.grammar.concepts import concept_type
from kg.extraction.grammar.subjects import antecedent
from kg.extraction.literals import literal
from kg.extraction.referents.likeness import PEOPLE
from kg.extraction.referents.pronouns import antecedent_of
from kg.model import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree
    from kg.extraction.statements.extents import Extents
    from kg.model import Argument

__all__ = ["POINTING", "pointed_at", "those_who"]

#: Tags of what is nothing by itself and points at something.
POINTING = frozenset({"PRP", "WP", "WDT", "EX", "DT", "PRP$", "WP$"})
#: So many words at most say who those are.
_LONGEST = 16
_WHO = frozenset({"who", "whom"})
_TELLING = frozenset({"relcl", "acl"})


def pointed_at(tree: Tree, pronoun: Token) -> Token | None:
    """Give the noun of "some of them", "some of which" and "some of whom"."""
    word = pronoun.lower_
    if word not in {"them", "which", "whom"}:
        return None
    noun = antecedent_of(tree, pronoun) or antecedent(tree, pronoun)
    thing = noun is not None and concept_type(noun) not in PEOPLE
    named = noun is not None and noun.ent_type_ in {"PERSON", "NORP"}
    return None if word == "whom" and thing and not named else noun


def those_who(tree: Tree, extents: Extents, token: Token) -> Argument | None:
    """Give "those who left" by their words, and "those in exile" that do something."""
    if tree.words[token.i] != "those":
        return None
    acts = tree.deps[token.i] in {"nsubj", "nsubjpass"}
    clauses = [c for c in tree.children(token) if _tells(tree, c, acts=acts)]
    if not clauses:
        return None
    last = extents.below(clauses[-1])[1]
    if last - token.i > _LONGEST:
        return None
    inner = (tree.words[i] for i in tree.below[clauses[-1].i])
    people = any(word in _WHO for word in inner)
    kind = EntityType.GROUP if people else EntityType.CONCEPT
    return literal(extents.words(token.i, last), kind)


def _tells(tree: Tree, child: Token, *, acts: bool) -> bool:
    """Tell what says who "those" are; "those of May" are any things of May's."""
    near = tree.deps[child.i] == "prep" and child.lower_ != "of"
    return tree.deps[child.i] in _TELLING or (acts and near)
