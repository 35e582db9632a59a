"""Give what "those who left", "some of them" and "others" that speak stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import Form, load_cues
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

__all__ = ["POINTING", "SOME", "pointed_at", "those_who"]

#: Tags of what is nothing by itself and points at something.
POINTING = frozenset({"PRP", "WP", "WDT", "EX", "DT", "PRP$", "WP$"})
#: Words for people whom the text does not name, alone before what they say or do.
SOME = frozenset({"some", "others", "someone"})
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
    if tree.words[token.i] in SOME:
        return _some_who(tree, extents, token)
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


def _some_who(tree: Tree, extents: Extents, token: Token) -> Argument | None:
    """Give "others" and "some in town" that say or think something, and "someone"."""
    if tree.deps[token.i] not in {"nsubj", "nsubjpass"}:
        return None
    one, verb = tree.words[token.i] == "someone", tree.head(token)
    row = load_cues().complement("verb", Form.FINITE, tree.lemmas[verb.i])
    if not one and (row is None or tree.child(verb, "ccomp") is None):
        return None  # "others are red" may be things
    last = extents.below(token)[1]
    if last - token.i > _LONGEST:
        return None
    kind = EntityType.PERSON if one else EntityType.GROUP
    return literal(extents.words(token.i, last), kind)
