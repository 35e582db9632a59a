"""Name the relation of an office or role: "president of Russia"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.parse.roles import is_role
from kg.extraction.relation_words import relation_words
from kg.extraction.statements.relations import camel
from kg.model import EntityType, Predicate
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from kg.extraction.frames import Oblique
    from kg.extraction.parse.syntax import Tree
    from kg.extraction.statements.things import Arguments
    from kg.model import Argument

__all__ = ["HOLDERS", "Office", "office_of"]

#: What an office can belong to.
HOLDERS = frozenset(
    {EntityType.ORGANIZATION, EntityType.COUNTRY, EntityType.PLACE, EntityType.GROUP}
)
_NAMED = frozenset({"GPE", "ORG", "NORP", "LOC", "FAC", "PERSON"})


@dataclass(frozen=True, slots=True)
class Office:
    """The relation of an office, and the named thing to which it is."""

    relation: Predicate
    holder: Argument
    head: Token


def office_of(
    arguments: Arguments, noun: Token, obliques: Sequence[Oblique]
) -> Office | None:
    """Give the office that a noun names, if it tells whose it is."""
    tree = arguments.tree
    tag = tree.tags[noun.i]
    if tag not in {"NN", "NNS"} and not (tag[0] == "N" and is_role(tree, noun)):
        return None
    for oblique in obliques:
        preposition = " ".join(t.lower_ for t in oblique.marker)
        if oblique.host.i != noun.i or not _joins(tree, noun, preposition):
            continue
        name = f"{tree.lemmas[noun.i]} {preposition} {oblique.head.lower_}"
        if name in relation_words("fixed_roles"):
            continue
        holder = arguments.entity(oblique.head)
        if holder is not None:
            return Office(_relation(tree, noun, preposition), holder, oblique.head)
    return _beside(arguments, noun)


def _joins(tree: Tree, noun: Token, preposition: str) -> bool:
    """Tell whether a preposition tells whose a role is, or "of" whose anything is."""
    named = is_role(tree, noun) or tree.lemmas[noun.i] in relation_words("relational")
    if preposition not in relation_words("role_prepositions"):
        return False
    return named or preposition == "of"


def _beside(arguments: Arguments, noun: Token) -> Office | None:
    """Give the office of "Russia's president", "State Department spokesman"."""
    tree = arguments.tree
    role = is_role(tree, noun)
    if not role and tree.lemmas[noun.i] not in relation_words("relational"):
        return None  # "Norway's second-biggest lender" holds no office
    beside = ("poss", "compound", "nmod", "amod") if role else ("poss",)
    for owner in tree.children(noun, *beside):
        if owner.i and tree.tokens[owner.i - 1].text == "-":
            continue  # "pro-Beijing politician"
        holder = arguments.entity(owner)
        person = not role and holder is not None and holder.type is EntityType.PERSON
        if holder is not None and (person or holder.type in HOLDERS):
            return Office(_relation(tree, noun, "of"), holder, owner)
    return None


def _relation(tree: Tree, noun: Token, preposition: str) -> Predicate:
    before = [
        t.lower_
        for t in tree.children(noun, "compound", "amod", "nmod")
        if t.i < noun.i and _names_role(tree, t)
    ]
    words = [*before, tree.lemmas[noun.i], preposition]
    return Predicate(camel(words), " ".join(words))


def _names_role(tree: Tree, token: Token) -> bool:
    """Tell whether a word before a role belongs to its name: "foreign", "former"."""
    if token.lower_ in relation_words("role_time"):
        return True
    if tree.deps[token.i] == "compound":
        return token.ent_type_ not in _NAMED
    fields = table_words("roles.toml", "fields")
    return tree.tags[token.i] == "JJ" and token.lower_ in fields
